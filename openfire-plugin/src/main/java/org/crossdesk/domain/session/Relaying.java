package org.crossdesk.domain.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.crossdesk.domain.Alarm;
import org.crossdesk.domain.Asker;
import org.crossdesk.domain.Decision.Draft;
import org.crossdesk.domain.Effect;
import org.crossdesk.domain.Moment;
import org.crossdesk.domain.Phrase;
import org.crossdesk.domain.Phrases;
import org.crossdesk.protocol.Payload;
import org.crossdesk.protocol.ask.Disclosure;
import org.crossdesk.protocol.session.Extras;
import org.crossdesk.protocol.session.Role;
import org.crossdesk.protocol.session.Speaker;
import org.crossdesk.protocol.session.Utterance;
import org.crossdesk.protocol.transfer.Ack;
import org.crossdesk.protocol.transfer.RecallRequest;
import org.crossdesk.protocol.transfer.Relay;
import org.crossdesk.protocol.transfer.Say;
import org.crossdesk.protocol.transfer.SayRefused;
import org.jspecify.annotations.Nullable;

/** How lines travel: to the patron's client, and to the owner's desk until that has acknowledged them. */
final class Relaying {
    private final SessionPolicy policy;
    private final Phrases phrases;

    Relaying(SessionPolicy policy, Phrases phrases) {
        this.policy = policy;
        this.phrases = phrases;
    }

    /** Keeps a line of the desk's own, tells the patron, and sends it on to the owner. */
    void tellPatron(Draft<Session, SessionRecord> draft, String text, List<Payload> payloads, Moment moment) {
        keepAndTell(draft, text, payloads, moment);
        pump(draft);
    }

    static void keepAndTell(Draft<Session, SessionRecord> draft, String text, List<Payload> payloads, Moment moment) {
        long seq = draft.state().transcript().size() + 1L;
        Line line = new Line(seq, moment.now(), Speaker.DESK, 0, 0, text);
        draft.record(new SessionRecord.DeskUttered(line));
        PatronsClients.tell(draft, line, payloads);
    }

    /** Keeps a line for the operators alone, and sends it on to them. */
    void aside(Draft<Session, SessionRecord> draft, String text, Moment moment) {
        long seq = draft.state().transcript().size() + 1L;
        draft.record(new SessionRecord.DeskUttered(new Line(seq, moment.now(), Speaker.ASIDE, 0, 0, text)));
        pump(draft);
    }

    /** What is corrected must be something that they said in this epoch, to the same people. */
    private static @Nullable Extras extras(Session state, Owner owner, Say say) {
        Extras extras = say.extras();
        Long number = extras == null ? null : extras.corrects();
        if (extras == null || number == null) {
            return extras;
        }
        boolean aside = say.aside() || owner.role() == Role.CONSULTANT;
        Long seq = state.transcript().lines().stream()
                .filter(line -> line.epoch() == owner.epoch() && line.number() == number)
                .filter(line -> aside == (line.speaker() == Speaker.ASIDE))
                .map(Line::seq)
                .findFirst()
                .orElse(null);
        return Extras.of(seq, extras.link());
    }

    /** Somebody in the session said something: once for each number, in order. */
    void said(Draft<Session, SessionRecord> draft, Owner owner, Say say, Moment moment) {
        long expected = owner.said() + 1;
        if (owner.hasRefused(say.number())) {
            refuse(draft, owner, say, "it was not taken");
            return;
        }
        if (say.number() < expected) {
            // Its echo got lost: what is not acknowledged goes out again, the echo with it.
            again(draft, owner);
            return;
        }
        if (say.number() > expected) {
            // One before it is still under way; both are sent again until they come back.
            return;
        }
        Session state = draft.state();
        if (policy.overfull(state.transcript())) {
            int most = Math.min(policy.linesMax(), state.transcript().size());
            refuseAnew(draft, owner, say, phrases.say(Phrase.TOO_MANY_LINES, state.language(), most));
            return;
        }
        if (say.body().length() > policy.bodyMaxChars()) {
            refuseAnew(draft, owner, say, phrases.say(Phrase.TOO_LONG, state.language(), policy.bodyMaxChars()));
            return;
        }
        boolean aside = say.aside() || owner.role() == Role.CONSULTANT;
        Line line = new Line(
                state.transcript().size() + 1L,
                moment.now(),
                aside ? Speaker.ASIDE : Speaker.OPERATOR,
                owner.epoch(),
                say.number(),
                say.body(),
                extras(state, owner, say));
        draft.record(new SessionRecord.OperatorUttered(line));
        if (!aside) {
            PatronsClients.tell(draft, line, List.of());
        }
        pump(draft);
    }

    /** The number is used up: what comes next has the next one, however often this one comes. */
    private static void refuseAnew(Draft<Session, SessionRecord> draft, Owner owner, Say say, String reason) {
        draft.record(new SessionRecord.SayRefused(owner.epoch(), say.number()));
        refuse(draft, owner, say, reason);
    }

    private static void refuse(Draft<Session, SessionRecord> draft, Owner owner, Say say, String reason) {
        draft.effect(new Effect.Send(
                draft.state().home(),
                owner.operator(),
                new SayRefused(say.session(), say.epoch(), say.number(), reason)));
    }

