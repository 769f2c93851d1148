package org.crossdesk.deploy.certificate;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * An authority that vouches for the servers of one network: servers of the network believe each other because it
 * signed their certificates (RFC 6120, section 13.7). Keys are on the curve P-256.
 */
public final class CertificateAuthority {
    private static final Duration AUTHORITY_LIFETIME = Duration.ofDays(3_650);
    private static final Duration SERVER_LIFETIME = Duration.ofDays(365);
    /** Machines' clocks differ: what is made now must already hold where the clock is behind. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofHours(1);

    private static final String CURVE = "secp256r1";
    private static final String SIGNATURE = "SHA256withECDSA";
    private static final int SERIAL_BITS = 127;

    private final PrivateKey key;
    private final X509Certificate certificate;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    private CertificateAuthority(PrivateKey key, X509Certificate certificate, Clock clock) {
        this.key = key;
        this.certificate = certificate;
        this.clock = clock;
    }

    /** Makes a new authority, which nobody trusts yet. */
    public static CertificateAuthority create(String commonName, Clock clock) throws GeneralSecurityException {
        KeyPair keys = newKeys();
        X500Name name = nameOf(commonName);
        Instant now = clock.instant();
        X509v3CertificateBuilder draft = new JcaX509v3CertificateBuilder(
                name,
                new BigInteger(SERIAL_BITS, new SecureRandom()),
                Date.from(now.minus(CLOCK_TOLERANCE)),
                Date.from(now.plus(AUTHORITY_LIFETIME)),
                name,
                keys.getPublic());
        try {
            draft.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            draft.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            draft.addExtension(
                    Extension.subjectKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createSubjectKeyIdentifier(keys.getPublic()));
        } catch (IOException e) {
            throw new GeneralSecurityException("an extension of the authority's certificate can't be encoded", e);
        }
        return new CertificateAuthority(keys.getPrivate(), sign(draft, keys.getPrivate()), clock);
    }

    /** An authority made earlier. */
    public static CertificateAuthority of(PrivateKey key, X509Certificate certificate, Clock clock) {
        return new CertificateAuthority(key, certificate, clock);
    }

    /** The authority's own certificate: who trusts it trusts the servers it vouches for. */
    public X509Certificate certificate() {
        return certificate;
    }

    PrivateKey key() {
        return key;
    }

    /**
     * Vouches for a server.
     *
     * @param names the domains it speaks for; the first stands for it in its subject, too. A server's name counts
     *     only as a dNSName (RFC 6125), so all of them are there.
     */
    public ServerCertificate issue(List<String> names) throws GeneralSecurityException {
        KeyPair keys = newKeys();
        Instant now = clock.instant();
        X509v3CertificateBuilder draft = new JcaX509v3CertificateBuilder(
                certificate,
                new BigInteger(SERIAL_BITS, random),
                Date.from(now.minus(CLOCK_TOLERANCE)),
                Date.from(now.plus(SERVER_LIFETIME)),
                nameOf(names.get(0)),
                keys.getPublic());
        addServerExtensions(draft, keys.getPublic(), names);
        return new ServerCertificate(keys.getPrivate(), List.of(sign(draft, key), certificate));
    }

    private void addServerExtensions(X509v3CertificateBuilder draft, PublicKey subject, List<String> names)
            throws GeneralSecurityException {
        GeneralName[] alternatives = names.stream()
                .map(name -> new GeneralName(GeneralName.dNSName, name))
                .toArray(GeneralName[]::new);
        // Between servers each is the client of the other: both purposes in one certificate.
        KeyPurposeId[] purposes = {KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth};
        JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
        try {
            draft.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            draft.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            draft.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purposes));
            draft.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(alternatives));
            draft.addExtension(Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(subject));
            draft.addExtension(
                    Extension.authorityKeyIdentifier, false, identifiers.createAuthorityKeyIdentifier(certificate));
        } catch (IOException e) {
            throw new GeneralSecurityException("an extension of a server's certificate can't be encoded", e);
        }
    }

    private static KeyPair newKeys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(CURVE));
        return generator.generateKeyPair();
    }

    private static X500Name nameOf(String commonName) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.CN, commonName)
                .build();
    }

    private static X509Certificate sign(X509v3CertificateBuilder draft, PrivateKey key)
            throws GeneralSecurityException {
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate(draft.build(new JcaContentSignerBuilder(SIGNATURE).build(key)));
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException("this Java can't sign with " + SIGNATURE, e);
        }
    }
}
