package org.crossdesk.domain.session;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.crossdesk.domain.Alarm;
import org.crossdesk.domain.Attached;
import org.crossdesk.domain.Decision;
import org.crossdesk.domain.Decision.Draft;
import org.crossdesk.domain.Effect;
import org.crossdesk.domain.LibraryDomain;
import org.crossdesk.domain.Machine;
import org.crossdesk.domain.Moment;
import org.crossdesk.domain.Phrase;
import org.crossdesk.domain.Phrases;
import org.crossdesk.domain.Recent;
import org.crossdesk.domain.RecentNumbers;
import org.crossdesk.domain.Refusal;
import org.crossdesk.domain.competence.scheme.SubjectOrder;
import org.crossdesk.domain.ledger.LedgerEntry;
import org.crossdesk.domain.ledger.Measure;
import org.crossdesk.domain.service.PatronForm;
import org.crossdesk.domain.service.Service;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.Payload;
import org.crossdesk.protocol.ask.Question;
import org.crossdesk.protocol.ask.QuestionId;
import org.crossdesk.protocol.ask.RunningSessions;
import org.crossdesk.protocol.competence.Language;
import org.crossdesk.protocol.competence.LanguageLevel;
import org.crossdesk.protocol.competence.Needs;
import org.crossdesk.protocol.session.Extras;
import org.crossdesk.protocol.session.SessionId;
import org.crossdesk.protocol.transfer.Relay;
import org.crossdesk.protocol.transfer.Released;
import org.crossdesk.protocol.transfer.TransferRefused;
import org.jspecify.annotations.Nullable;

