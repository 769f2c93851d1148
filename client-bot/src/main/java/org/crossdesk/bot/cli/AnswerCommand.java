package org.crossdesk.bot.cli;

import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.crossdesk.bot.smack.ClientException;
import org.crossdesk.bot.smack.Duty;
import org.crossdesk.bot.smack.XmppClient;
import org.crossdesk.protocol.Address;
import org.jline.reader.UserInterruptException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** An operator in a terminal. */
@Command(
        name = "answer",
        description = {
            "Answer patrons as an operator.",
            "Goes on duty, shows offers and sessions with short numbers, and sends what you type to the current one."
        },
        footerHeading = "%nWhile it runs:%n",
        footer = {
            "  any line           to the current session; the first accepts an offer",
            "  /use N             turn to session N",
            "  /sessions          list the sessions",
            "  /accept            accept the offer without a word yet",
            "  /decline           decline the offer",
            "  /transfer NEEDS    hand the session over, e.g. /transfer subject=law",
            "  /cancel            take the transfer back",
            "  /close HOW READ    end the session, e.g. /close answered 4 #law",
            "  /duty on|off       go on or off duty; your sessions go on",
            "  /quit              go off duty and end"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:failed; one line says what and how to mend it",
            "2:wrong words on the command line",
            "130:ended by Ctrl-C"
        })
public final class AnswerCommand implements Callable<Integer> {
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

    @Option(names = "--as", required = true, paramLabel = "NAME@DOMAIN", description = "The operator's account.")
    private String as = "";

    @Option(
            names = "--service",
            paramLabel = "ADDRESS",
            description = "A service to staff; may stand more than once (default: all that you may staff; with"
                    + " --rooms all that your own desk has).")
    private List<String> services = List.of();

    @Option(names = "--rooms", description = "Go on duty by entering the staff rooms, and not by the desk's command.")
    private boolean rooms;

    @Override
    public Integer call() {
        QuietLogs.begin();
        try (LineTerminal terminal = LineTerminal.open()) {
            return run(terminal);
        } catch (CommandFailure | ClientException | IOException e) {
            spec.commandLine().getErr().println("crossdesk answer: " + e.getMessage());
            return AskCommand.EXIT_FAILED;
        } catch (UserInterruptException e) {
            return AskCommand.EXIT_INTERRUPTED;
        }
    }

    private int run(LineTerminal terminal) throws CommandFailure, ClientException, IOException {
        Address who = Addresses.of(spec, as);
        try (XmppClient client =
                XmppClient.connect(connection.account(who.domain(), who.local()).withReconnect(true))) {
            SessionBoard board = new SessionBoard(ZoneId.systemDefault());
            client.messages().listen(message -> board.arrived(message).forEach(terminal::print));
            client.available(null);
            new OperatorSeat(
                            client,
                            board,
                            services(client),
                            rooms,
                            terminal,
                            List.of(spec.usageMessage().footer()))
                    .work();
            return AskCommand.EXIT_OK;
        }
    }

    private List<Address> services(XmppClient client) throws CommandFailure, ClientException {
        if (!services.isEmpty()) {
            return services.stream().map(text -> Addresses.service(spec, text)).toList();
        }
        if (!rooms) {
            return List.of();
        }
        Address desk = Duty.desk(client.address().domain());
        List<Address> own = client.items(desk).keySet().stream()
                .filter(item -> item.local() != null)
                .toList();
        if (own.isEmpty()) {
            throw new CommandFailure(desk + " has no service: name one by --service");
        }
        return own;
    }
}
