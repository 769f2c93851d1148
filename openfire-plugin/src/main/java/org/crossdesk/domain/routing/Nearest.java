package org.crossdesk.domain.routing;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.crossdesk.domain.competence.Fit;
import org.crossdesk.domain.competence.scheme.SubjectOrder;
import org.crossdesk.domain.duty.DutyRoster;
import org.crossdesk.domain.duty.OnDuty;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.ask.Prospect;
import org.crossdesk.protocol.competence.Insight;
import org.crossdesk.protocol.competence.Needs;
import org.crossdesk.protocol.competence.Profile;
import org.crossdesk.protocol.competence.Subject;
import org.jspecify.annotations.Nullable;

/** Why nobody can be rung, and who has at least a part of what is needed. Ask Services, section "Nobody". */
final class Nearest {
    private Nearest() {}

    /** {@code not} are those who can't be rung for the question, {@code declined} how many of them have said no to it. */
    static Prospect of(DutyRoster roster, Needs needs, Set<Address> not, int declined, SubjectOrder order) {
        List<OnDuty> others = roster.operators().stream()
                .filter(one -> !not.contains(one.operator()))
                .toList();
        long busy = others.stream()
                .filter(OnDuty::full)
                .filter(one -> Fit.score(one.profile(), needs, order).isPresent())
                .count();
        return new Prospect((int) busy, declined, nearest(others, needs, order));
    }

    private static @Nullable Needs nearest(List<OnDuty> others, Needs needs, SubjectOrder order) {
        return others.stream()
                .filter(OnDuty::free)
                .map(one -> met(one.profile(), needs, order))
                .filter(met -> !met.isEmpty())
                .max(Comparator.comparingInt(Nearest::weight))
                .orElse(null);
    }

    /** As much of the needs as the profile serves. */
    private static Needs met(Profile profile, Needs needs, SubjectOrder order) {
        Needs languages = new Needs(needs.languages(), List.of(), List.of());
        List<Subject> subjects = needs.subjects().stream()
                .filter(subject -> serves(profile, new Needs(List.of(), List.of(subject), List.of()), order))
                .toList();
        List<Insight> insights = needs.insights().stream()
                .filter(insight -> serves(profile, new Needs(List.of(), List.of(), List.of(insight)), order))
                .toList();
        return new Needs(serves(profile, languages, order) ? needs.languages() : List.of(), subjects, insights);
    }

    private static boolean serves(Profile profile, Needs part, SubjectOrder order) {
        return Fit.score(profile, part, order).isPresent();
    }

    private static int weight(Needs met) {
        return (met.languages().isEmpty() ? 0 : 1)
                + met.subjects().size()
                + met.insights().size();
    }
}
