package org.crossdesk.protocol.competence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.crossdesk.protocol.xml.DecodingException;
import org.crossdesk.protocol.xml.ElementText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Competence Profiles, section "Computing the Hash". The other vectors are the document's own examples. */
class ProfileHashTest {
    private static final List<Language> LANGUAGES =
            List.of(new Language("fa", LanguageLevel.NATIVE), new Language("en", LanguageLevel.C1));
    private static final List<Subject> SUBJECTS =
            List.of(new Subject("general", "law", 3), new Subject("general", "history", 2));
    private static final List<Insight> INSIGHTS =
            List.of(new Insight(Insight.Kind.REGION, "IR", 3), new Insight(Insight.Kind.TERM, "waqf", 1));

    /** The SHA-256 of nothing is known to everybody. */
    @Test
    void anEmptyProfileHashesNothing() {
        assertThat(Profile.EMPTY.ver()).isEqualTo("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }

    /** {@code printf '8:language,2:fa,6:native,' | openssl dgst -sha256 -binary | base64}. */
    @Test
    void oneLanguage() {
        assertThat(new Profile(LANGUAGES.subList(0, 1), List.of(), List.of()).ver())
                .isEqualTo("LmE4peqwak5P2g42jgtR5pIX70G4xDAyLiGk3rvXwUY=");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theOrderDoesNotMatter(long seed) {
        Random random = new Random(seed);
        Profile shuffled =
                new Profile(shuffled(LANGUAGES, random), shuffled(SUBJECTS, random), shuffled(INSIGHTS, random));
        assertThat(shuffled.ver()).isEqualTo(new Profile(LANGUAGES, SUBJECTS, INSIGHTS).ver());
    }

    private static <T> List<T> shuffled(List<T> list, Random random) {
        List<T> copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return copy;
    }

    @Test
    void fieldsDoNotRunIntoEachOther() {
        assertThat(subject("a,1:b", "c").ver())
                .isNotEqualTo(subject("a", "1:b,c").ver());
        assertThat(subject("ab", "c").ver()).isNotEqualTo(subject("a", "bc").ver());
    }

    private static Profile subject(String scheme, String concept) {
        return new Profile(List.of(), List.of(new Subject(scheme, concept, 1)), List.of());
    }

    @Test
    void labelsAreHashedToo() {
        assertThat(labelled("sv", "ek").ver())
                .isNotEqualTo(labelled("sv", "alm").ver())
                .isNotEqualTo(labelled("nb", "ek").ver());
        assertThat(labelled("SV", "ek").ver()).isEqualTo(labelled("sv", "ek").ver());
    }

    private static Profile labelled(String tag, String name) {
        return new Profile(
                List.of(), List.of(new Subject("urn:s:", "urn:s:1", 1, List.of(new Label(tag, name)))), List.of());
    }

    @Test
    void aShortCodeOfTheGeneralSchemeIsItsUri() {
        Subject law = new Subject("general", "law", 3);
        assertThat(law.uri()).isEqualTo("urn:crossdesk:subjects:law");
        assertThat(law.sameConcept(new Subject("urn:crossdesk:subjects:", "law", 1)))
                .isTrue();
        assertThat(law.sameConcept(new Subject("whatever", "urn:crossdesk:subjects:law", 1)))
                .isTrue();
        assertThat(law.sameConcept(new Subject("ddc", "law", 3))).isFalse();
    }

    @Test
    void aConceptThatIsNoUriIsMadeWholeByItsScheme() {
        assertThat(new Subject("ddc", "340", 1).uri()).isEqualTo("ddc#340");
        assertThat(new Subject("http://x.test/y", "z", 1).sameConcept(new Subject("general", "http://x.test/y#z", 1)))
                .isTrue();
    }

    @Test
    void manyLongLabelsAreTooMuch() {
        List<Label> eight = Collections.nCopies(8, new Label("sv", "å".repeat(255)));
        List<Subject> subjects = Collections.nCopies(20, new Subject("urn:s:", "urn:s:1", 1, eight));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new Profile(List.of(), subjects, List.of()))
                .withMessage("the number of characters of all labels is 40800, 0 to 40000 are allowed");
    }

    @ParameterizedTest
    @CsvSource({
        "FA,fa",
        "en-gb,en-GB",
        "ZH-HANT-tw,zh-Hant-TW",
        "es-419,es-419",
        "SL-Rozaj-BISKE,sl-rozaj-biske",
        "de-ch-1901,de-CH-1901",
        "iw,iw"
    })
    void aTagHasOneLetterCase(String tag, String canonical) {
        assertThat(new Language(tag, LanguageLevel.A1).tag()).isEqualTo(canonical);
        assertThat(Language.wellFormed(tag)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "abcd-efgh-ijkl",
                "fa_IR",
                "x-private",
                "i-klingon",
                "en-u-ca-buddhist",
                "fa-",
                "f\u0430"
            })
    void whatIsNoLanguageIsNone(String tag) {
        assertThat(Language.wellFormed(tag)).isFalse();
    }

    @Test
    void aProfileWithAnotherHashIsRefused() {
        assertThatExceptionOfType(DecodingException.class)
                .isThrownBy(
                        () -> CompetenceCodec.decode(
                                ElementText.parse(
                                        "<profile xmlns='urn:xmpp:competence:0' ver='LmE4peqwak5P2g42jgtR5pIX70G4xDAyLiGk3rvXwUY='><language tag='sv' level='native'/></profile>")))
                .withMessage("<profile/>: the attribute 'ver' is not the hash of the content");
    }
}
