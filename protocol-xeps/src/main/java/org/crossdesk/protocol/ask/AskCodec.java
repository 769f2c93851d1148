package org.crossdesk.protocol.ask;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.competence.CompetenceCodec;
import org.crossdesk.protocol.competence.Needs;
import org.crossdesk.protocol.session.SessionId;
import org.crossdesk.protocol.session.Speaker;
import org.crossdesk.protocol.xml.DecodingException;
import org.crossdesk.protocol.xml.Element;
import org.crossdesk.protocol.xml.ElementReader;

/**
 * Elements of {@code urn:xmpp:ask:0} from payloads and back. Ask Services, section "XML Schema"; decoding refuses what
 * the schema refuses.
 */
public final class AskCodec {
    public static final String NAMESPACE = "urn:xmpp:ask:0";

    private AskCodec() {}

    /** Whether it is an element of this namespace, well or badly formed. */
    public static boolean knows(Element element) {
        return element.namespace().equals(NAMESPACE);
    }

    static Element encode(Question question) {
        Element.Builder out = Element.named("question", NAMESPACE);
        CallCodec.attributes(out, question.call());
        Address only = question.only();
        Address preferred = question.preferred();
        Ring ring = question.ring();
        out.attribute("seconds", question.seconds())
                .attribute("only", only == null ? null : only.toString())
                .attribute("preferred", preferred == null ? null : preferred.toString())
                .attribute("ring", ring == null ? null : ring.toString())
                .flag("general", question.general());
        CallCodec.children(out, question.call());
        CallCodec.addresses(out, "excluded", "operator", question.excluded());
        return out.build();
    }

    static Element encode(Offer offer) {
        Element.Builder out = Element.named("offer", NAMESPACE);
        CallCodec.attributes(out, offer.call());
        out.attribute("service", offer.service().toString())
                .attribute("seconds", offer.seconds())
                .flag("claimed", offer.claimed());
        CallCodec.children(out, offer.call());
        return out.build();
    }

    static Element encode(Brokered brokered) {
        Queue queue = brokered.queue();
        Integer wait = queue == null ? null : queue.waitSeconds();
        Element.Builder out = about("brokered", brokered.question())
                .attribute("candidates", brokered.candidates())
                .attribute("place", queue == null ? null : Integer.toString(queue.place()))
                .attribute("wait", wait == null ? null : wait.toString());
        encode(brokered.prospect(), out);
        brokered.first().forEach(group -> out.child(rollUp("first", group)));
        RollUp next = brokered.next();
        return (next == null ? out : out.child(rollUp("next", next))).build();
    }

    private static Element rollUp(String name, RollUp rollUp) {
        return Element.named(name, NAMESPACE)
                .attribute("service", rollUp.service().toString())
                .attribute("seconds", rollUp.seconds())
                .build();
    }

    static Element encode(Decline decline) {
        return about("decline", decline.question())
                .attribute("handle", decline.handle())
                .attribute("reason", decline.reason())
                .build();
    }

    static Element encode(Retract retract) {
        return about("retract", retract.question())
                .attribute("handle", retract.handle())
                .build();
    }

    static Element encode(Withdraw withdraw) {
        return about("withdraw", withdraw.question())
                .attribute("reason", withdraw.reason())
                .build();
    }

    static Element encode(Exhausted exhausted) {
        return encode(exhausted.prospect(), about("exhausted", exhausted.question()))
                .flag("up", exhausted.up())
                .build();
    }

    private static Element.Builder encode(Prospect prospect, Element.Builder out) {
        Needs nearest = prospect.nearest();
        out.attribute("busy", prospect.busy() == 0 ? null : Integer.toString(prospect.busy()))
                .attribute("declined", prospect.declined() == 0 ? null : Integer.toString(prospect.declined()));
        return nearest == null ? out : out.child(nearest.toElement());
    }

    static Element encode(Staff staff) {
        return Element.named("staff", NAMESPACE)
                .attribute("title", staff.title())
                .child(staff.needs().toElement())
                .build();
    }

    static Element encode(StaffingAnswer staffing) {
        return Element.named("staffing", NAMESPACE)
                .keyword("answer", staffing.answer())
                .attribute("people", staffing.people())
                .build();
    }

    static Element encode(Dismiss dismiss) {
        return Element.named("dismiss", NAMESPACE).build();
    }

    static Element encode(Release release) {
        return Element.named("release", NAMESPACE)
                .attribute("account", release.account().toString())
                .build();
    }

    static Element encode(Admit admit) {
        Address account = admit.account();
        return Element.named("admit", NAMESPACE)
                .attribute("account", account == null ? null : account.toString())
                .build();
    }

