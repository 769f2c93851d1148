package org.crossdesk.bot.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListeningTest {
    private final Listening listening = new Listening(Phrasebook.all());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            What do you have about inheritance law?          | en
            I need books on the Kalevala                      | en
            Hej! Var hittar jag böcker om arvsrätt?           | sv
            Kan jag låna en bok om det här?                   | sv
            Hei, onko teillä kirjoja perintöoikeudesta?       | fi
            Mistä löytyy tietoa Kalevalasta?                  | fi
            ارث به چه کسی می‌رسد؟                             | fa
            سلام                                              | fa
            """)
    void knowsTheLanguage(String words, String tag) {
        assertThat(listening.language(words)).contains(tag);
    }

    @Test
    void doesNotGuessWithoutAnyHint() {
        assertThat(listening.language("Kalevala 1849")).isEmpty();
        assertThat(listening.language("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thanks!",
                "thank you very much for all your help today",
                "OK, goodbye",
                "Tack!",
                "Tack så mycket för hjälpen!",
                "Hej då!",
                "Kiitos",
                "Kiitos paljon avusta, näkemiin!",
                "ممنون",
                "خیلی ممنون از شما",
                "متشكرم",
                "خداحافظ"
            })
    void hearsThanksAndFarewell(String words) {
        assertThat(listening.isFarewell(words)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thanks, but I meant the other law",
                "Thank you! Do you have it in Persian?",
                "Hej!",
                "Jag vill gärna ha en bok om arvsrätt, tack",
                "Tack, men jag undrar en sak till",
                "Kiitos, mutta tarvitsen uudemman",
                "ممنون، اما کتاب دیگری می‌خواهم",
                "کتاب سپاسگزاری را می‌خواهم و نمی‌دانم کجاست",
                ""
            })
    void doesNotEndTooSoon(String words) {
        assertThat(listening.isFarewell(words)).isFalse();
    }

    @Test
    void quotesWithoutTheGreeting() {
        assertThat(listening.quote("Hej! Var hittar jag böcker?")).isEqualTo("Var hittar jag böcker");
        assertThat(listening.quote("سلام، ارث به چه کسی می‌رسد؟")).isEqualTo("ارث به چه کسی می‌رسد");
        assertThat(listening.quote("Good morning, who inherits?")).isEqualTo("who inherits");
        assertThat(listening.quote("Hello!")).isEqualTo("Hello");
        assertThat(listening.quote("Books, please")).isEqualTo("Books, please");
    }

    @Test
    void quotesShortlyAndWithoutTheMarksAtTheEnd() {
        assertThat(listening.quote("  Who inherits\n  a house?? ")).isEqualTo("Who inherits a house");
        assertThat(listening.quote("ارث به چه کسی می‌رسد؟")).isEqualTo("ارث به چه کسی می‌رسد");
        assertThat(listening.quote("word ".repeat(40)))
                .hasSizeLessThanOrEqualTo(81)
                .endsWith("word…");
        assertThat(listening.quote("x".repeat(200))).hasSize(81);
    }
}
