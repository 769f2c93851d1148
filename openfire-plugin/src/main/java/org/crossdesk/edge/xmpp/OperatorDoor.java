package org.crossdesk.edge.xmpp;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.crossdesk.domain.Effect;
import org.crossdesk.domain.Phrase;
import org.crossdesk.domain.Phrases;
import org.crossdesk.domain.Refusal;
import org.crossdesk.domain.Refusal.Condition;
import org.crossdesk.domain.transfer.EngagementEvent;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.ask.Note;
import org.crossdesk.protocol.competence.Subject;
import org.crossdesk.protocol.session.SessionId;
import org.crossdesk.protocol.session.Tokens;
import org.crossdesk.runtime.Desk;
import org.crossdesk.runtime.Directory;
import org.jspecify.annotations.Nullable;
import org.xmpp.packet.Message;

/** Lets in what operators write to a session's contact, {@code s-<id>@ask.<domain>}. */
public final class OperatorDoor {
    private static final String CONTACT_PREFIX = "s-";

    private final Desk desk;
    private final StanzaOutlet outlet;
    private final Function<Address, Directory.@Nullable Operator> operatorOf;
    private final Phrases phrases;
    private final @Nullable String language;
    private final Function<String, Subject> subjects;
    private final Attentions attentions;

    OperatorDoor(
            Desk desk,
            StanzaOutlet outlet,
            Function<Address, Directory.@Nullable Operator> operatorOf,
            Phrases phrases,
            @Nullable String language,
            Function<String, Subject> subjects,
            Attentions attentions) {
        this.subjects = subjects;
        this.attentions = attentions;
        this.desk = desk;
        this.outlet = outlet;
        this.operatorOf = operatorOf;
        this.phrases = phrases;
        this.language = language;
    }

    /** The session that an address stands for, if it stands for one. */
    public static Optional<SessionId> session(Address contact) {
        String local = contact.local();
        if (local == null || !local.startsWith(CONTACT_PREFIX)) {
            return Optional.empty();
        }
        String id = local.substring(CONTACT_PREFIX.length());
        return Tokens.wellFormed(id) ? Optional.of(new SessionId(id)) : Optional.empty();
    }

    /** A message without words, to the contact of this session. */
    void sign(Message message, SessionId session, EngagementEvent.Signed signed) {
        Address client = StanzaBridge.address(message.getFrom());
        Directory.Operator operator = operatorOf.apply(client.bare());
        if (operator != null) {
            desk.signs().ofOperator(operator.handle(), session, signed);
        }
    }

    /** A message with a body, to the contact of this session. */
    void message(Message message, SessionId session, String body) {
        Address client = StanzaBridge.address(message.getFrom());
        Directory.Operator operator = operatorOf.apply(client.bare());
        if (operator == null) {
            outlet.route(StanzaErrors.refuse(
                    message,
                    new Refusal(Condition.FORBIDDEN, "only operators of this library talk with a session's contact")));
            return;
        }
        attentions.shown(
                operator.handle(), StanzaBridge.address(message.getTo()).bare(), client);
        OperatorLine line = OperatorLine.of(body, subjects);
        if (line instanceof OperatorLine.Words words) {
            desk.operatorWrote(
                    operator.handle(),
                    session,
                    new EngagementEvent.Wrote(
                            client,
                            words.body(),
                            PatronDoor.asker(message),
                            Chat.messageId(message),
                            Chat.wantsReceipt(message),
                            words.aside(),
                            Chat.attached(message)));
        } else if (line instanceof OperatorLine.Act act) {
            desk.operatorDid(operator.handle(), session, client, act.act(), PatronDoor.asker(message));
        } else {
            String text = line instanceof OperatorLine.Unclear unclear
                    ? phrases.say(Phrase.OPERATOR_UNKNOWN_COMMAND, language, unclear.why())
                    : phrases.say(Phrase.OPERATOR_HELP, language);
            Address contact = StanzaBridge.address(message.getTo()).bare();
            outlet.tell(new Effect.Tell(contact, client, text, null, List.of(Note.PLAIN)));
        }
    }
}