    static Element encode(Admitted admitted) {
        return Element.named("admitted", NAMESPACE)
                .attribute("room", admitted.room().toString())
                .build();
    }

    static Element encode(Closed closed) {
        return Element.named("closed", NAMESPACE).build();
    }

    static Element encode(Note note) {
        return Element.named("note", NAMESPACE).attribute("code", note.code()).build();
    }

    static Element encode(Card card) {
        Needs needs = card.needs();
        Element.Builder out = Element.named("card", NAMESPACE)
                .attribute("number", card.number())
                .keyword("state", card.state())
                .attribute("by", card.by());
        return needs == null ? out.build() : out.child(needs.toElement()).build();
    }

    static Element encode(Resumable resumable) {
        ConversationToken token = resumable.token();
        return Element.named("resumable", NAMESPACE)
                .attribute("token", token == null ? null : token.value())
                .build();
    }

    static Element encode(Finish finish) {
        ConversationToken token = finish.token();
        return Element.named("finish", NAMESPACE)
                .attribute("token", token == null ? null : token.value())
                .build();
    }

    static Element encode(Rating rating) {
        return Element.named("rating", NAMESPACE)
                .attribute("token", rating.token().value())
                .attribute("stars", rating.stars())
                .text(rating.words())
                .build();
    }

    static Element encode(Resume resume) {
        return Element.named("resume", NAMESPACE)
                .attribute("token", resume.token().value())
                .attribute("after", resume.after())
                .build();
    }

    static Element encode(Resumed resumed) {
        return Element.named("resumed", NAMESPACE)
                .attribute("seq", resumed.seq())
                .flag("closed", resumed.closed())
                .build();
    }

    static Element encode(LineNumber line) {
        return Element.named("line", NAMESPACE)
                .attribute("seq", line.seq())
                .attribute("after", line.after())
                .attribute("by", line.by())
                .build();
    }

    static Element encode(Place place) {
        Integer wait = place.queue().waitSeconds();
        return Element.named("place", NAMESPACE)
                .attribute("number", place.queue().place())
                .attribute("wait", wait == null ? null : wait.toString())
                .build();
    }

    static Element encode(ServiceStatus status) {
        Instant until = status.until();
        Element.Builder out = Element.named("service-status", NAMESPACE)
                .attribute("state", status.state())
                .attribute("until", until == null ? null : until.toString());
        status.via().forEach(service -> out.child("via", service.toString()));
        return out.build();
    }

    private static ServiceStatus serviceStatus(ElementReader in) throws DecodingException {
        ServiceStatus.State state = in.keyword("state", ServiceStatus.State.class);
        Instant until = in.optionalInstant("until");
        List<Address> via = CallCodec.addresses(in, "via", 0, Bounds.HOPS_MAX);
        return in.finish(() -> new ServiceStatus(state, until, via));
    }

    private static Card card(ElementReader in) throws DecodingException {
        int number = in.count("number", 1, Integer.MAX_VALUE);
        Card.State state = in.keyword("state", Card.State.class);
        String by = in.optional("by");
        Element needs = in.optionalChild("needs", CompetenceCodec.NAMESPACE);
        Needs read = needs == null ? null : CompetenceCodec.decodeNeeds(needs);
        return in.finish(() -> new Card(number, state, read, by));
    }

    static Element encode(Running running) {
        return Element.named("running", NAMESPACE).build();
    }

    static Element encode(RunningSessions running) {
        Element.Builder out = Element.named("sessions", NAMESPACE).attribute("count", running.count());
        running.sessions()
                .forEach(one -> out.child(Element.named("session", NAMESPACE)
                        .attribute("id", one.id().value())
                        .attribute("since", one.since().toString())
                        .attribute("lines", one.lines())
                        .attribute("owner", one.owner().toString())
                        .text(one.summary())
                        .build()));
        return out.build();
    }

    static Element encode(Attend attend) {
        return Element.named("attend", NAMESPACE)
                .attribute("session", attend.session().value())
                .attribute("handle", attend.handle())
                .build();
    }

    private static RunningSessions runningSessions(ElementReader in) throws DecodingException {
        int count = in.count("count", 0, Integer.MAX_VALUE);
        List<RunningSession> sessions = new ArrayList<>();
        for (Element session : in.children("session", NAMESPACE, 0, Bounds.RUNNING_MAX)) {
            ElementReader one = ElementReader.of(session);
            SessionId id = one.value("id", SessionId::new);
            Instant since = one.instant("since");
            int lines = one.count("lines", 0, Integer.MAX_VALUE);
            Address owner = one.value("owner", Address::parse);
            sessions.add(one.finishText(summary -> new RunningSession(id, since, lines, owner, summary)));
        }
        return in.finish(() -> new RunningSessions(count, sessions));
    }

