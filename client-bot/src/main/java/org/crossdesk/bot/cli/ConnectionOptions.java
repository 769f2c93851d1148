package org.crossdesk.bot.cli;

import java.io.Console;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.crossdesk.bot.smack.ClientSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How to reach a server that is not, or not only, described by the running demo. */
final class ConnectionOptions {
    @Option(
            names = "--password",
            paramLabel = "PASSWORD",
            description = "The account's password (default: the demo's, or else you are asked).")
    private @Nullable String password;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = "Where the server listens (default: where the running demo has it).")
    private @Nullable String host;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Its port for clients (default: the demo's, or else 5222).")
    private @Nullable Integer port;

    @Option(
            names = "--ca",
            paramLabel = "FILE",
            description = "PEM file of the authority that signed the server's certificate (default: the demo's).")
    private @Nullable Path ca;

    /** For an account; {@code name} null is the demo's patron of that library. */
    ClientSettings account(String domain, @Nullable String name) throws CommandFailure {
        return account(domain, name, "patron", network -> network.patron(domain));
    }

    /** For an account; {@code name} null is the demo's coordinator of that library. */
    ClientSettings coordinator(String domain, @Nullable String name) throws CommandFailure {
        return account(domain, name, "coordinator", network -> network.coordinator(domain));
    }

    private ClientSettings account(
            String domain, @Nullable String name, String role, Function<DemoNetwork, Optional<String>> usual)
            throws CommandFailure {
        Place place = place(domain);
        Optional<DemoNetwork> demo = place.demo();
        String login = name != null
                ? name
                : demo.flatMap(usual)
                        .orElseThrow(() -> new CommandFailure(
                                "no " + role + "'s account is known at " + domain + ": name one by --as"));
        return settings(() -> ClientSettings.account(
                domain, place.host(), place.port(), place.ca(), login, secret(demo, login, domain)));
    }

    /** For a patron without an account. */
    ClientSettings anonymous(String domain) throws CommandFailure {
        Place place = place(domain);
        return settings(() -> ClientSettings.anonymous(domain, place.host(), place.port(), place.ca()));
    }

    /** Where a server is. */
    private record Place(Optional<DemoNetwork> demo, String host, int port, Path ca) {}

    private Place place(String domain) throws CommandFailure {
        Path namedCa = ca;
        String namedHost = host;
        Integer namedPort = port;
        if (namedHost != null && namedCa != null) {
            return new Place(
                    Optional.empty(), namedHost, namedPort == null ? ClientSettings.DEFAULT_PORT : namedPort, namedCa);
        }
        DemoNetwork demo = DemoNetwork.find()
                .orElseThrow(() -> new CommandFailure(
                        "no demo network is running: start it with ./crossdesk demo, or name --host and --ca"));
        Path demoCa =
                demo.ca().orElseThrow(() -> new CommandFailure("the demo's file names no authority: name it by --ca"));
        if (namedHost != null) {
            return new Place(
                    Optional.of(demo), namedHost, namedPort == null ? ClientSettings.DEFAULT_PORT : namedPort, demoCa);
        }
        DemoNetwork.Server server = demo.server(domain);
        return new Place(
                Optional.of(demo),
                server.host(),
                namedPort == null ? server.port() : namedPort,
                namedCa == null ? demoCa : namedCa);
    }

    @SuppressWarnings("SystemConsoleNull") // from JDK 22 on the password can come from a pipe as well
    private String secret(Optional<DemoNetwork> demo, String login, String domain) throws CommandFailure {
        if (password != null) {
            return password;
        }
        Optional<String> known = demo.flatMap(network -> network.password(login, domain));
        if (known.isPresent()) {
            return known.get();
        }
        Console console = System.console();
        char[] typed = console == null ? null : console.readPassword("Password of %s@%s: ", login, domain);
        if (typed == null) {
            throw new CommandFailure("no password is known for " + login + "@" + domain + ": name it by --password");
        }
        return new String(typed);
    }

    private interface Making {
        ClientSettings make() throws CommandFailure;
    }

    private static ClientSettings settings(Making making) throws CommandFailure {
        try {
            return making.make();
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(String.valueOf(e.getMessage()), e);
        }
    }
}
