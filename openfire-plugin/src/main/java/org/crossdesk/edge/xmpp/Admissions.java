package org.crossdesk.edge.xmpp;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.crossdesk.domain.Refusal;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.Payload;
import org.crossdesk.protocol.ask.Admit;
import org.crossdesk.protocol.ask.Admitted;
import org.crossdesk.protocol.ask.Release;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xmpp.packet.IQ;

/**
 * Which staff rooms let our desk and our operators in: whoever knows what the service needs is admitted and invited, and
 * let go when they know it no longer. What changes state happens on the duty thread.
 */
final class Admissions {
    private static final Logger LOG = LoggerFactory.getLogger(Admissions.class);

    /** What comes of an admission. */
    interface Hears {
        /** Where the room of a service is. */
        void roomKnown(Address service, Address room);

        /** The room lets our desk in. */
        void deskIn(Address service);

        /** The room lets this account in, for the first time that we know of. */
        void invited(Address service, Address account);

        /** The account is to be there no longer. */
        void released(Address service, Address account);
    }

    private record Place(Address service, Address account) {}

    private final Executor duty;
    private final Requests requests;
    private final Address ownDesk;
    /** Whether an account of ours knows what the service needs. */
    private final BiPredicate<Address, Address> fits;

    private final Hears hears;

    private final Map<Address, Address> roomOfService = new ConcurrentHashMap<>();
    private final Map<Address, Address> serviceOfRoom = new ConcurrentHashMap<>();
    private final Set<Address> staffed = ConcurrentHashMap.newKeySet();
    private final Set<Address> deskIn = new HashSet<>();
    /** Services that do not want us: asked less often. */
    private final Set<Address> refused = new HashSet<>();
    /** Services that we staff since we were started: their rooms are news to our operators. */
    private final Set<Address> begun = new HashSet<>();

    private final Set<Place> in = ConcurrentHashMap.newKeySet();
    private volatile Consumer<Address> watcher = account -> {};
    private final Set<Place> invited = new HashSet<>();
    /** Operators' accounts with a client that has come since we started. */
    private final Set<Address> online = new HashSet<>();

    Admissions(Executor duty, Requests requests, Address ownDesk, BiPredicate<Address, Address> fits, Hears hears) {
        this.duty = duty;
        this.requests = requests;
        this.ownDesk = ownDesk;
        this.fits = fits;
        this.hears = hears;
    }

    /**
     * Our operators may staff this service: its hub is asked to let our desk in, and whoever of them is there.
     *
     * @param news whether they have not heard of it
     */
    void staff(Address service, boolean news) {
        duty.execute(() -> {
            staffed.add(service);
            refused.remove(service);
            if (news) {
                begun.add(service);
            }
            if (deskIn.contains(service)) {
                online.forEach(account -> reconsider(service, account));
            }
            askIn(service);
        });
    }

    /** Our operators staff this service no longer. */
    void unstaff(Address service) {
        duty.execute(() -> {
            staffed.remove(service);
            deskIn.remove(service);
            begun.remove(service);
            List<Address> were = in.stream()
                    .filter(place -> place.service().equals(service))
                    .map(Place::account)
                    .toList();
            in.removeIf(place -> place.service().equals(service));
            invited.removeIf(place -> place.service().equals(service));
            Address room = roomOfService.remove(service);
            if (room != null) {
                serviceOfRoom.remove(room);
            }
            were.forEach(watcher);
        });
    }

    /** Whether our operators staff it. */
    boolean staffs(Address service) {
        return staffed.contains(service);
    }

    /** Which hears of an account that rooms let it in, or no longer do. */
    void watchedBy(Consumer<Address> watching) {
        watcher = watching;
    }

    /** The services whose rooms let this account in, as far as they have told. */
    List<Address> letIn(Address account) {
        return in.stream()
                .filter(place -> place.account().equals(account))
                .map(Place::service)
                .toList();
    }

    /** The services whose rooms we know. */
    List<Address> known() {
        return List.copyOf(roomOfService.keySet());
    }

    Optional<Address> room(Address service) {
        return Optional.ofNullable(roomOfService.get(service));
    }

