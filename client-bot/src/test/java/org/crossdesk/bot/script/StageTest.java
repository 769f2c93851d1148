package org.crossdesk.bot.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.crossdesk.bot.smack.Outgoing;
import org.crossdesk.bot.smack.Received;
import org.crossdesk.bot.smack.StanzaBridge;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.xml.Element;
import org.junit.jupiter.api.Test;

class StageTest {
    private static final String DESK = "desk@ask.uppsala.test";
    private static final String SESSION = "s-abc@ask.tehran.test";
    private static final Duration SHORT = Duration.ofMillis(20);

    private Instant now = Instant.parse("2026-11-23T10:00:00Z");
    private final Timeline timeline = new Timeline(() -> now);
    private final Stage stage = new Stage(SHORT, timeline);
    private final FakeStream patronsStream = new FakeStream("parisa@uppsala.test/phone");
    private final FakeStream leilasStream = new FakeStream("leila@tehran.test/pc");
    private final Patron parisa = stage.patron("Parisa", patronsStream, DESK);
    private final Operator leila = stage.operator("Leila", leilasStream);

    private static Received marked(String from, String body, String mark) {
        return Received.chat(Address.parse(from), body)
                .withPayloads(Element.named(mark, StanzaBridge.ASK).build());
    }

    @Test
    void aConversationReadsLikeAScript() {
        parisa.speaks("fa");
        parisa.writes("ارث");
        leilasStream.arrives(marked(SESSION, "A question: ارث", "offer"));
        leila.isOffered("ارث");
        leila.answers("سلام");
        patronsStream.arrives(DESK, "سلام");
        parisa.seesFrom(DESK, "سلام");
        leilasStream.arrives(SESSION, "خواهرم");
        leila.sees("خواهرم");
        leila.transfers("subject=law");
        leilasStream.arrives(marked(SESSION, "Aino has it now", "note"));
        leila.seesNote("Aino");
        leila.closes("answered 4");
        patronsStream.arrives(marked(DESK, "Closed", "closed"));
        parisa.seesTheEnd();
        parisa.sawExactly("سلام", "Closed");
        parisa.sawOnlyFrom(DESK);

        assertThat(patronsStream.sent())
                .containsExactly(Outgoing.chat(Address.parse(DESK), "ارث").in("fa"));
        assertThat(leilasStream.sent().stream().map(Outgoing::body))
                .containsExactly("سلام", "/transfer subject=law", "/close answered 4");
        assertThat(leilasStream.sent()).allMatch(message -> message.to().equals(Address.parse(SESSION)));
    }

    @Test
    void whatDoesNotComeIsToldWithAllThatCame() {
        patronsStream.arrives(DESK, "Welcome");
        parisa.sees("Welcome");
        patronsStream.arrives(DESK, "Nobody is here");

        assertThatThrownBy(() -> parisa.seesFrom(DESK, "سلام"))
                .isInstanceOf(ScriptFailure.class)
                .hasMessage("step 2: Parisa should see «سلام» from desk@ask.uppsala.test within 20 ms."
                        + " All that Parisa has seen (✓: gone past):"
                        + "\n  ✓ «Welcome» from desk@ask.uppsala.test"
                        + "\n    «Nobody is here» from desk@ask.uppsala.test")
                .satisfies(
                        failure -> assertThat(((ScriptFailure) failure).step()).isEqualTo(2));
    }

    @Test
    void nothingIsSeenTwice() {
        patronsStream.arrives(DESK, "once");
        parisa.sees("once");

        assertThatThrownBy(() -> parisa.sees("once")).hasMessageContaining("should see «once»");
    }

    @Test
    void anotherSendersWordsDoNotCount() {
        patronsStream.arrives("mallory@ask.uppsala.test", "hello");

        assertThatThrownBy(() -> parisa.seesFrom(DESK, "hello")).hasMessageContaining("mallory@ask.uppsala.test");
        assertThatThrownBy(() -> parisa.sawOnlyFrom(DESK))
                .hasMessageContaining("by desk@ask.uppsala.test only, but sees «hello» from mallory");
    }

