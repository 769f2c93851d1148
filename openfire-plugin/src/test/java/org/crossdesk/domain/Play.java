package org.crossdesk.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.crossdesk.domain.ledger.LedgerEntry;
import org.crossdesk.protocol.Payload;

/** Lets events happen to one state and remembers what came of it. */
public final class Play<S, E, R> {
    private final Machine<S, E, R> machine;
    private final List<R> records = new ArrayList<>();
    private Instant now = Sample.START;
    private long tokens = 1_000;
    private S state;
    private Decision<R> last;

    /** Begins with the decision that begins a state. */
    public Play(Machine<S, E, R> machine, Decision<R> first) {
        this.machine = machine;
        this.state = machine.begin(first.records().get(0));
        this.last = first;
        carryOut(first.records().subList(1, first.records().size()));
        records.add(0, first.records().get(0));
    }

    /** The event happens, a second later. */
    public Play<S, E, R> happens(E event) {
        last = considers(event);
        carryOut(last.records());
        return this;
    }

    /** So much time goes by. */
    public void passes(Duration time) {
        now = now.plus(time);
    }

    /** What would be decided; nothing changes. */
    public Decision<R> considers(E event) {
        now = now.plusSeconds(1);
        return machine.decide(state, event, new Moment(now, Sample.token(tokens++)));
    }

    private void carryOut(List<R> changes) {
        for (R record : changes) {
            state = machine.evolve(state, record);
            records.add(record);
        }
    }

    public S state() {
        return state;
    }

    /** Every record since the beginning. */
    public List<R> records() {
        return List.copyOf(records);
    }

    public Decision<R> last() {
        return last;
    }

    /** The state that these records make. */
    public S fold(List<R> some) {
        S folded = machine.begin(some.get(0));
        for (R record : some.subList(1, some.size())) {
            folded = machine.evolve(folded, record);
        }
        return folded;
    }

    /** What the last event made the desk send, ask or answer, of this kind. */
    public <P extends Payload> List<P> sent(Class<P> kind) {
        return effects(Effect.class)
                .map(Play::payload)
                .filter(Objects::nonNull)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    private static Payload payload(Effect effect) {
        if (effect instanceof Effect.Send send) {
            return send.payload();
        }
        if (effect instanceof Effect.Ask ask) {
            return ask.payload();
        }
        return effect instanceof Effect.Answer answer ? answer.payload() : null;
    }

    /** What the last event made the desk write to people. */
    public List<String> told() {
        return effects(Effect.Tell.class).map(Effect.Tell::body).toList();
    }

    /** Why the last event was refused. */
    public List<Refusal.Condition> refused() {
        return effects(Effect.Refuse.class)
                .map(refuse -> refuse.refusal().condition())
                .toList();
    }

    /** The stanza ids that the last event confirmed. */
    public List<String> confirmed() {
        return effects(Effect.Confirm.class).map(Effect.Confirm::stanzaId).toList();
    }

    /** How long until the alarm of this kind, as the last event set it. */
    public List<Duration> wakesIn(Alarm.Kind kind) {
        return effects(Effect.Wake.class)
                .filter(wake -> wake.alarm().kind() == kind)
                .map(Effect.Wake::delay)
                .toList();
    }

    /** The alarms that the last event set. */
    public List<Alarm> alarms(Alarm.Kind kind) {
        return effects(Effect.Wake.class)
                .map(Effect.Wake::alarm)
                .filter(alarm -> alarm.kind() == kind)
                .toList();
    }

    /** What the last event counted. */
    public List<LedgerEntry> counted() {
        return last.entries();
    }

    /** The last event's effects of this kind, in order. */
    public <T extends Effect> Stream<T> effects(Class<T> kind) {
        return last.effects().stream().filter(kind::isInstance).map(kind::cast);
    }
}