/**
 * The session at its home desk: the one authority over its order and its owner. Session Transfer, section 5.
 *
 * <table>
 * <caption>What happens where. "Calls" means: a question is open at the service of the present step.</caption>
 * <tr><th>event</th><th>waiting (calls)</th><th>owned</th><th>owned, transferring (calls)</th><th>closed</th></tr>
 * <tr><td>patron writes</td><td>kept, confirmed; /later: → follow-up</td><td>kept, confirmed, relayed</td><td>as owned</td><td>a new
 * session (not here)</td></tr>
 * <tr><td>accept, by the open question</td><td>→ owned, epoch 1, transcript relayed</td><td>the owner again: the same
 * answer; else conflict</td><td>→ owned, epoch + 1; the former owner released</td><td>conflict</td></tr>
 * <tr><td>say</td><td>forbidden</td><td>the owner's: kept and told the patron; a former owner's: say refused;
 * anybody else's: forbidden</td><td>as owned</td><td>the last owner's: say refused; else forbidden</td></tr>
 * <tr><td>ack</td><td>nothing</td><td>the owner's: what is not yet sent follows; else nothing</td><td>as owned</td>
 * <td>nothing</td></tr>
 * <tr><td>transfer</td><td>forbidden</td><td>the owner's: → transferring</td><td>conflict</td><td>forbidden</td></tr>
 * <tr><td>cancel transfer</td><td>forbidden</td><td>done already</td><td>→ owned</td><td>forbidden</td></tr>
 * <tr><td>close</td><td>forbidden</td><td>the owner's: → closed; conflict where the patron has said more than their
 * desk has</td><td>→ closed, call withdrawn; the same conflict</td><td>the last
 * owner's: done already</td></tr>
 * <tr><td>step over, service exhausted or unreachable</td><td>next step; after the last the patron hears once that
 * nobody is there, and it goes round</td><td>nothing</td><td>next step; after the last → owned, and the owner
 * hears why</td><td>nothing</td></tr>
 * <tr><td>the owner's desk knows nothing of it</td><td>nothing</td><td>→ waiting; the patron hears it</td><td>→
 * waiting, call withdrawn; the patron hears it</td><td>nothing</td></tr>
 * <tr><td>transfer with a role, then accept</td><td>forbidden</td><td>somebody is beside the owner, in the next
 * epoch; the owner stays</td><td>conflict</td><td>forbidden</td></tr>
 * <tr><td>say of one beside the owner</td><td>aside or to the patron, as their role is</td><td>as waiting</td><td>as
 * waiting</td><td>say refused</td></tr>
 * <tr><td>the coordinator of the service it runs by wants to attend</td><td>not found</td><td>called as a consultant, if the
 * policy lets them</td><td>conflict</td><td>not found</td></tr>
 * <tr><td>leave; drop</td><td>leave: released; drop: forbidden</td><td>those beside are released</td><td>as owned</td>
 * <td>done already; forbidden</td></tr>
 * <tr><td>the owner's desk is silent, or says they are away</td><td>nothing</td><td>→ held: the patron hears it
 * once; back: the patron hears it; for too long: → waiting, the owner is released</td><td>as owned, and the call is
 * withdrawn</td><td>nothing</td></tr>
 * <tr><td>the patron's last client goes, one comes</td><td>kept in mind; gone for too long: → follow-up</td><td>the
 * operators hear it; gone for too long: → closed, the owner is released</td><td>as owned, and the call is withdrawn</td>
 * <td>nothing</td></tr>
 * <tr><td>the patron ends it (/close, finish)</td><td>→ closed, call withdrawn</td><td>→ closed, everybody in it is
 * released; an owner who has said nothing once their desk has acknowledged a line</td><td>as owned, and the call is withdrawn</td><td>done already</td></tr>
 * <tr><td>a client shows the token</td><td>it is there, and is told what it lacks</td><td>as waiting</td><td>as
 * waiting</td><td>soon after: told what it lacks; later: not found</td></tr>
 * <tr><td>close for a follow-up by oneself</td><td>forbidden</td><td>the owner's: → follow-up, they keep it; the same
 * again: done already</td><td>the same, call withdrawn</td><td>done already</td></tr>
 * <tr><td>close for a follow-up by the home library</td><td>forbidden</td><td>the owner's: → follow-up, nobody owns
 * it; the owner is released</td><td>the same, call withdrawn</td><td>done already</td></tr>
 * <tr><td>restart (a patron of this library who is not heard within the grace time has left)</td><td>the call is
 * withdrawn; calls again from the first step</td><td>relays again what is not acknowledged</td><td>→
 * owned, told so</td><td>tells the last owner again</td></tr>
 * </table>
 *
 * <table>
 * <caption>A session in follow-up: nobody is called, and nobody needs to be there</caption>
 * <tr><th>event</th><th>owned</th><th>owned by nobody</th></tr>
 * <tr><td>patron writes soon after a talk</td><td>kept, confirmed, relayed</td><td>kept, confirmed</td></tr>
 * <tr><td>patron writes later, or was never answered</td><td>kept; → waiting, the owner is released</td><td>kept; →
 * waiting</td></tr>
 * <tr><td>say, ack, transfer, cancel, close</td><td>as owned; who takes it over has it live</td><td>as waiting</td></tr>
 * <tr><td>an operator of this library takes it</td><td>conflict</td><td>they are rung, and nobody else; accepted: →
 * owned; else it stays</td></tr>
 * <tr><td>its time is over</td><td>→ follow-up owned by nobody, the owner is released</td><td>→ closed as lost</td></tr>
 * <tr><td>the patron ends it</td><td>→ closed as lost, the owner is released</td><td>→ closed as lost</td></tr>
 * <tr><td>somebody's client or desk is gone or there</td><td>nothing</td><td>nothing</td></tr>
 * </table>
 */
public class SessionMachine implements Machine<Session, SessionEvent, SessionRecord> {
    /** Whether a token is unknown, old or of elsewhere, it is the same to who shows it. */
    public static final Refusal NO_CONVERSATION = PatronsClients.NO_CONVERSATION;

    /** How a patron who waits asks for an answer later; how to reach them may follow. */
    private static final Pattern LATER = Pattern.compile("(?is)[/!]later(\\s+.*)?");

    /** How a patron ends it in a client that has nothing for that. */
    private static final Pattern CLOSE = Pattern.compile("(?i)[/!]close");

    private final SessionPolicy policy;
    private final Phrases phrases;
    private final Calling calling;
    private final Relaying relaying;
    private final Ownership ownership;
    private final Holding holding;
    private final Overseeing overseeing;
    private final PatronsClients clients;

    /** A machine to which a subject is what it is. */
    public SessionMachine(SessionPolicy policy, Phrases phrases) {
        this(policy, phrases, SubjectOrder.PLAIN);
    }

