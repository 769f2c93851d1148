package org.crossdesk.edge.xmpp;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.crossdesk.domain.Refusal;
import org.crossdesk.domain.service.Service;
import org.crossdesk.protocol.Address;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The staff room of one service of ours, kept by the service's own address as its owner. Used by the duty thread only.
 */
final class StaffRoom {
    /** The name under which the service itself is in its room. */
    static final String OWNER_NICK = "desk";

    private static final Logger LOG = LoggerFactory.getLogger(StaffRoom.class);

    private enum State {
        JOINING,
        CONFIGURING,
        READY
    }

    private record Waiting(Address member, Consumer<@Nullable Refusal> done) {}

    private final Service service;
    private final Address room;
    private final Requests requests;
    private final Consumer<org.xmpp.packet.Packet> sender;
    private final Set<Address> members = new HashSet<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private State state = State.JOINING;

    StaffRoom(Service service, Address room, Requests requests, Consumer<org.xmpp.packet.Packet> sender) {
        this.service = service;
        this.room = room;
        this.requests = requests;
        this.sender = sender;
    }

    Service service() {
        return service;
    }

    Address room() {
        return room;
    }

    private Address owner() {
        return service.address().withResource(OWNER_NICK);
    }

    /** Enters the room, and makes it if it isn't there. */
    void enter() {
        state = State.JOINING;
        sender.accept(RoomStanzas.join(owner(), room.withResource(OWNER_NICK), null));
    }

    /** Leaves the room to those who are in it. */
    void leave() {
        sender.accept(RoomStanzas.leave(owner(), room.withResource(OWNER_NICK)));
    }

    /** Lets everybody go, and then leaves: the room stays, since whoever came first would own a new one. */
    void close() {
        members.forEach(member ->
                requests.send(RoomStanzas.revokeMembership(owner(), room, member), (result, refusal) -> {
                    if (refusal != null) {
                        LOG.warn("staffroom.revoke.failed room={} condition={}", room, refusal.condition());
                    }
                }));
        members.clear();
        leave();
    }

    /** Whether the service is in its room. */
    boolean entered() {
        return state != State.JOINING;
    }

    /** The service's own presence came back. */
    void ownPresence(boolean present, Consumer<Runnable> dutyThread) {
        if (!present) {
            LOG.warn("staffroom.lost room={}", room);
            state = State.JOINING;
            return;
        }
        if (state != State.JOINING) {
            return;
        }
        state = State.CONFIGURING;
        requests.send(
                RoomStanzas.configure(owner(), room, service.name(null)),
                (result, refusal) -> dutyThread.accept(() -> configured(refusal, dutyThread)));
    }

    private void configured(@Nullable Refusal refusal, Consumer<Runnable> dutyThread) {
        if (refusal != null) {
            LOG.error(
                    "staffroom.configure.failed room={} condition={} text={}",
                    room,
                    refusal.condition(),
                    refusal.text());
            state = State.JOINING;
            return;
        }
        state = State.READY;
        LOG.info("staffroom.ready room={}", room);
        List<Waiting> now = List.copyOf(waiting);
        waiting.clear();
        now.forEach(one -> admit(one.member(), one.done(), dutyThread));
    }

    /** Lets a desk or an account in; {@code done} hears of it. */
    void admit(Address member, Consumer<@Nullable Refusal> done, Consumer<Runnable> dutyThread) {
        if (members.contains(member)) {
            done.accept(null);
        } else if (state != State.READY) {
            waiting.add(new Waiting(member, done));
        } else {
            requests.send(
                    RoomStanzas.grantMembership(owner(), room, member),
                    (result, refusal) -> dutyThread.accept(() -> {
                        if (refusal == null) {
                            members.add(member);
                        }
                        done.accept(refusal);
                    }));
        }
    }
}
