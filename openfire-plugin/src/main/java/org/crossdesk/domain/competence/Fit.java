package org.crossdesk.domain.competence;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.ToIntBiFunction;
import org.crossdesk.domain.competence.scheme.SubjectOrder;
import org.crossdesk.protocol.competence.Insight;
import org.crossdesk.protocol.competence.Language;
import org.crossdesk.protocol.competence.Needs;
import org.crossdesk.protocol.competence.Profile;
import org.crossdesk.protocol.competence.Subject;

/**
 * Whether a profile fits a need: any one of the languages, all of the subjects, all of the insights, each at least at
 * its level. A broader subject covers what is needed, and a narrower one is a part of it. The score is the sum of the
 * levels that serve the need, four times what is the same, three times what covers it, twice what is a part of it.
 */
public final class Fit {
    private static final int SAME = 4;
    private static final int COVERS = 3;
    private static final int PART = 2;

    private Fit() {}

    /** The score of {@code profile} for {@code needs}, higher is better; empty where it doesn't fit. */
    public static OptionalInt score(Profile profile, Needs needs, SubjectOrder order) {
        OptionalInt language = anyLanguage(profile.languages(), needs.languages());
        OptionalInt subjects = all(profile.subjects(), needs.subjects(), (has, need) -> points(has, need, order));
        OptionalInt insights =
                all(profile.insights(), needs.insights(), (has, need) -> serves(has, need) ? SAME * has.level() : 0);
        return language.isPresent() && subjects.isPresent() && insights.isPresent()
                ? OptionalInt.of(language.getAsInt() + subjects.getAsInt() + insights.getAsInt())
                : OptionalInt.empty();
    }

    private static int points(Subject has, Subject need, SubjectOrder order) {
        if (has.level() < need.level()) {
            return 0;
        }
        return switch (order.relation(has, need)) {
            case SAME -> SAME * has.level();
            case COVERS -> COVERS * has.level();
            case PART -> PART * has.level();
            case NONE -> 0;
        };
    }

    private static OptionalInt anyLanguage(List<Language> known, List<Language> needed) {
        if (needed.isEmpty()) {
            return OptionalInt.of(0);
        }
        return needed.stream()
                .flatMap(need -> known.stream().filter(has -> serves(has, need)))
                .mapToInt(has -> SAME * (has.level().ordinal() + 1))
                .max();
    }

    private static boolean serves(Language has, Language need) {
        return sameLanguage(has.tag(), need.tag()) && has.level().compareTo(need.level()) >= 0;
    }

    /** {@code fa} is served by {@code fa-IR} and the other way round; {@code pt-BR} is not served by {@code pt-PT}. */
    private static boolean sameLanguage(String has, String need) {
        return has.equals(need) || has.startsWith(need + "-") || need.startsWith(has + "-");
    }

    private static boolean serves(Insight has, Insight need) {
        return has.kind() == need.kind() && has.name().equals(need.name()) && has.level() >= need.level();
    }

    private static <T> OptionalInt all(List<T> known, List<T> needed, ToIntBiFunction<T, T> points) {
        int sum = 0;
        for (T need : needed) {
            int best = known.stream()
                    .mapToInt(has -> points.applyAsInt(has, need))
                    .max()
                    .orElse(0);
            if (best == 0) {
                return OptionalInt.empty();
            }
            sum += best;
        }
        return OptionalInt.of(sum);
    }
}