    private static Attend attend(ElementReader in) throws DecodingException {
        SessionId session = in.value("session", SessionId::new);
        String handle = in.required("handle");
        return in.finish(() -> new Attend(session, handle));
    }

    private static Element.Builder about(String name, QuestionId question) {
        return Element.named(name, NAMESPACE).attribute("question", question.value());
    }

    /** Reads any payload of this namespace. */
    public static AskPayload decode(Element element) throws DecodingException {
        if (!knows(element)) {
            throw new DecodingException("the element is not of the namespace " + NAMESPACE);
        }
        ElementReader in = ElementReader.of(element);
        return switch (element.name()) {
            case "question" -> question(in);
            case "offer" -> offer(in);
            case "brokered" -> brokered(in);
            case "decline" -> decline(in);
            case "retract" -> retract(in);
            case "withdraw" -> withdraw(in);
            case "exhausted" -> exhausted(in);
            case "staff" -> staff(in);
            case "staffing" -> staffing(in);
            case "dismiss" -> in.finish(Dismiss::new);
            case "release" -> release(in);
            case "admit" -> admit(in);
            case "admitted" -> admitted(in);
            case "closed" -> in.finish(Closed::new);
            case "note" -> note(in);
            case "part" -> ConsoleCodec.part(in);
            case "console" -> ConsoleCodec.console(in);
            case "scripts" -> ScriptsCodec.decode(in);
            case "recall" -> ConsoleCodec.recall(in);
            case "lines" -> ConsoleCodec.lines(in);
            case "card" -> card(in);
            case "running" -> in.finish(Running::new);
            case "sessions" -> runningSessions(in);
            case "attend" -> attend(in);
            case "resumable" -> resumable(in);
            case "resume" -> resume(in);
            case "resumed" -> resumed(in);
            case "finish" -> finish(in);
            case "rating" -> rating(in);
            case "line" -> line(in);
            case "place" -> place(in);
            case "service-status" -> serviceStatus(in);
            default -> throw new DecodingException("<" + element.name() + "/> is not known in " + NAMESPACE);
        };
    }

    private static Question question(ElementReader in) throws DecodingException {
        Call call = CallCodec.decode(in);
        int seconds = in.count("seconds", 1, Bounds.EXPIRY_MAX_SECONDS);
        Address only = in.optionalValue("only", Address::parse);
        Address preferred = in.optionalValue("preferred", Address::parse);
        Ring ring = in.optionalValue("ring", Ring::parse);
        List<Address> excluded = CallCodec.addresses(in, "excluded", "operator", Bounds.EXCLUDED_MAX);
        boolean general = in.optionalFlag("general");
        return in.finish(() -> new Question(call, seconds, only, preferred, excluded, ring, general));
    }

    private static Note note(ElementReader in) throws DecodingException {
        String code = in.optional("code");
        return in.finish(() -> new Note(code));
    }

    static Offer offer(ElementReader in) throws DecodingException {
        Call call = CallCodec.decode(in);
        Address service = in.value("service", Address::parse);
        int seconds = in.count("seconds", 1, Bounds.EXPIRY_MAX_SECONDS);
        boolean claimed = in.optionalFlag("claimed");
        return in.finish(() -> new Offer(call, service, seconds, claimed));
    }

    private static Brokered brokered(ElementReader in) throws DecodingException {
        QuestionId question = in.value("question", QuestionId::new);
        int candidates = in.count("candidates", 0, Integer.MAX_VALUE);
        Long place = in.optionalNumber("place", 1, Integer.MAX_VALUE);
        Long wait = in.optionalNumber("wait", 0, Bounds.EXPIRY_MAX_SECONDS);
        Queue queue = place == null ? null : new Queue(place.intValue(), wait == null ? null : wait.intValue());
        Prospect prospect = prospect(in);
        List<RollUp> first = new ArrayList<>();
        for (Element group : in.children("first", NAMESPACE, 0, Bounds.GROUPS_MAX)) {
            first.add(rollUp(ElementReader.of(group)));
        }
        Element next = in.optionalChild("next", NAMESPACE);
        RollUp rollUp = next == null ? null : rollUp(ElementReader.of(next));
        return in.finish(() -> new Brokered(question, candidates, prospect, queue, rollUp, first));
    }

    private static RollUp rollUp(ElementReader in) throws DecodingException {
        Address service = in.value("service", Address::parse);
        int seconds = in.count("seconds", 1, Bounds.EXPIRY_MAX_SECONDS);
        return in.finish(() -> new RollUp(service, seconds));
    }

