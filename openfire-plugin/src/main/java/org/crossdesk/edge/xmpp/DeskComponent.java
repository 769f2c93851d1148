package org.crossdesk.edge.xmpp;

import java.util.function.BiConsumer;
import java.util.function.Function;
import org.crossdesk.domain.Asker;
import org.crossdesk.domain.Refusal;
import org.crossdesk.domain.Refusal.Condition;
import org.crossdesk.domain.session.SessionEvent;
import org.crossdesk.domain.transfer.EngagementEvent;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.Payload;
import org.crossdesk.protocol.ask.Console;
import org.crossdesk.protocol.ask.Finish;
import org.crossdesk.protocol.ask.Rating;
import org.crossdesk.protocol.ask.Recall;
import org.crossdesk.protocol.ask.Resume;
import org.crossdesk.protocol.ask.Scripts;
import org.crossdesk.protocol.session.ChatState;
import org.crossdesk.protocol.session.SessionId;
import org.crossdesk.protocol.xml.DecodingException;
import org.crossdesk.protocol.xml.XmlCharacters;
import org.dom4j.Element;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xmpp.component.Component;
import org.xmpp.component.ComponentManager;
import org.xmpp.packet.IQ;
import org.xmpp.packet.JID;
import org.xmpp.packet.Message;
import org.xmpp.packet.Packet;
import org.xmpp.packet.Presence;

/**
 * The desk at {@code ask.<domain>}: every stanza to it comes through here, on the server's own threads, and goes to the
 * door it is for. Nothing here waits for anything.
 */
final class DeskComponent implements Component {
    private static final Logger LOG = LoggerFactory.getLogger(DeskComponent.class);

    /** The doors of a desk. */
    record Doors(
            PatronDoor patrons,
            OperatorDoor operators,
            PeerDoor peers,
            Consoles consoles,
            ScriptDoor scripts,
            UploadDoor uploads,
            Ratings ratings,
            DiscoDoor disco,
            SearchDoor search,
            Function<IQ, @Nullable IQ> commands,
            StaffRooms staffRooms,
            StatusBoard statuses,
            DutyPosts posts,
            Requests requests,
            BiConsumer<Address, String> receipts) {}

    private final String name;
    private final Doors doors;
    private final StanzaOutlet outlet;

