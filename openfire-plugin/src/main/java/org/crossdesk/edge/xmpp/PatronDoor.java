package org.crossdesk.edge.xmpp;

import java.time.InstantSource;
import org.crossdesk.domain.Asker;
import org.crossdesk.domain.Attached;
import org.crossdesk.domain.Effect;
import org.crossdesk.domain.Refusal;
import org.crossdesk.domain.Refusal.Condition;
import org.crossdesk.domain.competence.WrittenLanguage;
import org.crossdesk.domain.service.Asking;
import org.crossdesk.domain.service.PatronForm;
import org.crossdesk.domain.service.Service;
import org.crossdesk.domain.session.SessionEvent;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.ask.AskCodec;
import org.crossdesk.protocol.ask.Finish;
import org.crossdesk.protocol.ask.Resumable;
import org.crossdesk.protocol.ask.Resume;
import org.crossdesk.protocol.ask.ServiceStatus;
import org.crossdesk.protocol.competence.CompetenceCodec;
import org.crossdesk.protocol.xml.DecodingException;
import org.crossdesk.runtime.Desk;
import org.dom4j.Element;
import org.dom4j.Namespace;
import org.dom4j.QName;
import org.jspecify.annotations.Nullable;
import org.xmpp.packet.Message;

/** Lets in what patrons write to a service. */
final class PatronDoor {
    /** So often one address may come back in a second: each time may cost a whole transcript. */
    static final int RETURNS_PER_SECOND = 2;

    private final ServiceBook services;
    private final Desk desk;
    private final StanzaOutlet outlet;
    private final Members members;
    private final StatusBoard statuses;
    private final PatronForm form;
    private final InboundRate returns;

    PatronDoor(
            ServiceBook services,
            Desk desk,
            StanzaOutlet outlet,
            Members members,
            StatusBoard statuses,
            PatronForm form,
            InstantSource clock) {
        this.services = services;
        this.desk = desk;
        this.outlet = outlet;
        this.members = members;
        this.statuses = statuses;
        this.form = form;
        this.returns = new InboundRate(RETURNS_PER_SECOND, clock);
    }

    /** Whether the client wants to be able to come back, and perhaps by which token. */
    private static @Nullable Resumable resumable(Message message) throws DecodingException {
        Element asked = message.getElement().element(QName.get("resumable", Namespace.get(AskCodec.NAMESPACE)));
        return asked != null && Payloads.decode(asked) instanceof Resumable resumable ? resumable : null;
    }

    /** A client wants to go on with a conversation. */
    void resume(Asker asker, Resume resume) {
        if (returns.of(asker.from().bare().toString()) == InboundRate.Verdict.PASSES) {
            desk.patronResumed(asker, resume);
        } else {
            outlet.refuse(new Effect.Refuse(
                    asker,
                    new Refusal(
                            Condition.RESOURCE_CONSTRAINT, "you come back more often than is allowed: wait a second")));
        }
    }

    /** A client ends a conversation. */
    void finish(Asker asker, Finish finish) {
        desk.patronFinished(asker, finish);
    }

    /** A message with a body, to an address that is no session's. */
    void message(Message message, String body) throws DecodingException {
        Address to = StanzaBridge.address(message.getTo());
        Service service = services.at(to.bare()).orElse(null);
        if (service == null) {
            outlet.route(StanzaErrors.refuse(
                    message,
                    new Refusal(
                            Condition.ITEM_NOT_FOUND,
                            "there is no service " + to.bare() + ": write to "
                                    + Address.ofDomain(to.domain()).withLocal(Service.DESK))));
            return;
        }
        Address patron = StanzaBridge.address(message.getFrom());
        if (service.plan().asking() == Asking.MEMBERS && !members.isLibrary(patron.domain())) {
            outlet.route(StanzaErrors.refuse(
                    message,
                    new Refusal(
                            Condition.FORBIDDEN,
                            service.name(Chat.language(message.getElement()))
                                    + " is for patrons of its member libraries: ask at your own library")));
            return;
        }
        Resumable resumable = resumable(message);
        if (resumable != null && Chat.wantsReceipt(message) == null) {
            outlet.route(StanzaErrors.refuse(
                    message,
                    new Refusal(
                            Condition.BAD_REQUEST,
                            "<resumable/> is answered in the receipt: ask for one (XEP-0184), with an id")));
            return;
        }
        boolean closed = statuses.of(service).state() == ServiceStatus.State.CLOSED;
        desk.patronSaid(new SessionEvent.PatronSaid(
                service,
                patron,
                body,
                asker(message),
                Chat.messageId(message),
                Chat.wantsReceipt(message),
                language(message, body),
                attached(message),
                closed,
                resumable));
    }

    /** A message without words, to an address that is no session's. */
    void sign(Message message, SessionEvent.PatronSigned signed) {
        desk.signs()
                .ofPatron(
                        StanzaBridge.address(message.getFrom()),
                        StanzaBridge.address(message.getTo()).bare(),
                        signed);
    }

    /** What the client says beside the words, and of what they need. */
    private Attached attached(Message message) throws DecodingException {
        Attached attached = Chat.attached(message);
        Element needs = message.getElement().element(QName.get("needs", Namespace.get(CompetenceCodec.NAMESPACE)));
        return new Attached(
                attached.corrects(),
                attached.link(),
                attached.markable(),
                needs == null ? null : CompetenceCodec.decodeNeeds(StanzaBridge.read(needs)),
                Abouts.read(message, form));
    }

    /** Who is to be answered. */
    static Asker asker(Message message) {
        String id = message.getID();
        return new Asker(
                StanzaBridge.address(message.getFrom()),
                StanzaBridge.address(message.getTo()),
                id == null ? "" : id,
                Asker.Form.MESSAGE);
    }

    /** What the writing itself tells is surer than what a client says, which is often its own menu's language. */
    private static @Nullable String language(Message message, String body) {
        String written = WrittenLanguage.of(body);
        if (written != null) {
            return written;
        }
        Element said = message.getElement().element("body");
        String tag = said == null ? null : Chat.language(said);
        return tag != null ? tag : Chat.language(message.getElement());
    }
}
