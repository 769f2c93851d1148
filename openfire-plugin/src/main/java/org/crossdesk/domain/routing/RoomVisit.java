package org.crossdesk.domain.routing;

import java.time.Instant;
import org.crossdesk.domain.LibraryDomain;
import org.crossdesk.domain.ledger.LedgerEntry;
import org.crossdesk.domain.ledger.Measure;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.ask.Question;
import org.crossdesk.protocol.ask.Withdraw;
import org.jspecify.annotations.Nullable;

/**
 * A session at a service's staff room, however often its home desk asks there: what it counts as. Immutable.
 *
 * @param number how it is called in the room
 * @param since when it came first
 * @param passedOn whether nobody took it in its time, once at least
 * @param taken whether somebody took it
 */
public record RoomVisit(int number, Instant since, boolean passedOn, boolean taken) {
    /** It comes for the first time. */
    public static RoomVisit beginning(int number, Instant now) {
        return new RoomVisit(number, now, false, false);
    }

    /** What the ledger has of its coming. */
    public static LedgerEntry came(Question question, Address service, Instant now) {
        LedgerEntry.Kind kind =
                question.call().transfer() ? LedgerEntry.Kind.HANDOVER_CAME : LedgerEntry.Kind.QUESTION_CAME;
        return new LedgerEntry(kind, LibraryDomain.of(question.call().home()), null, null)
                .measured(Measure.at(service, now));
    }

    /** What the ledger has of its end; null where it has that already, or it is not a question that waits for an owner. */
    public @Nullable LedgerEntry outcome(OpenQuestion open, Withdraw.Reason reason, Instant now) {
        if (open.question().call().transfer() || open.question().only() != null || taken) {
            return null;
        }
        String home = LibraryDomain.of(open.question().call().home());
        Address by = open.takenBy();
        return switch (reason) {
            case TAKEN ->
                new LedgerEntry(LedgerEntry.Kind.QUESTION_TAKEN, by == null ? home : LibraryDomain.of(by), null, null)
                        .measured(Measure.ofWait(open.service(), since, now));
            case EXPIRED ->
                passedOn
                        ? null
                        : new LedgerEntry(LedgerEntry.Kind.QUESTION_PASSED_ON, home, null, null)
                                .measured(Measure.at(open.service(), now));
            case CANCELLED ->
                new LedgerEntry(LedgerEntry.Kind.QUESTION_LEFT, home, null, null)
                        .measured(Measure.at(open.service(), now));
        };
    }

    /** With that behind it. */
    public RoomVisit after(Withdraw.Reason reason) {
        return switch (reason) {
            case TAKEN -> new RoomVisit(number, since, passedOn, true);
            case EXPIRED -> new RoomVisit(number, since, true, taken);
            case CANCELLED -> this;
        };
    }
}
