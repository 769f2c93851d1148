package org.crossdesk.domain.competence;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.BiPredicate;
import java.util.function.ToIntFunction;
import org.crossdesk.protocol.competence.Insight;
import org.crossdesk.protocol.competence.Language;
import org.crossdesk.protocol.competence.Needs;
import org.crossdesk.protocol.competence.Profile;
import org.crossdesk.protocol.competence.Subject;

/**
 * Whether a profile fits a need: any one of the languages, all of the subjects, all of the insights, each at least at
 * its level. The score is the sum of the levels that serve the need.
 */
public final class Fit {
    private Fit() {}

    /** The score of {@code profile} for {@code needs}, higher is better; empty where it doesn't fit. */
    public static OptionalInt score(Profile profile, Needs needs) {
        OptionalInt language = anyLanguage(profile.languages(), needs.languages());
        OptionalInt subjects = all(profile.subjects(), needs.subjects(), Fit::serves, Subject::level);
        OptionalInt insights = all(profile.insights(), needs.insights(), Fit::serves, Insight::level);
        return language.isPresent() && subjects.isPresent() && insights.isPresent()
                ? OptionalInt.of(language.getAsInt() + subjects.getAsInt() + insights.getAsInt())
                : OptionalInt.empty();
    }

    private static OptionalInt anyLanguage(List<Language> known, List<Language> needed) {
        if (needed.isEmpty()) {
            return OptionalInt.of(0);
        }
        return needed.stream()
                .flatMap(need -> known.stream().filter(has -> serves(has, need)))
                .mapToInt(has -> has.level().ordinal() + 1)
                .max();
    }

    private static boolean serves(Language has, Language need) {
        return sameLanguage(has.tag(), need.tag()) && has.level().compareTo(need.level()) >= 0;
    }

    /** {@code fa} is served by {@code fa-IR} and the other way round; {@code pt-BR} is not served by {@code pt-PT}. */
    private static boolean sameLanguage(String has, String need) {
        return has.equals(need) || has.startsWith(need + "-") || need.startsWith(has + "-");
    }

    private static boolean serves(Subject has, Subject need) {
        return has.sameConcept(need) && has.level() >= need.level();
    }

    private static boolean serves(Insight has, Insight need) {
        return has.kind() == need.kind() && has.name().equals(need.name()) && has.level() >= need.level();
    }

    private static <T> OptionalInt all(
            List<T> known, List<T> needed, BiPredicate<T, T> serves, ToIntFunction<T> level) {
        int sum = 0;
        for (T need : needed) {
            OptionalInt best = known.stream()
                    .filter(has -> serves.test(has, need))
                    .mapToInt(level)
                    .max();
            if (best.isEmpty()) {
                return best;
            }
            sum += best.getAsInt();
        }
        return OptionalInt.of(sum);
    }
}