    DeskComponent(String name, Doors doors, StanzaOutlet outlet) {
        this.name = name;
        this.doors = doors;
        this.outlet = outlet;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public String getDescription() {
        return "Crossdesk: ask a librarian";
    }

    @Override
    public void initialize(JID jid, ComponentManager manager) {
        // Everything is wired by the plugin.
    }

    @Override
    public void start() {
        // Started by the plugin, which knows the order.
    }

    @Override
    public void shutdown() {
        // Stopped by the plugin, which knows the order.
    }

    @Override
    public void processPacket(Packet packet) {
        try {
            if (packet instanceof Message message) {
                message(message);
            } else if (packet instanceof IQ iq) {
                iq(iq);
            } else if (packet instanceof Presence presence) {
                presence(presence);
            }
        } catch (DecodingException | IllegalArgumentException e) {
            refuse(packet, Condition.BAD_REQUEST, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.error("stanza.failed kind={} from={}", packet.getClass().getSimpleName(), domain(packet), e);
            refuse(packet, Condition.INTERNAL_SERVER_ERROR, "the desk failed on this; its log says why");
        }
    }

    private void refuse(Packet packet, Condition condition, String text) {
        boolean answerable = packet instanceof IQ iq
                ? iq.getType() == IQ.Type.get || iq.getType() == IQ.Type.set
                : packet instanceof Message message && message.getType() != Message.Type.error;
        if (answerable) {
            outlet.route(StanzaErrors.refuse(packet, new Refusal(condition, text)));
        }
    }

    private static @Nullable String domain(Packet packet) {
        return packet.getFrom() == null ? null : packet.getFrom().getDomain();
    }

    private void message(Message message) throws DecodingException {
        if (message.getType() == Message.Type.error) {
            outlet.bounced(message);
            return;
        }
        StanzaBridge.check(message.getElement());
        if (inRoom(message)) {
            return;
        }
        Element payload = Payloads.find(message.getElement()).orElse(null);
        Address to = StanzaBridge.address(message.getTo());
        if (payload != null && to.local() == null) {
            doors.peers().payload(PatronDoor.asker(message), Payloads.decode(payload));
            return;
        }
        String confirmed = Chat.confirms(message);
        if (confirmed != null) {
            // Words may come with it.
            doors.receipts().accept(StanzaBridge.address(message.getFrom()), confirmed);
        }
        String said = message.getBody();
        // The server's parser takes references to characters that no other server's would take.
        String body = said == null ? "" : XmlCharacters.replaceForbidden(said);
        String link = Chat.link(message);
        if (body.isBlank() && link != null) {
            body = link;
        }
        var session = OperatorDoor.session(to);
        if (body.isBlank()) {
            sign(message, session.orElse(null));
            return;
        }
        if (session.isPresent()) {
            doors.consoles().wrote(to, StanzaBridge.address(message.getFrom()));
            doors.operators().message(message, session.get(), body);
        } else {
            doors.patrons().message(message, body);
        }
    }

    /**
     * Rooms write to the services that have them, and to the handles that are in them for our operators. Whether it came
     * from a room.
     */
    private boolean inRoom(Message message) {
        Address from = StanzaBridge.address(message.getFrom());
        Address to = StanzaBridge.address(message.getTo());
        String handle = to.resource();
        boolean toAll = message.getType() == Message.Type.groupchat;
        if (to.local() != null) {
            boolean ownRoom = doors.staffRooms().roomOf(to.bare()).equals(from.bare());
            if (ownRoom) {
                doors.staffRooms().heard(to.bare(), message);
            }
            return toAll || ownRoom;
        }
        if (toAll
                || handle == null
                || doors.posts().admissions().serviceAt(from).isEmpty()) {
            return toAll;
        }
        doors.posts().whispered(handle, message);
        return true;
    }

    /** Nothing is said; perhaps something is shown. */
    private void sign(Message message, @Nullable SessionId session) {
        ChatState state = Chat.state(message);
        String displayed = Chat.displayed(message);
        if (state == null && displayed == null) {
            return;
        }
        if (session != null) {
            doors.operators().sign(message, session, new EngagementEvent.Signed(state, displayed));
        } else {
            doors.patrons().sign(message, new SessionEvent.PatronSigned(state, displayed));
        }
    }

    private void iq(IQ iq) throws DecodingException {
        if (iq.getType() == IQ.Type.result || iq.getType() == IQ.Type.error) {
            doors.requests().answered(iq);
            return;
        }
        StanzaBridge.check(iq.getElement());
        Element child = iq.getChildElement();
        if (child == null) {
            refuse(iq, Condition.BAD_REQUEST, "an IQ that asks nothing");
            return;
        }
        if (Payloads.ours(child)) {
            Asker asker = new Asker(
                    StanzaBridge.address(iq.getFrom()),
                    StanzaBridge.address(iq.getTo()),
                    iq.getID() == null ? "" : iq.getID(),
                    Asker.Form.IQ);
            Payload payload = Payloads.decode(child);
            if (payload instanceof Resume resume && iq.getTo().getNode() != null) {
                doors.patrons().resume(asker, resume);
            } else if (payload instanceof Finish finish && iq.getTo().getNode() != null) {
                doors.patrons().finish(asker, finish);
            } else if (payload instanceof Rating rating && iq.getTo().getNode() != null) {
                doors.ratings().rated(asker, rating);
            } else if (payload instanceof Console && iq.getTo().getNode() == null) {
                doors.consoles().takenOver(asker);
            } else if (payload instanceof Scripts && iq.getTo().getNode() == null) {
                doors.scripts().asked(asker);
            } else if (payload instanceof Recall recall
                    && OperatorDoor.session(asker.to()).isPresent()) {
                doors.consoles()
                        .recalled(asker, OperatorDoor.session(asker.to()).get(), recall);
            } else {
                doors.peers().payload(asker, payload);
            }
            return;
        }
        if (child.getNamespaceURI().equals(SearchDoor.SEARCH) && iq.getTo().getNode() == null) {
            doors.search().answer(iq, child);
            return;
        }
        if (child.getNamespaceURI().equals(UploadDoor.UPLOAD)
                && iq.getType() == IQ.Type.get
                && iq.getTo().getNode() != null) {
            doors.uploads().asked(iq, child);
            return;
        }
        IQ answer = answer(iq, child);
        if (answer == null) {
            refuse(iq, Condition.SERVICE_UNAVAILABLE, "nobody here answers that");
        } else {
            outlet.route(answer);
        }
    }

    private @Nullable IQ answer(IQ iq, Element child) {
        IQ command = doors.commands().apply(iq);
        if (command != null) {
            return command;
        }
        if (iq.getType() != IQ.Type.get) {
            return null;
        }
        return switch (child.getNamespaceURI()) {
            case "urn:xmpp:ping" -> IQ.createResultIQ(iq);
            case DiscoDoor.INFO -> doors.disco().info(iq);
            case DiscoDoor.ITEMS -> doors.disco().items(iq);
            case DiscoDoor.VCARD -> doors.disco().card(iq);
            default -> null;
        };
    }

    private void presence(Presence presence) throws DecodingException {
        if (presence.getFrom() == null) {
            return;
        }
        StanzaBridge.check(presence.getElement());
        Address to = StanzaBridge.address(presence.getTo());
        String handle = to.resource();
        if (to.local() == null && handle != null) {
            doors.posts().presence(handle, presence);
        } else if (to.local() != null
                && doors.staffRooms()
                        .roomOf(to.bare())
                        .equals(StanzaBridge.address(presence.getFrom()).bare())) {
            doors.staffRooms().presence(to.bare(), presence);
        } else if (doors.statuses().shows(to.bare())) {
            doors.statuses().presence(to.bare(), presence);
        } else if (presence.getType() == Presence.Type.subscribe) {
            contact(presence, Presence.Type.subscribed);
            contact(presence, null);
        } else if (presence.getType() == Presence.Type.probe) {
            contact(presence, null);
        }
    }

    /** A person may keep the desk or a session among their contacts: it is always there. */
    private void contact(Presence asked, Presence.@Nullable Type type) {
        Presence answer = new Presence();
        if (type != null) {
            answer.setType(type);
        }
        answer.setFrom(asked.getTo().asBareJID());
        answer.setTo(asked.getFrom().asBareJID());
        outlet.route(answer);
    }
}