    @Test
    void aDoubleOrAGapIsFound() {
        patronsStream.arrives(DESK, "one");
        patronsStream.arrives(DESK, "one");

        assertThatThrownBy(() -> parisa.sawExactly("one"))
                .hasMessageContaining("exactly 1 messages:\n  «one»\nAll that Parisa has seen");
        assertThatThrownBy(() -> parisa.sawExactly("one", "two")).isInstanceOf(ScriptFailure.class);
        parisa.sawExactly("one", "one");
    }

    @Test
    void silenceIsChecked() {
        parisa.seesNothingFor(SHORT);
        patronsStream.arrives(new Received(
                Instant.now(),
                Address.parse(DESK),
                Received.Kind.CHAT,
                null,
                null,
                null,
                null,
                List.of(),
                "id-1",
                false,
                Received.Copy.NONE,
                null));
        parisa.seesNothingFor(SHORT);
        patronsStream.arrives(DESK, "noise");

        assertThatThrownBy(() -> parisa.seesNothingFor(SHORT)).hasMessageContaining("but sees «noise»");
    }

    @Test
    void anOperatorTellsThePatronFromTheDeskAndFromThePast() {
        leilasStream.arrives(marked(SESSION, "offer of books", "offer"));
        leila.isOffered("books");
        leilasStream.arrives(Received.chat(Address.parse(SESSION), "books, before")
                .withDelay(Instant.parse("2026-11-23T10:00:00Z")));
        leilasStream.arrives(marked(SESSION, "a note on books", "note"));
        leilasStream.arrives("s-other@ask.tehran.test", "books of another");

        assertThatThrownBy(() -> leila.sees("books")).hasMessageContaining("the transcript's «books, before»");
        leila.seesTranscript("before");
        leila.seesNote("note on books");
        leila.isNotOfferedFor(SHORT);
        leila.turnsTo(Address.parse("s-other@ask.tehran.test"));
        leila.sees("books of another");
    }

    @Test
    void anOperatorWithoutAnOfferHasNoSession() {
        assertThatThrownBy(() -> leila.answers("hello")).hasMessageContaining("Leila has been offered nothing yet");
    }

    @Test
    void aConfirmationIsForWhatWasWrittenLast() {
        String id = parisa.writes("question");
        patronsStream.arrives(new Received(
                Instant.now(),
                Address.parse(DESK),
                Received.Kind.CHAT,
                null,
                null,
                null,
                null,
                List.of(),
                id,
                false,
                Received.Copy.NONE,
                null));
        parisa.isConfirmed();

        parisa.writesAgain(id, "question");
        assertThat(patronsStream.sent().get(1).id()).isEqualTo(id);
        assertThatThrownBy(parisa::isConfirmed).hasMessageContaining("the receipt for " + id);
    }

    @Test
    void aBrokenLineFailsTheStep() {
        patronsStream.breaks();

        assertThatThrownBy(() -> parisa.writes("question"))
                .isInstanceOf(ScriptFailure.class)
                .hasMessageContaining("step 1: Parisa cannot write to desk@ask.uppsala.test: the connection is lost");
    }

    @Test
    void theTimelineCountsFromTheFirstMessage() {
        parisa.writes("question");
        now = now.plusMillis(250);
        stage.happens("the hub is killed", () -> {});
        timeline.add(now.plusMillis(750), "Aino", "is told of it later");
        timeline.add(now.plusMillis(500), "Aino", "knows it by then");

        assertThat(timeline.toString())
                .isEqualTo("      0 ms  Parisa       writes «question» to desk@ask.uppsala.test\n"
                        + "    250 ms  —            the hub is killed\n"
                        + "    750 ms  Aino         knows it by then\n"
                        + "   1000 ms  Aino         is told of it later");
        assertThat(stage.steps()).isEqualTo(2);
    }

    @Test
    void theTimelineShowsWhatArrives() {
        patronsStream.arrives(DESK, "an\nanswer " + "x".repeat(200));

        assertThat(timeline.entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.what())
                        .startsWith("sees «an ⏎ answer xxx")
                        .endsWith("…» from desk@ask.uppsala.test"));
    }

    @Test
    void whatHappensToTheNetworkCanFail() {
        assertThatThrownBy(() -> stage.happens("the hub is killed", () -> {
                    throw new IllegalStateException("no such process");
                }))
                .isInstanceOf(ScriptFailure.class)
                .hasMessage("step 1: the hub is killed failed: no such process");
    }
}
