package org.crossdesk.edge.xmpp;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.crossdesk.domain.Asker;
import org.crossdesk.domain.Effect;
import org.crossdesk.domain.Said;
import org.crossdesk.domain.delivery.Letter;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.Payload;
import org.crossdesk.protocol.ask.AskCodec;
import org.crossdesk.protocol.session.ChatState;
import org.crossdesk.protocol.xml.DecodingException;
import org.crossdesk.protocol.xml.ElementText;
import org.crossdesk.runtime.Desk;
import org.crossdesk.runtime.Outlet;
import org.crossdesk.runtime.StateKey;
import org.jspecify.annotations.Nullable;
import org.xmpp.packet.IQ;
import org.xmpp.packet.Message;
import org.xmpp.packet.Packet;

/** The door out: effects become stanzas. */
final class StanzaOutlet implements Outlet {
    private static final String DELAY = "urn:xmpp:delay";
    private static final String RECEIPTS = "urn:xmpp:receipts";
    private static final String NICK = "http://jabber.org/protocol/nick";

    /** Hears what came of what was asked. */
    interface Answers {
        /** See {@link Desk#answered}. */
        void answered(
                StateKey origin,
                Address by,
                Payload request,
                @Nullable Payload result,
                org.crossdesk.domain.@Nullable Refusal refusal);

        /** An operator has let an offer go by. */
        void missed(Effect.Missed missed);

        /** Where the staff room of a service of ours is. */
        Address roomOf(Address service);
    }

    private static final String HINTS = "urn:xmpp:hints";
    private static final String FALLBACK = "urn:xmpp:fallback:0";

    /** Where a person reads what an address of ours tells them. */
    interface Readers {
        /** The client, or the account where any will do, instead of {@code to}. */
        Address of(Address from, Address to);
    }

    /** For so many payloads it is remembered what was sent, should an error come. */
    private static final int SENT_MAX = 5_000;

    /** A turn of so few effects is carried out by the loop's own thread. */
    private static final int QUIET_MAX_EFFECTS = 8;

    private record Sent(StateKey origin, Effect.Send send) {}

