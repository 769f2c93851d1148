package org.crossdesk.domain.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossdesk.domain.Sample.AINO;
import static org.crossdesk.domain.Sample.SHIRIN;

import java.util.List;
import org.crossdesk.domain.Effect;
import org.crossdesk.domain.Refusal;
import org.crossdesk.domain.Refusal.Condition;
import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.ask.Disclosure;
import org.crossdesk.protocol.session.RecalledLine;
import org.crossdesk.protocol.transfer.RecallRequest;
import org.crossdesk.protocol.transfer.Recalled;
import org.junit.jupiter.api.Test;

/** The lines of a session, told again to whoever is in it. */
class RecallTest {
    private static Recalled recalled(Home home, long epoch, long after) {
        home.fromDesk(SHIRIN, new RecallRequest(Home.SESSION, epoch, after, false));
        List<Recalled> answers = home.play.sent(Recalled.class);
        assertThat(answers).hasSize(1);
        return answers.get(0);
    }

    @Test
    void whoIsInTheSessionGetsEveryLineAndTheirOwnWithItsWords() {
        Home home = Home.ownedByShirin().says(SHIRIN, 1, 1, "salam").patronSays("thanks", "m9");
        Recalled all = recalled(home, 1, 0);
        assertThat(all.lines()).extracting(RecalledLine::body).contains("salam", "thanks");
        assertThat(all.lines().stream().filter(RecalledLine::own).map(RecalledLine::body))
                .containsExactly("salam");
        assertThat(all.more()).isFalse();
        long before = all.lines().get(all.lines().size() - 2).seq();
        assertThat(recalled(home, 1, before).lines())
                .extracting(RecalledLine::body)
                .containsExactly("thanks");
    }

    @Test
    void moreThanFitsIntoOneAnswerComesPageByPage() {
        Home home = Home.ownedByShirin();
        for (int i = 1; i <= Bounds.RELAY_MAX_UTTERANCES; i++) {
            home.says(SHIRIN, 1, i, "line " + i);
        }
        Recalled first = recalled(home, 1, 0);
        assertThat(first.lines()).hasSize(Bounds.RELAY_MAX_UTTERANCES);
        assertThat(first.more()).isTrue();
        Recalled rest =
                recalled(home, 1, first.lines().get(first.lines().size() - 1).seq());
        assertThat(rest.lines()).extracting(RecalledLine::body).endsWith("line " + Bounds.RELAY_MAX_UTTERANCES);
        assertThat(rest.more()).isFalse();
    }

    @Test
    void theSessionBeforeIsForWhoeverIsInThisOneAsTheHomeLibrarySays() {
        Session now = Home.ownedByShirin().state();
        RecallRequest request = new RecallRequest(Home.SESSION, 1, 0, true);
        assertThat(LookingBack.refusal(now, SHIRIN, request, Disclosure.ALL)).isNull();
        assertThat(LookingBack.refusal(now, SHIRIN, request, Disclosure.QUESTION))
                .extracting(Refusal::condition)
                .isEqualTo(Condition.NOT_ALLOWED);
        assertThat(LookingBack.refusal(now, AINO, request, Disclosure.ALL))
                .extracting(Refusal::condition)
                .isEqualTo(Condition.FORBIDDEN);
        RecallRequest old = new RecallRequest(Home.SESSION, 2, 0, true);
        assertThat(LookingBack.refusal(now, SHIRIN, old, Disclosure.ALL))
                .extracting(Refusal::condition)
                .isEqualTo(Condition.FORBIDDEN);
        Session own = Home.ownedByShirin().says(SHIRIN, 1, 1, "salam").state();
        assertThat(LookingBack.before(own, SHIRIN, request).lines().stream()
                        .filter(RecalledLine::own)
                        .map(RecalledLine::body))
                .containsExactly("salam");
    }

    @Test
    void nobodyElseGetsAnythingAndNothingIsChanged() {
        Home home = Home.ownedByShirin();
        Session before = home.state();
        home.fromDesk(AINO, new RecallRequest(Home.SESSION, 1, 0, false));
        assertThat(home.play.sent(Recalled.class)).isEmpty();
        assertThat(home.play.effects(Effect.Refuse.class))
                .extracting(refuse -> refuse.refusal().condition())
                .containsExactly(Condition.FORBIDDEN);
        home.fromDesk(SHIRIN, new RecallRequest(Home.SESSION, 2, 0, false));
        assertThat(home.play.sent(Recalled.class)).isEmpty();
        assertThat(home.state()).isEqualTo(before);
    }
}
