package org.crossdesk.edge.xmpp;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.crossdesk.protocol.Address;
import org.crossdesk.runtime.Directory;
import org.jivesoftware.openfire.interceptor.PacketInterceptor;
import org.jivesoftware.openfire.session.Session;
import org.jspecify.annotations.Nullable;
import org.xmpp.packet.JID;
import org.xmpp.packet.Packet;
import org.xmpp.packet.Presence;

/**
 * Writes on our operators' presence to staff rooms what is confirmed of them, and takes away what a client claims of
 * itself. Before the server has processed the presence: then everybody gets the one with our stamp.
 */
public final class PresenceStamp implements PacketInterceptor {
    private final String domain;
    private final DutyPosts posts;
    private final Function<Address, Directory.@Nullable Operator> operatorOf;
    private final Consumer<Address> online;
    private final BiConsumer<Directory.Operator, Address> left;

    /** Stamps presence of accounts at {@code domain}; {@code operatorOf} knows which of them are operators, {@code online} hears
     * that one of them has come, {@code left} that one has left a service's room by their own client. */
    PresenceStamp(
            String domain,
            DutyPosts posts,
            Function<Address, Directory.@Nullable Operator> operatorOf,
            Consumer<Address> online,
            BiConsumer<Directory.Operator, Address> left) {
        this.left = left;
        this.domain = domain;
        this.posts = posts;
        this.operatorOf = operatorOf;
        this.online = online;
    }

    @Override
    public void interceptPacket(Packet packet, @Nullable Session session, boolean incoming, boolean processed) {
        if (!incoming || processed || !(packet instanceof Presence presence)) {
            return;
        }
        JID from = presence.getFrom();
        if (from == null || from.getNode() == null || !from.getDomain().equals(domain)) {
            return;
        }
        Presence.Type type = presence.getType();
        if (type != null && type != Presence.Type.unavailable) {
            return;
        }
        Marks.strip(presence);
        if (presence.getTo() != null) {
            toRoom(presence, StanzaBridge.address(from), StanzaBridge.address(presence.getTo()));
        } else if (type == null) {
            Address client = StanzaBridge.address(from);
            if (operatorOf.apply(client.bare()) != null) {
                online.accept(client);
            }
        }
    }

    private void toRoom(Presence presence, Address client, Address to) {
        Address service = posts.admissions().serviceAt(to).orElse(null);
        if (service == null && !RoomStanzas.isEntrance(presence)) {
            return;
        }
        Directory.Operator operator = operatorOf.apply(client.bare());
        if (operator == null) {
            return;
        }
        if (service == null) {
            posts.entered(client, to.bare(), presence.createCopy());
            return;
        }
        if (presence.getType() == null && !posts.hasPlace(operator.handle(), service)) {
            if (RoomStanzas.isEntrance(presence)) {
                posts.noPlace(client, service);
            }
            return;
        }
        posts.ownClient(operator, client, service, presence.createCopy());
        if (presence.getType() != null) {
            left.accept(operator, service);
        }
        if (presence.getType() == null) {
            posts.marks(operator).of(presence).on(presence);
        }
    }
}
