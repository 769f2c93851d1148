package org.crossdesk.edge.xmpp;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
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
    private final Predicate<Address> mayComeIn;
    private final Requests requests;
    private final Consumer<org.xmpp.packet.Packet> sender;
    private final Set<Address> members = new HashSet<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private State state = State.JOINING;

    /** {@code mayComeIn} knows of a desk or an account whether its library staffs the service. */
    StaffRoom(
            Service service,
            Address room,
            Predicate<Address> mayComeIn,
            Requests requests,
            Consumer<org.xmpp.packet.Packet> sender) {
        this.mayComeIn = mayComeIn;
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
        List.copyOf(members).forEach(this::dismiss);
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
        dismissWhoeverMayNot(dutyThread);
        List<Waiting> now = List.copyOf(waiting);
        waiting.clear();
        now.forEach(one -> admit(one.member(), one.done(), dutyThread));
    }

    /** The room remembers whom it let in, over restarts and changes of the service: who may come in no longer goes. */
    void dismissWhoeverMayNot(Consumer<Runnable> dutyThread) {
        requests.sendPlain(
                RoomStanzas.listMembers(owner(), room),
                (list, refusal) -> dutyThread.accept(() -> {
                    if (list == null) {
                        LOG.warn(
                                "staffroom.members.failed room={} condition={}",
                                room,
                                refusal == null ? null : refusal.condition());
                        return;
                    }
                    RoomStanzas.members(list).stream()
                            .filter(member -> !mayComeIn.test(member))
                            .forEach(this::dismiss);
                }));
    }

    /** Lets somebody go, who may come in no longer. */
    void dismiss(Address member) {
        members.remove(member);
        requests.send(RoomStanzas.revokeMembership(owner(), room, member), (result, refusal) -> {
            if (refusal != null) {
                LOG.warn("staffroom.revoke.failed room={} condition={}", room, refusal.condition());
            }
        });
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
