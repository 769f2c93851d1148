package org.crossdesk.protocol.transfer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.ask.QuestionId;
import org.crossdesk.protocol.competence.CompetenceCodec;
import org.crossdesk.protocol.competence.Needs;
import org.crossdesk.protocol.session.ChatState;
import org.crossdesk.protocol.session.Extras;
import org.crossdesk.protocol.session.RecalledLine;
import org.crossdesk.protocol.session.RecalledLineCodec;
import org.crossdesk.protocol.session.Resolution;
import org.crossdesk.protocol.session.Role;
import org.crossdesk.protocol.session.SessionId;
import org.crossdesk.protocol.session.Tags;
import org.crossdesk.protocol.xml.DecodingException;
import org.crossdesk.protocol.xml.Element;
import org.crossdesk.protocol.xml.ElementReader;

/**
 * Elements of {@code urn:xmpp:session-transfer:0} from payloads and back. Session Transfer, section "XML Schema";
 * decoding refuses what the schema refuses, and an utterance that is neither whole nor the receiver's own.
 */
public final class TransferCodec {
    public static final String NAMESPACE = "urn:xmpp:session-transfer:0";

    private TransferCodec() {}

    /** Whether it is an element of this namespace, well or badly formed. */
    public static boolean knows(Element element) {
        return element.namespace().equals(NAMESPACE);
    }

    static Element encode(Accept accept) {
        return Element.named("accept", NAMESPACE)
                .attribute("session", accept.session().value())
                .attribute("question", accept.question().value())
                .attribute("handle", accept.handle())
                .build();
    }

    static Element encode(Owned owned) {
        return owned("owned", owned.session(), owned.epoch())
                .attribute("last-seq", owned.lastSeq())
                .build();
    }

    static Element encode(Relay relay) {
        Element.Builder out = owned("relay", relay.session(), relay.epoch());
        relay.utterances().forEach(utterance -> out.child(UtteranceCodec.encode(utterance)));
        return out.build();
    }

    static Element encode(Ack ack) {
        return owned("ack", ack.session(), ack.epoch())
                .attribute("up-to", ack.upTo())
                .build();
    }

    static Element encode(Say say) {
        Element.Builder out = owned("say", say.session(), say.epoch())
                .attribute("number", say.number())
                .attribute("at", say.at())
                .flag("aside", say.aside());
        return UtteranceCodec.encode(say.extras(), out).text(say.body()).build();
    }

    static Element encode(SayRefused refused) {
        return owned("say-refused", refused.session(), refused.epoch())
                .attribute("number", refused.number())
                .text(refused.reason())
                .build();
    }

    static Element encode(TransferRequest request) {
        Address target = request.target();
        return owned("transfer", request.session(), request.epoch())
                .keyword("role", request.role())
                .flag("back", request.back())
                .child(request.needs().toElement())
                .child("target", target == null ? null : target.toString())
                .child("summary", request.summary())
                .build();
    }

    static Element encode(TransferCancel cancel) {
        return owned("transfer-cancel", cancel.session(), cancel.epoch()).build();
    }

    static Element encode(TransferRefused refused) {
        Element.Builder out = owned("transfer-refused", refused.session(), refused.epoch())
                .attribute("reason", refused.reason())
                .attribute("question", refused.question().value());
        Needs nearest = refused.nearest();
        return nearest == null ? out.build() : out.child(nearest.toElement()).build();
    }

    static Element encode(CloseRequest request) {
        Integer read = request.read();
        Element.Builder out = owned("close", request.session(), request.epoch())
                .attribute("resolution", request.resolution())
                .attribute("read", read == null ? null : read.toString());
        request.tags().all().forEach(tag -> out.child("tag", tag));
        return out.build();
    }

    static Element encode(Released released) {
        return owned("released", released.session(), released.epoch())
                .attribute("reason", released.reason())
                .attribute("last-number", released.lastNumber())
                .build();
    }

    static Element encode(Joined joined) {
        return owned("joined", joined.session(), joined.epoch())
                .attribute("last-seq", joined.lastSeq())
                .attribute("role", joined.role())
                .build();
    }

    static Element encode(Leave leave) {
        return owned("leave", leave.session(), leave.epoch()).build();
    }

    static Element encode(Drop drop) {
        Address operator = drop.operator();
        return owned("drop", drop.session(), drop.epoch())
                .attribute("operator", operator == null ? null : operator.toString())
                .build();
    }

    static Element encode(Absence absence) {
        return owned("absence", absence.session(), absence.epoch())
                .attribute("away", absence.away())
                .build();
    }

