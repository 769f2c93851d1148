package org.crossdesk.bot.smack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import javax.net.SocketFactory;
import org.jivesoftware.smack.ConnectionConfiguration.SecurityMode;
import org.jivesoftware.smack.tcp.XMPPTCPConnectionConfiguration;
import org.jspecify.annotations.Nullable;
import org.jxmpp.stringprep.XmppStringprepException;

/** The TCP link under one client: how Smack is to make it, and the socket that it made, so that it can be cut. */
final class TcpLink extends SocketFactory {
    private volatile @Nullable Socket socket;

    XMPPTCPConnectionConfiguration configuration(ClientSettings settings) throws ClientException {
        try {
            XMPPTCPConnectionConfiguration.Builder configuration = XMPPTCPConnectionConfiguration.builder()
                    .setXmppDomain(settings.domain())
                    .setHostAddress(InetAddress.getByName(settings.host()))
                    .setPort(settings.port())
                    .setSecurityMode(SecurityMode.required)
                    .setCustomX509TrustManager(NetworkTrust.in(settings.ca()))
                    .setConnectTimeout(Math.toIntExact(settings.patience().toMillis()))
                    .setSocketFactory(this)
                    .setCompressionEnabled(false)
                    .setSendPresence(false);
            String resource = settings.resource();
            if (resource != null) {
                configuration.setResource(resource);
            }
            if (settings.login() instanceof Login.Account account) {
                configuration.setUsernameAndPassword(account.name(), account.password());
            } else {
                configuration.performSaslAnonymousAuthentication();
            }
            return configuration.build();
        } catch (UnknownHostException e) {
            throw new ClientException("no machine is known by the name " + settings.host(), e);
        } catch (XmppStringprepException e) {
            throw new ClientException("not a domain or resource of XMPP: " + e.getMessage(), e);
        }
    }

    /** Closes the socket under Smack's feet. */
    void cut() {
        Socket open = socket;
        if (open == null) {
            return;
        }
        try {
            open.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("a socket could not be closed", e);
        }
    }

    private Socket keep(Socket made) {
        socket = made;
        return made;
    }

    @Override
    public Socket createSocket() {
        return keep(new Socket());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return keep(new Socket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return keep(new Socket(host, port, localHost, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return keep(new Socket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
        return keep(new Socket(host, port, localHost, localPort));
    }
}
