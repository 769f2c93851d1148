package org.crossdesk.edge.xmpp;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What somebody types into a staff room: {@code claim 4}, {@code who}, {@code help}, or talk among colleagues. */
sealed interface RoomLine {
    /** Longer than anything that is meant for the service. */
    int LONGEST = 100;

    /** Marks of direction come along with what is copied from a card in Persian. */
    Pattern LINE = Pattern.compile("(?i)[/!]?(claim|who|help)(?:\\s+#?(\\p{Nd}{1,9}))?[.!?]?");

    /** They want the question of this number. */
    record Claim(int number) implements RoomLine {}

    /** They ask who is on duty. */
    record Who() implements RoomLine {}

    /** They ask what can be asked. */
    record Help() implements RoomLine {}

    /** It is not for the service. */
    record Talk() implements RoomLine {}

    /** Reads what was typed. */
    static RoomLine of(String body) {
        if (body.length() > LONGEST) {
            return new Talk();
        }
        Matcher line =
                LINE.matcher(OperatorLine.DIRECTION.matcher(body).replaceAll("").strip());
        if (!line.matches()) {
            return new Talk();
        }
        String number = line.group(2);
        return switch (line.group(1).toLowerCase(Locale.ROOT)) {
            case "claim" -> number == null ? new Help() : new Claim(Integer.parseInt(number));
            case "who" -> number == null ? new Who() : new Talk();
            default -> number == null ? new Help() : new Talk();
        };
    }
}
