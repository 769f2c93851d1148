package org.crossdesk.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import org.crossdesk.bot.smack.Received;
import org.crossdesk.bot.smack.StanzaBridge;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.xml.Element;
import org.junit.jupiter.api.Test;

class SessionBoardTest {
    private static final Address ONE = Address.parse("s-one@ask.tehran.test");
    private static final Address TWO = Address.parse("s-two@ask.tehran.test");

    private final SessionBoard board = new SessionBoard(ZoneOffset.UTC);

    private static Received marked(Address from, String body, String mark) {
        return Received.chat(from, body)
                .withPayloads(Element.named(mark, StanzaBridge.ASK).build());
    }

    @Test
    void theFirstOfferBecomesTheCurrentSession() {
        assertThat(board.current()).isEmpty();
        assertThat(board.prompt()).isEqualTo("> ");

        assertThat(board.arrived(marked(ONE, "about law", "offer")))
                .containsExactly("[1] OFFER: about law", "What you type now goes to [1].");
        assertThat(board.current()).contains(ONE);
        assertThat(board.prompt()).isEqualTo("[1]> ");
    }

    @Test
    void aSecondOneNeverTakesTheLine() {
        board.arrived(marked(ONE, "about law", "offer"));

        assertThat(board.arrived(marked(TWO, "about art", "offer")))
                .containsExactly("[2] OFFER: about art", "(/use 2 to turn to it; you write to [1])");
        assertThat(board.arrived(Received.chat(TWO, "hello?"))).containsExactly("[2] patron: hello?");
        assertThat(board.current()).contains(ONE);
        assertThat(board.use(2)).isTrue();
        assertThat(board.current()).contains(TWO);
        assertThat(board.use(3)).isFalse();
        assertThat(board.lines()).containsExactly("  [1] " + ONE, "→ [2] " + TWO);
    }

    @Test
    void saysWhoSpeaks() {
        board.arrived(marked(ONE, "about law", "offer"));

        assertThat(board.arrived(Received.chat(ONE, "before").withDelay(Instant.parse("2026-11-23T10:11:12Z"))))
                .containsExactly("[1] earlier, 10:11: before");
        assertThat(board.arrived(marked(ONE, "a note", "note"))).containsExactly("[1] desk: a note");
        assertThat(board.arrived(marked(ONE, "[librarian] Hello", "note"))).containsExactly("[1] [librarian] Hello");
        assertThat(board.arrived(Received.chat(Address.parse("ask.tehran.test"), "hello")))
                .containsExactly("desk: hello");
    }

    @Test
    void theEndOfASessionFreesTheLine() {
        board.arrived(marked(ONE, "about law", "offer"));
        board.arrived(marked(TWO, "about art", "offer"));

        assertThat(board.arrived(marked(ONE, "Closed.", "closed")))
                .containsExactly("[1] desk: Closed.", "[1] is over; /use N turns to another: [2]");
        assertThat(board.current()).isEmpty();
        assertThat(board.arrived(marked(ONE, "again", "offer")))
                .first()
                .asString()
                .startsWith("[3] OFFER");
    }

    @Test
    void wordsForOnePatronNeverReachTheNext() {
        board.arrived(marked(ONE, "about law", "offer"));
        board.prompt();
        board.arrived(marked(ONE, "Closed.", "closed"));
        board.arrived(marked(TWO, "about art", "offer"));

        assertThat(board.current()).contains(TWO);
        assertThat(board.addressee()).isEmpty();
        board.prompt();
        assertThat(board.addressee()).contains(TWO);
    }

    @Test
    void theFirstOfferCanBeAnsweredAtThePromptThatWasThereBefore() {
        board.prompt();
        board.arrived(marked(ONE, "about law", "offer"));

        assertThat(board.addressee()).contains(ONE);
    }

    @Test
    void forgetsTheOldestBeyondItsBound() {
        for (int i = 0; i <= SessionBoard.SESSIONS_MAX; i++) {
            board.arrived(Received.chat(Address.parse("s-" + i + "@ask.tehran.test"), "hello"));
        }

        assertThat(board.lines()).hasSize(SessionBoard.SESSIONS_MAX);
        assertThat(board.use(1)).isFalse();
    }
}
