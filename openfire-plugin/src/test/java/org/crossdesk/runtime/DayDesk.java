package org.crossdesk.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crossdesk.domain.Alarm;
import org.crossdesk.domain.Asker;
import org.crossdesk.domain.Effect;
import org.crossdesk.domain.Refusal;
import org.crossdesk.domain.Refusal.Condition;
import org.crossdesk.domain.Sample;
import org.crossdesk.domain.duty.OnDuty;
import org.crossdesk.domain.service.Service;
import org.crossdesk.domain.session.SessionEvent;
import org.crossdesk.domain.transfer.OperatorAct;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.Payload;
import org.crossdesk.protocol.ask.Decline;
import org.crossdesk.protocol.ask.Exhausted;
import org.crossdesk.protocol.ask.Offer;
import org.crossdesk.protocol.ask.Question;
import org.crossdesk.protocol.ask.Retract;
import org.crossdesk.protocol.ask.Withdraw;
import org.crossdesk.protocol.competence.Profile;
import org.crossdesk.protocol.competence.Stamp;
import org.crossdesk.protocol.session.Resolution;
import org.crossdesk.protocol.transfer.TransferPayload;

/** One library in a day of many: the real desk, with its people and its link to the others. */
final class DayDesk implements Outlet, Alarms {
    private record Timer(StateKey key, Alarm alarm) {}

    final String domain;
    final Desk desk;
    final Map<Address, Service> services = new LinkedHashMap<>();
    final Map<String, Directory.Operator> operators = new LinkedHashMap<>();
    private final DayOfLibraries day;
    private final Map<String, List<Service>> dutyOf = new HashMap<>();
    private final Map<Timer, Runnable> timers = new HashMap<>();
    private final Duration link;
    private boolean turnDue;
    boolean cut;

    DayDesk(DayOfLibraries day, String domain, int parallel) {
        this.day = day;
        this.domain = domain;
        this.link = day.plan.link();
        this.desk = new Desk(
                new Desk.Machines(Library.SESSIONS, Library.ENGAGEMENTS, Library.OUTBOXES, Library.RINGS),
                new DeskLimits(2_000, 500, 2_000, 2_000, 500, parallel, 1_000_000),
                new Desk.Ports(
                        new NoJournal(), this, any -> this, this::loadChanged, Sample.PHRASES, day.time, day::token));
        try {
            desk.startStepwise();
        } catch (JournalException e) {
            throw new AssertionError(e);
        }
    }

    Address address() {
        return Address.ofDomain("ask." + domain);
    }

    /** An operator comes on duty at these services. */
    void comes(String handle, List<Service> at) {
        dutyOf.put(handle, at);
        present(handle, 0);
    }

    void goes(String handle) {
        for (Service service : dutyOf.getOrDefault(handle, List.of())) {
            DayDesk host = day.at(service.address());
            String nick = nick(handle);
            host.desk.staff().roster(service.address(), roster -> roster.without(nick));
            host.turnSoon();
        }
        dutyOf.remove(handle);
    }

    private String nick(String handle) {
        return handle + "@" + domain;
    }

    private void loadChanged(String handle, int load) {
        present(handle, load);
    }

    /** One presence a room; the room hands it on to everybody in it. */
    private void present(String handle, int load) {
        Profile profile = operators.get(handle).profile();
        Stamp stamp = new Stamp(handle, profile.ver(), load, DayPlan.CAPACITY);
        OnDuty there = new OnDuty(address().withResource(handle), nick(handle), stamp, profile, day.time.instant());
        for (Service service : dutyOf.getOrDefault(handle, List.of())) {
            DayDesk host = day.at(service.address());
            int occupants = host.desk.rosterNow(service.address()).byNick().size();
            day.counts.atHub(host.address().domain(), stamp, 1 + occupants);
            day.carry(this, host, () -> {
                host.desk.staff().roster(service.address(), roster -> roster.with(there));
                host.turnSoon();
            });
        }
    }

    void turnSoon() {
        if (!turnDue) {
            turnDue = true;
            day.time.in(Duration.ofMillis(1), () -> {
                turnDue = false;
                if (desk.turn()) {
                    turnSoon();
                }
            });
        }
    }

    void asks(Service service, Address patron, String language, String words) {
        String id = day.token();
        Asker asker = new Asker(patron, service.address(), id, Asker.Form.MESSAGE);
        desk.patronSaid(new SessionEvent.PatronSaid(service, patron, words, asker, id, null, language));
        turnSoon();
    }

