package org.crossdesk.edge.xmpp;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.crossdesk.domain.Phrase;
import org.crossdesk.domain.Phrases;
import org.crossdesk.domain.Refusal;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.ask.Admit;
import org.crossdesk.protocol.ask.Admitted;
import org.crossdesk.protocol.ask.Note;
import org.crossdesk.protocol.competence.Stamp;
import org.crossdesk.runtime.Directory;
import org.crossdesk.runtime.LoadWatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xmpp.packet.IQ;
import org.xmpp.packet.Message;
import org.xmpp.packet.Packet;
import org.xmpp.packet.Presence;

/**
 * Where our operators are on duty: in the staff rooms of our services and of those that our library staffs, by a client
 * of their own or through the desk. What changes state happens on the duty thread.
 */
final class DutyPosts implements LoadWatch {
    /** Most clients remembered that are in rooms of no known service. */
    static final int ENTERED_EARLY_MAX = 500;

    /** How often a place that was lost or refused is tried again. */
    static final int RETRY_SECONDS = 5;

    private static final Logger LOG = LoggerFactory.getLogger(DutyPosts.class);

    /** One operator at one service, through the desk. */
    private static final class Post {
        final Directory.Operator operator;
        final Address service;
        boolean joined;

        Post(Directory.Operator operator, Address service) {
            this.operator = operator;
            this.service = service;
        }
    }

    private record Place(String handle, Address service) {}

    /** An operator's own client in a room. */
    private record OwnClient(Address client, String handle, Address service, Presence presence) {}

    /** An operator's own client in a room that no service is known to have, yet. */
    private record Entered(Address client, Address room, Presence presence) {}

    private final ScheduledExecutorService duty;
    private final Requests requests;
    private final Consumer<Packet> sender;
    private final Address ownDesk;
    private final OperatorBook operators;
    private final Attentions attentions;
    private final Phrases phrases;
    private final String language;
    private final Map<Place, Post> posts = new HashMap<>();
    private final List<OwnClient> ownClients = new ArrayList<>();
    private final Deque<Entered> enteredEarly = new ArrayDeque<>();
    private final Map<Address, Address> roomOfService = new ConcurrentHashMap<>();
    private final Map<Address, Address> serviceOfRoom = new ConcurrentHashMap<>();
    private final Map<String, Integer> loads = new ConcurrentHashMap<>();
    private final Set<Address> deskAdmitted = new HashSet<>();
    private final Set<Address> staffed = ConcurrentHashMap.newKeySet();
    private final Set<Place> onDuty = ConcurrentHashMap.newKeySet();
    /** Where we have seen somebody enter or leave since we started. */
    private final Set<Place> seen = ConcurrentHashMap.newKeySet();
    /** Operators' accounts with a client that has come since we started. */
    private final Set<Address> online = new HashSet<>();

    DutyPosts(
            ScheduledExecutorService duty,
            Requests requests,
            Consumer<Packet> sender,
            Address ownDesk,
            OperatorBook operators,
            Attentions attentions,
            Phrases phrases,
            String language) {
        this.duty = duty;
        this.requests = requests;
        this.sender = sender;
        this.ownDesk = ownDesk;
        this.operators = operators;
        this.attentions = attentions;
        this.phrases = phrases;
        this.language = language;
    }

    /** Begins to look after the posts. */
    void start(int pingSeconds) {
        duty.scheduleWithFixedDelay(this::retry, RETRY_SECONDS, RETRY_SECONDS, TimeUnit.SECONDS);
        duty.scheduleWithFixedDelay(this::ping, pingSeconds, pingSeconds, TimeUnit.SECONDS);
    }

    /** Our operators may staff this service: its hub is asked to let our desk in. */
    void staff(Address service) {
        duty.execute(() -> {
            staffed.add(service);
            askIn(service);
        });
    }

    /** Our operators staff this service no longer; who is on duty there is so no more. */
    void unstaff(Address service) {
        duty.execute(() -> {
            staffed.remove(service);
            deskAdmitted.remove(service);
            posts.values().stream()
                    .filter(post -> post.service.equals(service))
                    .toList()
                    .forEach(this::leave);
            Address room = roomOfService.remove(service);
            if (room != null) {
                serviceOfRoom.remove(room);
            }
        });
    }

