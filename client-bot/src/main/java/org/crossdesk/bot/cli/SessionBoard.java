package org.crossdesk.bot.cli;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crossdesk.bot.smack.DeskWords;
import org.crossdesk.bot.smack.Received;
import org.crossdesk.protocol.Address;
import org.jspecify.annotations.Nullable;

/**
 * An operator's sessions in a terminal: gives each a short number and keeps which one a typed line goes to. That never
 * changes by itself while there is one, so that nobody answers the wrong patron. Any thread may call it.
 */
final class SessionBoard {
    /** Most sessions shown; the oldest is forgotten first. */
    static final int SESSIONS_MAX = 500;

    private final DateTimeFormatter clock;
    private final Map<Address, Integer> numbers = new LinkedHashMap<>();
    private @Nullable Address current;
    private @Nullable Address prompted;
    private int last;

    SessionBoard(ZoneId zone) {
        this.clock = DateTimeFormatter.ofPattern("HH:mm").withZone(zone);
    }

    /** The lines to show for what arrived; none where there is nothing to read. */
    synchronized List<String> arrived(Received message) {
        if (message.failure() != null) {
            return List.of("! not delivered to " + message.from() + ": " + message.failure());
        }
        DeskWords kind = DeskWords.of(message);
        if (kind == DeskWords.NOTHING) {
            return List.of();
        }
        Address session = message.from().bare();
        if (session.local() == null) {
            return List.of("desk: " + message.text());
        }
        int number = numbers.computeIfAbsent(session, key -> ++last);
        forgetOldest();
        List<String> lines = new ArrayList<>();
        lines.add("[" + number + "] " + prefix(kind, message) + message.text());
        if (kind == DeskWords.CLOSED) {
            numbers.remove(session);
            if (session.equals(current)) {
                current = null;
                lines.add("[" + number + "] is over; " + others());
            }
        } else if (current == null) {
            current = session;
            lines.add("What you type now goes to [" + number + "].");
        } else if (kind == DeskWords.OFFER && !session.equals(current)) {
            lines.add("(/use " + number + " to turn to it; you write to [" + numbers.get(current) + "])");
        }
        return lines;
    }

    private String prefix(DeskWords kind, Received message) {
        return switch (kind) {
            case OFFER -> "OFFER: ";
            // A line of the session that the patron did not write says itself whose it is: "[librarian] Hello".
            case NOTE, CLOSED -> message.text().startsWith("[") ? "" : "desk: ";
            case TRANSCRIPT ->
                "earlier" + (message.delayed() == null ? "" : ", " + clock.format(message.delayed())) + ": ";
            case SAID, NOTHING -> "patron: ";
        };
    }

    private String others() {
        return numbers.isEmpty() ? "you have no other session." : "/use N turns to another: " + numbers.values();
    }

    private void forgetOldest() {
        if (numbers.size() > SESSIONS_MAX) {
            Address oldest = numbers.keySet().iterator().next();
            numbers.remove(oldest);
            if (oldest.equals(current)) {
                current = null;
            }
        }
    }

    /** The current session. */
    synchronized Optional<Address> current() {
        return Optional.ofNullable(current);
    }

    /**
     * Where the line goes that was typed at the last {@link #prompt}. Sessions end and come while one types: words for
     * one patron must not reach the next, so a line for a session that is over goes nowhere.
     */
    synchronized Optional<Address> addressee() {
        return prompted == null || prompted.equals(current) ? Optional.ofNullable(current) : Optional.empty();
    }

    /** Turns to another session; false if none has that number. */
    synchronized boolean use(int number) {
        for (Map.Entry<Address, Integer> entry : numbers.entrySet()) {
            if (entry.getValue() == number) {
                current = entry.getKey();
                prompted = current;
                return true;
            }
        }
        return false;
    }

    /** What stands before the line to type. */
    synchronized String prompt() {
        prompted = current;
        Integer number = current == null ? null : numbers.get(current);
        return number == null ? "> " : "[" + number + "]> ";
    }

    /** The sessions, a line each. */
    synchronized List<String> lines() {
        if (numbers.isEmpty()) {
            return List.of("You have no session.");
        }
        return numbers.entrySet().stream()
                .map(entry ->
                        (entry.getKey().equals(current) ? "→ [" : "  [") + entry.getValue() + "] " + entry.getKey())
                .toList();
    }
}
