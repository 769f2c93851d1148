package org.crossdesk.deploy.openfire;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * An address that only programs on this machine can reach. The embedded server is an old version with known holes:
 * it is for trying and testing, so no other address is accepted.
 *
 * @param text a literal IPv4 address of 127.0.0.0/8
 */
public record LoopbackAddress(String text) {
    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

    public LoopbackAddress {
        if (!IPV4.matcher(text).matches() || !resolve(text).isLoopbackAddress()) {
            throw new StartRefusedException("Won't listen on " + text + ": this network runs on loopback addresses"
                    + " (127.x.x.x) only, because its Openfire is for trying and testing."
                    + " For production, put the plugin into your own Openfire 5.x.");
        }
    }

    /** The address for sockets. */
    public InetAddress inet() {
        return resolve(text);
    }

    private static InetAddress resolve(String literal) {
        try {
            // A literal is never looked up.
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new StartRefusedException("Not an IPv4 address: " + literal, e);
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
