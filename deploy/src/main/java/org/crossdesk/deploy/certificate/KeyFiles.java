package org.crossdesk.deploy.certificate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Base64;

/** Keys and certificates in files: the authority's own, and the keystores a server reads. */
public final class KeyFiles {
    /** The authority's certificate, for clients. */
    public static final String AUTHORITY_PEM = "ca.pem";

    private static final String AUTHORITY_STORE = "ca.p12";
    private static final String AUTHORITY_ALIAS = "ca";
    /** Openfire's own default. The file's mode is what guards it: the password stands in every Openfire's settings. */
    private static final String PASSWORD = "changeit";

    private static final int PEM_LINE_CHARACTERS = 64;

    private KeyFiles() {}

    /** The authority that is kept in the folder; where there is none, a new one is made and kept. */
    public static CertificateAuthority authorityIn(Path folder, String commonName, Clock clock)
            throws IOException, GeneralSecurityException {
        Path file = folder.resolve(AUTHORITY_STORE);
        if (Files.exists(file)) {
            return readAuthority(file, clock);
        }
        CertificateAuthority authority = CertificateAuthority.create(commonName, clock);
        KeyStore store = emptyStore("PKCS12");
        store.setKeyEntry(
                AUTHORITY_ALIAS, authority.key(), PASSWORD.toCharArray(), new Certificate[] {authority.certificate()});
        OwnerOnlyFiles.createFolder(folder);
        OwnerOnlyFiles.write(folder.resolve(AUTHORITY_PEM), pem(authority.certificate()));
        OwnerOnlyFiles.write(file, bytes(store));
        return authority;
    }

    /**
     * Writes what an Openfire's folder {@code resources/security} must hold: a {@code keystore} with the server's
     * certificate, and as trust stores only the one authority.
     */
    public static void writeServerStores(Path securityFolder, ServerCertificate server, X509Certificate authority)
            throws IOException, GeneralSecurityException {
        OwnerOnlyFiles.createFolder(securityFolder);
        KeyStore identity = emptyStore("JKS");
        identity.setKeyEntry(
                "server", server.key(), PASSWORD.toCharArray(), server.chain().toArray(Certificate[]::new));
        OwnerOnlyFiles.write(securityFolder.resolve("keystore"), bytes(identity));
        KeyStore trust = emptyStore("JKS");
        trust.setCertificateEntry(AUTHORITY_ALIAS, authority);
        OwnerOnlyFiles.write(securityFolder.resolve("truststore"), bytes(trust));
        OwnerOnlyFiles.write(securityFolder.resolve("client.truststore"), bytes(trust));
    }

    private static CertificateAuthority readAuthority(Path file, Clock clock)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream content = Files.newInputStream(file)) {
            store.load(content, PASSWORD.toCharArray());
        }
        if (store.getKey(AUTHORITY_ALIAS, PASSWORD.toCharArray()) instanceof PrivateKey key
                && store.getCertificate(AUTHORITY_ALIAS) instanceof X509Certificate certificate) {
            return CertificateAuthority.of(key, certificate, clock);
        }
        throw new IOException("No authority in " + file + ": delete the file, and a new one is made.");
    }

    private static KeyStore emptyStore(String type) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(type);
        store.load(null, null);
        return store;
    }

    private static byte[] bytes(KeyStore store) throws IOException, GeneralSecurityException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        store.store(content, PASSWORD.toCharArray());
        return content.toByteArray();
    }

    private static byte[] pem(X509Certificate certificate) throws GeneralSecurityException {
        String body =
                Base64.getMimeEncoder(PEM_LINE_CHARACTERS, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
        return ("-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