    static Element encode(Activity activity) {
        return owned("activity", activity.session(), activity.epoch())
                .attribute("state", activity.state())
                .build();
    }

    static Element encode(Displayed displayed) {
        return owned("displayed", displayed.session(), displayed.epoch())
                .attribute("up-to", displayed.upTo())
                .build();
    }

    static Element encode(RecallRequest request) {
        return owned("recall", request.session(), request.epoch())
                .attribute("after", request.after())
                .flag("before", request.before())
                .build();
    }

    static Element encode(Recalled recalled) {
        Element.Builder out =
                owned("recalled", recalled.session(), recalled.epoch()).flag("more", recalled.more());
        return RecalledLineCodec.encode(out, NAMESPACE, recalled.lines()).build();
    }

    private static Element.Builder owned(String name, SessionId session, long epoch) {
        return Element.named(name, NAMESPACE)
                .attribute("session", session.value())
                .attribute("epoch", epoch);
    }

    /** Reads any payload of this namespace. */
    public static TransferPayload decode(Element element) throws DecodingException {
        if (!knows(element)) {
            throw new DecodingException("the element is not of the namespace " + NAMESPACE);
        }
        ElementReader in = ElementReader.of(element);
        return switch (element.name()) {
            case "accept" -> accept(in);
            case "owned" -> owned(in);
            case "relay" -> relay(in);
            case "ack" -> ack(in);
            case "say" -> say(in);
            case "say-refused" -> sayRefused(in);
            case "transfer" -> transferRequest(in);
            case "transfer-cancel" -> transferCancel(in);
            case "transfer-refused" -> transferRefused(in);
            case "close" -> closeRequest(in);
            case "released" -> released(in);
            case "joined" -> joined(in);
            case "leave" -> leave(in);
            case "drop" -> drop(in);
            case "absence" -> absence(in);
            case "activity" -> activity(in);
            case "displayed" -> displayed(in);
            case "recall" -> recallRequest(in);
            case "recalled" -> recalled(in);
            default -> throw new DecodingException("<" + element.name() + "/> is not known in " + NAMESPACE);
        };
    }

    private static SessionId session(ElementReader in) throws DecodingException {
        return in.value("session", SessionId::new);
    }

    private static long epoch(ElementReader in) throws DecodingException {
        return in.number("epoch", 1, Long.MAX_VALUE);
    }

    private static Accept accept(ElementReader in) throws DecodingException {
        SessionId session = session(in);
        QuestionId question = in.value("question", QuestionId::new);
        String handle = in.required("handle");
        return in.finish(() -> new Accept(session, question, handle));
    }

    private static Owned owned(ElementReader in) throws DecodingException {
        SessionId session = session(in);
        long epoch = epoch(in);
        long lastSeq = in.number("last-seq", 0, Long.MAX_VALUE);
        return in.finish(() -> new Owned(session, epoch, lastSeq));
    }

    private static Relay relay(ElementReader in) throws DecodingException {
        SessionId session = session(in);
        long epoch = epoch(in);
        var utterances = UtteranceCodec.decodeAll(in);
        return in.finish(() -> new Relay(session, epoch, utterances));
    }

    private static Ack ack(ElementReader in) throws DecodingException {
        SessionId session = session(in);
        long epoch = epoch(in);
        long upTo = in.number("up-to", 0, Long.MAX_VALUE);
        return in.finish(() -> new Ack(session, epoch, upTo));
    }

    private static Say say(ElementReader in) throws DecodingException {
        SessionId session = session(in);
        long epoch = epoch(in);
        long number = in.number("number", 1, Long.MAX_VALUE);
        Instant at = in.instant("at");
        boolean aside = in.optionalFlag("aside");
        Extras extras = UtteranceCodec.decodeExtras(in);
        String body = in.text();
        return in.finish(() -> new Say(session, epoch, number, at, body, aside, extras));
    }

    private static SayRefused sayRefused(ElementReader in) throws DecodingException {
        SessionId session = session(in);
        long epoch = epoch(in);
        long number = in.number("number", 1, Long.MAX_VALUE);
        String reason = in.text();
        return in.finish(() -> new SayRefused(session, epoch, number, reason));
    }

