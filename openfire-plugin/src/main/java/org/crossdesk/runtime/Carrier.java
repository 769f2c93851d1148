package org.crossdesk.runtime;

import org.crossdesk.domain.Effect;

/** Lets effects out at the ports. */
final class Carrier implements Effect.Visitor {
    private final Outlet outlet;
    private final Alarms alarms;
    private final StateKey origin;

    /** {@code origin} is the state that caused the effects: answers and alarms come back to it. */
    Carrier(Outlet outlet, Alarms alarms, StateKey origin) {
        this.outlet = outlet;
        this.alarms = alarms;
        this.origin = origin;
    }

    @Override
    public void send(Effect.Send send) {
        outlet.send(send, origin);
    }

    @Override
    public void ask(Effect.Ask ask) {
        outlet.ask(ask, origin);
    }

    @Override
    public void answer(Effect.Answer answer) {
        outlet.answer(answer);
    }

    @Override
    public void refuse(Effect.Refuse refuse) {
        outlet.refuse(refuse);
    }

    @Override
    public void tell(Effect.Tell tell) {
        outlet.tell(tell);
    }

    @Override
    public void deliver(Effect.Deliver deliver) {
        outlet.deliver(deliver);
    }

    @Override
    public void confirm(Effect.Confirm confirm) {
        outlet.confirm(confirm);
    }

    @Override
    public void sign(Effect.Sign sign) {
        outlet.sign(sign);
    }

    @Override
    public void missed(Effect.Missed missed) {
        outlet.missed(missed);
    }

    @Override
    public void room(Effect.Room room) {
        outlet.room(room);
    }

    @Override
    public void wake(Effect.Wake wake) {
        alarms.set(origin, wake.alarm(), wake.delay());
    }
}
