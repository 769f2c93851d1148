package org.crossdesk.edge.xmpp;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.crossdesk.domain.Refusal;
import org.crossdesk.domain.competence.Fit;
import org.crossdesk.domain.competence.scheme.SubjectOrder;
import org.crossdesk.domain.duty.DutyRoster;
import org.crossdesk.domain.duty.OnDuty;
import org.crossdesk.domain.service.Service;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.competence.Profile;
import org.crossdesk.protocol.competence.ProfileQuery;
import org.crossdesk.protocol.competence.Stamp;
import org.crossdesk.runtime.Desk;
import org.crossdesk.runtime.ProfileShelf;
import org.dom4j.Namespace;
import org.dom4j.QName;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xmpp.packet.IQ;
import org.xmpp.packet.JID;
import org.xmpp.packet.Message;
import org.xmpp.packet.Packet;
import org.xmpp.packet.Presence;

/**
 * The staff rooms of our services: who is in one with a stamp of their own server is on duty. Everything here happens on
 * the duty thread.
 */
final class StaffRooms {
    /** Most occupants remembered whose library's desk is not known yet. */
    static final int EARLY_MAX = 1_000;

    /** How often a room that was lost is entered again. */
    static final int REENTER_SECONDS = 5;

    /** So much of what one occupant types is answered. */
    static final int LINES_PER_SECOND_MAX = 5;

    /** How often a profile is asked for while somebody waits for it. */
    static final int FETCH_TRIES_MAX = 5;

    /** When it is asked for again. */
    static final int FETCH_AGAIN_SECONDS = 15;

    /** How often the desks of those on duty are asked whether they are there. */
    static final int DESK_PING_SECONDS = 10;

    private static final Logger LOG = LoggerFactory.getLogger(StaffRooms.class);

    private record Place(Address service, String nick) {}

    /** A library that has said that it does not staff a service. */
    private record Dismissed(Address service, String library) {}

    /** A profile that is to be fetched from somebody. */
    private record Wanted(Address operator, String ver) {}

    private final ScheduledExecutorService duty;
    private final Requests requests;
    private final Consumer<Packet> sender;
    private final Members members;
    private final OperatorBook operators;
    private final Desk desk;
    private final SubjectOrder order;
    private final InstantSource clock;
    private final String roomsDomain;
    private final InboundRate lines;
    private final Map<Address, StaffRoom> byService = new HashMap<>();
    /** Who is there, and not on duty until their profile has come: the latest that is known of them. */
    private final Map<Place, Occupant> awaited = new LinkedHashMap<>();

    private final Set<Wanted> underWay = new HashSet<>();
    /** The desks of those who are on duty. */
    private final Map<Place, String> deskOfOccupant = new HashMap<>();
    /** Those of them that do not answer. */
    private final Set<String> silentDesks = new HashSet<>();
    /** By a library's domain, the desk that speaks for its people. */
    private final Map<String, Address> deskOfLibrary = new HashMap<>();
    /** Who came, stamped, before the desk of their library; it is there when that has come, too. */
    private final Map<Place, Occupant> beforeTheirDesk = new LinkedHashMap<>();

    private final Set<Dismissed> dismissed = new HashSet<>();
    private final ProfileShelf profiles;

    StaffRooms(
            ScheduledExecutorService duty,
            Requests requests,
            Consumer<Packet> sender,
            Members members,
            OperatorBook operators,
            Desk desk,
            SubjectOrder order,
            InstantSource clock,
            String roomsDomain,
            ProfileShelf profiles) {
        this.duty = duty;
        this.requests = requests;
        this.sender = sender;
        this.members = members;
        this.operators = operators;
        this.desk = desk;
        this.order = order;
        this.clock = clock;
        this.roomsDomain = roomsDomain;
        this.profiles = profiles;
        this.lines = new InboundRate(LINES_PER_SECOND_MAX, clock);
        deskOfLibrary.put(Members.library(members.ownDesk()), Address.ofDomain(members.ownDesk()));
    }

    /** Where the staff room of a service of ours is. */
    Address roomOf(Address service) {
        return new Address(service.local(), roomsDomain, null);
    }