    /** A machine that keeps to {@code policy}, speaks by {@code phrases} and knows subjects by {@code order}. */
    public SessionMachine(SessionPolicy policy, Phrases phrases, SubjectOrder order) {
        this.policy = policy;
        this.phrases = phrases;
        this.relaying = new Relaying(policy, phrases);
        this.calling = new Calling(policy, phrases, order);
        this.ownership = new Ownership(policy, phrases, calling, relaying);
        this.overseeing = new Overseeing(policy, calling);
        this.clients = new PatronsClients(policy, phrases);
        this.holding = new Holding(policy, phrases, clients, relaying, ownership);
    }

    /** A patron's first words: opens the session {@code id} and calls for an operator. */
    public Decision<SessionRecord> open(SessionId id, SessionEvent.PatronSaid said, Moment moment) {
        return open(id, said, null, moment);
    }

    /** As above, where the patron had the session {@code earlier} with the same service before. */
    public Decision<SessionRecord> open(
            SessionId id, SessionEvent.PatronSaid said, @Nullable EarlierSession earlier, Moment moment) {
        if (said.body().length() > policy.bodyMaxChars()) {
            return tooLong(said);
        }
        SessionRecord opened = new SessionRecord.Opened(
                id,
                said.service().address(),
                said.patron(),
                said.language(),
                needs(said),
                said.service().steps(),
                said.service().policy());
        Draft<Session, SessionRecord> draft = Draft.begin(this, opened);
        clients.heard(draft, said.patron());
        PatronsClients.givesToken(draft, said, moment);
        keep(draft, said, moment);
        about(draft, said.attached().about(), moment);
        if (earlier != null) {
            relaying.aside(draft, phrases.say(Phrase.ASIDE_EARLIER_SESSION, null, earlier.id()), moment);
        }
        draft.entry(new LedgerEntry(
                        LedgerEntry.Kind.ASKED, LibraryDomain.of(said.service().address()), null, null)
                .measured(Measure.at(said.service().address(), moment.now())));
        relaying.tellPatron(draft, greeting(said), List.of(), moment);
        calling.start(
                draft,
                draft.state().steps(),
                false,
                draft.state().needs(),
                summary(said.body()),
                earlier == null ? null : earlier.operator(),
                moment);
        return draft.decision();
    }

    /** What the patron says of themselves is for the operators, and no part of the question that other libraries read. */
    private void about(Draft<Session, SessionRecord> draft, List<PatronForm.Answer> answers, Moment moment) {
        if (!answers.isEmpty()) {
            String text = answers.stream()
                    .map(answer -> phrases.say(label(answer.kind()), null, answer.value()))
                    .collect(Collectors.joining("\n"));
            relaying.aside(draft, phrases.say(Phrase.ASIDE_PATRON_SAYS, null, text), moment);
        }
    }

    private static Phrase label(PatronForm.Kind kind) {
        return switch (kind) {
            case NAME -> Phrase.ABOUT_NAME;
            case EMAIL -> Phrase.ABOUT_EMAIL;
            case PHONE -> Phrase.ABOUT_PHONE;
            case CLASS -> Phrase.ABOUT_CLASS;
        };
    }

    /** Whether these words end a conversation, and so begin none. */
    public static boolean ends(String body) {
        return CLOSE.matcher(body.strip()).matches();
    }

    /** Those of the sessions that run by this service, as much as this library shows. */
    public RunningSessions running(Collection<Session> sessions, Address service) {
        return overseeing.of(sessions, service);
    }

    @Override
    public Session begin(SessionRecord first) {
        return SessionEvolution.begin(first);
    }

    @Override
    public Session evolve(Session state, SessionRecord record) {
        return record.accept(new SessionEvolution(state));
    }