    /** The services that our operators can be on duty for. */
    List<Address> staffable() {
        return List.copyOf(roomOfService.keySet());
    }

    private void askIn(Address service) {
        admit(service, new Admit(null), () -> {
            if (deskAdmitted.add(service)) {
                online.forEach(account -> admit(service, new Admit(account), () -> {}));
            }
            posts.values().stream()
                    .filter(post -> post.service.equals(service) && !post.joined)
                    .forEach(this::join);
        });
    }

    private void admitted(Address service, Address room) {
        if (room.equals(roomOfService.put(service, room))) {
            return;
        }
        serviceOfRoom.put(room, service);
        LOG.info("staffroom.admitted service={} room={}", service, room);
        // Who was quicker than this answer went in without a stamp: sent again, their presence gets one.
        List<Entered> early =
                enteredEarly.stream().filter(one -> one.room().equals(room)).toList();
        enteredEarly.removeAll(early);
        early.forEach(one -> sender.accept(one.presence()));
    }

    private void admit(Address service, Admit admit, Runnable then) {
        IQ iq = new IQ(IQ.Type.set);
        iq.setFrom(StanzaBridge.jid(ownDesk));
        iq.setTo(StanzaBridge.jid(service));
        iq.setChildElement(StanzaBridge.write(admit.toElement()));
        requests.send(
                iq,
                (result, refusal) -> duty.execute(() -> {
                    if (result instanceof Admitted admitted) {
                        admitted(service, admitted.room());
                        then.run();
                    } else {
                        LOG.info(
                                "staffroom.refused service={} reason={}",
                                service,
                                refusal == null ? "no room named" : refusal.text());
                    }
                }));
    }

    /** An operator has logged in: the rooms are told that this account may join with its own client. */
    void online(Address account) {
        duty.execute(() -> {
            online.add(account.bare());
            staffed.forEach(service -> admit(service, new Admit(account.bare()), () -> {}));
        });
    }

    /** A client of an operator has gone; with the last one, what the desk held for them is left. */
    void clientGone(Address client, boolean last) {
        duty.execute(() -> {
            forget(client, null);
            enteredEarly.removeIf(one -> one.client().equals(client));
            if (last && client.local() != null) {
                online.remove(client.bare());
                operators
                        .byAccount(client.local())
                        .ifPresent(operator -> List.copyOf(posts.values()).stream()
                                .filter(post -> post.operator.handle().equals(operator.handle()))
                                .forEach(this::leave));
            }
        });
    }

    /** Forgets a client's places: the one at {@code service}, or all. */
    private void forget(Address client, @Nullable Address service) {
        for (OwnClient own : List.copyOf(ownClients)) {
            if (own.client().equals(client) && (service == null || own.service().equals(service))) {
                ownClients.remove(own);
                Place place = new Place(own.handle(), own.service());
                boolean another = ownClients.stream()
                        .anyMatch(other -> other.handle().equals(own.handle())
                                && other.service().equals(own.service()));
                if (!another && !posts.containsKey(place)) {
                    notOnDuty(place);
                }
            }
        }
    }

    /** Goes on duty at a service, through the desk. */
    void on(Directory.Operator operator, Address service) {
        attentions.pause(operator.handle(), false);
        duty.execute(() -> {
            Post post =
                    posts.computeIfAbsent(new Place(operator.handle(), service), place -> new Post(operator, service));
            join(post);
        });
    }

    /** Goes off duty at a service, where the desk holds the post. */
    void off(Directory.Operator operator, Address service) {
        duty.execute(() -> {
            Post post = posts.get(new Place(operator.handle(), service));
            if (post != null) {
                leave(post);
            }
        });
    }

    /** Whether the operator is on duty at the service, as far as we know. */
    boolean isOnDuty(String handle, Address service) {
        return onDuty.contains(new Place(handle, service));
    }

    /** Whether they are on duty anywhere. */
    boolean isOnDuty(String handle) {
        return onDuty.stream().anyMatch(one -> one.handle().equals(handle));
    }