    /** Opens the rooms, and keeps entering those that get lost. */
    void start() {
        duty.scheduleWithFixedDelay(
                () -> byService.values().stream()
                        .filter(room -> !room.entered())
                        .forEach(StaffRoom::enter),
                REENTER_SECONDS,
                REENTER_SECONDS,
                TimeUnit.SECONDS);
        duty.scheduleWithFixedDelay(this::pingDesks, DESK_PING_SECONDS, DESK_PING_SECONDS, TimeUnit.SECONDS);
    }

    /**
     * A room does not notice that the link to an occupant's server is cut. So the desks of those on duty are pinged
     * (XEP-0199); with the time that an answer may take, a loss is noticed within half a minute.
     */
    private void pingDesks() {
        Set<String> desks = new HashSet<>(deskOfOccupant.values());
        desks.remove(members.ownDesk());
        silentDesks.stream().filter(desk -> !desks.contains(desk)).toList().forEach(desk -> answers(desk, true));
        for (String desk : desks) {
            IQ ping = new IQ(IQ.Type.get);
            ping.setFrom(members.ownDesk());
            ping.setTo(desk);
            ping.setChildElement("ping", "urn:xmpp:ping");
            requests.send(
                    ping,
                    (result, refusal) -> duty.execute(() -> answers(
                            desk, refusal == null || !refusal.condition().passing())));
        }
    }

    private void answers(String desk, boolean answers) {
        boolean changed = answers ? silentDesks.remove(desk) : silentDesks.add(desk);
        if (changed) {
            LOG.info("{} desk={}", answers ? "desk.answers.again" : "desk.silent", desk);
            this.desk.staff().silent(desk, !answers);
        }
    }

    /**
     * Opens the room of a service, or opens it anew after the service was changed. Completed when our desk may enter it:
     * before that, whoever enters would make a room of their own.
     */
    CompletableFuture<@Nullable Refusal> open(Service service) {
        CompletableFuture<@Nullable Refusal> opened = new CompletableFuture<>();
        duty.execute(() -> {
            StaffRoom room = new StaffRoom(
                    service,
                    roomOf(service.address()),
                    member -> mayComeIn(service, Members.libraryOf(member)),
                    requests,
                    sender);
            byService.put(service.address(), room);
            room.enter();
            room.admit(Address.ofDomain(members.ownDesk()), opened::complete, duty::execute);
        });
        return opened;
    }

    /** The service is given up: nobody is on duty there any more, and nobody comes in. */
    void close(Address service) {
        duty.execute(() -> {
            StaffRoom room = byService.remove(service);
            if (room != null) {
                deskOfOccupant.keySet().removeIf(place -> place.service().equals(service));
                beforeTheirDesk.keySet().removeIf(place -> place.service().equals(service));
                awaited.keySet().removeIf(place -> place.service().equals(service));
                desk.staff().roster(service, roster -> DutyRoster.EMPTY);
                room.close();
            }
        });
    }

    private boolean mayComeIn(Service service, String library) {
        return members.isLibrary(library)
                && service.plan().staffing().admits(Address.ofDomain(members.deskOf(library)), service.address())
                && !dismissed.contains(new Dismissed(service.address(), library));
    }

    /** A library staffs the service no longer, or does again: its people are let go, and can come in again. */
    void dismiss(Address service, String library, boolean gone) {
        duty.execute(() -> {
            Dismissed which = new Dismissed(service, library);
            StaffRoom room = byService.get(service);
            if ((gone ? dismissed.add(which) : dismissed.remove(which)) && gone && room != null) {
                room.dismissWhoeverMayNot(duty::execute);
            }
        });
    }

    /** A library takes back one of its accounts. */
    void release(Address service, Address account) {
        duty.execute(() -> {
            StaffRoom room = byService.get(service);
            if (room != null) {
                room.dismiss(account);
            }
        });
    }

    /** Leaves every room. */
    void leave() {
        byService.values().forEach(StaffRoom::leave);
    }

