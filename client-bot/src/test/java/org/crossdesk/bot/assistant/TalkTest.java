package org.crossdesk.bot.assistant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.crossdesk.bot.smack.ClientSettings;
import org.crossdesk.bot.smack.Received;
import org.crossdesk.bot.smack.StanzaBridge;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.xml.Element;
import org.junit.jupiter.api.Test;

class TalkTest {
    private static final Address SESSION = Address.parse("s-abc@ask.tehran.test");

    private static AssistantSettings settings(String... languages) {
        return AssistantSettings.of(
                ClientSettings.account("tehran.test", "127.0.0.1", 5222, Path.of("ca.pem"), "shirin", "secret"),
                "Shirin",
                "Tehran University Library",
                List.of(languages),
                List.of(Address.parse("desk@ask.tehran.test")));
    }

    private static Talk talk(String... languages) {
        return new Talk(settings(languages), Phrasebook.all());
    }

    private static Received said(String words) {
        return Received.chat(SESSION, words);
    }

    private static Received offer(String summary, String language) {
        return said("A patron asks: " + summary)
                .withPayloads(Element.named("offer", StanzaBridge.ASK)
                        .child(Element.named("summary", StanzaBridge.ASK)
                                .attribute(Element.LANGUAGE, language)
                                .text(summary)
                                .build())
                        .build());
    }

    private static Received mark(String name) {
        return said("by the desk")
                .withPayloads(Element.named(name, StanzaBridge.ASK).build());
    }

    @Test
    void greetsInThePatronsLanguageAndRepeatsTheQuestion() {
        assertThat(talk("fa", "en").hear(offer("ارث به چه کسی می‌رسد؟", "fa")))
                .singleElement()
                .asString()
                .contains("Shirin", "Tehran University Library", "«ارث به چه کسی می‌رسد»", "سلام");
        assertThat(talk("fa", "en").hear(offer("Who inherits?", "en")))
                .singleElement()
                .asString()
                .startsWith("Hello! I am Shirin, the demo operator of Tehran University Library.")
                .contains("“Who inherits”");
    }

    @Test
    void aBareOfferIsGreetedWithoutAQuestion() {
        assertThat(talk("sv").hear(mark("offer")))
                .singleElement()
                .asString()
                .startsWith("Hej! Jag heter Shirin")
                .doesNotContain("{", "}");
    }

    @Test
    void declinesByItsRule() {
        Talk talk =
                new Talk(settings("sv", "en").declining(DeclineRule.unlessIn(List.of("sv", "en"))), Phrasebook.all());

        assertThat(talk.hear(offer("ارث", "fa"))).containsExactly("/decline");
        assertThat(talk.hear(offer("Arv?", "sv-FI"))).singleElement().asString().startsWith("Hej!");
    }

    @Test
    void repliesToEachUtteranceAndNotTwiceTheSame() {
        Talk talk = talk("en", "fi");
        talk.hear(offer("Who inherits a house?", "en"));

        List<String> first = talk.hear(said("My aunt's house"));
        List<String> second = talk.hear(said("In Espoo"));
        List<String> third = talk.hear(said("Mistä löytyy kirjoja?"));

        assertThat(first).singleElement().asString().contains("“My aunt's house”");
        assertThat(second).singleElement().asString().contains("“In Espoo”").isNotEqualTo(first.get(0));
        assertThat(third).singleElement().asString().contains("”Mistä löytyy kirjoja”", "Kirjasin muistiin");
    }

    @Test
    void closesOnThanks() {
        Talk talk = talk("fi", "en");
        talk.hear(offer("Kirjoja?", "fi"));

        assertThat(talk.hear(said("Kiitos!")))
                .containsExactly(
                        "Ole hyvä, ja onnea työhön! Näkemiin, Tehran University Library.", "/close answered 2");
        assertThat(talk.hear(said("Kiitos!"))).isEmpty();
        assertThat(talk.hear(offer("Vielä yksi?", "fi"))).hasSize(1);
    }

    @Test
    void saysNothingToTheDeskNorToThePast() {
        Talk talk = talk("en");
        talk.hear(offer("Who inherits?", "en"));

        assertThat(talk.hear(mark("note"))).isEmpty();
        assertThat(talk.hear(said("earlier").withDelay(Instant.EPOCH))).isEmpty();
        assertThat(talk.hear(offer("Who inherits?", "en"))).isEmpty();
        assertThat(talk.hear(mark("closed"))).isEmpty();
        assertThat(talk.hear(said("more"))).isEmpty();
    }

    @Test
    void goesOnWithASessionOfBeforeARestart() {
        assertThat(talk("en").hear(said("Are you still there"))).hasSize(1);
    }

    @Test
    void everyLanguageHasEveryText() {
        for (Phrasebook book : Phrasebook.all()) {
            List<String> names = List.of("greeting", "greeting.plain", "reply.1", "reply.2", "reply.3", "farewell");
            for (String name : names) {
                assertThat(book.say(name, "N", "L", "Q"))
                        .as("%s in %s", name, book.tag())
                        .doesNotContain("{", "}");
            }
            assertThat(book.thanks()).isNotEmpty();
            assertThat(book.but()).isNotEmpty();
        }
    }

    @Test
    void anAssistantSpeaksAndServes() {
        assertThatThrownBy(() -> settings("de")).hasMessageContaining("not [de]");
        assertThatThrownBy(() -> settings()).hasMessageContaining("speaks some of");
    }
}