    private static Decline decline(ElementReader in) throws DecodingException {
        QuestionId question = in.value("question", QuestionId::new);
        String handle = in.required("handle");
        Decline.Reason reason = in.keyword("reason", Decline.Reason.class);
        return in.finish(() -> new Decline(question, handle, reason));
    }

    private static Retract retract(ElementReader in) throws DecodingException {
        QuestionId question = in.value("question", QuestionId::new);
        String handle = in.required("handle");
        return in.finish(() -> new Retract(question, handle));
    }

    private static Withdraw withdraw(ElementReader in) throws DecodingException {
        QuestionId question = in.value("question", QuestionId::new);
        Withdraw.Reason reason = in.keyword("reason", Withdraw.Reason.class);
        return in.finish(() -> new Withdraw(question, reason));
    }

    private static Exhausted exhausted(ElementReader in) throws DecodingException {
        QuestionId question = in.value("question", QuestionId::new);
        Prospect prospect = prospect(in);
        boolean up = in.optionalFlag("up");
        return in.finish(() -> new Exhausted(question, prospect, up));
    }

    private static Prospect prospect(ElementReader in) throws DecodingException {
        Long busy = in.optionalNumber("busy", 0, Integer.MAX_VALUE);
        Long declined = in.optionalNumber("declined", 0, Integer.MAX_VALUE);
        Element nearest = in.optionalChild("needs", CompetenceCodec.NAMESPACE);
        return new Prospect(
                busy == null ? 0 : busy.intValue(),
                declined == null ? 0 : declined.intValue(),
                nearest == null ? null : CompetenceCodec.decodeNeeds(nearest));
    }

    private static Resumable resumable(ElementReader in) throws DecodingException {
        ConversationToken token = in.optionalValue("token", ConversationToken::new);
        return in.finish(() -> new Resumable(token));
    }

    private static Finish finish(ElementReader in) throws DecodingException {
        ConversationToken token = in.optionalValue("token", ConversationToken::new);
        return in.finish(() -> new Finish(token));
    }

    private static Rating rating(ElementReader in) throws DecodingException {
        ConversationToken token = in.value("token", ConversationToken::new);
        int stars = in.count("stars", 1, Rating.STARS_MAX);
        return in.finishText(words -> new Rating(token, stars, words));
    }

    private static Resume resume(ElementReader in) throws DecodingException {
        ConversationToken token = in.value("token", ConversationToken::new);
        long after = in.number("after", 0, Long.MAX_VALUE);
        return in.finish(() -> new Resume(token, after));
    }

    private static Resumed resumed(ElementReader in) throws DecodingException {
        long seq = in.number("seq", 1, Long.MAX_VALUE);
        boolean closed = in.optionalFlag("closed");
        return in.finish(() -> new Resumed(seq, closed));
    }

    private static LineNumber line(ElementReader in) throws DecodingException {
        long seq = in.number("seq", 1, Long.MAX_VALUE);
        long after = in.number("after", 0, Long.MAX_VALUE);
        Speaker by = in.keyword("by", Speaker.class);
        return in.finish(() -> new LineNumber(seq, after, by));
    }

    private static Place place(ElementReader in) throws DecodingException {
        int number = in.count("number", 1, Integer.MAX_VALUE);
        Long wait = in.optionalNumber("wait", 0, Bounds.EXPIRY_MAX_SECONDS);
        return in.finish(() -> new Place(new Queue(number, wait == null ? null : wait.intValue())));
    }

    private static Staff staff(ElementReader in) throws DecodingException {
        String title = in.required("title");
        Needs needs = CompetenceCodec.decodeNeeds(in.child("needs", CompetenceCodec.NAMESPACE));
        return in.finish(() -> new Staff(title, needs));
    }

    private static StaffingAnswer staffing(ElementReader in) throws DecodingException {
        StaffingAnswer.Answer answer = in.keyword("answer", StaffingAnswer.Answer.class);
        int people = in.count("people", 0, Integer.MAX_VALUE);
        return in.finish(() -> new StaffingAnswer(answer, people));
    }

    private static Release release(ElementReader in) throws DecodingException {
        Address account = in.value("account", Address::parse);
        return in.finish(() -> new Release(account));
    }

    private static Admit admit(ElementReader in) throws DecodingException {
        Address account = in.optionalValue("account", Address::parse);
        return in.finish(() -> new Admit(account));
    }

    private static Admitted admitted(ElementReader in) throws DecodingException {
        Address room = in.value("room", Address::parse);
        return in.finish(() -> new Admitted(room));
    }
}
