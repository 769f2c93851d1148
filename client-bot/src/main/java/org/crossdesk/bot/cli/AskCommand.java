package org.crossdesk.bot.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.crossdesk.bot.smack.ArrivalLog;
import org.crossdesk.bot.smack.ClientException;
import org.crossdesk.bot.smack.ClientSettings;
import org.crossdesk.bot.smack.DeskWords;
import org.crossdesk.bot.smack.Outgoing;
import org.crossdesk.bot.smack.Received;
import org.crossdesk.bot.smack.XmppClient;
import org.crossdesk.protocol.Address;
import org.jline.reader.UserInterruptException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A patron in a terminal. */
@Command(
        name = "ask",
        description = {
            "Ask a library as a patron.",
            "Type, and read the answers as they come; /quit ends. With a question on the command line only that is"
                    + " asked, and what comes back is shown until the session is closed."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:failed; one line says what and how to mend it",
            "2:wrong words on the command line",
            "130:ended by Ctrl-C"
        })
public final class AskCommand implements Callable<Integer> {
    static final int EXIT_OK = 0;
    static final int EXIT_FAILED = 1;
    static final int EXIT_INTERRUPTED = 130;

    /** How often a wait for the next message looks whether the link is still there. */
    private static final Duration LINK_CHECK = Duration.ofSeconds(1);

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean help;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls anything
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private ConnectionOptions connection;

    @Option(names = "--at", required = true, paramLabel = "DOMAIN", description = "The library, such as uppsala.test.")
    private String at = "";

    @Option(names = "--to", paramLabel = "ADDRESS", description = "The service to ask (default: desk@ask.DOMAIN).")
    private @Nullable String to;

    @Option(
            names = "--as",
            paramLabel = "USER@DOMAIN",
            description = "The account to ask from (default: the demo's patron of that library).")
    private @Nullable String as;

    @Option(names = "--anonymous", description = "Ask without an account.")
    private boolean anonymous;

    @Option(names = "--lang", paramLabel = "TAG", description = "The language you write in, such as fa or sv-FI.")
    private @Nullable String language;

    @Parameters(paramLabel = "QUESTION", description = "The one question to ask.", arity = "0..*")
    private List<String> question = List.of();

    @Override
    public Integer call() {
        QuietLogs.begin();
        try (LineTerminal terminal = question.isEmpty() ? LineTerminal.open() : LineTerminal.plain()) {
            return run(terminal);
        } catch (CommandFailure | ClientException | IOException e) {
            spec.commandLine().getErr().println("crossdesk ask: " + e.getMessage());
            return EXIT_FAILED;
        } catch (UserInterruptException e) {
            return EXIT_INTERRUPTED;
        }
    }

    private int run(LineTerminal terminal) throws CommandFailure, ClientException, IOException {
        Address desk = Addresses.of(spec, to == null ? "desk@ask." + at : to);
        try (XmppClient client = XmppClient.connect(settings())) {
            client.onLoss(() -> terminal.print("! The connection is lost; trying again."));
            client.onReturn(resumed -> terminal.print("! The connection is back."));
            client.available(null);
            if (!question.isEmpty()) {
                long place = client.messages().end();
                client.send(Outgoing.chat(desk, String.join(" ", question)).in(language));
                return untilClosed(client, desk, terminal, place);
            }
            return talk(client, desk, terminal);
        }
    }

    private ClientSettings settings() throws CommandFailure {
        String account = as;
        if (anonymous) {
            return connection.anonymous(at).withReconnect(true);
        }
        if (account == null) {
            return connection.account(at, null).withReconnect(true);
        }
        Address who = Addresses.of(spec, account);
        return connection.account(who.domain(), who.local()).withReconnect(true);
    }

    /** The person types until they end it. Lines from a file are asked, and then the answers are waited for. */
    private int talk(XmppClient client, Address desk, LineTerminal terminal) throws ClientException, IOException {
        long place = client.messages().end();
        if (terminal.isInteractive()) {
            terminal.print("You write to " + desk + " as " + client.address().bare() + ". /quit ends.");
            client.messages().listen(message -> show(message, desk, terminal));
        }
        boolean asked = false;
        while (true) {
            String line = terminal.readLine("> ");
            if (line == null && asked && !terminal.isInteractive()) {
                return untilClosed(client, desk, terminal, place);
            }
            if (line == null || line.strip().equals("/quit")) {
                return EXIT_OK;
            }
            if (!line.isBlank()) {
                client.send(Outgoing.chat(desk, line).in(language));
                asked = true;
            }
        }
    }

    private static int untilClosed(XmppClient client, Address desk, LineTerminal terminal, long begin)
            throws ClientException {
        long place = begin;
        while (true) {
            Optional<ArrivalLog.Found<Received>> found;
            try {
                found = client.messages().await(place, message -> true, LINK_CHECK);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return EXIT_INTERRUPTED;
            }
            if (found.isEmpty()) {
                continue;
            }
            place = found.get().next();
            Received message = found.get().value();
            show(message, desk, terminal);
            if (message.isFrom(desk) && message.failure() != null) {
                return EXIT_FAILED;
            }
            // What was kept for the account is of an earlier session, even if it is that one's last line.
            if (message.isFrom(desk) && message.delayed() == null && DeskWords.of(message) == DeskWords.CLOSED) {
                return EXIT_OK;
            }
        }
    }

    private static void show(Received message, Address desk, LineTerminal terminal) {
        if (message.failure() != null) {
            terminal.print("! not delivered to " + message.from() + ": " + message.failure());
        } else if (DeskWords.of(message) != DeskWords.NOTHING) {
            String when = message.delayed() == null ? "" : "(earlier) ";
            terminal.print(when + (message.isFrom(desk) ? "" : message.from() + ": ") + message.text());
        }
    }
}
