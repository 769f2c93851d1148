package org.crossdesk.runtime;

import org.crossdesk.domain.Effect;

/** Nobody is out there. */
final class NoOutlet implements Outlet {
    @Override
    public void send(Effect.Send send, StateKey origin) {}

    @Override
    public void ask(Effect.Ask ask, StateKey origin) {}

    @Override
    public void answer(Effect.Answer answer) {}

    @Override
    public void refuse(Effect.Refuse refuse) {}

    @Override
    public void tell(Effect.Tell tell) {}

    @Override
    public void deliver(Effect.Deliver deliver) {}

    @Override
    public void sign(Effect.Sign sign) {}

    @Override
    public void confirm(Effect.Confirm confirm) {}
}
