package org.crossdesk.deploy.openfire;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;

/**
 * The ports a library's server listens on.
 *
 * @param client XMPP clients
 * @param server other libraries' servers
 * @param web WebSocket and BOSH
 */
public record Ports(int client, int server, int web) {
    /** XMPP's registered ports, and Openfire's own for the web. */
    public static final Ports STANDARD = new Ports(5222, 5269, 7070);

    /** All of them. */
    public List<Integer> all() {
        return List.of(client, server, web);
    }

    /** Refuses, with the mend, unless all ports are free at the address. */
    public void requireFree(LoopbackAddress address) {
        for (int port : all()) {
            try (ServerSocket probe = new ServerSocket()) {
                // As the server itself does: connections that have just ended don't count.
                probe.setReuseAddress(true);
                probe.bind(new InetSocketAddress(address.inet(), port));
            } catch (BindException e) {
                throw new StartRefusedException(refusal(address, port, e), e);
            } catch (IOException e) {
                throw new StartRefusedException("Can't listen on " + address + " port " + port + ": " + e, e);
            }
        }
    }

    private static String refusal(LoopbackAddress address, int port, BindException cause) {
        String message = String.valueOf(cause.getMessage());
        if (message.contains("assign")) {
            return "This machine has no address " + address + ": add it to the loopback interface"
                    + " (macOS: sudo ifconfig lo0 alias " + address + ") and start again.";
        }
        return "Port " + port + " at " + address + " is in use: stop the program that holds it (ss -ltnp 'sport = :"
                + port + "' names it) and start again.";
    }
}
