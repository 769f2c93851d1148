package org.crossdesk.domain.competence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossdesk.domain.Sample.language;
import static org.crossdesk.domain.Sample.speaks;
import static org.crossdesk.domain.Sample.subject;

import java.util.List;
import org.crossdesk.domain.competence.scheme.SubjectOrder;
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
        assertThat(score(Profile.EMPTY, Needs.NONE)).hasValue(0);
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
        assertThat(score(speaks(known), language(needed)).isPresent()).isEqualTo(fits);
    }

    @Test
    void aLanguageKnownTooLittleDoesNotServe() {
        Profile beginner = new Profile(List.of(new Language("fa", LanguageLevel.B1)), List.of(), List.of());
        assertThat(score(beginner, language("fa"))).isEmpty();
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
        assertThat(score(profile, either)).hasValue(4 * (LanguageLevel.NATIVE.ordinal() + 1));
        assertThat(score(speaks("en"), either)).isPresent();
        assertThat(score(speaks("sv"), either)).isEmpty();
    }

    @Test
    void everySubjectAndInsightIsNeededEachAtItsLevel() {
        Needs needs = new Needs(
                List.of(),
                List.of(subject("law", 2), subject("history", 1)),
                List.of(new Insight(Insight.Kind.REGION, "IR", 2)));
        Insight iran = new Insight(Insight.Kind.REGION, "IR", 2);
        assertThat(score(profile(iran, subject("law", 3), subject("history", 1)), needs))
                .hasValue(24);
        assertThat(score(profile(iran, subject("law", 3)), needs)).isEmpty();
        assertThat(score(profile(iran, subject("law", 1), subject("history", 1)), needs))
                .isEmpty();
        Insight term = new Insight(Insight.Kind.TERM, "IR", 3);
        assertThat(score(profile(term, subject("law", 3), subject("history", 1)), needs))
                .isEmpty();
    }

    @Test
    void theSameConceptOfAnotherSchemeIsAnotherSubject() {
        Needs needs = new Needs(List.of(), List.of(new Subject("ddc", "340", 1)), List.of());
        assertThat(score(profile(null, new Subject("udc", "340", 3)), needs)).isEmpty();
    }

    @Test
    void aConceptOfASchemeThatNobodyHereKnowsIsMatchedByItsUri() {
        Needs needs = new Needs(List.of(), List.of(new Subject("urn:a:", "urn:a:qanats", 2)), List.of());
        assertThat(score(profile(null, new Subject("urn:a:", "urn:a:qanats", 3)), needs))
                .hasValue(12);
        assertThat(score(profile(null, new Subject("urn:a:", "urn:a:wells", 3)), needs))
                .isEmpty();
        Needs law = new Needs(List.of(), List.of(new Subject("x", "urn:crossdesk:subjects:law", 2)), List.of());
        assertThat(score(profile(null, subject("law", 3)), law)).hasValue(12);
    }

    private static Profile profile(Insight insight, Subject... subjects) {
        return new Profile(List.of(), List.of(subjects), insight == null ? List.of() : List.of(insight));
    }

    private static java.util.OptionalInt score(Profile profile, Needs needs) {
        return Fit.score(profile, needs, SubjectOrder.PLAIN);
    }

    @Test
    void aBroaderSubjectCoversAndANarrowerOneIsAPart() {
        SubjectOrder order = (has, need) -> has.sameConcept(need)
                ? SubjectOrder.Relation.SAME
                : has.concept().equals("law")
                        ? SubjectOrder.Relation.COVERS
                        : need.concept().equals("law") ? SubjectOrder.Relation.PART : SubjectOrder.Relation.NONE;
        Needs law = new Needs(List.of(), List.of(subject("law", 2)), List.of());
        Needs tax = new Needs(List.of(), List.of(subject("tax-law", 2)), List.of());
        assertThat(Fit.score(profile(null, subject("law", 3)), law, order)).hasValue(12);
        assertThat(Fit.score(profile(null, subject("law", 3)), tax, order)).hasValue(9);
        assertThat(Fit.score(profile(null, subject("tax-law", 3)), law, order)).hasValue(6);
        assertThat(Fit.score(profile(null, subject("tax-law", 1)), law, order)).isEmpty();
        assertThat(Fit.score(profile(null, subject("tax-law", 3), subject("law", 2)), law, order))
                .hasValue(8);
        assertThat(Fit.score(
                        profile(null, subject("tax-law", 3)),
                        new Needs(List.of(), List.of(subject("history", 1)), List.of()),
                        order))
                .isEmpty();
    }
}