    private final Map<String, Sent> sent = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Sent> eldest) {
            return size() > SENT_MAX;
        }
    };
    private final Router router;
    private final Lanes lanes;
    private final Requests requests;
    private final Answers answers;
    private final Readers readers;
    private final Predicate<Address> prompt;
    private final Names names;
    private final Supplier<String> tokens;

    /** Whether there is little to do; the loop's thread knows. */
    private boolean quiet;

    /**
     * An outlet; {@code readers} says where a person is reached, {@code prompt} of whom a
     * message is only put down.
     */
    StanzaOutlet(
            Router router,
            Lanes lanes,
            Requests requests,
            Answers answers,
            Readers readers,
            Predicate<Address> prompt,
            Names names,
            Supplier<String> tokens) {
        this.router = router;
        this.lanes = lanes;
        this.requests = requests;
        this.answers = answers;
        this.readers = readers;
        this.prompt = prompt;
        this.names = names;
        this.tokens = tokens;
    }

    @Override
    public void begin(int effects) {
        quiet = effects <= QUIET_MAX_EFFECTS;
    }

    /** To a person: at once where little is to do, since a change of thread costs more than the sending. */
    private void routeToPerson(Message message) {
        if (quiet && prompt.test(StanzaBridge.address(message.getTo()))) {
            lanes.sendNow(message.getTo().getDomain(), () -> router.route(message));
        } else {
            route(message);
        }
    }

    void route(Packet stanza) {
        lanes.send(stanza.getTo().getDomain(), () -> router.route(stanza));
    }

    @Override
    public void send(Effect.Send send, StateKey origin) {
        Message message = message(send.from(), send.to(), Message.Type.normal);
        synchronized (sent) {
            sent.put(message.getID(), new Sent(origin, send));
        }
        message.getElement().add(StanzaBridge.write(send.payload().toElement()));
        route(message);
    }

    /** An error came for something that was sent: from whom it was sent to, or it is nothing. */
    void bounced(Message error) {
        Sent was;
        synchronized (sent) {
            was = error.getID() == null ? null : sent.get(error.getID());
        }
        if (was != null && StanzaBridge.jid(was.send().to()).equals(error.getFrom())) {
            answers.answered(
                    was.origin(), was.send().to(), was.send().payload(), null, StanzaErrors.refusal(error.getError()));
        }
    }

    @Override
    public void ask(Effect.Ask ask, StateKey origin) {
        IQ iq = new IQ(IQ.Type.set);
        iq.setFrom(StanzaBridge.jid(ask.from()));
        iq.setTo(StanzaBridge.jid(ask.to()));
        iq.setChildElement(StanzaBridge.write(ask.payload().toElement()));
        requests.send(iq, (result, refusal) -> answers.answered(origin, ask.to(), ask.payload(), result, refusal));
    }

    @Override
    public void answer(Effect.Answer answer) {
        Asker asker = answer.asker();
        if (asker.form() == Asker.Form.MESSAGE) {
            return;
        }
        IQ result = new IQ(IQ.Type.result, asker.stanzaId());
        result.setFrom(StanzaBridge.jid(asker.to()));
        result.setTo(StanzaBridge.jid(asker.from()));
        Payload payload = answer.payload();
        if (payload != null) {
            result.setChildElement(StanzaBridge.write(payload.toElement()));
        }
        route(result);
    }

    @Override
    public void refuse(Effect.Refuse refuse) {
        Asker asker = refuse.asker();
        Packet error;
        if (asker.form() == Asker.Form.IQ) {
            error = new IQ(IQ.Type.error, asker.stanzaId());
        } else {
            Message message = new Message();
            message.setType(Message.Type.error);
            message.setID(asker.stanzaId());
            error = message;
        }
        error.setFrom(StanzaBridge.jid(asker.to()));
        error.setTo(StanzaBridge.jid(asker.from()));
        error.setError(StanzaErrors.error(refuse.refusal()));
        route(error);
    }

    @Override
    public void tell(Effect.Tell tell) {
        Said said = tell.said();
        String id = said == null ? tokens.get() : said.id();
        Message message = words(id, tell.from(), tell.to(), tell.body(), tell.delayedSince(), said);
        tell.payloads().forEach(payload -> message.getElement().add(StanzaBridge.write(payload.toElement())));
        routeToPerson(message);
    }

    @Override
    public void deliver(Effect.Deliver deliver) {
        Letter letter = deliver.letter();
        Instant since = letter.since();
        Instant said = since == null && deliver.again() ? letter.at() : since;
        Message message = words(letter.id(), letter.from(), deliver.to(), letter.body(), said, letter.said());
        for (String element : letter.elements()) {
            try {
                message.getElement().add(StanzaBridge.write(ElementText.parse(element)));
            } catch (DecodingException e) {
                throw new IllegalStateException("a letter holds what is no element", e);
            }
        }
        routeToPerson(message);
    }

    /** Words to a person; whoever confirms them (XEP-0184) gets what is not confirmed again. */
    private Message words(
            String id, Address from, Address to, String body, @Nullable Instant since, @Nullable Said said) {
        Message message = new Message();
        message.setType(Message.Type.chat);
        message.setID(id);
        message.setFrom(StanzaBridge.jid(from));
        message.setTo(StanzaBridge.jid(readers.of(from, to)));
        message.setBody(body);
        message.addChildElement("request", RECEIPTS);
        if (said != null) {
            somebodys(message, said);
        }
        if (since != null) {
            message.addChildElement("delay", DELAY)
                    .addAttribute("from", from.toString())
                    .addAttribute("stamp", since.toString());
        }
        String name = names.of(from, null);
        if (name != null) {
            // The reader has us among the contacts only if they wished so (XEP-0172).
            message.addChildElement("nick", NICK).setText(name);
        }
        return message;
    }

    /** What clients understand beside the words of a person. */
    private static void somebodys(Message message, Said said) {
        if (!Boolean.TRUE.equals(said.unmarked())) {
            message.addChildElement("active", Chat.STATES);
            message.addChildElement("markable", Chat.MARKERS);
        }
        if (said.guest()) {
            message.addChildElement("no-permanent-store", HINTS);
        }
        String replaces = said.replaces();
        if (replaces != null) {
            message.addChildElement("replace", Chat.CORRECT).addAttribute("id", replaces);
        }
        Integer prefix = said.prefixChars();
        if (prefix != null) {
            message.addChildElement("fallback", FALLBACK)
                    .addAttribute("for", AskCodec.NAMESPACE)
                    .addElement("body")
                    .addAttribute("start", "0")
                    .addAttribute("end", prefix.toString());
        }
        String link = said.link();
        if (link != null) {
            message.addChildElement("x", Chat.OOB).addElement("url").setText(link);
        }
    }

    /** Tells a client of ours something that is for clients alone; it may get lost. */
    void show(Address from, Address to, Payload payload) {
        Message message = message(from, to, Message.Type.normal);
        message.getElement().add(StanzaBridge.write(payload.toElement()));
        message.addChildElement("no-store", HINTS);
        route(message);
    }

    @Override
    public void sign(Effect.Sign sign) {
        Message message = message(sign.from(), readers.of(sign.from(), sign.to()), Message.Type.chat);
        ChatState state = sign.state();
        if (state != null) {
            message.addChildElement(state.name().toLowerCase(Locale.ROOT), Chat.STATES);
        }
        String displayed = sign.displayed();
        if (displayed != null) {
            message.addChildElement("displayed", Chat.MARKERS).addAttribute("id", displayed);
        }
        // Not for the server's offline storage: tomorrow it is worth nothing (XEP-0334).
        message.addChildElement("no-store", HINTS);
        routeToPerson(message);
    }

    @Override
    public void room(Effect.Room room) {
        Address owner = room.service().withResource(StaffRoom.OWNER_NICK);
        Message message = RoomStanzas.say(owner, answers.roomOf(room.service()), room.nick(), room.text());
        message.setID(tokens.get());
        Payload card = room.card();
        if (card != null) {
            message.getElement().add(StanzaBridge.write(card.toElement()));
        }
        route(message);
    }

    @Override
    public void missed(Effect.Missed missed) {
        answers.missed(missed);
    }

    @Override
    public void confirm(Effect.Confirm confirm) {
        Message message = message(confirm.from(), confirm.to(), Message.Type.chat);
        message.addChildElement("received", RECEIPTS).addAttribute("id", confirm.stanzaId());
        confirm.payloads().forEach(payload -> message.getElement().add(StanzaBridge.write(payload.toElement())));
        routeToPerson(message);
    }

    private Message message(Address from, Address to, Message.Type type) {
        Message message = new Message();
        message.setType(type);
        message.setID(tokens.get());
        message.setFrom(StanzaBridge.jid(from));
        message.setTo(StanzaBridge.jid(to));
        return message;
    }
}
