package org.crossdesk.domain.competence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossdesk.domain.Sample.language;
import static org.crossdesk.domain.Sample.speaks;
import static org.crossdesk.domain.Sample.subject;

import java.util.List;
import org.crossdesk.protocol.competence.Insight;
import org.crossdesk.protocol.competence.Language;
import org.crossdesk.protocol.competence.LanguageLevel;
import org.crossdesk.protocol.competence.Needs;
import org.crossdesk.protocol.competence.Profile;
import org.crossdesk.protocol.competence.Subject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FitTest {
    @Test
    void anybodyFitsAQuestionThatNeedsNothing() {
        assertThat(Fit.score(Profile.EMPTY, Needs.NONE)).hasValue(0);
    }

    @ParameterizedTest
    @CsvSource({
        "fa,    fa,    true",
        "fa-IR, fa,    true",
        "fa,    fa-AF, true",
        "pt-BR, pt-PT, false",
        "fa,    ar,    false",
        "fil,   fi,    false",
    })
    void aLanguageServesItselfAndItsRegions(String known, String needed, boolean fits) {
        assertThat(Fit.score(speaks(known), language(needed)).isPresent()).isEqualTo(fits);
    }

    @Test
    void aLanguageKnownTooLittleDoesNotServe() {
        Profile beginner = new Profile(List.of(new Language("fa", LanguageLevel.B1)), List.of(), List.of());
        assertThat(Fit.score(beginner, language("fa"))).isEmpty();
    }

    @Test
    void anyOneOfTheLanguagesIsEnoughAndTheBestKnownCounts() {
        Needs either = new Needs(
                List.of(new Language("fa", LanguageLevel.B1), new Language("en", LanguageLevel.B1)),
                List.of(),
                List.of());
        Profile profile = new Profile(
                List.of(new Language("en", LanguageLevel.B1), new Language("fa", LanguageLevel.NATIVE)),
                List.of(),
                List.of());
        assertThat(Fit.score(profile, either)).hasValue(LanguageLevel.NATIVE.ordinal() + 1);
        assertThat(Fit.score(speaks("en"), either)).isPresent();
        assertThat(Fit.score(speaks("sv"), either)).isEmpty();
    }

    @Test
    void everySubjectAndInsightIsNeededEachAtItsLevel() {
        Needs needs = new Needs(
                List.of(),
                List.of(subject("law", 2), subject("history", 1)),
                List.of(new Insight(Insight.Kind.REGION, "IR", 2)));
        Insight iran = new Insight(Insight.Kind.REGION, "IR", 2);
        assertThat(Fit.score(profile(iran, subject("law", 3), subject("history", 1)), needs))
                .hasValue(6);
        assertThat(Fit.score(profile(iran, subject("law", 3)), needs)).isEmpty();
        assertThat(Fit.score(profile(iran, subject("law", 1), subject("history", 1)), needs))
                .isEmpty();
        Insight term = new Insight(Insight.Kind.TERM, "IR", 3);
        assertThat(Fit.score(profile(term, subject("law", 3), subject("history", 1)), needs))
                .isEmpty();
    }

    @Test
    void theSameConceptOfAnotherSchemeIsAnotherSubject() {
        Needs needs = new Needs(List.of(), List.of(new Subject("ddc", "340", 1)), List.of());
        assertThat(Fit.score(profile(null, new Subject("udc", "340", 3)), needs))
                .isEmpty();
    }

    @Test
    void aConceptOfASchemeThatNobodyHereKnowsIsMatchedByItsUri() {
        Needs needs = new Needs(List.of(), List.of(new Subject("urn:a:", "urn:a:qanats", 2)), List.of());
        assertThat(Fit.score(profile(null, new Subject("urn:a:", "urn:a:qanats", 3)), needs))
                .hasValue(3);
        assertThat(Fit.score(profile(null, new Subject("urn:a:", "urn:a:wells", 3)), needs))
                .isEmpty();
        Needs law = new Needs(List.of(), List.of(new Subject("x", "urn:crossdesk:subjects:law", 2)), List.of());
        assertThat(Fit.score(profile(null, subject("law", 3)), law)).hasValue(3);
    }

    private static Profile profile(Insight insight, Subject... subjects) {
        return new Profile(List.of(), List.of(subjects), insight == null ? List.of() : List.of(insight));
    }
}
