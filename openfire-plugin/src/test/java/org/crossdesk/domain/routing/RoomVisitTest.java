package org.crossdesk.domain.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossdesk.domain.Sample.ASK_NORTH;
import static org.crossdesk.domain.Sample.START;
import static org.crossdesk.domain.Sample.UPPSALA;

import java.util.List;
import org.crossdesk.domain.Sample;
import org.crossdesk.domain.ledger.LedgerEntry;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.ask.Call;
import org.crossdesk.protocol.ask.Question;
import org.crossdesk.protocol.ask.QuestionId;
import org.crossdesk.protocol.ask.Withdraw;
import org.crossdesk.protocol.competence.Needs;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RoomVisitTest {
    private static final RoomVisit VISIT = RoomVisit.beginning(4, START);

    private static OpenQuestion open(boolean transfer, @Nullable Address only) {
        Call call = new Call(
                new QuestionId(Sample.token(1)),
                Sample.session(1),
                UPPSALA,
                transfer,
                Needs.NONE,
                "?",
                null,
                List.of(),
                null);
        Question question = new Question(call, 30, only, null, List.of(), null);
        List<Address> ringing = List.of(Sample.SHIRIN);
        return new OpenQuestion(
                question, ASK_NORTH, 20, 1, ringing, List.of(), List.of(), 0, START, 4, null, false, false, false,
                false);
    }

    private static LedgerEntry.@Nullable Kind kind(RoomVisit visit, OpenQuestion open, Withdraw.Reason reason) {
        LedgerEntry entry = visit.outcome(open, reason, START);
        return entry == null ? null : entry.kind();
    }

    @Test
    void aQuestionThatComesBackEachRoundPassesOnOnceAndWaitsFromTheFirst() {
        OpenQuestion open = open(false, null);
        assertThat(kind(VISIT, open, Withdraw.Reason.EXPIRED)).isEqualTo(LedgerEntry.Kind.QUESTION_PASSED_ON);
        RoomVisit later = VISIT.after(Withdraw.Reason.EXPIRED);
        assertThat(kind(later, open, Withdraw.Reason.EXPIRED)).isNull();
        LedgerEntry taken = later.outcome(open, Withdraw.Reason.TAKEN, START.plusSeconds(95));
        assertThat(taken).isNotNull();
        assertThat(taken.kind()).isEqualTo(LedgerEntry.Kind.QUESTION_TAKEN);
        assertThat(taken.library()).isEqualTo("tehran.test");
        assertThat(taken.measure()).isNotNull();
        assertThat(taken.measure().seconds()).isEqualTo(95);
        assertThat(taken.measure().service()).isEqualTo(ASK_NORTH);
    }

    @Test
    void whatWasTakenOnceIsNotCountedAgain() {
        RoomVisit taken = VISIT.after(Withdraw.Reason.TAKEN);
        for (Withdraw.Reason reason : Withdraw.Reason.values()) {
            assertThat(kind(taken, open(false, null), reason)).isNull();
        }
    }

    @Test
    void whatIsWithdrawnHasLeft() {
        assertThat(kind(VISIT, open(false, null), Withdraw.Reason.CANCELLED)).isEqualTo(LedgerEntry.Kind.QUESTION_LEFT);
    }

    @Test
    void whoHandsASessionOverOrAsksOneByNameAsksNoQuestion() {
        for (Withdraw.Reason reason : Withdraw.Reason.values()) {
            assertThat(kind(VISIT, open(true, null), reason)).isNull();
            assertThat(kind(VISIT, open(false, Sample.SHIRIN), reason)).isNull();
        }
        assertThat(RoomVisit.came(open(true, null).question(), ASK_NORTH, START).kind())
                .isEqualTo(LedgerEntry.Kind.HANDOVER_CAME);
        assertThat(RoomVisit.came(open(false, null).question(), ASK_NORTH, START)
                        .kind())
                .isEqualTo(LedgerEntry.Kind.QUESTION_CAME);
    }
}
