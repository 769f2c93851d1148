package org.crossdesk.bot.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.crossdesk.bot.smack.ClientException;
import org.crossdesk.bot.smack.Duty;
import org.crossdesk.bot.smack.Outgoing;
import org.crossdesk.bot.smack.XmppClient;
import org.crossdesk.protocol.Address;
import org.jspecify.annotations.Nullable;

/** An operator at a terminal, from going on duty to {@code /quit}: does what is typed, shows what comes. */
final class OperatorSeat implements Typed.Visitor {
    private final XmppClient client;
    private final SessionBoard board;
    private final Duty duty;
    private final List<Address> services;
    private final boolean rooms;
    private final LineTerminal terminal;
    private final List<String> help;
    private boolean onDuty;
    private boolean leaving;

    /**
     * With {@code rooms} duty is entering the staff rooms of {@code services}, or else the desk's command; no services
     * are then those that the desk proposes.
     */
    OperatorSeat(
            XmppClient client,
            SessionBoard board,
            List<Address> services,
            boolean rooms,
            LineTerminal terminal,
            List<String> help) {
        this.client = client;
        this.board = board;
        this.duty = new Duty(client);
        this.services = List.copyOf(services);
        this.rooms = rooms;
        this.terminal = terminal;
        this.help = List.copyOf(help);
    }

    /** Goes on duty, works until the person ends it or the lines do, and goes off duty. */
    void work() throws ClientException, IOException {
        client.onLoss(() -> terminal.print("! The connection is lost; trying again."));
        client.onReturn(resumed -> terminal.print(
                resumed || rooms
                        ? "! The connection is back."
                        : "! The connection is back. The desk may have taken you off duty: /duty on."));
        setDuty(true);
        try {
            for (String line = read(); line != null && !leaving; line = leaving ? null : read()) {
                obey(line);
            }
        } finally {
            if (onDuty && client.isOnline()) {
                setDuty(false);
            }
        }
    }

    private @Nullable String read() throws IOException {
        return terminal.readLine(board.prompt());
    }

    private void obey(String line) {
        try {
            Typed.parse(line).accept(this);
        } catch (ClientException e) {
            terminal.print("! " + e.getMessage());
        }
    }

    private void setDuty(boolean on) throws ClientException {
        if (!rooms) {
            duty.command(services, on).notes().forEach(terminal::print);
        } else if (on) {
            for (Address service : services) {
                duty.enter(service);
            }
        } else {
            for (Address service : services) {
                duty.leave(service);
            }
        }
        onDuty = on;
        if (rooms) {
            String where = services.stream().map(Address::toString).collect(Collectors.joining(", "));
            terminal.print((on ? "On duty: " : "Off duty: ") + where);
        }
        if (on) {
            terminal.print("/help tells what you can do.");
        }
    }

    @Override
    public void forSession(Typed.ForSession words) throws ClientException {
        Optional<Address> session = board.addressee();
        if (session.isEmpty()) {
            terminal.print("! Nothing was sent: you are in no session, or it has just ended. Wait for an offer, or turn"
                    + " to a session by /use N.");
            return;
        }
        client.send(Outgoing.chat(session.get(), words.text()));
    }

    @Override
    public void use(Typed.Use use) {
        terminal.print(
                board.use(use.number())
                        ? "What you type now goes to [" + use.number() + "]."
                        : "! No session has the number " + use.number() + ".");
    }

    @Override
    public void duty(Typed.Duty wish) throws ClientException {
        setDuty(wish.on());
    }

    @Override
    public void sessions() {
        board.lines().forEach(terminal::print);
    }

    @Override
    public void help() {
        help.forEach(terminal::print);
    }

    @Override
    public void wrong(Typed.Wrong wrong) {
        terminal.print("! " + wrong.usage());
    }

    @Override
    public void quit() {
        leaving = true;
    }
}
