package org.crossdesk.deploy.network;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jivesoftware.smack.SmackException;
import org.jivesoftware.smack.filter.StanzaTypeFilter;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.tcp.XMPPTCPConnection;
import org.jivesoftware.smack.tcp.XMPPTCPConnectionConfiguration;
import org.jivesoftware.smack.util.TLSUtils.AcceptAllTrustManager;
import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.impl.JidCreate;

/** Somebody with a stock XMPP client, who trusts the network's authority and keeps every message. */
final class Person implements AutoCloseable {
    private final XMPPTCPConnection connection;
    private final Queue<Message> received = new ConcurrentLinkedQueue<>();

    private Person(XMPPTCPConnection connection) {
        this.connection = connection;
    }

    static Person login(Network network, String domain, String name, String password) throws Exception {
        return login(network, domain, name, password, trusting(network), null);
    }

    /** Somebody whose client believes any certificate, to log in where the server's is not to be believed. */
    static Person loginBlindly(Network network, String domain, String name, String password) throws Exception {
        return login(network, domain, name, password, new AcceptAllTrustManager(), (host, session) -> true);
    }

    private static Person login(
            Network network,
            String domain,
            String name,
            String password,
            X509TrustManager trust,
            @Nullable HostnameVerifier verifier)
            throws Exception {
        Library library = network.library(domain);
        XMPPTCPConnectionConfiguration.Builder configuration = XMPPTCPConnectionConfiguration.builder()
                .setXmppDomain(domain)
                .setHostAddress(library.address().inet())
                .setPort(library.ports().client())
                .setCustomX509TrustManager(trust)
                .setUsernameAndPassword(name, password)
                .setResource("test");
        if (verifier != null) {
            configuration.setHostnameVerifier(verifier);
        }
        Person person = new Person(new XMPPTCPConnection(configuration.build()));
        person.connection.addSyncStanzaListener(
                stanza -> person.received.add((Message) stanza), StanzaTypeFilter.MESSAGE);
        person.connection.connect().login();
        return person;
    }

    void write(String to, String body) throws SmackException.NotConnectedException, InterruptedException {
        connection.sendStanza(connection
                .getStanzaFactory()
                .buildMessageStanza()
                .to(JidCreate.fromOrThrowUnchecked(to))
                .ofType(Message.Type.chat)
                .setBody(body)
                .build());
    }

    Queue<Message> received() {
        return received;
    }

    XMPPTCPConnection connection() {
        return connection;
    }

    @Override
    public void close() {
        connection.disconnect();
    }

    private static X509TrustManager trusting(Network network) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream pem = Files.newInputStream(network.authorityPem())) {
            store.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(pem));
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return Arrays.stream(factory.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
