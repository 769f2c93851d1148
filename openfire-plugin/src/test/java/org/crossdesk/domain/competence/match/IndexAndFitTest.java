package org.crossdesk.domain.competence.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.crossdesk.domain.competence.Fit;
import org.crossdesk.domain.competence.scheme.SchemeBook;
import org.crossdesk.domain.competence.scheme.SchemeBuilder;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.competence.Language;
import org.crossdesk.protocol.competence.LanguageLevel;
import org.crossdesk.protocol.competence.Needs;
import org.crossdesk.protocol.competence.Profile;
import org.crossdesk.protocol.competence.Subject;
import org.junit.jupiter.api.Test;

/** The index gives everybody the points that routing gives them, over schemes of concepts. */
class IndexAndFitTest {
    private static final int WORLDS = 500;
    private static final int CONCEPTS = 12;
    private static final int PEOPLE = 40;

    private final List<String> uris = new ArrayList<>();

    private SchemeBook book(Random random) {
        uris.clear();
        SchemeBuilder general = new SchemeBuilder("general");
        general.scheme(Subject.GENERAL_SCHEME_URI);
        SchemeBuilder own = new SchemeBuilder("own");
        own.scheme("urn:own:");
        for (int i = 0; i < CONCEPTS; i++) {
            boolean ours = random.nextInt(3) == 0;
            String uri = (ours ? "urn:own:" : Subject.GENERAL_SCHEME_URI) + "c" + i;
            SchemeBuilder scheme = ours ? own : general;
            scheme.concept(uri);
            scheme.label(uri, "en", "concept " + i, true);
            if (i > 1 && random.nextInt(3) > 0) {
                scheme.broader(uri, uris.get(random.nextInt(i)));
            }
            if (i > 1 && random.nextInt(4) == 0) {
                own.exact(uri, uris.get(random.nextInt(i)));
            }
            if (i > 1 && random.nextInt(4) == 0) {
                own.close(uri, uris.get(random.nextInt(i)));
            }
            uris.add(uri);
        }
        return new SchemeBook(List.of(general.build(), own.build()));
    }

    private Subject subject(Random random) {
        String uri = uris.get(random.nextInt(uris.size()));
        int level = 1 + random.nextInt(Subject.LEVEL_MAX);
        return uri.startsWith(Subject.GENERAL_SCHEME_URI) && random.nextBoolean()
                ? new Subject(Subject.GENERAL_SCHEME, uri.substring(Subject.GENERAL_SCHEME_URI.length()), level)
                : new Subject("urn:own:", uri, level);
    }

    private static Language language(Random random) {
        LanguageLevel[] levels = LanguageLevel.values();
        return new Language(random.nextBoolean() ? "fa" : "fa-AF", levels[random.nextInt(levels.length)]);
    }

    @Test
    void bothGiveTheSamePoints() {
        int fitting = 0;
        for (int seed = 0; seed < WORLDS; seed++) {
            Random random = new Random(seed);
            SchemeBook book = book(random);
            CompetenceIndex index = new CompetenceIndex(book);
            Map<Address, Profile> people = new LinkedHashMap<>();
            for (int i = 0; i < PEOPLE; i++) {
                Profile profile = new Profile(
                        List.of(language(random)),
                        IntStream.range(0, random.nextInt(4))
                                .mapToObj(any -> subject(random))
                                .toList(),
                        List.of());
                Address operator = Address.parse("ask.north.example/o" + i);
                people.put(operator, profile);
                index.put(operator, profile);
            }
            Needs needs = new Needs(
                    List.of(language(random)),
                    IntStream.rangeClosed(0, random.nextInt(2))
                            .mapToObj(any -> subject(random))
                            .toList(),
                    List.of());
            Map<Address, Integer> expected = new LinkedHashMap<>();
            people.forEach((operator, profile) ->
                    Fit.score(profile, needs, book).ifPresent(points -> expected.put(operator, points)));
            Map<Address, Integer> found = index.find(Need.anybody(needs), PEOPLE).all().stream()
                    .collect(Collectors.toMap(Match::operator, Match::points));
            assertThat(found).as("%s, in the world of seed %d", needs, seed).isEqualTo(expected);
            fitting += expected.size();
        }
        assertThat(fitting).as("who fits, in all").isGreaterThan(WORLDS);
    }
}
