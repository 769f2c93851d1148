package org.crossdesk.runtime;

import org.crossdesk.domain.Effect;

/** Lets what one life of a library's desk causes out into the network, and notes it for the auditor. */
final class NetworkOutlet implements Outlet {
    private final Network network;
    private final Library library;
    private final int life;

    NetworkOutlet(Network network, Library library, int life) {
        this.network = network;
        this.library = library;
        this.life = life;
    }

    @Override
    public void send(Effect.Send send, StateKey origin) {
        library.effects().add(send);
        network.send(library, life, send, origin);
    }

    @Override
    public void ask(Effect.Ask ask, StateKey origin) {
        library.effects().add(ask);
        network.ask(library, life, ask, origin);
    }

    @Override
    public void answer(Effect.Answer answer) {
        library.effects().add(answer);
        network.answer(answer.asker(), answer.payload());
    }

    @Override
    public void refuse(Effect.Refuse refuse) {
        library.effects().add(refuse);
        network.refuse(refuse.asker(), refuse.refusal());
    }

    @Override
    public void tell(Effect.Tell tell) {
        library.effects().add(tell);
        network.tell(tell);
    }

    @Override
    public void confirm(Effect.Confirm confirm) {
        library.effects().add(confirm);
        network.confirm(confirm);
    }
}