    @Override
    public Decision<SessionRecord> decide(Session state, SessionEvent event, Moment moment) {
        return event.accept(new SessionEvent.Visitor<>() {
            private final Draft<Session, SessionRecord> draft = new Draft<>(SessionMachine.this, state);

            @Override
            public Decision<SessionRecord> patronSaid(SessionEvent.PatronSaid said) {
                return SessionMachine.this.patronSaid(draft, said, moment);
            }

            @Override
            public Decision<SessionRecord> deskSent(SessionEvent.DeskSent sent) {
                sent.payload().accept(new DeskDoor(draft, sent.asker(), moment, relaying, ownership, holding));
                return draft.decision();
            }

            @Override
            public Decision<SessionRecord> answered(SessionEvent.Answered answered) {
                Payload request = answered.request();
                if (request instanceof Question question) {
                    calling.answered(draft, question, answered, moment);
                } else if (request instanceof Released released) {
                    ownership.releaseAnswered(draft, released, answered.refusal());
                } else if (request instanceof TransferRefused refused) {
                    Calling.told(draft, refused, answered.refusal());
                } else if (request instanceof Relay relay) {
                    ownership.relayRefused(draft, relay, answered, moment);
                }
                return draft.decision();
            }

            @Override
            public Decision<SessionRecord> rang(SessionEvent.Rang rang) {
                alarm(draft, rang.alarm(), moment);
                return draft.decision();
            }

            @Override
            public Decision<SessionRecord> exhausted(SessionEvent.Exhausted exhausted) {
                calling.exhausted(draft, exhausted.asker(), exhausted.payload(), moment);
                return draft.decision();
            }

            @Override
            public Decision<SessionRecord> patronLink(SessionEvent.PatronLink link) {
                holding.patronLink(draft, link, moment);
                return draft.decision();
            }

            @Override
            public Decision<SessionRecord> patronSigned(SessionEvent.PatronSigned signed) {
                Signing.patron(draft, signed);
                return draft.decision();
            }

            @Override
            public Decision<SessionRecord> attended(SessionEvent.Attended attended) {
                overseeing.attended(draft, attended.asker(), attended.payload(), moment);
                return draft.decision();
            }

            @Override
            public Decision<SessionRecord> patronResumed(SessionEvent.PatronResumed resumed) {
                clients.resumed(draft, resumed, moment);
                holding.patronIsThere(draft, moment);
                return draft.decision();
            }

            @Override
            public Decision<SessionRecord> patronFinished(SessionEvent.PatronFinished finished) {
                if (!state.closed()) {
                    ownership.patronFinished(draft, moment);
                }
                draft.effect(new Effect.Answer(finished.asker(), null));
                return draft.decision();
            }

            @Override
            public Decision<SessionRecord> followUpTaken(SessionEvent.FollowUpTaken taken) {
                ownership.followingUp().taken(draft, taken.asker(), taken.operator(), moment);
                return draft.decision();
            }

            @Override
            public Decision<SessionRecord> restarted(SessionEvent.Restarted restarted) {
                Calling.tellAgain(draft);
                holding.restart(draft, moment);
                ownership.followingUp().restart(draft, moment);
                calling.restart(draft, moment);
                relaying.again(draft);
                ownership.tellFormerOwners(draft);
                return draft.decision();
            }
        });
    }

    private Decision<SessionRecord> patronSaid(
            Draft<Session, SessionRecord> draft, SessionEvent.PatronSaid said, Moment moment) {
        Session state = draft.state();
        if (said.messageId() != null && Recent.has(state.recentIds(), said.messageId())) {
            clients.heard(draft, said.patron());
            PatronsClients.givesToken(draft, said, moment);
            confirm(draft, said);
            return draft.decision();
        }
        if (said.body().length() > policy.bodyMaxChars()) {
            return tooLong(said);
        }
        if (policy.full(state.transcript())) {
            int most = Math.min(policy.linesMax(), state.transcript().size());
            return refuse(said, phrases.say(Phrase.TOO_MANY_LINES, said.language(), most));
        }
        clients.heard(draft, said.patron());
        PatronsClients.givesToken(draft, said, moment);
        keep(draft, said, moment);
        if (ends(said.body())) {
            ownership.patronFinished(draft, moment);
            return draft.decision();
        }
        relaying.pump(draft);
        holding.patronIsThere(draft, moment);
        boolean waits = state.owner() == null && !state.closed();
        Matcher later = LATER.matcher(said.body().strip());
        if (waits && later.matches()) {
            if (state.followUp() == null) {
                Phrase told = later.group(1) == null ? Phrase.PATRON_FOLLOW_UP : Phrase.PATRON_FOLLOW_UP_ELSEWHERE;
                ownership.followingUp().unanswered(draft, told, moment);
            }
            return draft.decision();
        }
        ownership.followingUp().patronWrote(draft, moment);
        return draft.decision();
    }