    /**
     * Lets a member library's desk into a service's room, and an account of that library where one is given.
     *
     * @param done hears where the room is, or why not
     */
    void admit(Address service, Address desk, @Nullable Address account, Admission done) {
        duty.execute(() -> {
            StaffRoom room = byService.get(service);
            if (room == null) {
                done.of(null, new Refusal(Refusal.Condition.ITEM_NOT_FOUND, "there is no such service here"));
                return;
            }
            Address member = account == null ? desk : account.bare();
            desk(desk);
            room.admit(member, refusal -> done.of(refusal == null ? room.room() : null, refusal), duty::execute);
        });
    }

    /** A desk speaks for its library from now on, also for those who came before it. */
    private void desk(Address desk) {
        String library = Members.library(desk.domain());
        if (desk.equals(deskOfLibrary.put(library, desk))) {
            return;
        }
        Map.copyOf(beforeTheirDesk).forEach((place, occupant) -> {
            Address real = occupant.address();
            if (real != null && real.domain().equals(library)) {
                changed(place.service(), occupant);
            }
        });
    }

    /** Hears how an admission went. */
    interface Admission {
        /** One of both is null. */
        void of(@Nullable Address room, @Nullable Refusal refusal);
    }

    /** A room sent a presence to a service of ours. */
    void presence(Address service, Presence presence) {
        Optional<Occupant> occupant = Occupant.of(presence);
        duty.execute(() -> {
            StaffRoom room = byService.get(service);
            Address from = StanzaBridge.address(presence.getFrom());
            if (room == null || !room.room().equals(from.bare())) {
                return;
            }
            if (presence.getType() == Presence.Type.error) {
                LOG.warn(
                        "staffroom.enter.failed room={} condition={} mend=\"if somebody else made this room, destroy it\"",
                        room.room(),
                        StanzaErrors.refusal(presence.getError()).condition());
                return;
            }
            occupant.ifPresent(one -> {
                if (one.nick().equals(StaffRoom.OWNER_NICK)) {
                    room.ownPresence(one.present(), duty::execute);
                } else {
                    changed(service, one);
                }
            });
        });
    }

    /** Somebody wrote into a room, or to a service of ours in it. */
    void heard(Address service, Message message) {
        JID from = message.getFrom();
        String nick = from == null ? null : from.getResource();
        boolean old = message.getElement().element(QName.get("delay", Namespace.get("urn:xmpp:delay"))) != null;
        String body = message.getBody();
        if (nick == null
                || body == null
                || old
                || nick.equals(StaffRoom.OWNER_NICK)
                || !StanzaBridge.address(from).bare().equals(roomOf(service))) {
            return;
        }
        RoomLine line = RoomLine.of(body);
        if (line instanceof RoomLine.Talk || lines.of(service + "/" + nick) != InboundRate.Verdict.PASSES) {
            return;
        }
        if (line instanceof RoomLine.Claim claim) {
            desk.staff().claims(service, nick, claim.number());
        } else if (line instanceof RoomLine.Who) {
            desk.staff().asksWho(service, nick);
        } else {
            desk.staff().asksHelp(service, nick);
        }
    }

    private void changed(Address service, Occupant occupant) {
        Place place = new Place(service, occupant.nick());
        beforeTheirDesk.remove(place);
        deskOfOccupant.remove(place);
        awaited.remove(place);
        Stamp stamp = occupant.stamp();
        Address operator = stamp == null ? null : operator(service, occupant, stamp);
        if (occupant.present() && stamp != null && operator == null && beforeTheirDesk.size() < EARLY_MAX) {
            beforeTheirDesk.put(place, occupant);
        }
        if (!occupant.present() || stamp == null || operator == null) {
            desk.staff().roster(service, roster -> roster.without(occupant.nick()));
            return;
        }
        Profile known = known(operator, stamp);
        if (known != null) {
            onDuty(service, occupant.nick(), operator, stamp, known);
            return;
        }
        awaited.put(place, occupant);
        fetch(new Wanted(operator, stamp.ver()), 1);
    }

