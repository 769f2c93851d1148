package org.crossdesk.edge.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossdesk.domain.Phrase;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WordingTest {
    private static final ClassLoader LOADER = WordingTest.class.getClassLoader();
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    private final Wording wording = Wording.load(LOADER, "sv-SE", (subject, language) -> null);

    static Stream<String> languages() {
        return Wording.LANGUAGES.stream();
    }

    static Stream<Arguments> texts() {
        return languages()
                .flatMap(language -> Stream.of(Phrase.values()).map(phrase -> Arguments.of(language, phrase)));
    }

    private static Properties file(String language) {
        return Wording.read(LOADER, Wording.file(language));
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @MethodSource("languages")
    @DisplayName("every language has every text and no other")
    void complete(String language) {
        assertThat(file(language).stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Phrase.values()).map(Wording::key).toList());
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("texts")
    @DisplayName("a text has the same places in every language, fills them, and loses nothing to the format's quotes")
    void places(String language, Phrase phrase) {
        String text = file(language).getProperty(Wording.key(phrase));
        String english = file("en").getProperty(Wording.key(phrase));
        assertThat(places(text)).isEqualTo(places(english));
        assertThat(text).doesNotContain("'").isEqualTo(text.strip()).isNotEmpty();
        assertThat(wording.say(phrase, language, "<0>", "<1>", "<2>", "<3>"))
                .isEqualTo(PLACE.matcher(text).replaceAll("<$1>"));
    }

    @Test
    @DisplayName("a reader is spoken to in their language, another in the library's own")
    void languageOfTheReader() {
        assertThat(wording.say(Phrase.PATRON_OPERATOR_JOINED, "fa-IR", "tehran.test"))
                .isEqualTo("اکنون کتابداری در خدمت شماست (\u2068tehran.test\u2069).");
        assertThat(wording.say(Phrase.PATRON_OPERATOR_JOINED, "en", "tehran.test"))
                .isEqualTo("A librarian is here now (tehran.test).");
        String swedish = "Nu är en bibliotekarie här (tehran.test).";
        assertThat(wording.say(Phrase.PATRON_OPERATOR_JOINED, null, "tehran.test"))
                .isEqualTo(swedish);
        assertThat(wording.say(Phrase.PATRON_OPERATOR_JOINED, "pt-BR", "tehran.test"))
                .isEqualTo(swedish);
        assertThat(wording.say(Phrase.PATRON_OPERATOR_JOINED, "no such tag!", "tehran.test"))
                .isEqualTo(swedish);
    }

    @Test
    @DisplayName("a library whose language has no file speaks English")
    void unknownOwnLanguage() {
        assertThat(Wording.load(LOADER, "is", (subject, language) -> null).say(Phrase.OPERATOR_RELEASED_CLOSED, "is"))
                .isEqualTo("The session is closed. Thank you!");
    }

    @Test
    @DisplayName("what is filled in is left as it is, and numbers are written as the language does")
    void arguments() {
        assertThat(wording.say(Phrase.OPERATOR_NOT_DELIVERED, "en", "{0} isn't '' \n{x}"))
                .endsWith(": {0} isn't '' \n{x}");
        assertThat(wording.say(Phrase.TOO_LONG, "en", 20_000)).contains("20,000");
        assertThat(wording.say(Phrase.TOO_LONG, "fa", 20_000)).contains("۲۰٬۰۰۰");
    }

    @Test
    @DisplayName("a plugin without its texts does not start")
    void missingFile() {
        ClassLoader empty = new ClassLoader(null) {};
        assertThatThrownBy(() -> Wording.load(empty, "en", (subject, language) -> null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the plugin lacks the file i18n/crossdesk_i18n.properties");
    }
}
