package org.crossdesk.domain.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.crossdesk.domain.Asker;
import org.crossdesk.domain.Decision.Draft;
import org.crossdesk.domain.Effect;
import org.crossdesk.domain.Moment;
import org.crossdesk.domain.Phrase;
import org.crossdesk.domain.Phrases;
import org.crossdesk.domain.RecentNumbers;
import org.crossdesk.domain.Refusal;
import org.crossdesk.domain.Refusal.Condition;
import org.crossdesk.domain.Said;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.Payload;
import org.crossdesk.protocol.ask.Closed;
import org.crossdesk.protocol.ask.ConversationToken;
import org.crossdesk.protocol.ask.LineNumber;
import org.crossdesk.protocol.ask.Resumable;
import org.crossdesk.protocol.ask.Resumed;
import org.crossdesk.protocol.session.Extras;
import org.crossdesk.protocol.session.Speaker;
import org.jspecify.annotations.Nullable;

/** The clients of a session's patron: who of them is there, what they are told, and how one comes back. */
final class PatronsClients {
    /** Whether a token is unknown, old or of elsewhere, it is the same to who shows it. */
    static final Refusal NO_CONVERSATION = new Refusal(
            Condition.ITEM_NOT_FOUND,
            "there is no conversation to go on with: it is over, or the token is another's; write, and a new one begins");

    private final SessionPolicy policy;
    private final Phrases phrases;

    PatronsClients(SessionPolicy policy, Phrases phrases) {
        this.policy = policy;
        this.phrases = phrases;
    }

    /** A client that wants to be able to come back has a token, its own or one of ours, the same however often it asks. */
    static void givesToken(Draft<Session, SessionRecord> draft, SessionEvent.PatronSaid said, Moment moment) {
        if (said.resumable() != null && draft.state().at().token() == null) {
            ConversationToken own = said.token();
            ConversationToken token = own == null ? new ConversationToken(moment.token()) : own;
            draft.record(
                    new SessionRecord.PatronMoved(token, List.of(said.patron().bare())));
        }
    }

    /** This client is there. */
    void heard(Draft<Session, SessionRecord> draft, Address client) {
        Whereabouts at = draft.state().at();
        ConversationToken token = at.token();
        if (token != null && !Whereabouts.holds(at.addresses(), client)) {
            draft.record(new SessionRecord.PatronMoved(
                    token, at.joinedBy(client, draft.state().patron())));
            List<Address> stay = draft.state().at().addresses();
            at.there().stream().filter(one -> !Whereabouts.holds(stay, one)).forEach(one -> letGo(draft, one));
        }
        if (!draft.state().at().there().contains(client)) {
            draft.record(new SessionRecord.PatronThere(draft.state().at().heardOf(client)));
        }
    }

    private void letGo(Draft<Session, SessionRecord> draft, Address client) {
        Session state = draft.state();
        String text = phrases.say(Phrase.PATRON_GOES_ON_ELSEWHERE, state.language());
        draft.effect(new Effect.Tell(state.service(), client, text, null, List.of(new Closed())));
    }

    /** No client of this one's account is there any more. */
    static void gone(Draft<Session, SessionRecord> draft, Address client) {
        List<Address> there = draft.state().at().there();
        if (Whereabouts.holds(there, client)) {
            draft.record(new SessionRecord.PatronThere(Whereabouts.without(there, client)));
        }
    }

    /** Tells every client of the patron a line. */
    static void tell(Draft<Session, SessionRecord> draft, Line line, List<Payload> payloads) {
        Session state = draft.state();
        state.audience().forEach(client -> draft.effect(told(state, line, client, null, payloads)));
    }

    /** Tells the other clients what the patron has said at this one. */
    static void tellOthers(Draft<Session, SessionRecord> draft, Line line, Address but) {
        Session state = draft.state();
        if (state.at().token() != null) {
            state.audience().stream()
                    .filter(client -> !client.sameBare(but))
                    .forEach(client -> draft.effect(told(state, line, client, null, List.of())));
        }
    }

    /** A line by an id of which its place is known again. */
    private static Effect.Tell told(
            Session state, Line line, Address to, @Nullable Instant since, List<Payload> payloads) {
        Extras extras = line.extras();
        Long corrects = extras == null ? null : extras.corrects();
        Said said = new Said(
                Signing.messageId(state.id(), line.seq()),
                corrects == null ? null : Signing.messageId(state.id(), corrects),
                extras == null ? null : extras.link(),
                false,
                line.speaker() == Speaker.OPERATOR ? null : true);
        List<Payload> all = new ArrayList<>(payloads);
        if (state.at().token() != null) {
            all.add(number(state, line.seq(), line.speaker()));
        }
        return new Effect.Tell(state.service(), to, line.body(), since, all, said);
    }

    private static LineNumber number(Session state, long seq, Speaker by) {
        long before = seq - 1;
        while (before > 0 && state.transcript().at(before).speaker() == Speaker.ASIDE) {
            before--;
        }
        return new LineNumber(seq, before, by);
    }

    /** What goes with the receipt for the patron's words. */
    static List<Payload> withReceipt(Session state, SessionEvent.PatronSaid said) {
        ConversationToken token = state.at().token();
        Long seq = RecentNumbers.numberOf(state.recent(), state.recentIds(), said.messageId());
        List<Payload> payloads = new ArrayList<>();
        if (token != null && seq != null) {
            payloads.add(number(state, seq, Speaker.PATRON));
        }
        if (token != null && said.resumable() != null) {
            payloads.add(new Resumable(token));
        }
        return payloads;
    }

    /** A client goes on with the conversation, if it may: then it is there. */
    void resumed(Draft<Session, SessionRecord> draft, SessionEvent.PatronResumed resumed, Moment moment) {
        Asker asker = resumed.asker();
        Session state = draft.state();
        boolean ours = state.admits(asker.from(), asker.to().bare());
        Ending ending = state.ending();
        boolean over = ending != null && ending.at().plus(policy.grace()).isBefore(moment.now());
        if (!ours || over) {
            draft.effect(new Effect.Refuse(asker, NO_CONVERSATION));
            return;
        }
        if (ending == null) {
            heard(draft, asker.from());
        }
        List<Line> lines = state.transcript().lines().stream()
                .filter(line -> line.speaker() != Speaker.ASIDE)
                .toList();
        long last = lines.get(lines.size() - 1).seq();
        draft.effect(new Effect.Answer(asker, new Resumed(last, ending != null)));
        Session now = draft.state();
        lines.stream()
                .filter(line -> line.seq() > resumed.after())
                .map(line -> told(
                        now,
                        line,
                        asker.from(),
                        line.at(),
                        ending != null && line.seq() == last ? List.of(new Closed()) : List.of()))
                .forEach(draft::effect);
    }
}
