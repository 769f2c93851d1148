package org.crossdesk.domain.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.crossdesk.domain.Alarm;
import org.crossdesk.domain.Decision.Draft;
import org.crossdesk.domain.Effect;
import org.crossdesk.domain.Moment;
import org.crossdesk.domain.Phrase;
import org.crossdesk.domain.Phrases;

/** What becomes of a session while somebody is gone. Session Transfer, section "When Somebody Is Gone". */
final class Holding {
    private final SessionPolicy policy;
    private final Phrases phrases;
    private final Relaying relaying;
    private final Ownership ownership;

    Holding(SessionPolicy policy, Phrases phrases, Relaying relaying, Ownership ownership) {
        this.policy = policy;
        this.phrases = phrases;
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

    /** The patron's last client has gone, or one is there again. */
    void patronLink(Draft<Session, SessionRecord> draft, boolean there, Moment moment) {
        Session state = draft.state();
        boolean wasThere = state.patronGoneSince() == null;
        if (state.closed() || state.followUp() != null || there == wasThere) {
            return;
        }
        if (there) {
            draft.record(new SessionRecord.PatronReturned());
        } else {
            draft.record(new SessionRecord.PatronGone(moment.now()));
            wakeToClose(draft, moment.now(), moment);
        }
        if (state.owner() != null) {
            Phrase phrase = there ? Phrase.ASIDE_PATRON_BACK : Phrase.ASIDE_PATRON_GONE;
            relaying.aside(draft, phrases.say(phrase, null, policy.grace().toMinutes()), moment);
        }
    }

    private void wakeToClose(Draft<Session, SessionRecord> draft, Instant since, Moment moment) {
        wake(draft, Alarm.Kind.GRACE, "", since.plus(policy.grace()), moment);
    }

    /** The patron has had time to come back. */
    void graceIsOver(Draft<Session, SessionRecord> draft, Moment moment) {
        Instant since = draft.state().patronGoneSince();
        if (since == null || draft.state().closed()) {
            return;
        }
        if (since.plus(policy.grace()).isAfter(moment.now())) {
            wakeToClose(draft, since, moment);
        } else if (draft.state().owner() != null) {
            ownership.patronLeft(draft, moment);
        } else {
            ownership.followingUp().unanswered(draft, moment);
        }
    }

    /** Timers do not outlive the server. */
    void restart(Draft<Session, SessionRecord> draft, Moment moment) {
        Owner owner = draft.state().owner();
        Held held = draft.state().held();
        if (owner != null && held != null) {
            wakeToTakeBack(draft, owner, held.since(), moment);
        }
        Instant gone = draft.state().patronGoneSince();
        if (gone != null && !draft.state().closed()) {
            wakeToClose(draft, gone, moment);
        }
    }
}