    /** The service whose staff room this is, if it is one that our operators know. */
    Optional<Address> serviceAt(Address room) {
        return Optional.ofNullable(serviceOfRoom.get(room.bare()));
    }

    /** An operator has logged in: the rooms are told that this account may join with its own client. */
    void online(Address account) {
        duty.execute(() -> {
            online.add(account.bare());
            staffed.forEach(service -> reconsider(service, account.bare()));
        });
    }

    /** The last client of an operator has gone. On the duty thread. */
    void offline(Address account) {
        online.remove(account.bare());
    }

    /** What an operator knows has changed. */
    void reconsider(Address account) {
        duty.execute(() -> {
            for (Address service : staffed) {
                if (fits.test(account, service)) {
                    begin(service, account);
                }
                reconsider(service, account);
            }
        });
    }

    /** Who begins to fit has not heard of the room. */
    private void begin(Address service, Address account) {
        if (online.contains(account) && !in.contains(new Place(service, account))) {
            admit(service, account, true);
        }
    }

    private void reconsider(Address service, Address account) {
        Place place = new Place(service, account);
        if (fits.test(account, service)) {
            if (online.contains(account)) {
                admit(service, account, begun.contains(service));
            }
        } else {
            hears.released(service, account);
            if (in.remove(place)) {
                watcher.accept(account);
                invited.remove(place);
                send(service, new Release(account), (result, refusal) -> {
                    if (refusal != null) {
                        LOG.warn("staffroom.release.failed service={} condition={}", service, refusal.condition());
                    }
                });
            }
        }
    }

    private void admit(Address service, Address account, boolean news) {
        admit(service, new Admit(account), () -> {
            Place place = new Place(service, account);
            if (in.add(place)) {
                watcher.accept(account);
            }
            if (news && invited.add(place)) {
                hears.invited(service, account);
            }
        });
    }

    private void askIn(Address service) {
        admit(service, new Admit(null), () -> {
            if (deskIn.add(service)) {
                online.forEach(account -> reconsider(service, account));
            }
            hears.deskIn(service);
        });
    }

    private void admit(Address service, Admit admit, Runnable then) {
        send(service, admit, (result, refusal) -> {
            if (result instanceof Admitted admitted && staffed.contains(service)) {
                refused.remove(service);
                roomKnown(service, admitted.room());
                then.run();
            } else if (refusal != null) {
                LOG.info("staffroom.refused service={} reason={}", service, refusal.text());
                if (unwanted(refusal)) {
                    refused.add(service);
                    deskIn.remove(service);
                }
            }
        });
    }

    private static boolean unwanted(Refusal refusal) {
        return refusal.condition() == Refusal.Condition.FORBIDDEN
                || refusal.condition() == Refusal.Condition.ITEM_NOT_FOUND;
    }

    private void roomKnown(Address service, Address room) {
        if (room.equals(roomOfService.put(service, room))) {
            return;
        }
        serviceOfRoom.put(room, service);
        LOG.info("staffroom.admitted service={} room={}", service, room);
        hears.roomKnown(service, room);
    }

    private void send(Address service, Payload payload, Requests.Outcome then) {
        IQ iq = new IQ(IQ.Type.set);
        iq.setFrom(StanzaBridge.jid(ownDesk));
        iq.setTo(StanzaBridge.jid(service));
        iq.setChildElement(StanzaBridge.write(payload.toElement()));
        requests.send(iq, (result, refusal) -> duty.execute(() -> then.of(result, refusal)));
    }

    /** The room says that our desk is not a member. On the duty thread. */
    void deskOut(Address service) {
        deskIn.remove(service);
    }

    /** Asks again where it is not in yet. On the duty thread. */
    void retry() {
        new ArrayList<>(staffed)
                .stream()
                        .filter(service -> !deskIn.contains(service) && !refused.contains(service))
                        .forEach(this::askIn);
    }

    /** Asks again everywhere: a hub that was started anew has forgotten which desks speak for whom. On the duty thread. */
    void again() {
        new ArrayList<>(staffed).forEach(this::askIn);
    }
}
