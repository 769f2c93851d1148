package org.crossdesk.deploy.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SignatureException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.crossdesk.deploy.openfire.ServerNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateAuthorityTest {
    private static final int DNS_NAME = 2;
    private static final Clock CLOCK = Clock.systemUTC();

    @Test
    void aServersCertificateNamesItsDomainAndSubdomainsAndNothingElse() throws Exception {
        CertificateAuthority authority = CertificateAuthority.create("test", CLOCK);

        X509Certificate leaf =
                authority.issue(ServerNames.forCertificate("uppsala.test")).leaf();

        assertThat(leaf.getSubjectAlternativeNames())
                .allMatch(name -> name.get(0).equals(DNS_NAME));
        assertThat(leaf.getSubjectAlternativeNames().stream().map(name -> String.valueOf(name.get(1))))
                .containsExactlyInAnyOrder(
                        "uppsala.test",
                        "ask.uppsala.test",
                        "conference.uppsala.test",
                        "pubsub.uppsala.test",
                        "search.uppsala.test",
                        "proxy.uppsala.test",
                        "*.uppsala.test");
        assertThat(leaf.getBasicConstraints()).as("can't sign others").isEqualTo(-1);
        assertThat(leaf.getPublicKey())
                .isInstanceOfSatisfying(
                        ECPublicKey.class,
                        key -> assertThat(key.getParams().getCurve().getField().getFieldSize())
                                .isEqualTo(256));
    }

    @Test
    void onlyItsOwnAuthorityVouchesForAServer() throws Exception {
        CertificateAuthority ours = CertificateAuthority.create("same name", CLOCK);
        CertificateAuthority theirs = CertificateAuthority.create("same name", CLOCK);

        X509Certificate leaf = theirs.issue(List.of("uppsala.test")).leaf();

        leaf.verify(theirs.certificate().getPublicKey());
        assertThatThrownBy(() -> leaf.verify(ours.certificate().getPublicKey())).isInstanceOf(SignatureException.class);
    }

    @Test
    void theAuthorityIsKeptAndItsPemIsTheSameCertificate(@TempDir Path folder) throws Exception {
        CertificateAuthority made = KeyFiles.authorityIn(folder.resolve("ca"), "test", CLOCK);
        CertificateAuthority read = KeyFiles.authorityIn(folder.resolve("ca"), "test", CLOCK);

        assertThat(read.certificate()).isEqualTo(made.certificate());
        try (var pem = Files.newInputStream(folder.resolve("ca").resolve(KeyFiles.AUTHORITY_PEM))) {
            assertThat(CertificateFactory.getInstance("X.509").generateCertificate(pem))
                    .isEqualTo(made.certificate());
        }
    }

    @Test
    void nobodyButTheOwnerCanReadAnyOfTheFiles(@TempDir Path folder) throws Exception {
        CertificateAuthority authority = KeyFiles.authorityIn(folder.resolve("ca"), "test", CLOCK);
        KeyFiles.writeServerStores(
                folder.resolve("server"), authority.issue(List.of("uppsala.test")), authority.certificate());

        try (Stream<Path> files = Files.walk(folder).filter(file -> !file.equals(folder))) {
            assertThat(files.toList())
                    .hasSize(7)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .as(file.toString())
                            .isEqualTo(Files.isDirectory(file) ? "rwx------" : "rw-------"));
        }
    }
}
