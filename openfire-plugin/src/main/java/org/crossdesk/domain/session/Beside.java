package org.crossdesk.domain.session;

import java.util.List;
import org.crossdesk.domain.Asker;
import org.crossdesk.domain.Decision.Draft;
import org.crossdesk.domain.Effect;
import org.crossdesk.domain.LibraryDomain;
import org.crossdesk.domain.Moment;
import org.crossdesk.domain.Phrase;
import org.crossdesk.domain.Phrases;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.ask.Withdraw;
import org.crossdesk.protocol.session.Role;
import org.crossdesk.protocol.transfer.Joined;
import org.jspecify.annotations.Nullable;

/** How somebody comes beside a session's owner, and goes. Session Transfer, section "Beside the Owner". */
final class Beside {
    private final Phrases phrases;
    private final Calling calling;
    private final Relaying relaying;
    private final Ownership ownership;

    Beside(Phrases phrases, Calling calling, Relaying relaying, Ownership ownership) {
        this.phrases = phrases;
        this.calling = calling;
        this.relaying = relaying;
        this.ownership = ownership;
    }

    /** Whoever was rung takes their place; of a consultant the patron hears nothing. */
    void joined(Draft<Session, SessionRecord> draft, Asker asker, OpenCall call, Role role, Moment moment) {
        Session state = draft.state();
        int since = state.transcript().size();
        draft.record(new SessionRecord.Joined(asker.from(), call.question(), state.epoch() + 1, role));
        draft.effect(
                new Effect.Answer(asker, new Joined(state.id(), draft.state().epoch(), since, role)));
        calling.withdraw(draft, call, Withdraw.Reason.TAKEN);
        String library = LibraryDomain.of(asker.from());
        if (role == Role.COLLEAGUE) {
            String text = phrases.say(Phrase.PATRON_COLLEAGUE_JOINED, state.language(), library);
            relaying.tellPatron(draft, text, List.of(), moment);
        } else {
            relaying.aside(draft, phrases.say(Phrase.ASIDE_CONSULTANT_JOINED, null, library), moment);
        }
        Signing.presenceTo(draft, asker.from());
    }

    /** They go, by themselves or sent away. */
    void leaves(Draft<Session, SessionRecord> draft, Asker asker, Owner one, Moment moment) {
        draft.effect(new Effect.Answer(asker, null));
        drop(draft, one, moment);
    }

    /** The owner sends one of them away, or everybody. */
    void dropped(Draft<Session, SessionRecord> draft, Asker asker, @Nullable Address operator, Moment moment) {
        draft.effect(new Effect.Answer(asker, null));
        for (Owner one : draft.state().beside()) {
            if (operator == null || one.operator().equals(operator)) {
                drop(draft, one, moment);
            }
        }
    }

    private void drop(Draft<Session, SessionRecord> draft, Owner one, Moment moment) {
        draft.record(new SessionRecord.Dropped(one.epoch()));
        ownership.tellFormerOwners(draft);
        relaying.aside(draft, phrases.say(Phrase.ASIDE_LEFT, null, LibraryDomain.of(one.operator())), moment);
    }
}
