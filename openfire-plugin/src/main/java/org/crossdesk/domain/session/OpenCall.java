package org.crossdesk.domain.session;

import java.util.List;
import org.crossdesk.domain.service.Step;
import org.crossdesk.protocol.ask.QuestionId;
import org.crossdesk.protocol.competence.Needs;

/**
 * The session is calling for an operator.
 *
 * @param question names the call of the present step
 * @param steps where to look, in order
 * @param index the present step
 * @param transfer whether an owner hands it over
 * @param needs what the operator must know
 * @param summary one line for whoever is rung
 */
public record OpenCall(
        QuestionId question, List<Step> steps, int index, boolean transfer, Needs needs, String summary) {
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
        return new OpenCall(id, steps, newIndex, transfer, needs, summary);
    }
}
