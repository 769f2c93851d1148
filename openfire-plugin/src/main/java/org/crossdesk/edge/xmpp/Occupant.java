package org.crossdesk.edge.xmpp;

import java.util.Optional;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.competence.CompetenceCodec;
import org.crossdesk.protocol.competence.CompetencePayload;
import org.crossdesk.protocol.competence.Stamp;
import org.crossdesk.protocol.xml.DecodingException;
import org.dom4j.Element;
import org.dom4j.Namespace;
import org.dom4j.QName;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xmpp.packet.Presence;

/**
 * What a room's presence says of one occupant, as the room's owner sees it.
 *
 * @param nick the name in the room
 * @param address the real address, if the room shows it
 * @param present whether they are there
 * @param stamp the stamp on their presence, if there is one that can be read
 */
record Occupant(
        String nick,
        @Nullable Address address,
        boolean present,
        @Nullable Stamp stamp) {
    private static final Logger LOG = LoggerFactory.getLogger(Occupant.class);

    /** Reads a presence that came from a room; empty where it is none of an occupant. */
    static Optional<Occupant> of(Presence presence) {
        boolean present = presence.getType() == null;
        String nick = presence.getFrom().getResource();
        if (nick == null || (!present && presence.getType() != Presence.Type.unavailable)) {
            return Optional.empty();
        }
        return Optional.of(new Occupant(nick, address(presence.getElement()), present, stamp(presence.getElement())));
    }

    private static @Nullable Address address(Element presence) {
        Element x = presence.element(QName.get("x", Namespace.get(RoomStanzas.USER)));
        Element item = x == null ? null : x.element("item");
        String jid = item == null ? null : item.attributeValue("jid");
        return jid == null ? null : Address.parse(jid);
    }

    private static @Nullable Stamp stamp(Element presence) {
        Element element = presence.element(QName.get("competence", Namespace.get(CompetenceCodec.NAMESPACE)));
        if (element == null) {
            return null;
        }
        try {
            CompetencePayload payload = CompetenceCodec.decode(StanzaBridge.read(element));
            return payload instanceof Stamp stamp ? stamp : null;
        } catch (DecodingException e) {
            LOG.info("stamp.unreadable room={} reason={}", presence.attributeValue("from"), e.getMessage());
            return null;
        }
    }
}
