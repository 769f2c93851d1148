package org.crossdesk.domain.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.crossdesk.domain.competence.scheme.SubjectOrder;
import org.crossdesk.domain.service.Step;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.ask.Prospect;
import org.crossdesk.protocol.ask.QuestionId;
import org.crossdesk.protocol.ask.RollUp;
import org.crossdesk.protocol.competence.Needs;
import org.crossdesk.protocol.session.Role;
import org.jspecify.annotations.Nullable;

/**
 * The session is calling for an operator.
 *
 * @param question names the call of the present step
 * @param steps where to look, in order
 * @param index the present step
 * @param transfer whether an owner hands it over
 * @param needs what the operator must know
 * @param summary one line for whoever is rung
 * @param role what they are to be beside the owner; none: the owner
 * @param only the one operator who may be rung; none: whoever fits
 * @param since when this round of steps began; none: a round without a ceiling
 * @param preferred who is to be rung before the others, if anybody
 * @param prospect what the services of earlier steps know of why nobody came; none: nothing
 * @param by the service whose coordinator wants to be called; none: the owner calls, or the patron waits
 */
public record OpenCall(
        QuestionId question,
        List<Step> steps,
        int index,
        boolean transfer,
        Needs needs,
        String summary,
        @Nullable Role role,
        @Nullable Address only,
        @Nullable Prospect prospect,
        @Nullable Instant since,
        @Nullable Address preferred,
        @Nullable Address by) {
    /** Steps of one round; whoever names more is not asked. */
    static final int STEPS_MAX = 8;

    /** A call of which nothing is known yet. */
    public OpenCall(
            QuestionId question,
            List<Step> steps,
            int index,
            boolean transfer,
            Needs needs,
            String summary,
            @Nullable Role role,
            @Nullable Address only) {
        this(question, steps, index, transfer, needs, summary, role, only, null, null, null, null);
    }

    public OpenCall {
        steps = List.copyOf(steps);
    }

    Step step() {
        return steps.get(index);
    }

    boolean hasNext() {
        return index + 1 < steps.size();
    }

    OpenCall at(QuestionId id, int newIndex) {
        return new OpenCall(id, steps, newIndex, transfer, needs, summary, role, only, prospect, since, preferred, by);
    }

    OpenCall knowing(Prospect more) {
        Prospect known = prospect == null ? more : prospect.and(more);
        return new OpenCall(question, steps, index, transfer, needs, summary, role, only, known, since, preferred, by);
    }

    /** The same with another first choice, in a round that begins now. */
    OpenCall beginning(Instant now, @Nullable Address first) {
        return new OpenCall(question, steps, index, transfer, needs, summary, role, only, prospect, now, first, by);
    }

    /** The same, which the coordinator of this service wants. */
    OpenCall of(Address service) {
        return new OpenCall(
                question, steps, index, transfer, needs, summary, role, only, prospect, since, preferred, service);
    }

    /** With those steps that its needs take. */
    OpenCall taking(SubjectOrder order) {
        List<Step> taken = Step.taken(steps, needs, order);
        return new OpenCall(
                question, taken, index, transfer, needs, summary, role, only, prospect, since, preferred, by);
    }

    /** With these services before the present step, but for those that are asked anyway; it goes past its groups now. */
    OpenCall goingFirst(List<RollUp> groups) {
        List<Step> more = new ArrayList<>(steps);
        more.set(index, step().past());
        int at = index;
        for (RollUp group : groups) {
            boolean asked = more.stream().anyMatch(step -> step.service().equals(group.service()));
            if (!asked && more.size() < STEPS_MAX) {
                more.add(at++, new Step(group.service(), Step.Keep.ALL, group.seconds()));
            }
        }
        return new OpenCall(
                question, more, index, transfer, needs, summary, role, only, prospect, since, preferred, by);
    }

    /** With one step more, unless this is not the last one, or it would go in a circle, or there are enough. */
    OpenCall rollingUp(Step next) {
        boolean circle = steps.stream().anyMatch(step -> step.service().equals(next.service()));
        if (transfer || only != null || hasNext() || circle || steps.size() >= STEPS_MAX) {
            return this;
        }
        List<Step> more = new ArrayList<>(steps);
        more.add(next);
        return new OpenCall(
                question, more, index, transfer, needs, summary, role, only, prospect, since, preferred, by);
    }
}
