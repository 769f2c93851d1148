package org.crossdesk.domain.routing;

import org.crossdesk.domain.Refusal;
import org.crossdesk.domain.Refusal.Condition;
import org.crossdesk.domain.duty.DutyRoster;
import org.crossdesk.domain.duty.OnDuty;
import org.crossdesk.protocol.Address;
import org.jspecify.annotations.Nullable;

/** What a coordinator may do to a question that waits, and why not. Ask Services, section "Supervision". */
public final class Supervising {
    private Supervising() {}

    /** Why the question can't be assigned to whoever has this nick; null: it can. */
    public static @Nullable Refusal cannotAssign(OpenQuestion question, String nick, DutyRoster roster) {
        Refusal busy = underWay(question);
        OnDuty chosen = roster.at(nick);
        if (busy != null || chosen == null) {
            return busy != null ? busy : not(nick + " is not on duty at " + question.service());
        }
        Address operator = chosen.operator();
        boolean rings = question.ringing().contains(operator);
        if (rings && question.assigned()) {
            return conflict(question, "rings at " + nick + " already");
        } else if (rings) {
            return null;
        } else if (question.declined().contains(operator)) {
            return not(nick + " has declined this question");
        } else if (question.passed().contains(operator)) {
            return not(nick + " was rung for this question and did not take it");
        } else if (question.question().excluded().contains(operator)) {
            return not(nick + " has this session, or has handed it over");
        } else if (chosen.stamp().away()) {
            return not(nick + " is away");
        }
        return chosen.full()
                ? not(nick + " has as many sessions as they can take, "
                        + chosen.stamp().capacity())
                : null;
    }

    /** Why the question can't be sent up to {@code parent}; null: it can. */
    public static @Nullable Refusal cannotPullUp(OpenQuestion question, @Nullable Address parent) {
        Refusal busy = underWay(question);
        if (busy != null) {
            return busy;
        } else if (parent == null) {
            return not(question.service() + " has no parent that a question could be sent up to");
        }
        return question.question().call().transfer()
                ? not("a transfer goes where its owner has sent it: it is not sent up")
                : null;
    }

    private static @Nullable Refusal underWay(OpenQuestion question) {
        if (!question.waits()) {
            return conflict(question, question.over() ? "is over" : "is being sent up");
        }
        String claimant = question.claimedBy();
        return claimant == null ? null : conflict(question, "is being given to " + claimant + ", who has claimed it");
    }

    private static Refusal conflict(OpenQuestion question, String what) {
        return new Refusal(Condition.CONFLICT, "question " + question.number() + " " + what);
    }

    private static Refusal not(String why) {
        return new Refusal(Condition.NOT_ACCEPTABLE, why);
    }
}