    /**
     * Whether a member's service may ring the operator, who is on duty somewhere: not if we have seen them leave. Who entered the room before
     * we were started (the plugin was replaced) we have not seen at all; then the service knows better.
     */
    boolean mayBeRung(String handle, Address service) {
        Place place = new Place(handle, service);
        boolean somewhere = isOnDuty(handle);
        return somewhere || onDuty.contains(place) || (staffed.contains(service) && !seen.contains(place));
    }

    private void nowOnDuty(Place place) {
        seen.add(place);
        onDuty.add(place);
    }

    private void notOnDuty(Place place) {
        seen.add(place);
        onDuty.remove(place);
    }

    private void join(Post post) {
        Address room = roomOfService.get(post.service);
        if (room != null) {
            String handle = post.operator.handle();
            sender.accept(RoomStanzas.join(ownDesk.withResource(handle), nick(room, handle), marks(handle)));
        }
    }

    private void leave(Post post) {
        Place place = new Place(post.operator.handle(), post.service);
        posts.remove(place);
        notOnDuty(place);
        Address room = roomOfService.get(post.service);
        if (room != null) {
            String handle = post.operator.handle();
            sender.accept(RoomStanzas.leave(ownDesk.withResource(handle), nick(room, handle)));
        }
    }

    /** Leaves every post. */
    void leaveAll() {
        List.copyOf(posts.values()).forEach(this::leave);
    }

    /** The handle alone could be taken by another library's operator. */
    private Address nick(Address room, String handle) {
        return room.withResource(handle + "@" + Members.library(ownDesk.domain()));
    }

    private Marks marks(String handle) {
        Directory.Operator operator = operators
                .byHandle(handle)
                .orElseThrow(() -> new IllegalStateException("no operator has the handle " + handle));
        return marks(operator);
    }

    /** What our server writes on this operator's presence now. */
    Marks marks(Directory.Operator operator) {
        return Marks.of(stamp(operator), operator.profile(), phrases, language);
    }

    /** What our server says of this operator now. */
    Stamp stamp(Directory.Operator operator) {
        return new Stamp(
                operator.handle(),
                operator.profile().ver(),
                loads.getOrDefault(operator.handle(), 0),
                operator.capacity(),
                attentions.away(operator.handle()));
    }

    /** The service whose staff room this is, if it is one that our operators know. */
    java.util.Optional<Address> serviceAt(Address room) {
        return java.util.Optional.ofNullable(serviceOfRoom.get(room.bare()));
    }

    /** An operator's own client goes into a room of which we do not know whether it is a staff room. */
    void entered(Address client, Address room, Presence presence) {
        RoomStanzas.withoutEntrance(presence);
        duty.execute(() -> {
            if (serviceOfRoom.containsKey(room)) {
                sender.accept(presence);
                return;
            }
            enteredEarly.add(new Entered(client, room, presence));
            if (enteredEarly.size() > ENTERED_EARLY_MAX) {
                enteredEarly.remove();
            }
        });
    }

    /** An operator's own client sends presence to a staff room; {@code presence} is ours to keep. */
    void ownClient(Directory.Operator operator, Address client, Address service, Presence presence) {
        boolean there = presence.getType() == null;
        if (there) {
            nowOnDuty(new Place(operator.handle(), service));
        }
        // Sent again it is to be an update, not another entrance.
        RoomStanzas.withoutEntrance(presence);
        duty.execute(() -> {
            if (there) {
                ownClients.removeIf(
                        own -> own.client().equals(client) && own.service().equals(service));
                ownClients.add(new OwnClient(client, operator.handle(), service, presence));
            } else {
                forget(client, service);
            }
        });
    }

    /** A room sent a presence to one of our operators' handles. */
    void presence(String handle, Presence presence) {
        Address from = StanzaBridge.address(presence.getFrom());
        Address service = serviceOfRoom.get(from.bare());
        if (service == null || !from.equals(nick(from.bare(), handle))) {
            return;
        }
        Presence.Type type = presence.getType();
        duty.execute(() -> {
            Place place = new Place(handle, service);
            Post post = posts.get(place);
            if (post == null) {
                return;
            }
            post.joined = type == null;
            if (post.joined) {
                nowOnDuty(place);
            } else {
                notOnDuty(place);
                lost(place, presence);
            }
        });
    }

