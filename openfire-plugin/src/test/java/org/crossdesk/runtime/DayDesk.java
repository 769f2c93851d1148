package org.crossdesk.runtime;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.crossdesk.protocol.ask.Offer;
import org.crossdesk.protocol.competence.Profile;
import org.crossdesk.protocol.competence.Stamp;
import org.crossdesk.protocol.session.Resolution;

/** One library in a day of many: the real desk, with its people and its link to the others. */
final class DayDesk implements Outlet {
    final String domain;
    final Desk desk;
    final Map<Address, Service> services = new LinkedHashMap<>();
    final Map<String, Directory.Operator> operators = new LinkedHashMap<>();
    private final DayOfLibraries day;
    private final Map<String, List<Service>> dutyOf = new HashMap<>();
    private final DeskMail mail = new DeskMail(services, operators);
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
                        new NoJournal(),
                        this,
                        made -> alarms(day, made),
                        this::loadChanged,
                        Sample.PHRASES,
                        day.time,
                        day::token));
        try {
            desk.startStepwise();
        } catch (JournalException e) {
            throw new AssertionError(e);
        }
    }

    private Alarms alarms(DayOfLibraries of, Desk made) {
        return new VirtualAlarms(of.time, made::rang, this::turnSoon);
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
        if (!mail.deliver(desk, asker, payload)) {
            day.refuse(this, asker, new Refusal(Condition.ITEM_NOT_FOUND, "nobody here"));
        } else if (payload instanceof Offer offer) {
            rings(offer, operators.get(asker.to().resource()));
        }
    }

    private void rings(Offer offer, Directory.Operator operator) {
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

    Duration link() {
        return link;
    }
}
