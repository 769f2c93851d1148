package org.crossdesk.domain.competence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossdesk.domain.Sample.language;
import static org.crossdesk.domain.Sample.subject;

import java.util.List;
import org.crossdesk.domain.Sample;
import org.crossdesk.protocol.competence.Insight;
import org.crossdesk.protocol.competence.Label;
import org.crossdesk.protocol.competence.Language;
import org.crossdesk.protocol.competence.LanguageLevel;
import org.crossdesk.protocol.competence.Needs;
import org.crossdesk.protocol.competence.Subject;
import org.junit.jupiter.api.Test;

class NeedsInWordsTest {
    @Test
    void namesLanguagesInTheReadersOwn() {
        assertThat(NeedsInWords.of(language("fa"), "en", Sample.PHRASES)).isEqualTo("Persian");
        assertThat(NeedsInWords.of(language("fa"), "sv", Sample.PHRASES)).isEqualTo("persiska");
        assertThat(NeedsInWords.of(language("fa"), null, Sample.PHRASES)).isEqualTo("Persian");
    }

    @Test
    void givesAlternativesAndThenTheRest() {
        Needs needs = new Needs(
                List.of(new Language("fa", LanguageLevel.B2), new Language("en", LanguageLevel.B2)),
                List.of(subject("law", 2)),
                List.of(new Insight(Insight.Kind.REGION, "IR", 1)));
        assertThat(NeedsInWords.of(needs, "en", Sample.PHRASES)).isEqualTo("Persian / English; law; IR");
    }

    @Test
    void namesASubjectOfAForeignSchemeByTheLabelsThatCameWithIt() {
        Subject qanats = new Subject(
                "urn:crossdesk:library:tehran.test:",
                "urn:crossdesk:library:tehran.test:qanats",
                1,
                List.of(new Label("fa", "قنات"), new Label("en-GB", "qanats"), new Label("sv", "qanater")));
        Needs needs = new Needs(List.of(), List.of(qanats), List.of());
        assertThat(NeedsInWords.of(needs, "sv-FI", Sample.PHRASES)).isEqualTo("qanater");
        assertThat(NeedsInWords.of(needs, "fi", Sample.PHRASES)).isEqualTo("qanats");
        Subject persianOnly = new Subject("s", "c", 1, List.of(new Label("fa", "قنات")));
        assertThat(NeedsInWords.of(new Needs(List.of(), List.of(persianOnly), List.of()), null, Sample.PHRASES))
                .isEqualTo("قنات");
    }

    @Test
    void nothingWhereAnybodyWillDo() {
        assertThat(NeedsInWords.of(Needs.NONE, "en", Sample.PHRASES)).isEmpty();
    }
}
