package org.crossdesk.edge.xmpp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoomLineTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"claim 4", "Claim 4", "/claim 4", "!claim #4", " claim  4. ", "\u2066claim 4\u2069", "claim ۴"})
    void aClaim(String typed) {
        assertThat(RoomLine.of(typed)).isEqualTo(new RoomLine.Claim(4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"who", "Who?", "/who"})
    void whoIsOnDuty(String typed) {
        assertThat(RoomLine.of(typed)).isEqualTo(new RoomLine.Who());
    }

    @ParameterizedTest
    @ValueSource(strings = {"help", "claim", "!help"})
    void help(String typed) {
        assertThat(RoomLine.of(typed)).isEqualTo(new RoomLine.Help());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "who has time?", "I claim 4 of them", "claim 4 5", "claim 12345678901", "help me with 4"})
    void talkAmongColleagues(String typed) {
        assertThat(RoomLine.of(typed)).isEqualTo(new RoomLine.Talk());
    }
}
