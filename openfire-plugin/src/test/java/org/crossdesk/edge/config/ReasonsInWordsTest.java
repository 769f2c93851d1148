package org.crossdesk.edge.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.crossdesk.domain.competence.match.CompetenceIndex;
import org.crossdesk.domain.competence.match.Need;
import org.crossdesk.domain.competence.match.ReasonsInWords;
import org.crossdesk.domain.competence.match.SubjectTree;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.competence.Insight;
import org.crossdesk.protocol.competence.Language;
import org.crossdesk.protocol.competence.LanguageLevel;
import org.crossdesk.protocol.competence.Needs;
import org.crossdesk.protocol.competence.Profile;
import org.crossdesk.protocol.competence.Subject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReasonsInWordsTest {
    /** Society, in it law, in that inheritance law; jurisprudence is close to law. */
    private static final SubjectTree TREE = new SubjectTree() {
        @Override
        public Set<String> same(String concept) {
            return Set.of();
        }

        @Override
        public Set<String> broader(String concept) {
            return switch (concept.substring(Subject.GENERAL_SCHEME_URI.length())) {
                case "inheritance" -> Set.of(concept("law"), concept("society"));
                case "law" -> Set.of(concept("society"));
                default -> Set.of();
            };
        }

        @Override
        public Set<String> close(String concept) {
            return concept.equals(concept("law")) ? Set.of(concept("jurisprudence")) : Set.of();
        }

        @Override
        public String label(String concept, @Nullable String reader) {
            return concept.equals(concept("inheritance"))
                    ? "sv".equals(reader) ? "arvsrätt" : "inheritance law"
                    : concept.substring(Subject.GENERAL_SCHEME_URI.length());
        }
    };

    private static final Needs PERSIAN_LAW = new Needs(
            List.of(new Language("fa", LanguageLevel.A1)), List.of(new Subject("general", "law", 1)), List.of());
    private static final Address SARA = Address.parse("ask.north.example/sara");

    private static String concept(String name) {
        return Subject.GENERAL_SCHEME_URI + name;
    }

    private static String words(Needs needs, String tag, LanguageLevel level, String subject, String reader) {
        CompetenceIndex index = new CompetenceIndex(TREE);
        index.put(
                SARA,
                new Profile(
                        List.of(new Language(tag, level)),
                        List.of(new Subject("general", subject, 3)),
                        List.of(new Insight(Insight.Kind.REGION, "IR", 2))));
        return new ReasonsInWords(
                        Wording.load(ReasonsInWordsTest.class.getClassLoader(), "en", (known, language) -> null))
                .of(index.explain(Need.anybody(needs), SARA, reader), reader);
    }

    @Test
    void eachPartOfTheNeedHasItsReason() {
        assertThat(words(PERSIAN_LAW, "fa", LanguageLevel.NATIVE, "inheritance", "en"))
                .isEqualTo("Persian native; law, specialist, through its narrower term inheritance law");
        assertThat(words(PERSIAN_LAW, "fa", LanguageLevel.NATIVE, "inheritance", "sv"))
                .isEqualTo("persiska, modersmål; law, specialist, genom den snävare termen arvsrätt");
        assertThat(words(PERSIAN_LAW, "fa-AF", LanguageLevel.B2, "society", "en"))
                .isEqualTo("Persian (Afghanistan) B2; law, specialist, through its broader term society");
        assertThat(words(PERSIAN_LAW, "fa", LanguageLevel.B2, "law", "en")).isEqualTo("Persian B2; law, specialist");
        assertThat(words(PERSIAN_LAW, "fa", LanguageLevel.B2, "jurisprudence", "en"))
                .isEqualTo("Persian B2; law, specialist, through the close term jurisprudence");
        Needs insight = new Needs(List.of(), List.of(), List.of(new Insight(Insight.Kind.REGION, "IR", 1)));
        assertThat(words(insight, "fa", LanguageLevel.B2, "law", "en")).isEqualTo("IR, advanced");
    }

    @Test
    void whoDoesNotFitHasNoReasons() {
        assertThat(words(PERSIAN_LAW, "ar", LanguageLevel.NATIVE, "law", "en")).isEmpty();
        assertThat(words(Needs.NONE, "ar", LanguageLevel.NATIVE, "law", "en")).isEmpty();
    }
}
