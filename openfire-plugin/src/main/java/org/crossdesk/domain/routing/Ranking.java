package org.crossdesk.domain.routing;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.crossdesk.domain.competence.Fit;
import org.crossdesk.domain.competence.scheme.SubjectOrder;
import org.crossdesk.domain.duty.DutyRoster;
import org.crossdesk.domain.duty.OnDuty;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.ask.Question;
import org.crossdesk.protocol.competence.Needs;

/**
 * Who of those on duty is rung first: who is preferred, then best score, then least loaded, then longest idle (to the
 * minute, or the next would never count), then whose library has answered least of late.
 */
public final class Ranking {
    private record Scored(OnDuty operator, int score, int answered) {}

    /** Idleness counts by the minute. */
    private static final int IDLE_SECONDS = 60;

    private static final Comparator<Scored> BEST_FIRST = Comparator.comparingInt((Scored one) -> -one.score())
            .thenComparingInt(one -> one.operator().stamp().load())
            .thenComparingLong(one -> one.operator().idleSince().getEpochSecond() / IDLE_SECONDS)
            .thenComparingInt(Scored::answered)
            .thenComparing(one -> one.operator().idleSince())
            .thenComparing(one -> one.operator().operator().toString());

    private Ranking() {}

    /** Those who fit what is asked and have room, the first choice first, without the excluded. */
    static List<OnDuty> rank(DutyRoster roster, Question question, Set<Address> excluded, SubjectOrder order) {
        List<OnDuty> ranked = rank(roster, question.call().needs(), excluded, order);
        Address preferred = question.preferred();
        if (preferred == null) {
            return ranked;
        }
        return ranked.stream()
                .sorted(Comparator.comparing((OnDuty one) -> !one.operator().equals(preferred)))
                .toList();
    }

    /** Those who fit the needs and have room, best first, without the excluded. */
    public static List<OnDuty> rank(DutyRoster roster, Needs needs, Set<Address> excluded, SubjectOrder order) {
        return roster.operators().stream()
                .filter(OnDuty::free)
                .filter(operator -> !excluded.contains(operator.operator()))
                .flatMap(operator -> {
                    OptionalInt score = Fit.score(operator.profile(), needs, order);
                    return score.stream().mapToObj(points -> new Scored(operator, points, roster.answeredBy(operator)));
                })
                .sorted(BEST_FIRST)
                .map(Scored::operator)
                .toList();
    }
}
