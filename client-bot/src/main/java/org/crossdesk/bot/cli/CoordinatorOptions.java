package org.crossdesk.bot.cli;

import org.crossdesk.bot.smack.ClientException;
import org.crossdesk.bot.smack.XmppClient;
import org.crossdesk.protocol.Address;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which coordinator, of which library. */
final class CoordinatorOptions {
    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls anything
    private ConnectionOptions connection;

    @Option(names = "--at", required = true, paramLabel = "DOMAIN", description = "The library, such as north.test.")
    private String at = "";

    @Option(
            names = "--as",
            paramLabel = "NAME",
            description = "The coordinator's account there (default: the demo's coordinator of that library).")
    private @Nullable String as;

    /** The library's domain. */
    String library() {
        return at;
    }

    /** The library's desk. */
    Address desk() {
        return Address.ofDomain("ask." + at);
    }

    /** Logs the coordinator in. */
    XmppClient connect() throws CommandFailure, ClientException {
        return XmppClient.connect(connection.coordinator(at, as));
    }
}
