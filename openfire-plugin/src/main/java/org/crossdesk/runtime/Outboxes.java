package org.crossdesk.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.crossdesk.domain.Effect;
import org.crossdesk.domain.delivery.Outbox;
import org.crossdesk.domain.delivery.OutboxEvent;
import org.crossdesk.domain.delivery.OutboxMachine;
import org.crossdesk.domain.delivery.OutboxRecord;
import org.crossdesk.protocol.Address;
import org.jspecify.annotations.Nullable;

/**
 * What is on its way to people whose clients confirm what they get. Everybody else is told things once, as ever. Used by
 * the loop's thread only.
 */
final class Outboxes extends Keeper<Outbox, OutboxEvent, OutboxRecord> {
    /** So many people at most; whoever comes then is told things once. */
    static final int OUTBOXES_MAX = 20_000;

    private static final int BYTES = 200;

    private final OutboxMachine machine;
    private final Predicate<Address> inDoubt;

    /** {@code inDoubt} says of whom it is not known now whether a client is there. */
    Outboxes(OutboxMachine machine, Predicate<Address> inDoubt) {
        super(StateKey.Kind.OUTBOX, machine);
        this.machine = machine;
        this.inDoubt = inDoubt;
    }

    static String id(Address person) {
        return person.bare().toString();
    }

    /**
     * A client of this person confirms the message of this id. Whoever confirms something has an outbox from then on;
     * strangers have none.
     */
    void confirmed(Address client, String id, boolean stranger, Turn turn) {
        String person = id(client);
        Outbox known = get(person);
        if (known != null && !known.there()) {
            // Who says something is there, whatever was heard of them.
            happen(person, new OutboxEvent.Came(client), turn);
        }
        if (!happen(person, new OutboxEvent.Confirmed(id), turn) && !stranger && size() < OUTBOXES_MAX) {
            begin(person, machine.open(client), turn);
        }
    }

    /**
     * What the turn tells such people goes through their outboxes, and is kept with the turn. It comes behind what the turn
     * has an outbox send again.
     */
    void post(Turn turn) {
        List<Effect.Tell> posts = new ArrayList<>();
        turn.effects.removeIf(
                caused -> caused.effect() instanceof Effect.Tell tell && get(id(tell.to())) != null && posts.add(tell));
        posts.forEach(tell -> happen(id(tell.to()), new OutboxEvent.Post(tell, inDoubt.test(tell.to())), turn));
    }

    @Override
    Leaving leaving(Outbox state) {
        return state.over() ? Leaving.FORGOTTEN : Leaving.STAYS;
    }

    @Override
    boolean begins(OutboxRecord record) {
        return record instanceof OutboxRecord.Opened || record instanceof OutboxRecord.Standing;
    }

    @Override
    OutboxRecord standing(Outbox state) {
        // After a restart nobody is connected.
        return new OutboxRecord.Standing(state.linked(false));
    }

    @Override
    long bytes(Outbox state) {
        return BYTES
                + state.letters().stream()
                        .mapToLong(letter -> BYTES + letter.body().length())
                        .sum();
    }

    @Override
    boolean kept(OutboxRecord record) {
        return record.kept();
    }

    @Override
    void changed(String id, @Nullable Outbox before, @Nullable Outbox after) {
        // Nobody looks them up but by name.
    }
}
