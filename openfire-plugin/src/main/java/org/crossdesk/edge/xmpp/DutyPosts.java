package org.crossdesk.edge.xmpp;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
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
import org.crossdesk.protocol.competence.Profile;
import org.crossdesk.protocol.competence.Stamp;
import org.crossdesk.runtime.Directory;
import org.crossdesk.runtime.LoadWatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
    private final Consents consents;
    private final Attentions attentions;
    private final Phrases phrases;
    private final String language;
    private final Admissions admissions;
    private final Map<Place, Post> posts = new HashMap<>();
    private final List<OwnClient> ownClients = new ArrayList<>();
    private final Deque<Entered> enteredEarly = new ArrayDeque<>();
    private final Map<String, Integer> loads = new ConcurrentHashMap<>();
    private final Set<Place> onDuty = ConcurrentHashMap.newKeySet();
    /** Where we have seen somebody enter or leave since we started. */
    private final Set<Place> seen = ConcurrentHashMap.newKeySet();

    DutyPosts(
            ScheduledExecutorService duty,
            Requests requests,
            Consumer<Packet> sender,
            Address ownDesk,
            OperatorBook operators,
            Consents consents,
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
        this.consents = consents;
        this.admissions = new Admissions(duty, requests, ownDesk, this::fits, new Heard());
    }

    private boolean fits(Address account, Address service) {
        return account.local() != null
                && consents.fits(
                        operators
                                .byAccount(account.local())
                                .map(Directory.Operator::profile)
                                .orElse(Profile.EMPTY),
                        service);
    }

    /** Begins to look after the posts. */
    void start(int pingSeconds) {
        duty.scheduleWithFixedDelay(this::retry, RETRY_SECONDS, RETRY_SECONDS, TimeUnit.SECONDS);
        duty.scheduleWithFixedDelay(this::ping, pingSeconds, pingSeconds, TimeUnit.SECONDS);
    }

    /** Which staff rooms let us in. */
    Admissions admissions() {
        return admissions;
    }

    /** Our operators staff this service no longer; who is on duty there is so no more. */
    void unstaff(Address service) {
        duty.execute(() -> posts.values().stream()
                .filter(post -> post.service.equals(service))
                .toList()
                .forEach(this::leave));
        admissions.unstaff(service);
    }

    /** What comes of admissions. */
    private final class Heard implements Admissions.Hears {
        @Override
        public void roomKnown(Address service, Address room) {
            // Who was quicker than this answer went in without a stamp: sent again, their presence gets one.
            List<Entered> early =
                    enteredEarly.stream().filter(one -> one.room().equals(room)).toList();
            enteredEarly.removeAll(early);
            early.forEach(one -> sender.accept(one.presence()));
        }

        @Override
        public void deskIn(Address service) {
            posts.values().stream()
                    .filter(post -> post.service.equals(service) && !post.joined)
                    .forEach(DutyPosts.this::join);
        }

        @Override
        public void invited(Address service, Address account) {
            boolean there = operators
                    .byAccount(String.valueOf(account.local()))
                    .map(operator -> onDuty.contains(new Place(operator.handle(), service)))
                    .orElse(false);
            if (!there) {
                admissions
                        .room(service)
                        .ifPresent(room -> sender.accept(RoomStanzas.invite(
                                ownDesk,
                                account,
                                room,
                                phrases.say(Phrase.OPERATOR_INVITED, language, consents.title(service)))));
            }
        }

        @Override
        public void released(Address service, Address account) {
            operators
                    .byAccount(String.valueOf(account.local()))
                    .map(operator -> posts.get(new Place(operator.handle(), service)))
                    .ifPresent(DutyPosts.this::leave);
        }
    }

    /** A client of an operator has gone; with the last one, what the desk held for them is left. */
    void clientGone(Address client, boolean last) {
        duty.execute(() -> {
            forget(client, null);
            enteredEarly.removeIf(one -> one.client().equals(client));
            if (last && client.local() != null) {
                admissions.offline(client);
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

    /** Whether the library lets one more of its operators be on duty there: so many at a time is what it agreed to. */
    boolean hasPlace(String handle, Address service) {
        int most = consents.terms(service).peopleMax();
        return most == 0
                || onDuty.contains(new Place(handle, service))
                || onDuty.stream()
                                .filter(place -> place.service().equals(service))
                                .count()
                        < most;
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
        return somewhere || onDuty.contains(place) || (admissions.staffs(service) && !seen.contains(place));
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
        Address room = admissions.room(post.service).orElse(null);
        if (room != null) {
            String handle = post.operator.handle();
            sender.accept(RoomStanzas.join(ownDesk.withResource(handle), nick(room, handle), marks(handle)));
        }
    }

    private void leave(Post post) {
        Place place = new Place(post.operator.handle(), post.service);
        posts.remove(place);
        notOnDuty(place);
        Address room = admissions.room(post.service).orElse(null);
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
                load(operator.handle()),
                operator.places(),
                attentions.away(operator.handle()));
    }

    /** An operator's own client goes into a room of which we do not know whether it is a staff room. */
    void entered(Address client, Address room, Presence presence) {
        RoomStanzas.withoutEntrance(presence);
        duty.execute(() -> {
            if (admissions.serviceAt(room).isPresent()) {
                sender.accept(presence);
                return;
            }
            enteredEarly.add(new Entered(client, room, presence));
            if (enteredEarly.size() > ENTERED_EARLY_MAX) {
                enteredEarly.remove();
            }
        });
    }

    /** An operator's own client has come where as many of ours are on duty as the library agreed to. */
    void noPlace(Address client, Address service) {
        tell(
                client,
                Phrase.OPERATOR_NO_PLACE,
                consents.title(service),
                consents.terms(service).peopleMax());
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
        Address service = admissions.serviceAt(from).orElse(null);
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
        Address service = admissions.serviceAt(from).orElse(null);
        String body = message.getBody();
        Directory.Operator operator = operators.byHandle(handle).orElse(null);
        if (service == null || body == null || operator == null || !StaffRoom.OWNER_NICK.equals(from.resource())) {
            return;
        }
        tell(operator, Phrase.ROOM_FROM, service, body);
    }

    /** Says something to one of our operators. */
    void tell(Directory.Operator operator, Phrase phrase, Object... words) {
        tell(new Address(operator.account(), Members.library(ownDesk.domain()), null), phrase, words);
    }

    /** How many sessions they have. */
    int load(String handle) {
        return loads.getOrDefault(handle, 0);
    }

    private void tell(Address operator, Phrase phrase, Object... words) {
        Message note = new Message();
        note.setType(Message.Type.chat);
        note.setFrom(StanzaBridge.jid(ownDesk));
        note.setTo(StanzaBridge.jid(operator));
        note.setBody(phrases.say(phrase, language, words));
        note.getElement().add(StanzaBridge.write(phrase.note().toElement()));
        sender.accept(note);
    }

    private void lost(Place place, Presence presence) {
        if (presence.getType() != Presence.Type.error) {
            LOG.info("duty.lost handle={} service={}", place.handle(), place.service());
            return;
        }
        Refusal.Condition condition = StanzaErrors.refusal(presence.getError()).condition();
        LOG.info("duty.refused handle={} service={} reason={}", place.handle(), place.service(), condition);
        if (condition == Refusal.Condition.REGISTRATION_REQUIRED) {
            admissions.deskOut(place.service());
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
                    Address room = admissions.room(post.service).orElse(null);
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
        admissions.retry();
        posts.values().stream().filter(post -> !post.joined).forEach(this::join);
    }

    private void ping() {
        admissions.again();
        posts.values().stream().filter(post -> post.joined).forEach(post -> {
            Address room = admissions.room(post.service).orElse(null);
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