    private static TransferRequest transferRequest(ElementReader in) throws DecodingException {
        SessionId session = session(in);
        long epoch = epoch(in);
        Role role = in.optionalKeyword("role", Role.class);
        boolean back = in.optionalFlag("back");
        Needs needs = CompetenceCodec.decodeNeeds(in.child("needs", CompetenceCodec.NAMESPACE));
        Element targetElement = in.optionalChild("target", NAMESPACE);
        Address target =
                targetElement == null ? null : ElementReader.of(targetElement).finishText(Address::parse);
        Element summaryElement = in.optionalChild("summary", NAMESPACE);
        String summary =
                summaryElement == null ? null : ElementReader.of(summaryElement).finishText();
        return in.finish(() -> new TransferRequest(session, epoch, needs, target, summary, role, back));
    }

    private static TransferCancel transferCancel(ElementReader in) throws DecodingException {
        SessionId session = session(in);
        long epoch = epoch(in);
        return in.finish(() -> new TransferCancel(session, epoch));
    }

    private static TransferRefused transferRefused(ElementReader in) throws DecodingException {
        SessionId session = session(in);
        long epoch = epoch(in);
        TransferRefused.Reason reason = in.keyword("reason", TransferRefused.Reason.class);
        QuestionId question = in.value("question", QuestionId::new);
        Element nearestElement = in.optionalChild("needs", CompetenceCodec.NAMESPACE);
        Needs nearest = nearestElement == null ? null : CompetenceCodec.decodeNeeds(nearestElement);
        return in.finish(() -> new TransferRefused(session, epoch, reason, question, nearest));
    }

    private static CloseRequest closeRequest(ElementReader in) throws DecodingException {
        SessionId session = session(in);
        long epoch = epoch(in);
        Resolution resolution = in.keyword("resolution", Resolution.class);
        Long read = in.optionalNumber("read", 1, CloseRequest.READ_MAX);
        List<String> tags = new ArrayList<>();
        for (Element tag : in.children("tag", NAMESPACE, 0, Bounds.TAGS_MAX)) {
            tags.add(ElementReader.of(tag).finishText());
        }
        return in.finish(() -> new CloseRequest(
                session, epoch, resolution, read == null ? null : Integer.valueOf(read.intValue()), new Tags(tags)));
    }

    private static Joined joined(ElementReader in) throws DecodingException {
        SessionId session = session(in);
        long epoch = epoch(in);
        long lastSeq = in.number("last-seq", 0, Long.MAX_VALUE);
        Role role = in.keyword("role", Role.class);
        return in.finish(() -> new Joined(session, epoch, lastSeq, role));
    }

    private static Leave leave(ElementReader in) throws DecodingException {
        SessionId session = session(in);
        long epoch = epoch(in);
        return in.finish(() -> new Leave(session, epoch));
    }

    private static Drop drop(ElementReader in) throws DecodingException {
        SessionId session = session(in);
        long epoch = epoch(in);
        Address operator = in.optionalValue("operator", Address::parse);
        return in.finish(() -> new Drop(session, epoch, operator));
    }

    private static Absence absence(ElementReader in) throws DecodingException {
        SessionId session = session(in);
        long epoch = epoch(in);
        boolean away = in.flag("away");
        return in.finish(() -> new Absence(session, epoch, away));
    }

    private static Activity activity(ElementReader in) throws DecodingException {
        SessionId session = session(in);
        long epoch = epoch(in);
        ChatState state = in.keyword("state", ChatState.class);
        return in.finish(() -> new Activity(session, epoch, state));
    }

    private static Displayed displayed(ElementReader in) throws DecodingException {
        SessionId session = session(in);
        long epoch = epoch(in);
        long upTo = in.number("up-to", 1, Long.MAX_VALUE);
        return in.finish(() -> new Displayed(session, epoch, upTo));
    }

    private static RecallRequest recallRequest(ElementReader in) throws DecodingException {
        SessionId session = session(in);
        long epoch = epoch(in);
        long after = in.number("after", 0, Long.MAX_VALUE);
        boolean before = in.optionalFlag("before");
        return in.finish(() -> new RecallRequest(session, epoch, after, before));
    }

    private static Recalled recalled(ElementReader in) throws DecodingException {
        SessionId session = session(in);
        long epoch = epoch(in);
        boolean more = in.optionalFlag("more");
        List<RecalledLine> lines = RecalledLineCodec.decode(in, NAMESPACE);
        return in.finish(() -> new Recalled(session, epoch, more, lines));
    }

    private static Released released(ElementReader in) throws DecodingException {
        SessionId session = session(in);
        long epoch = epoch(in);
        Released.Reason reason = in.keyword("reason", Released.Reason.class);
        long lastNumber = in.number("last-number", 0, Long.MAX_VALUE);
        return in.finish(() -> new Released(session, epoch, reason, lastNumber));
    }
}
