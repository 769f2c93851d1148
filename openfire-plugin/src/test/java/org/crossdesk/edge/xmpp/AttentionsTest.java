package org.crossdesk.edge.xmpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.crossdesk.domain.Effect;
import org.crossdesk.domain.Sample;
import org.crossdesk.protocol.Address;
import org.junit.jupiter.api.Test;

class AttentionsTest {
    private static final Address CONTACT = Address.parse("s-x@ask.tehran.test");
    private static final Address ACCOUNT = Address.parse("shirin@tehran.test");

    private final List<String> changed = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final Attentions attentions =
            new Attentions(changed::add, tell -> told.add(tell.body()), Sample.PHRASES, "en");

    private void misses() {
        attentions.missed(new Effect.Missed("shirin", CONTACT, ACCOUNT));
    }

    @Test
    void whoLetsTwoGoByIsAskedOnceAndIsBackWithTheNextWord() {
        misses();
        assertThat(told).isEmpty();
        misses();
        misses();
        assertThat(told).containsExactly("OPERATOR_ARE_YOU_THERE");
        assertThat(attentions.away("shirin")).isTrue();
        attentions.shown("shirin", CONTACT, ACCOUNT);
        attentions.shown("shirin", CONTACT, ACCOUNT);
        assertThat(told).containsExactly("OPERATOR_ARE_YOU_THERE", "OPERATOR_THERE_AGAIN");
        assertThat(changed).containsExactly("shirin", "shirin");
        assertThat(attentions.away("shirin")).isFalse();
    }

    @Test
    void aPauseEndsOnlyWhenItIsEnded() {
        attentions.pause("shirin", true);
        attentions.shown("shirin", CONTACT, ACCOUNT);
        assertThat(attentions.paused("shirin")).isTrue();
        attentions.pause("shirin", false);
        assertThat(attentions.away("shirin")).isFalse();
        assertThat(told).isEmpty();
    }
}
