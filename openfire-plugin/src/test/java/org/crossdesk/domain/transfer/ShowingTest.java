package org.crossdesk.domain.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.crossdesk.domain.Attached;
import org.crossdesk.domain.Effect;
import org.crossdesk.domain.Said;
import org.crossdesk.domain.Sample;
import org.crossdesk.protocol.session.ChatState;
import org.crossdesk.protocol.session.Extras;
import org.crossdesk.protocol.session.Speaker;
import org.crossdesk.protocol.session.Utterance;
import org.crossdesk.protocol.transfer.Activity;
import org.crossdesk.protocol.transfer.Displayed;
import org.crossdesk.protocol.transfer.Relay;
import org.crossdesk.protocol.transfer.Say;
import org.junit.jupiter.api.Test;

/** What people say beside their words finds its way through the operator's desk. */
class ShowingTest {
    private static final String LINK = "https://upload.test/deed.jpg";

    @Test
    void aCorrectionNamesTheNumberThatItCorrects() {
        Operator operator = Operator.engaged().writes("article 816", "m2");
        operator.happens(wrote("article 861", "m3", new Attached("m2", LINK, false)));
        assertThat(operator.play.sent(Say.class)).extracting(Say::extras).containsExactly(new Extras(2L, LINK));
        operator.happens(wrote("what?", "m4", new Attached("unknown", null, false)));
        assertThat(operator.play.sent(Say.class)).extracting(Say::extras).containsOnlyNulls();
        assertThat(operator.rings(org.crossdesk.domain.Alarm.Kind.RESEND, "1")
                        .play
                        .sent(Say.class))
                .extracting(Say::extras)
                .as("said again")
                .contains(new Extras(2L, LINK));
    }

    @Test
    void aPatronsCorrectionReplacesWhatWasShown() {
        Operator operator = Operator.engaged();
        operator.fromHome(new Relay(
                Operator.SESSION,
                1,
                List.of(patron(1, "my fahter", null), patron(2, "my father", new Extras(1L, LINK)))));
        List<Said> said = operator.play
                .effects(Effect.Tell.class)
                .map(Effect.Tell::said)
                .filter(Objects::nonNull)
                .toList();
        assertThat(said).hasSize(2);
        assertThat(said.get(1).replaces()).isEqualTo(said.get(0).id());
        assertThat(said.get(1).link()).isEqualTo(LINK);
    }

    @Test
    void whatIsNotShownIsAcknowledgedAndNothingMore() {
        Operator operator = Operator.engaged();
        operator.fromHome(new Relay(Operator.SESSION, 1, List.of(patron(1, "x", null), patron(2, "", null))));
        assertThat(operator.play.effects(Effect.Tell.class)).hasSize(1);
        assertThat(operator.play
                        .effects(Effect.Tell.class)
                        .map(tell -> tell.said().guest()))
                .as("not to be archived here")
                .containsOnly(true);
        assertThat(operator.state().receivedUpTo()).isEqualTo(2);
    }

    @Test
    void whatTheOperatorDoesIsTold() {
        Operator operator = Operator.engaged().relayed(1, patron(1, "x", null));
        String id = operator.play
                .effects(Effect.Tell.class)
                .map(tell -> tell.said().id())
                .findFirst()
                .orElseThrow();
        operator.happens(new EngagementEvent.Signed(ChatState.COMPOSING, null));
        assertThat(operator.play.sent(Activity.class))
                .containsExactly(new Activity(Operator.SESSION, 1, ChatState.COMPOSING));
        operator.happens(new EngagementEvent.Signed(null, id));
        assertThat(operator.play.sent(Displayed.class)).containsExactly(new Displayed(Operator.SESSION, 1, 1));
        operator.happens(new EngagementEvent.Signed(null, Operator.SESSION.value() + "-1-7"));
        assertThat(operator.play.sent(Displayed.class)).as("not here yet").isEmpty();
        assertThat(Operator.ringing()
                        .happens(new EngagementEvent.Signed(ChatState.COMPOSING, null))
                        .play
                        .sent(Activity.class))
                .isEmpty();
    }

    @Test
    void whatThePatronDoesIsShown() {
        Operator operator = Operator.engaged().fromHome(new Activity(Operator.SESSION, 1, ChatState.COMPOSING));
        assertThat(operator.play.effects(Effect.Sign.class).toList())
                .containsExactly(
                        new Effect.Sign(operator.state().contact(), Operator.PHONE, ChatState.COMPOSING, null));
        operator.fromHome(new Displayed(Operator.SESSION, 1, 1));
        assertThat(operator.play.effects(Effect.Sign.class)).as("not asked for").isEmpty();
        operator.happens(wrote("x", "m7", new Attached(null, null, true)));
        operator.fromHome(new Displayed(Operator.SESSION, 1, 2));
        assertThat(operator.play.effects(Effect.Sign.class))
                .extracting(Effect.Sign::displayed)
                .containsExactly("m7");
        operator.fromHome(new Activity(Operator.SESSION, 2, ChatState.COMPOSING));
        assertThat(operator.play.effects(Effect.Sign.class)).as("another epoch").isEmpty();
    }

    private static EngagementEvent wrote(String body, String id, Attached attached) {
        return new EngagementEvent.Wrote(
                Operator.PHONE, body, Sample.asker(Operator.PHONE, Sample.UPPSALA), id, id, false, attached);
    }

    private static Utterance patron(long seq, String body, Extras extras) {
        return new Utterance(seq, Sample.START, Speaker.PATRON, null, body, extras);
    }
}
