package org.crossdesk.domain.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.crossdesk.domain.Alarm;
import org.crossdesk.domain.Decision.Draft;
import org.crossdesk.domain.Effect;
import org.crossdesk.domain.LibraryDomain;
import org.crossdesk.domain.Moment;
import org.crossdesk.domain.Phrase;
import org.crossdesk.domain.Phrases;

/** What becomes of a session while somebody is gone. Session Transfer, section "When Somebody Is Gone". */
final class Holding {
    /** The grace that begins with a restart. */
    private static final String UNHEARD = "unheard";

    private final SessionPolicy policy;
    private final Phrases phrases;
    private final PatronsClients clients;
    private final Relaying relaying;
    private final Ownership ownership;

    Holding(SessionPolicy policy, Phrases phrases, PatronsClients clients, Relaying relaying, Ownership ownership) {
        this.policy = policy;
        this.phrases = phrases;
        this.clients = clients;
        this.relaying = relaying;
        this.ownership = ownership;
    }

    /** The owner's desk says whether a client of theirs is there. */
    void absent(Draft<Session, SessionRecord> draft, boolean away, Moment moment) {
        Held held = draft.state().held();
        if (away) {
            hold(draft, true, moment);
        } else if (held != null) {
            resume(draft, moment);
        }
    }

    /** The owner's desk has acknowledged nothing for as long as a desk may be silent. */
    void silent(Draft<Session, SessionRecord> draft, Moment moment) {
        Owner owner = draft.state().owner();
        if (owner != null && policy.silent(owner.tries())) {
            hold(draft, false, moment);
        }
    }

    /** The owner's desk is heard; where it said that the owner is away, that still holds until it says otherwise. */
    void heard(Draft<Session, SessionRecord> draft, Moment moment) {
        Held held = draft.state().held();
        if (held != null && !held.away()) {
            resume(draft, moment);
        }
    }

    private void hold(Draft<Session, SessionRecord> draft, boolean away, Moment moment) {
        Owner owner = draft.state().owner();
        Held before = draft.state().held();
        if (owner == null || draft.state().followUp() != null || (before != null && (before.away() || !away))) {
            return;
        }
        Instant since = before == null ? moment.now() : before.since();
        draft.record(new SessionRecord.OwnerHeld(new Held(since, away)));
        wakeToTakeBack(draft, owner, since, moment);
        if (before == null) {
            say(draft, Phrase.PATRON_OWNER_HELD, moment);
        }
    }

    private void resume(Draft<Session, SessionRecord> draft, Moment moment) {
        draft.record(new SessionRecord.OwnerResumed());
        say(draft, Phrase.PATRON_OWNER_BACK, moment);
    }

    private void say(Draft<Session, SessionRecord> draft, Phrase phrase, Moment moment) {
        relaying.tellPatron(draft, phrases.say(phrase, draft.state().language()), List.of(), moment);
    }

    private void wakeToTakeBack(Draft<Session, SessionRecord> draft, Owner owner, Instant since, Moment moment) {
        wake(draft, Alarm.Kind.TAKE_BACK, Long.toString(owner.epoch()), since.plus(policy.takeBack()), moment);
    }

    private static void wake(
            Draft<Session, SessionRecord> draft, Alarm.Kind kind, String subject, Instant at, Moment moment) {
        Duration delay = Duration.between(moment.now(), at);
        draft.effect(new Effect.Wake(new Alarm(kind, subject), delay.isNegative() ? Duration.ZERO : delay));
    }

    /** The owner of that epoch has had time to come back. */
    void takeBackIsDue(Draft<Session, SessionRecord> draft, String epoch, Moment moment) {
        Owner owner = draft.state().owner();
        Held held = draft.state().held();
        if (owner == null || held == null || !Long.toString(owner.epoch()).equals(epoch)) {
            return;
        }
        if (held.since().plus(policy.takeBack()).isAfter(moment.now())) {
            wakeToTakeBack(draft, owner, held.since(), moment);
        } else {
            ownership.takeBack(draft, owner, moment);
        }
    }

    /** The last client of one of the patron's accounts has gone, or one has come. */
    void patronLink(Draft<Session, SessionRecord> draft, SessionEvent.PatronLink link, Moment moment) {
        if (draft.state().closed()) {
            return;
        }
        if (link.there()) {
            if (!Whereabouts.holds(draft.state().at().there(), link.client())) {
                clients.heard(draft, link.client());
            }
            patronIsThere(draft, moment);
            return;
        }
        PatronsClients.gone(draft, link.client());
        Session state = draft.state();
        if (state.at().there().isEmpty() && state.patronGoneSince() == null && state.followUp() == null) {
            draft.record(new SessionRecord.PatronGone(moment.now()));
            wakeToClose(draft, moment.now(), moment);
            tellOwner(draft, Phrase.ASIDE_PATRON_GONE, moment);
            Signing.presence(draft, false);
        }
    }

    /** Somebody has heard the patron. */
    void patronIsThere(Draft<Session, SessionRecord> draft, Moment moment) {
        Session state = draft.state();
        if (state.patronGoneSince() != null && state.followUp() == null && !state.closed()) {
            draft.record(new SessionRecord.PatronReturned());
            tellOwner(draft, Phrase.ASIDE_PATRON_BACK, moment);
            Signing.presence(draft, true);
        }
    }

    private void tellOwner(Draft<Session, SessionRecord> draft, Phrase phrase, Moment moment) {
        if (draft.state().owner() != null) {
            relaying.aside(draft, phrases.say(phrase, null, policy.grace().toMinutes()), moment);
        }
    }

    private void wakeToClose(Draft<Session, SessionRecord> draft, Instant since, Moment moment) {
        wake(draft, Alarm.Kind.GRACE, "", since.plus(policy.grace()), moment);
    }

    /** The patron has had time to come back, after they had gone or ({@code UNHEARD}) after the server restarted. */
    void graceIsOver(Draft<Session, SessionRecord> draft, String subject, Moment moment) {
        Session state = draft.state();
        Instant since = state.patronGoneSince();
        boolean unheard = subject.equals(UNHEARD) && since == null && awaited(state);
        if (state.closed() || (since == null && !unheard)) {
            return;
        }
        if (since != null && since.plus(policy.grace()).isAfter(moment.now())) {
            wakeToClose(draft, since, moment);
        } else if (state.owner() != null) {
            ownership.patronLeft(draft, moment);
        } else {
            ownership.followingUp().unanswered(draft, Phrase.PATRON_FOLLOW_UP, moment);
        }
    }

    /** Whether nobody has heard the patron since the server restarted, to which their clients would have come back. */
    private static boolean awaited(Session state) {
        boolean ours = LibraryDomain.of(state.service()).equals(state.patron().domain());
        return ours && state.at().there().isEmpty() && state.followUp() == null;
    }

    /** Timers do not outlive the server. */
    void restart(Draft<Session, SessionRecord> draft, Moment moment) {
        Owner owner = draft.state().owner();
        Held held = draft.state().held();
        if (owner != null && held != null) {
            wakeToTakeBack(draft, owner, held.since(), moment);
        }
        Instant gone = draft.state().patronGoneSince();
        if (draft.state().closed()) {
            return;
        }
        if (gone != null) {
            wakeToClose(draft, gone, moment);
        } else if (awaited(draft.state())) {
            draft.effect(new Effect.Wake(new Alarm(Alarm.Kind.GRACE, UNHEARD), policy.grace()));
        }
    }
}
