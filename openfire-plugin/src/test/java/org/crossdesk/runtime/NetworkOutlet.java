package org.crossdesk.runtime;

import org.crossdesk.domain.Effect;

/** Lets what one life of a library's desk causes out into the network, and notes it for the auditor. */
final class NetworkOutlet implements Outlet {
    private final Network network;
    private final Library library;
    private final int life;
    private int untilDeath = -1;

    NetworkOutlet(Network network, Library library, int life) {
        this.network = network;
        this.library = library;
        this.life = life;
    }

    /** The machine dies after so many more effects. */
    void diesAfter(int effects) {
        untilDeath = effects;
    }

    /** Whether the machine still lives; what a dead one would have let out is lost. */
    private boolean lives() {
        if (untilDeath == 0) {
            library.crash();
        }
        untilDeath = untilDeath < 0 ? -1 : untilDeath - 1;
        return library.lives(life);
    }

    @Override
    public void send(Effect.Send send, StateKey origin) {
        if (!lives()) {
            return;
        }
        library.effects().add(send);
        network.send(library, life, send, origin);
    }

    @Override
    public void ask(Effect.Ask ask, StateKey origin) {
        if (!lives()) {
            return;
        }
        library.effects().add(ask);
        network.ask(library, life, ask, origin);
    }

    @Override
    public void answer(Effect.Answer answer) {
        if (!lives()) {
            return;
        }
        library.effects().add(answer);
        network.answer(answer.asker(), answer.payload());
    }

    @Override
    public void refuse(Effect.Refuse refuse) {
        if (!lives()) {
            return;
        }
        library.effects().add(refuse);
        network.refuse(refuse.asker(), refuse.refusal());
    }

    @Override
    public void tell(Effect.Tell tell) {
        if (!lives()) {
            return;
        }
        library.effects().add(tell);
        network.tell(tell);
    }

    @Override
    public void deliver(Effect.Deliver deliver) {
        if (!lives()) {
            return;
        }
        library.effects().add(deliver);
        network.deliver(deliver);
    }

    @Override
    public void sign(Effect.Sign sign) {
        // It may get lost, and here it always does.
        library.effects().add(sign);
    }

    @Override
    public void confirm(Effect.Confirm confirm) {
        if (!lives()) {
            return;
        }
        library.effects().add(confirm);
        network.confirm(confirm);
    }
}
