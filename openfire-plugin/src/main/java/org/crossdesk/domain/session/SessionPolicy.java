package org.crossdesk.domain.session;

import java.time.Duration;
import org.crossdesk.domain.Backoff;
import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.ask.Disclosure;

/**
 * The bounds a home desk keeps its sessions in.
 *
 * @param linesMax lines after which a patron can't go on
 * @param bytesMax room that a session may take where it is kept, which is one row of the database
 * @param bodyMaxChars longest utterance
 * @param resend the longest wait for an acknowledgement before sending again
 * @param takeBack how long an owner may be out of reach before another is called
 * @param grace how long a patron may be gone before the session is closed
 * @param followUp how long an answer may be left for later, to its owner, and once more to the home library
 * @param additions how long what the patron writes after a talk is an addition to it
 * @param ceiling how long all steps of a call may take together before the patron is offered an answer later
 * @param othersSee what operators of other libraries see of what was said before they came
 * @param oversight what coordinators of other libraries' services see of the sessions that run by these
 */
public record SessionPolicy(
        int linesMax,
        int bytesMax,
        int bodyMaxChars,
        Duration resend,
        Duration takeBack,
        Duration grace,
        Duration followUp,
        Duration additions,
        Duration ceiling,
        Disclosure othersSee,
        Oversight oversight) {
    /** Room for the operator to end a session that has reached its bound. */
    static final int LINES_BEYOND_MAX = 100;

    /** Room for the operator to end a session that has reached that bound. */
    static final int BYTES_BEYOND_MAX = 100_000;

    /** Lines that may be under way to an operator's desk at a time. */
    static final int RELAY_WINDOW_LINES = Bounds.RELAY_MAX_UTTERANCES;

    /** Characters of one relay; a server's stanza limit is at least ten times that. */
    static final int RELAY_MAX_CHARS = 60_000;

    /** Operators beside the owner. */
    static final int BESIDE_MAX = 4;

    /** For so long after a talk what the patron writes is an addition, or thanks. */
    public static final Duration ADDITIONS = Duration.ofMinutes(10);

    /** So long a patron waits before they are offered an answer later. */
    public static final Duration CEILING = Duration.ofSeconds(90);

    /** An owner's desk that has been silent for so long can't be reached: the patron is told. */
    static final Duration SILENT = Duration.ofSeconds(30);

    /** A policy with the usual patience for people who are gone. */
    public SessionPolicy(int linesMax, int bodyMaxChars, Duration resend) {
        this(
                linesMax,
                1_000_000,
                bodyMaxChars,
                resend,
                Duration.ofMinutes(10),
                Duration.ofMinutes(5),
                Duration.ofDays(7),
                ADDITIONS,
                CEILING,
                Disclosure.ALL,
                Oversight.COUNTS);
    }

    /** Whether a patron can't go on. */
    boolean full(Transcript transcript) {
        return transcript.size() >= linesMax || transcript.bytes() >= bytesMax;
    }

    /** Whether nobody can go on. */
    boolean overfull(Transcript transcript) {
        return transcript.size() >= linesMax + LINES_BEYOND_MAX
                || transcript.bytes() >= bytesMax + (long) BYTES_BEYOND_MAX;
    }

    /** How long to wait for an acknowledgement after so many vain tries. */
    Duration resend(int tries) {
        return Backoff.wait(resend, tries);
    }

    /** Whether so many vain tries have taken as long as a desk may be silent. */
    boolean silent(int tries) {
        return resend.multipliedBy(tries).compareTo(SILENT) >= 0;
    }
}