    /** Asks for a profile, once at a time; when it comes, whoever is still there with that stamp is on duty. */
    private void fetch(Wanted wanted, int tries) {
        if (!underWay.add(wanted)) {
            return;
        }
        IQ query = new IQ(IQ.Type.get);
        query.setFrom(members.ownDesk());
        query.setTo(StanzaBridge.jid(wanted.operator()));
        query.setChildElement(StanzaBridge.write(new ProfileQuery(wanted.ver()).toElement()));
        requests.send(
                query,
                (result, refusal) -> duty.execute(() -> {
                    underWay.remove(wanted);
                    if (result instanceof Profile profile && profile.ver().equals(wanted.ver())) {
                        profiles.put(profile);
                        waitingFor(wanted).forEach((place, occupant) -> changed(place.service(), occupant));
                    } else {
                        LOG.warn(
                                "profile.missing operator={} reason={}",
                                wanted.operator(),
                                refusal == null ? "another profile" : refusal.text());
                        fetchAgain(wanted, tries);
                    }
                }));
    }

    private void fetchAgain(Wanted wanted, int tries) {
        if (tries < FETCH_TRIES_MAX && !duty.isShutdown()) {
            duty.schedule(
                    () -> {
                        if (!waitingFor(wanted).isEmpty()) {
                            fetch(wanted, tries + 1);
                        }
                    },
                    FETCH_AGAIN_SECONDS,
                    TimeUnit.SECONDS);
        }
    }

    /** Who is there now with this stamp, and not on duty for want of the profile. */
    private Map<Place, Occupant> waitingFor(Wanted wanted) {
        Map<Place, Occupant> waiting = new LinkedHashMap<>();
        awaited.forEach((place, occupant) -> {
            Stamp stamp = occupant.stamp();
            boolean same = stamp != null
                    && stamp.ver().equals(wanted.ver())
                    && wanted.operator().equals(operator(place.service(), occupant, stamp));
            if (same) {
                waiting.put(place, occupant);
            }
        });
        return waiting;
    }

    /** Whose stamp it is; null where it is not of the operator's own server, or that library does not staff the service. */
    private @Nullable Address operator(Address service, Occupant occupant, Stamp stamp) {
        Address real = occupant.address();
        if (real == null) {
            return null;
        }
        Address ofDesk = real.local() == null ? real.bare() : deskOfLibrary.get(real.domain());
        if (ofDesk == null || !members.admits(ofDesk.domain())) {
            LOG.info("stamp.disbelieved occupant={}", occupant.nick());
            return null;
        }
        StaffRoom room = byService.get(service);
        if (room == null || !room.service().plan().staffing().admits(ofDesk, service)) {
            LOG.info("stamp.disbelieved occupant={} reason=not-of-its-libraries", occupant.nick());
            return null;
        }
        boolean byDesk = real.local() == null;
        if (byDesk && !stamp.handle().equals(real.resource())) {
            LOG.info("stamp.disbelieved occupant={} reason=another-handle", occupant.nick());
            return null;
        }
        return ofDesk.withResource(stamp.handle());
    }

    private @Nullable Profile known(Address operator, Stamp stamp) {
        if (operator.domain().equals(members.ownDesk())) {
            return operators.byHandle(stamp.handle()).map(own -> own.profile()).orElse(Profile.EMPTY);
        }
        return profiles.get(stamp.ver());
    }

    private void onDuty(Address service, String nick, Address operator, Stamp stamp, Profile profile) {
        StaffRoom room = byService.get(service);
        if (room != null
                && Fit.score(profile, room.service().plan().needs(), order).isEmpty()) {
            LOG.info("duty.unfit service={} operator={}", service, operator);
            desk.staff().roster(service, roster -> roster.without(nick));
            return;
        }
        deskOfOccupant.put(new Place(service, nick), operator.domain());
        desk.staff().roster(service, roster -> {
            OnDuty before = roster.at(nick);
            Instant idleSince =
                    before != null && stamp.load() <= before.stamp().load() ? before.idleSince() : clock.instant();
            return roster.with(new OnDuty(operator, nick, stamp, profile, idleSince));
        });
    }
}