    /** The service says something in its room to one of our operators, who is in it through the desk. */
    void whispered(String handle, Message message) {
        Address from = StanzaBridge.address(message.getFrom());
        Address service = serviceOfRoom.get(from.bare());
        String body = message.getBody();
        Directory.Operator operator = operators.byHandle(handle).orElse(null);
        if (service == null || body == null || operator == null || !StaffRoom.OWNER_NICK.equals(from.resource())) {
            return;
        }
        Message passedOn = new Message();
        passedOn.setType(Message.Type.chat);
        passedOn.setFrom(StanzaBridge.jid(ownDesk));
        passedOn.setTo(StanzaBridge.jid(new Address(operator.account(), Members.library(ownDesk.domain()), null)));
        passedOn.setBody(phrases.say(Phrase.ROOM_FROM, language, service, body));
        passedOn.getElement().add(StanzaBridge.write(new Note().toElement()));
        sender.accept(passedOn);
    }

    private void lost(Place place, Presence presence) {
        if (presence.getType() != Presence.Type.error) {
            LOG.info("duty.lost handle={} service={}", place.handle(), place.service());
            return;
        }
        Refusal.Condition condition = StanzaErrors.refusal(presence.getError()).condition();
        LOG.info("duty.refused handle={} service={} reason={}", place.handle(), place.service(), condition);
        if (condition == Refusal.Condition.REGISTRATION_REQUIRED) {
            deskAdmitted.remove(place.service());
        }
    }

    @Override
    public void loadChanged(String handle, int load) {
        if (load == 0) {
            loads.remove(handle);
        } else {
            loads.put(handle, load);
        }
        duty.execute(() -> restamp(handle));
    }

    /** Whether they take a pause. */
    boolean paused(String handle) {
        return attentions.paused(handle);
    }

    /** They take a pause, or end it. */
    void pause(String handle, boolean pause) {
        attentions.pause(handle, pause);
    }

    /** Whether they are to be rung has changed. */
    void attentionChanged(String handle) {
        duty.execute(() -> restamp(handle));
    }

    /** The operator's profile has changed, or their load: every room they are in hears it. */
    void restamp(String handle) {
        List<Packet> updates = new ArrayList<>();
        posts.values().stream()
                .filter(post -> post.joined && post.operator.handle().equals(handle))
                .forEach(post -> {
                    Address room = roomOfService.get(post.service);
                    if (room != null) {
                        updates.add(
                                RoomStanzas.update(ownDesk.withResource(handle), nick(room, handle), marks(handle)));
                    }
                });
        // The stamping interceptor writes the new stamp on these, as on any presence of a client of ours.
        ownClients.stream()
                .filter(own -> own.handle().equals(handle))
                .forEach(own -> updates.add(own.presence().createCopy()));
        updates.forEach(sender);
    }

    private void retry() {
        staffed.stream().filter(service -> !deskAdmitted.contains(service)).forEach(this::askIn);
        posts.values().stream().filter(post -> !post.joined).forEach(this::join);
    }

    private void ping() {
        // A hub that was started anew has forgotten which desks speak for whom.
        staffed.forEach(this::askIn);
        posts.values().stream().filter(post -> post.joined).forEach(post -> {
            Address room = roomOfService.get(post.service);
            if (room == null) {
                return;
            }
            String handle = post.operator.handle();
            requests.send(
                    RoomStanzas.selfPing(ownDesk.withResource(handle), nick(room, handle)),
                    (result, refusal) -> duty.execute(() -> {
                        // Our handles answer pings, so whatever else comes back, the room no longer has us: XEP-0410
                        // wants not-acceptable, Openfire 4.2 says bad-request. Joining once too often harms nobody.
                        if (refusal != null) {
                            post.joined = false;
                            notOnDuty(new Place(handle, post.service));
                        }
                    }));
        });
    }
}