    /** Somebody says something in an epoch that is over. */
    void saidTooLate(Draft<Session, SessionRecord> draft, Asker asker, Say say) {
        draft.effect(new Effect.Send(
                draft.state().home(),
                asker.from(),
                new SayRefused(
                        say.session(),
                        say.epoch(),
                        say.number(),
                        "the session has passed to somebody else, or is closed")));
    }

    void acknowledged(Draft<Session, SessionRecord> draft, Owner owner, Ack ack) {
        long upTo = Math.min(ack.upTo(), owner.sentUpTo());
        if (upTo > owner.ackedUpTo()) {
            draft.record(new SessionRecord.Progressed(owner.epoch(), owner.sentUpTo(), upTo, 0));
            pump(draft, owner.epoch(), true);
        }
    }

    /** Sends what was not acknowledged in time once more, and waits longer for it. */
    void inVain(Draft<Session, SessionRecord> draft, Owner one) {
        if (one.ackedUpTo() < one.sentUpTo()) {
            again(draft, one, one.tries() + 1);
        }
    }

    /** Sends everybody what they have not acknowledged once more. */
    void again(Draft<Session, SessionRecord> draft) {
        draft.state().operators().forEach(one -> again(draft, one));
    }

    /** Sends one of them what they have not acknowledged once more. */
    void again(Draft<Session, SessionRecord> draft, Owner one) {
        again(draft, one, one.tries());
    }

    private void again(Draft<Session, SessionRecord> draft, Owner one, int tries) {
        if (one.ackedUpTo() < one.sentUpTo()) {
            draft.record(new SessionRecord.Progressed(one.epoch(), one.ackedUpTo(), one.ackedUpTo(), tries));
        }
        pump(draft, one.epoch(), false);
    }

    /** Sends everybody what they have not been sent yet, as far as the window allows. */
    void pump(Draft<Session, SessionRecord> draft) {
        draft.state().operators().forEach(one -> pump(draft, one.epoch(), false));
    }

    /** With {@code progress} the wait begins anew; else lines that are under way have set the timer already. */
    private void pump(Draft<Session, SessionRecord> draft, long epoch, boolean progress) {
        Owner owner = draft.state().operator(epoch);
        if (owner == null) {
            return;
        }
        long sent = owner.sentUpTo();
        int room = (int) (SessionPolicy.RELAY_WINDOW_LINES - (sent - owner.ackedUpTo()));
        List<Utterance> chunk = chunk(draft.state(), owner, sent + 1, room);
        while (!chunk.isEmpty()) {
            draft.effect(new Effect.Send(
                    draft.state().home(),
                    owner.operator(),
                    new Relay(draft.state().id(), owner.epoch(), chunk)));
            sent += chunk.size();
            room -= chunk.size();
            chunk = chunk(draft.state(), owner, sent + 1, room);
        }
        if (sent > owner.sentUpTo()) {
            draft.record(new SessionRecord.Progressed(owner.epoch(), sent, owner.ackedUpTo(), owner.tries()));
        }
        boolean waited = owner.sentUpTo() > owner.ackedUpTo();
        if (sent > owner.ackedUpTo() && (progress || !waited)) {
            draft.effect(new Effect.Wake(
                    new Alarm(Alarm.Kind.RESEND, Long.toString(owner.epoch())), policy.resend(owner.tries())));
        }
    }

    /**
     * Whether the home library does not show them this line: they are of another library, and it was said between the
     * coming of the first operator and their own; or it is what the desk tells operators of the patron.
     */
    private boolean withheld(Session state, Owner owner, Line line) {
        if (policy.othersSee() == Disclosure.ALL
                || owner.operator().domain().equals(state.home().domain())
                || line.seq() > owner.since()) {
            return false;
        }
        if (line.speaker() == Speaker.ASIDE) {
            return true;
        }
        return state.transcript().lines().stream()
                .takeWhile(before -> before.seq() <= line.seq())
                .anyMatch(before -> before.epoch() > 0);
    }

    /** Tells again what was said, as far as one answer goes and the home library shows it. */
    void recalled(Draft<Session, SessionRecord> draft, Asker asker, Owner owner, RecallRequest request) {
        Session state = draft.state();
        Set<Long> own = state.epochsOf(owner.operator());
        draft.effect(
                new Effect.Answer(asker, LookingBack.page(state, request, line -> withheld(state, owner, line), own)));
    }

    private List<Utterance> chunk(Session state, Owner owner, long from, int room) {
        List<Utterance> chunk = new ArrayList<>();
        int chars = 0;
        for (Line line : state.transcript().from(from, Math.max(room, 0))) {
            chars += line.body().length();
            if (!chunk.isEmpty() && chars > SessionPolicy.RELAY_MAX_CHARS) {
                break;
            }
            chunk.add(withheld(state, owner, line) ? line.withheld() : line.utterance(owner.epoch()));
        }
        return chunk;
    }

    /** Sends a desk the patron's first line again, which is withheld from nobody: it has it, or refuses it. */
    void ask(Draft<Session, SessionRecord> draft, FormerOwner former) {
        Session state = draft.state();
        List<Utterance> first = state.transcript().from(1, 1).stream()
                .map(line -> line.utterance(former.epoch()))
                .toList();
        draft.effect(new Effect.Send(state.home(), former.operator(), new Relay(state.id(), former.epoch(), first)));
    }
}