    void receive(Asker asker, Payload payload) {
        turnSoon();
        if (payload instanceof TransferPayload transfer) {
            desk.fromDesk(asker, transfer);
        } else if (payload instanceof Question question && services.containsKey(asker.to())) {
            desk.asked(asker, question, services.get(asker.to()));
        } else if (payload instanceof Offer offer
                && operators.containsKey(asker.to().resource())) {
            rings(asker, offer);
        } else if (payload instanceof Decline decline) {
            desk.declined(asker, decline);
        } else if (payload instanceof Withdraw withdraw) {
            desk.withdrawn(asker, withdraw);
        } else if (payload instanceof Retract retract) {
            desk.retracted(asker, retract);
        } else if (payload instanceof Exhausted exhausted) {
            desk.exhausted(asker, exhausted);
        } else {
            day.refuse(this, asker, new Refusal(Condition.ITEM_NOT_FOUND, "nobody here"));
        }
    }

    private void rings(Asker asker, Offer offer) {
        Directory.Operator operator = operators.get(asker.to().resource());
        desk.offered(asker, offer, operator);
        Duration reaction = day.plan.reaction();
        if (reaction == null) {
            return;
        }
        Address client = new Address(operator.account(), domain, "desk");
        Asker self = new Asker(client, address(), "act", Asker.Form.MESSAGE);
        boolean declines = day.plan.declines();
        day.time.in(reaction, () -> {
            OperatorAct act = declines ? new OperatorAct.Decline() : new OperatorAct.Take();
            desk.operatorDid(operator.handle(), offer.call().session(), client, act, self);
            turnSoon();
        });
        if (!declines) {
            day.time.in(reaction.plus(day.plan.talk()), () -> {
                desk.operatorDid(
                        operator.handle(),
                        offer.call().session(),
                        client,
                        new OperatorAct.Close(Resolution.ANSWERED, 3),
                        self);
                turnSoon();
            });
        }
    }

    @Override
    public void send(Effect.Send send, StateKey origin) {
        day.send(this, send.from(), send.to(), send.payload(), Asker.Form.MESSAGE, origin);
    }

    @Override
    public void ask(Effect.Ask ask, StateKey origin) {
        day.send(this, ask.from(), ask.to(), ask.payload(), Asker.Form.IQ, origin);
    }

    @Override
    public void answer(Effect.Answer answer) {
        day.answered(this, answer.asker(), answer.payload(), null);
    }

    @Override
    public void refuse(Effect.Refuse refuse) {
        day.refuse(this, refuse.asker(), refuse.refusal());
    }

    @Override
    public void tell(Effect.Tell tell) {
        day.told(tell.to(), tell.body());
    }

    @Override
    public void deliver(Effect.Deliver deliver) {
        // Nobody here gives receipts.
    }

    @Override
    public void sign(Effect.Sign sign) {
        // Nobody here shows that they type.
    }

    @Override
    public void confirm(Effect.Confirm confirm) {
        // Nobody here asks for receipts.
    }

    @Override
    public void room(Effect.Room room) {
        Payload card = room.card();
        if (card != null) {
            int to = room.nick() == null
                    ? 1 + desk.rosterNow(room.service()).byNick().size()
                    : 1;
            day.counts.atHub(address().domain(), card, to);
        }
    }

    @Override
    public void set(StateKey key, Alarm alarm, Duration delay) {
        Timer timer = new Timer(key, alarm);
        Runnable former = timers.put(timer, day.time.in(delay, () -> {
            timers.remove(timer);
            desk.rang(key, alarm);
            turnSoon();
        }));
        if (former != null) {
            former.run();
        }
    }

    @Override
    public void again(StateKey key, Alarm alarm) {
        set(key, alarm, Duration.ofSeconds(1));
    }

    @Override
    public void later(Runnable task) {
        day.time.in(Duration.ofSeconds(1), () -> {
            task.run();
            turnSoon();
        });
    }

    @Override
    public void clear(StateKey key) {
        List<Timer> of = new ArrayList<>();
        for (Timer timer : timers.keySet()) {
            if (timer.key().equals(key)) {
                of.add(timer);
            }
        }
        of.forEach(timer -> timers.remove(timer).run());
    }

    Duration link() {
        return link;
    }

    Instant now() {
        return day.time.instant();
    }
}
