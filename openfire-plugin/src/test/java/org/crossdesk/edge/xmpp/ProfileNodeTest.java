package org.crossdesk.edge.xmpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.crossdesk.domain.competence.Review;
import org.crossdesk.protocol.competence.Language;
import org.crossdesk.protocol.competence.LanguageLevel;
import org.crossdesk.protocol.competence.Profile;
import org.crossdesk.runtime.Directory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xmpp.packet.IQ;
import org.xmpp.packet.Packet;
import org.xmpp.packet.PacketError;

/** An operator's own node: what could not be written or taken away is tried again, and not for ever. */
class ProfileNodeTest {
    private static final Directory.Operator SHOWN = new Directory.Operator(
                    "shirin",
                    "h1",
                    new Profile(List.of(new Language("fa", LanguageLevel.NATIVE)), List.of(), List.of()),
                    2)
            .knowing(
                    new Profile(List.of(new Language("fa", LanguageLevel.NATIVE)), List.of(), List.of()),
                    2,
                    Review.NONE.confirmed(Instant.EPOCH, "britta@uppsala.test"));
    private static final Directory.Operator HIDDEN = SHOWN.knowing(Profile.EMPTY, 2, SHOWN.review());

    private final List<Packet> sent = new ArrayList<>();
    private final Deque<Runnable> due = new ArrayDeque<>();
    private Directory.Operator now = SHOWN;
    private ProfileNode node;

    @BeforeEach
    void startsAnew() {
        ScheduledExecutorService timer = mock(ScheduledExecutorService.class);
        when(timer.schedule(any(Runnable.class), anyLong(), any())).thenAnswer(call -> {
            due.add(call.getArgument(0));
            return null;
        });
        ExecutorService atOnce = mock(ExecutorService.class);
        org.mockito.Mockito.doAnswer(call -> {
                    call.<Runnable>getArgument(0).run();
                    return null;
                })
                .when(atOnce)
                .execute(any());
        AtomicInteger ids = new AtomicInteger();
        node = new ProfileNode(
                "uppsala.test", sent::add, new Lanes(atOnce), () -> "id" + ids.incrementAndGet(), timer, any -> now);
    }

    private void answers(PacketError.Condition condition) {
        IQ asked = (IQ) sent.get(sent.size() - 1);
        IQ answer = IQ.createResultIQ(asked);
        answer.setTo(asked.getFrom());
        if (condition != null) {
            answer.setType(IQ.Type.error);
            answer.setError(condition);
        }
        node.interceptPacket(answer, null, true, false);
    }

    private void timePasses() {
        for (Runnable one : List.copyOf(due)) {
            due.remove(one);
            one.run();
        }
    }

    @Test
    void whatIsAnsweredIsDone() {
        node.write(SHOWN);
        answers(null);
        timePasses();
        timePasses();
        node.write(SHOWN);
        assertThat(sent).hasSize(1);
    }

    @Test
    void aWithdrawalThatFailedIsTriedUntilItIsDone() {
        node.write(SHOWN);
        answers(null);
        now = HIDDEN;
        node.write(HIDDEN);
        answers(PacketError.Condition.internal_server_error);
        timePasses();
        assertThat(sent).hasSize(3);
        assertThat(sent.get(2).toXML()).contains("delete");
        // No answer at all is none either.
        timePasses();
        timePasses();
        assertThat(sent).hasSize(4);
        answers(PacketError.Condition.item_not_found);
        timePasses();
        timePasses();
        assertThat(sent).hasSize(4);
    }

    @Test
    void itIsNotTriedForEver() {
        node.write(SHOWN);
        for (int round = 0; round < 3 * ProfileNode.TRIES_MAX; round++) {
            answers(PacketError.Condition.forbidden);
            timePasses();
        }
        assertThat(sent).hasSize(ProfileNode.TRIES_MAX);
        // The next change, or login, begins anew.
        node.write(SHOWN);
        assertThat(sent).hasSize(ProfileNode.TRIES_MAX + 1);
    }

    @Test
    void whatHasChangedMeanwhileIsNotUndone() {
        node.write(SHOWN);
        answers(PacketError.Condition.internal_server_error);
        now = HIDDEN;
        node.write(HIDDEN);
        answers(null);
        timePasses();
        timePasses();
        assertThat(sent).hasSize(2);
        assertThat(sent.get(1).toXML()).contains("delete");
    }

    @Test
    void strangersAnswerNothing() {
        node.write(SHOWN);
        IQ asked = (IQ) sent.get(0);
        IQ forged = IQ.createResultIQ(asked);
        forged.setTo("mina@uppsala.test/crossdesk");
        node.interceptPacket(forged, null, true, false);
        timePasses();
        timePasses();
        assertThat(sent).hasSize(2);
    }
}
