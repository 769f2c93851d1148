package org.crossdesk.runtime;

import java.util.List;
import java.util.function.Consumer;
import org.crossdesk.domain.Asker;
import org.crossdesk.domain.Effect;
import org.crossdesk.domain.Phrase;
import org.crossdesk.domain.Phrases;
import org.crossdesk.domain.Refusal;
import org.crossdesk.domain.Refusal.Condition;
import org.crossdesk.domain.session.EarlierSession;
import org.crossdesk.domain.session.Session;
import org.crossdesk.domain.session.SessionEvent;
import org.crossdesk.domain.session.SessionMachine;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.ask.ConversationToken;
import org.crossdesk.protocol.ask.Finish;
import org.crossdesk.protocol.ask.Resume;
import org.crossdesk.protocol.session.SessionId;
import org.jspecify.annotations.Nullable;

/** The door for what patrons do: which session it is for, or that it begins one. */
final class Patrons {
    private final Loop loop;
    private final Sessions sessions;
    private final SessionMachine machine;
    private final DeskLimits limits;
    private final Phrases phrases;
    private final Consumer<Effect> outside;

    /** {@code outside} carries out what no turn does. */
    Patrons(
            Loop loop,
            Sessions sessions,
            SessionMachine machine,
            DeskLimits limits,
            Phrases phrases,
            Consumer<Effect> outside) {
        this.loop = loop;
        this.sessions = sessions;
        this.machine = machine;
        this.limits = limits;
        this.phrases = phrases;
        this.outside = outside;
    }

    /** A patron wrote to a service. */
    void said(SessionEvent.PatronSaid said) {
        String source = said.patron().bare().toString();
        Runnable notKept = () ->
                sorry(said, Condition.INTERNAL_SERVER_ERROR, Phrase.NOT_KEPT).forEach(outside);
        if (!loop.submit(source, turn -> said(said, turn), notKept)) {
            sorry(said, Condition.RESOURCE_CONSTRAINT, Phrase.TOO_BUSY).forEach(outside);
        }
    }

    private void said(SessionEvent.PatronSaid said, Turn turn) {
        String here = sessions.of(said.patron(), said.service().address());
        ConversationToken token = said.token();
        String shown = token == null ? null : sessions.by(token);
        String open = here == null ? shown : here;
        Session closed = token == null || open != null ? null : sessions.closedBy(token);
        if (shown != null && (!shown.equals(open) || !admits(sessions.get(shown), said))) {
            turn.refuse(said.asker(), Condition.CONFLICT, "this token is another conversation's: take a new one");
        } else if (open != null) {
            sessions.happen(open, said, turn);
        } else if (closed != null && admits(closed, said) && closed.recentIds().contains(said.messageId())) {
            turn.confirm(said);
        } else if (closed != null) {
            turn.refuse(
                    said.asker(), Condition.CONFLICT, "this conversation is closed: begin another with a new token");
        } else if (sessions.closedWith(said.patron(), said.service().address(), said.messageId())) {
            turn.confirm(said);
        } else if (SessionMachine.ends(said.body())) {
            turn.confirm(said);
            turn.cause(new Effect.Tell(
                    said.service().address(),
                    said.patron(),
                    phrases.say(Phrase.PATRON_NOTHING_TO_CLOSE, said.language()),
                    null,
                    List.of()));
        } else if (said.service().plan().closed()) {
            sorry(said, Condition.ITEM_NOT_FOUND, Phrase.SERVICE_CLOSED).forEach(turn::cause);
        } else if (sessions.underWay() >= limits.sessionsOpenMax()) {
            sorry(said, Condition.RESOURCE_CONSTRAINT, Phrase.TOO_BUSY).forEach(turn::cause);
        } else {
            sessions.makeRoomForFollowUp(limits.followUpsMax(), turn);
            SessionId id = new SessionId(turn.moment().token());
            EarlierSession earlier =
                    sessions.before(said.patron(), said.service().address());
            sessions.begin(id.value(), machine.open(id, said, earlier, turn.moment()), turn);
        }
    }

    private static boolean admits(@Nullable Session session, SessionEvent.PatronSaid said) {
        return session != null && session.admits(said.patron(), said.service().address());
    }

    private List<Effect> sorry(SessionEvent.PatronSaid said, Condition condition, Phrase phrase) {
        String text = phrases.say(phrase, said.language());
        return List.of(
                new Effect.Refuse(said.asker(), new Refusal(condition, text)),
                new Effect.Tell(said.service().address(), said.patron(), text, null, List.of()));
    }

    /** A patron's client shows a token. */
    void resumed(Asker asker, Resume resume, Turn turn) {
        String wanted = sessions.by(resume.token());
        String open = sessions.of(asker.from(), asker.to().bare());
        SessionEvent event = new SessionEvent.PatronResumed(asker, resume.after());
        Session closed = wanted == null ? sessions.closedBy(resume.token()) : null;
        if (wanted != null && open != null && !open.equals(wanted)) {
            turn.refuse(
                    asker,
                    Condition.CONFLICT,
                    "you have another conversation with this service from here: go on with that one, or connect anew");
        } else if (wanted != null) {
            sessions.happen(wanted, event, turn);
        } else if (closed != null) {
            // It is told what it lacks; nothing changes any more.
            machine.decide(closed, event, turn.moment()).effects().forEach(turn::cause);
        } else {
            turn.cause(new Effect.Refuse(asker, SessionMachine.NO_CONVERSATION));
        }
    }

    /** A patron's client ends a conversation, this token's or its address's. */
    void finished(Asker asker, Finish finish, Turn turn) {
        Address service = asker.to().bare();
        ConversationToken token = finish.token();
        String wanted = token == null ? sessions.of(asker.from(), service) : sessions.by(token);
        Session open = wanted == null ? null : sessions.get(wanted);
        if (wanted != null && open != null && open.admits(asker.from(), service)) {
            sessions.happen(wanted, new SessionEvent.PatronFinished(asker), turn);
        } else if (token != null && sessions.closedBy(token) != null) {
            turn.cause(new Effect.Answer(asker, null));
        } else {
            turn.cause(new Effect.Refuse(asker, SessionMachine.NO_CONVERSATION));
        }
    }
}
