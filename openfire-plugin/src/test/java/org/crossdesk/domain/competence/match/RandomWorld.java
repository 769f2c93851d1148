package org.crossdesk.domain.competence.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.competence.Insight;
import org.crossdesk.protocol.competence.Language;
import org.crossdesk.protocol.competence.LanguageLevel;
import org.crossdesk.protocol.competence.Needs;
import org.crossdesk.protocol.competence.Profile;
import org.crossdesk.protocol.competence.Subject;

/** People who come, go, learn and get work as a seed says, in the index and in a plain scan at once. */
final class RandomWorld {
    private static final List<String> LANGUAGES =
            List.of("fa", "fa-IR", "fa-AF", "fa-Arab-IR", "en", "pt-BR", "pt-PT", "fi", "fil");

    private final Random random;
    private final RandomTree tree;
    private final CompetenceIndex index;
    private final PlainScan scan;
    private final int people;
    private int asked;
    private int found;

    RandomWorld(long seed, int people, int concepts, int denseFrom) {
        random = new Random(seed);
        this.people = people;
        tree = new RandomTree(random, concepts);
        Shelf.Limits limits = new Shelf.Limits(denseFrom, denseFrom * (seed % 2 == 0 ? 1 : 4));
        index = new CompetenceIndex(tree, limits, limits);
        scan = new PlainScan(tree, index::number);
    }

    CompetenceIndex index() {
        return index;
    }

    /** How many were found in all. */
    int found() {
        return found;
    }

    private Address somebody() {
        int number = random.nextInt(people);
        return number % 5 == 0
                ? Address.parse("reader" + number + "@library" + number % 7 + ".example")
                : Address.parse(
                        "ask.library" + number % 7 + ".example/" + (number % 3 == 0 ? "کتابدار" : "op") + number);
    }

    private <T> List<T> some(int most, IntFunction<T> one) {
        return IntStream.range(0, random.nextInt(most + 1)).mapToObj(one).toList();
    }

    private Language language() {
        LanguageLevel[] levels = LanguageLevel.values();
        return new Language(LANGUAGES.get(random.nextInt(LANGUAGES.size())), levels[random.nextInt(levels.length)]);
    }

    private Language neededLanguage() {
        Language language = language();
        return random.nextBoolean() ? new Language(language.tag(), LanguageLevel.A1) : language;
    }

    private Subject subject(int levels) {
        Subject subject = tree.subjects().get(random.nextInt(tree.subjects().size()));
        int level = 1 + random.nextInt(levels);
        return random.nextInt(4) == 0
                ? new Subject(subject.scheme(), uri(subject), level)
                : new Subject(subject.scheme(), subject.concept(), level);
    }

    /** Two ways to write the same. */
    private static String uri(Subject subject) {
        return subject.scheme().equals(Subject.GENERAL_SCHEME) ? subject.uri() : subject.concept();
    }

    private Insight insight(int levels) {
        Insight.Kind[] kinds = Insight.Kind.values();
        return new Insight(kinds[random.nextInt(kinds.length)], "i" + random.nextInt(3), 1 + random.nextInt(levels));
    }

    private Profile profile() {
        return new Profile(some(3, i -> language()), some(4, i -> subject(3)), some(2, i -> insight(3)));
    }

    private Need need() {
        int levels = random.nextBoolean() ? 1 : 3;
        Needs knows = new Needs(
                some(2, i -> neededLanguage()),
                some(2, i -> subject(levels)),
                random.nextInt(4) == 0 ? some(1, i -> insight(levels)) : List.of());
        return new Need(
                knows,
                random.nextInt(4) > 0,
                random.nextBoolean(),
                random.nextBoolean(),
                several(),
                several(),
                random.nextBoolean() ? Need.Order.BEST_SCORE : Need.Order.LEAST_LOADED);
    }

    private Set<Address> several() {
        return random.nextInt(3) == 0 ? new LinkedHashSet<>(some(3, i -> somebody())) : Set.of();
    }

    /** Something happens to somebody. */
    void change() {
        Address who = somebody();
        switch (random.nextInt(12)) {
            case 0, 1, 2, 3 -> {
                Profile profile = profile();
                assertThat(index.put(who, profile)).isTrue();
                scan.put(who, profile);
            }
            case 4 -> {
                index.remove(who);
                scan.remove(who);
            }
            case 5, 6, 7 -> {
                int capacity = random.nextInt(4);
                assertThat(index.onDuty(who, capacity)).isTrue();
                scan.onDuty(who, capacity);
            }
            case 8 -> {
                index.offDuty(who);
                scan.offDuty(who);
            }
            default -> {
                int load = random.nextInt(4);
                index.load(who, load);
                scan.load(who, load);
            }
        }
    }

    /** Somebody is looked for. */
    void ask() {
        Need need = need();
        int most = 1 + random.nextInt(8);
        List<Match> expected = scan.find(need, most);
        assertThat(index.find(need, most).all()).as("%s, query %d", need, asked).isEqualTo(expected);
        for (Match match : expected) {
            assertThat(index.explain(need, match.operator(), null).stream()
                            .mapToInt(Reason::points)
                            .sum())
                    .isEqualTo(match.points());
        }
        asked++;
        found += expected.size();
    }

    /** Everybody goes for good. */
    void end() {
        scan.operators().forEach(index::remove);
        assertThat(index.size()).isZero();
        assertThat(index.terms()).isZero();
    }
}
