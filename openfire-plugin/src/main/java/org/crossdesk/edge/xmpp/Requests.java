package org.crossdesk.edge.xmpp;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.crossdesk.domain.Refusal;
import org.crossdesk.domain.Refusal.Condition;
import org.crossdesk.protocol.Payload;
import org.crossdesk.protocol.xml.DecodingException;
import org.jspecify.annotations.Nullable;
import org.xmpp.packet.IQ;
import org.xmpp.packet.JID;

/** IQs that wait for their answer, each with a bound in time. */
final class Requests {
    /** What came of a request: an answer (perhaps an empty one) or a refusal. */
    interface Outcome {
        /** {@code result} is null where the answer was empty, and where it was refused. */
        void of(@Nullable Payload result, @Nullable Refusal refusal);
    }

    /** The same, of an answer that is not of our protocols. */
    interface PlainOutcome {
        /** One of both is null. */
        void of(@Nullable IQ result, @Nullable Refusal refusal);
    }

    private record Waiting(JID asked, PlainOutcome outcome, Future<?> timeout) {}

    private final Map<String, Waiting> waiting = new ConcurrentHashMap<>();
    private final ScheduledExecutorService scheduler;
    private final Duration patience;
    private final Supplier<String> tokens;
    private final java.util.function.Consumer<IQ> sender;

    Requests(
            ScheduledExecutorService scheduler,
            Duration patience,
            Supplier<String> tokens,
            java.util.function.Consumer<IQ> sender) {
        this.scheduler = scheduler;
        this.patience = patience;
        this.tokens = tokens;
        this.sender = sender;
    }

    /** Sends the IQ under an id that nobody else can guess. */
    void send(IQ iq, Outcome outcome) {
        sendPlain(iq, (result, refusal) -> {
            try {
                org.dom4j.Element child = result == null ? null : result.getChildElement();
                outcome.of(child == null || !Payloads.ours(child) ? null : Payloads.decode(child), refusal);
            } catch (DecodingException e) {
                outcome.of(null, new Refusal(Condition.BAD_REQUEST, "the answer: " + e.getMessage()));
            }
        });
    }

    /** The same, for an answer that is not of our protocols. */
    void sendPlain(IQ iq, PlainOutcome outcome) {
        String id = tokens.get();
        iq.setID(id);
        try {
            Future<?> timeout = scheduler.schedule(
                    () -> {
                        Waiting late = waiting.remove(id);
                        if (late != null) {
                            late.outcome().of(null, new Refusal(Condition.REMOTE_SERVER_TIMEOUT, "no answer in time"));
                        }
                    },
                    patience.toMillis(),
                    TimeUnit.MILLISECONDS);
            waiting.put(id, new Waiting(iq.getTo(), outcome, timeout));
            sender.accept(iq);
        } catch (RejectedExecutionException e) {
            outcome.of(null, new Refusal(Condition.SERVICE_UNAVAILABLE, "the desk is stopping"));
        }
    }

    /** Takes an answer; one that nobody waits for, or that comes from somebody else, is nothing. */
    void answered(IQ iq) {
        Waiting request = iq.getID() == null ? null : waiting.get(iq.getID());
        if (request == null || !request.asked().equals(iq.getFrom())) {
            return;
        }
        waiting.remove(iq.getID());
        request.timeout().cancel(false);
        if (iq.getType() == IQ.Type.error) {
            request.outcome().of(null, StanzaErrors.refusal(iq.getError()));
            return;
        }
        request.outcome().of(iq, null);
    }
}
