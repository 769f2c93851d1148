package org.crossdesk.edge.xmpp;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.crossdesk.protocol.Address;
import org.dom4j.DocumentHelper;
import org.dom4j.Element;
import org.dom4j.Namespace;
import org.dom4j.QName;
import org.jspecify.annotations.Nullable;
import org.xmpp.packet.IQ;
import org.xmpp.packet.Message;
import org.xmpp.packet.Presence;

/**
 * The stanzas by which a desk keeps and uses staff rooms (XEP-0045). Rooms are spoken with, not called: their classes
 * differ between server versions, and a hub's room is on another server anyway.
 */
final class RoomStanzas {
    private static final String MUC = "http://jabber.org/protocol/muc";
    private static final String OWNER = MUC + "#owner";
    private static final String ADMIN = MUC + "#admin";
    static final String USER = MUC + "#user";
    private static final String PING = "urn:xmpp:ping";

    private RoomStanzas() {}

    /** Enters a room, or says anew how the occupant is. */
    static Presence join(Address occupant, Address roomNick, @Nullable Marks marks) {
        Presence presence = presence(occupant, roomNick);
        presence.addChildElement("x", MUC).addElement("history").addAttribute("maxchars", "0");
        return marks == null ? presence : marks.on(presence);
    }

    /** Says anew how an occupant is. */
    static Presence update(Address occupant, Address roomNick, Marks marks) {
        return marks.on(presence(occupant, roomNick));
    }

    /** Whether a presence asks to enter a room. */
    static boolean isEntrance(Presence presence) {
        return presence.getType() == null && presence.getElement().element(QName.get("x", Namespace.get(MUC))) != null;
    }

    /** What the owner says in its room: to everybody, or to one nick. */
    static Message say(Address occupant, Address room, @Nullable String nick, String text) {
        Message message = new Message();
        message.setType(nick == null ? Message.Type.groupchat : Message.Type.chat);
        message.setFrom(StanzaBridge.jid(occupant));
        message.setTo(StanzaBridge.jid(nick == null ? room : room.withResource(nick)));
        message.setBody(text);
        if (nick != null) {
            message.addChildElement("x", USER);
        }
        return message;
    }

    /** Takes away what makes a presence an entrance. */
    static void withoutEntrance(Presence presence) {
        Element entrance = presence.getElement().element(QName.get("x", Namespace.get(MUC)));
        if (entrance != null) {
            presence.getElement().remove(entrance);
        }
    }

    /** Leaves a room. */
    static Presence leave(Address occupant, Address roomNick) {
        Presence presence = presence(occupant, roomNick);
        presence.setType(Presence.Type.unavailable);
        return presence;
    }

    private static Presence presence(Address from, Address to) {
        Presence presence = new Presence();
        presence.setFrom(StanzaBridge.jid(from));
        presence.setTo(StanzaBridge.jid(to));
        return presence;
    }

    /** Makes a room a staff room: members only, persistent, hidden, addresses seen by its owner alone. */
    static IQ configure(Address owner, Address room, String name) {
        IQ iq = iq(IQ.Type.set, owner, room);
        Element form = iq.setChildElement("query", OWNER)
                .addElement(QName.get("x", Namespace.get("jabber:x:data")))
                .addAttribute("type", "submit");
        Map<String, String> fields = Map.of(
                "FORM_TYPE", MUC + "#roomconfig",
                "muc#roomconfig_roomname", name,
                "muc#roomconfig_membersonly", "1",
                "muc#roomconfig_persistentroom", "1",
                "muc#roomconfig_publicroom", "0",
                "muc#roomconfig_moderatedroom", "0",
                "muc#roomconfig_changesubject", "0",
                "muc#roomconfig_allowinvites", "0",
                "muc#roomconfig_enablelogging", "0",
                "muc#roomconfig_whois", "moderators");
        fields.forEach((field, value) -> form.addElement("field")
                .addAttribute("var", field)
                .addElement("value")
                .setText(value));
        // Openfire lets 30 in unless told otherwise; 0 is as many as come.
        form.addElement("field")
                .addAttribute("var", "muc#roomconfig_maxusers")
                .addElement("value")
                .setText("0");
        Element broadcast = form.addElement("field").addAttribute("var", "muc#roomconfig_presencebroadcast");
        List.of("moderator", "participant", "visitor")
                .forEach(role -> broadcast.addElement("value").setText(role));
        return iq;
    }

    /** Invites somebody into a room (XEP-0249). */
    static Message invite(Address from, Address to, Address room, String reason) {
        Message message = new Message();
        message.setFrom(StanzaBridge.jid(from));
        message.setTo(StanzaBridge.jid(to));
        message.addChildElement("x", "jabber:x:conference")
                .addAttribute("jid", room.toString())
                .addAttribute("reason", reason);
        return message;
    }

    /** Asks who may come in. */
    static IQ listMembers(Address owner, Address room) {
        IQ iq = iq(IQ.Type.get, owner, room);
        iq.setChildElement("query", ADMIN).addElement("item").addAttribute("affiliation", "member");
        return iq;
    }

    /** Whom the answer to {@link #listMembers} names. */
    static List<Address> members(IQ answer) {
        Element query = answer.getChildElement();
        return query == null
                ? List.of()
                : query.elements("item").stream()
                        .map(item -> item.attributeValue("jid"))
                        .filter(Objects::nonNull)
                        .map(Address::parse)
                        .toList();
    }

    /** Lets {@code member} in. */
    static IQ grantMembership(Address owner, Address room, Address member) {
        return membership(owner, room, member, "member");
    }

    /** Lets {@code member} in no longer; whoever is in by that has to go. */
    static IQ revokeMembership(Address owner, Address room, Address member) {
        return membership(owner, room, member, "none");
    }

    private static IQ membership(Address owner, Address room, Address member, String affiliation) {
        IQ iq = iq(IQ.Type.set, owner, room);
        iq.setChildElement("query", ADMIN)
                .addElement("item")
                .addAttribute("affiliation", affiliation)
                .addAttribute("jid", member.toString());
        return iq;
    }

    /** Asks whether the occupant is still in the room (XEP-0410). */
    static IQ selfPing(Address occupant, Address roomNick) {
        IQ iq = iq(IQ.Type.get, occupant, roomNick);
        iq.setChildElement(DocumentHelper.createElement(QName.get("ping", Namespace.get(PING))));
        return iq;
    }

    private static IQ iq(IQ.Type type, Address from, Address to) {
        IQ iq = new IQ(type);
        iq.setFrom(StanzaBridge.jid(from));
        iq.setTo(StanzaBridge.jid(to));
        return iq;
    }
}
