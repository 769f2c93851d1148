package org.crossdesk.bot.smack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * Trust in one network: the certificates of a PEM file and no others, not those of the Java installation. Handed to
 * Smack as a trust manager, since its SSL context factory does not carry the anchors.
 */
final class NetworkTrust {
    private NetworkTrust() {}

    static X509TrustManager in(Path pem) throws ClientException {
        try {
            KeyStore anchors = KeyStore.getInstance(KeyStore.getDefaultType());
            anchors.load(null, null);
            int count = 0;
            try (InputStream bytes = Files.newInputStream(pem)) {
                for (Certificate anchor :
                        CertificateFactory.getInstance("X.509").generateCertificates(bytes)) {
                    anchors.setCertificateEntry("anchor-" + count++, anchor);
                }
            }
            if (count == 0) {
                throw new ClientException("no certificate in " + pem);
            }
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(anchors);
            for (TrustManager manager : factory.getTrustManagers()) {
                if (manager instanceof X509TrustManager found) {
                    return found;
                }
            }
            throw new ClientException("this Java installation has no X.509 trust manager");
        } catch (NoSuchFileException e) {
            throw new ClientException("there is no file " + pem + ", which should hold the CA's certificate", e);
        } catch (IOException | GeneralSecurityException e) {
            throw new ClientException("cannot read the CA's certificate from " + pem + ": " + e.getMessage(), e);
        }
    }
}
