package org.crossdesk.protocol;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.crossdesk.protocol.xml.XmlCharacters;

/** The bounds of the wire. The schemas hold the same numbers, and a test compares them. */
public final class Bounds {
    /** Longest body of one utterance. */
    public static final int BODY_MAX_CHARS = 20_000;

    /** Longest link that words carry. */
    public static final int LINK_MAX_CHARS = 2_000;

    /** Longest summary in a question or an offer. */
    public static final int SUMMARY_MAX_CHARS = 500;

    /** Longest policy page (text or address) in an offer. */
    public static final int POLICY_MAX_CHARS = 4_000;

    /** Most hops a session may have made. */
    public static final int HOPS_MAX = 8;

    /** Most languages, subjects or insights of one profile, each. */
    public static final int COMPETENCES_MAX = 200;

    /** Most languages, subjects or insights of one need, each. */
    public static final int NEEDS_MAX = 16;

    /** Most labels of one subject. */
    public static final int LABELS_MAX = 8;

    /** Most characters of all labels of one profile together: else two hundred subjects would not fit into a stanza. */
    public static final int PROFILE_LABELS_MAX_CHARS = 40_000;

    /** Most operators that one answer to a search names. */
    public static final int FOUND_MAX = 50;

    /** Sessions that a home desk shows of those that run by a service. */
    public static final int RUNNING_MAX = 50;

    /** Groups of a service that are to be asked before it. */
    public static final int GROUPS_MAX = 4;

    /** Services that one operator may staff, as their client is told. */
    public static final int POSTS_MAX = 200;

    /** Most operators a question may exclude. */
    public static final int EXCLUDED_MAX = 64;

    /** Most utterances in one relay. */
    public static final int RELAY_MAX_UTTERANCES = 50;

    /**
     * Most characters of all bodies of one relay together: with them it stays below the smallest limit that
     * servers set for a stanza from another server (512 KiB), escaped and in any script. A larger one would end the
     * stream between the desks, again with each resending.
     */
    public static final int RELAY_MAX_CHARS = 3 * BODY_MAX_CHARS;

    /** Scripts in one answer. */
    public static final int SCRIPTS_MAX = 200;

    /** Longest script. */
    public static final int SCRIPT_MAX_CHARS = 1_000;

    /** What a patron says of a conversation that is over, in characters. */
    public static final int RATING_MAX_CHARS = 1_000;

    /** Tags that an operator gives a session when they close it. */
    public static final int TAGS_MAX = 8;

    /** Longest tag of a session. */
    public static final int TAG_MAX_CHARS = 40;

    /** Characters of what an operator adds to their profile in their own words. */
    public static final int NOTE_MAX_CHARS = 500;

    /** Times in somebody's working hours: three on each day. */
    public static final int TIMES_MAX = 21;

    /** Longest name of a scheme, concept, community, handle or a label. */
    public static final int NAME_MAX_CHARS = 255;

    /** Longest reason given in words. */
    public static final int REASON_MAX_CHARS = 500;

    /** Longest an offer or a question may stay open. */
    public static final int EXPIRY_MAX_SECONDS = 3_600;

    /** Highest load or capacity that a stamp may claim. */
    public static final int CAPACITY_MAX = 100;

    /** Longest language tag: RFC 5646, section 4.4.1. */
    public static final int LANGUAGE_TAG_MAX_CHARS = 35;

    private static final Pattern LANGUAGE_TAG = Pattern.compile("[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*");
    private static final Instant TIME_MIN = Instant.parse("1000-01-01T00:00:00Z");
    private static final Instant TIME_END = Instant.parse("+10000-01-01T00:00:00Z");

    private Bounds() {}

    /** Returns {@code text} if it has 1 to {@code maxChars} characters (code points), all of which XML can carry. */
    public static String text(String what, String text, int maxChars) {
        // A text that is short enough in UTF-16 is short enough, and most are.
        int chars = text.length() <= maxChars ? text.length() : text.codePointCount(0, text.length());
        if (text.isEmpty() || chars > maxChars) {
            throw new IllegalArgumentException(
                    what + " has " + chars + " characters, 1 to " + maxChars + " are allowed");
        }
        if (!XmlCharacters.allowed(text)) {
            throw new IllegalArgumentException(what + " has a character that XML cannot carry");
        }
        return text;
    }

    /** Like {@link #text}, without tabs and line breaks, which do not survive in attributes everywhere. */
    public static String line(String what, String line, int maxChars) {
        if (line.indexOf('\n') >= 0 || line.indexOf('\r') >= 0 || line.indexOf('\t') >= 0) {
            throw new IllegalArgumentException(what + " has a tab or a line break");
        }
        return text(what, line, maxChars);
    }

    /** Returns {@code tag} if it has the shape of a language tag (BCP 47). */
    public static String languageTag(String what, String tag) {
        if (tag.length() > LANGUAGE_TAG_MAX_CHARS || !LANGUAGE_TAG.matcher(tag).matches()) {
            throw new IllegalArgumentException(what + " is not a language tag");
        }
        return tag;
    }

    /** Returns {@code time} if four digits can write its year. */
    public static Instant time(String what, Instant time) {
        if (time.isBefore(TIME_MIN) || !time.isBefore(TIME_END)) {
            throw new IllegalArgumentException(what + " is not in the years 1000 to 9999");
        }
        return time;
    }

    /** Returns {@code number} if it lies between {@code least} and {@code most}. */
    public static long range(String what, long number, long least, long most) {
        if (number < least || number > most) {
            throw new IllegalArgumentException(what + " is " + number + ", " + least + " to " + most + " are allowed");
        }
        return number;
    }

    /** Returns an unmodifiable copy of {@code list} if it has at most {@code most} entries. */
    public static <T> List<T> list(String what, List<T> list, int most) {
        if (list.size() > most) {
            throw new IllegalArgumentException(
                    what + " has " + list.size() + " entries, at most " + most + " are allowed");
        }
        return List.copyOf(list);
    }
}