    private void keep(Draft<Session, SessionRecord> draft, SessionEvent.PatronSaid said, Moment moment) {
        Session state = draft.state();
        Attached attached = said.attached();
        Line line = new Line(
                state.transcript().size() + 1L,
                moment.now(),
                org.crossdesk.protocol.session.Speaker.PATRON,
                0,
                0,
                said.body(),
                Extras.of(corrected(state, attached.corrects()), attached.link()));
        draft.record(new SessionRecord.PatronUttered(
                line, said.patron(), said.messageId(), attached.markable() ? true : null));
        confirm(draft, said);
        PatronsClients.tellOthers(draft, line, said.patron());
    }

    /** Which words of their own a patron corrects: by the id they said them under, or by the one they were told. */
    private static @Nullable Long corrected(Session state, @Nullable String id) {
        Long seq = RecentNumbers.numberOf(state.recent(), state.recentIds(), id);
        Line told = id == null || seq != null ? null : Signing.line(state, id);
        return told != null && told.speaker() == org.crossdesk.protocol.session.Speaker.PATRON
                ? Long.valueOf(told.seq())
                : seq;
    }

    private static void confirm(Draft<Session, SessionRecord> draft, SessionEvent.PatronSaid said) {
        if (said.confirm() != null) {
            draft.effect(new Effect.Confirm(
                    said.service().address(),
                    said.patron(),
                    said.confirm(),
                    PatronsClients.withReceipt(draft.state(), said)));
        }
    }

    private Decision<SessionRecord> tooLong(SessionEvent.PatronSaid said) {
        return refuse(said, phrases.say(Phrase.TOO_LONG, said.language(), policy.bodyMaxChars()));
    }

    private static Decision<SessionRecord> refuse(SessionEvent.PatronSaid said, String text) {
        return Decision.of(
                new Effect.Refuse(said.asker(), new Refusal(Refusal.Condition.RESOURCE_CONSTRAINT, text)),
                new Effect.Tell(said.service().address(), said.patron(), text, null, List.of()));
    }

    private void alarm(Draft<Session, SessionRecord> draft, Alarm alarm, Moment moment) {
        OpenCall call = draft.state().call();
        switch (alarm.kind()) {
            case STEP -> {
                if (call != null && call.question().equals(new QuestionId(alarm.subject()))) {
                    calling.expired(draft, moment);
                }
            }
            case RESEND -> {
                Owner late = draft.state().operators().stream()
                        .filter(one -> alarm.subject().equals(Long.toString(one.epoch())))
                        .findFirst()
                        .orElse(null);
                NotTransferred untold = draft.state().untold();
                if (untold != null && alarm.subject().equals(untold.question().value())) {
                    Calling.tellAgain(draft);
                } else if (late != null) {
                    relaying.inVain(draft, late);
                    holding.silent(draft, moment);
                } else {
                    ownership.tellFormerOwners(draft);
                }
            }
            case TAKE_BACK -> holding.takeBackIsDue(draft, alarm.subject(), moment);
            case GRACE -> holding.graceIsOver(draft, alarm.subject(), moment);
            case FOLLOW_UP ->
                ownership.followingUp().due(draft, !alarm.subject().isEmpty(), moment);
            case RING, LEASE, HOLD, RESTART -> {
                // Others' timers; a session sets none of these.
            }
        }
    }

    /** The service's own line, or the desk's. */
    private String greeting(SessionEvent.PatronSaid said) {
        Service service = said.service();
        String own = service.plan().greeting(!said.afterHours(), said.language());
        Phrase phrase = said.afterHours() ? Phrase.PATRON_AFTER_HOURS : Phrase.PATRON_WELCOME;
        return own != null ? own : phrases.say(phrase, said.language(), service.name(said.language()));
    }

    /** What the patron's client says; a question in a language that the service's own people share needs no other. */
    private static Needs needs(SessionEvent.PatronSaid said) {
        Needs coded = Objects.requireNonNullElse(said.attached().needs(), Needs.NONE);
        String language = said.language();
        if (language == null
                || said.service().languages().contains(language)
                || !coded.languages().isEmpty()) {
            return coded;
        }
        return new Needs(List.of(new Language(language, LanguageLevel.B2)), coded.subjects(), coded.insights());
    }

    static String summary(String text) {
        String line = Objects.requireNonNull(text).strip().replaceAll("\\s+", " ");
        int most = org.crossdesk.protocol.Bounds.SUMMARY_MAX_CHARS;
        if (line.isEmpty()) {
            return "…";
        }
        if (line.codePointCount(0, line.length()) <= most) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, most - 1)) + "…";
    }
}
