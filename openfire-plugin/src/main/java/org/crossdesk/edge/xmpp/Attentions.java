package org.crossdesk.edge.xmpp;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.crossdesk.domain.Effect;
import org.crossdesk.domain.Phrase;
import org.crossdesk.domain.Phrases;
import org.crossdesk.domain.duty.Attention;
import org.crossdesk.protocol.Address;

/**
 * Which of our operators are not to be rung though they are on duty: they take a pause, or have let offers go by. Not kept
 * over a restart. Safe for several threads.
 */
final class Attentions {
    private final Map<String, Attention> byHandle = new ConcurrentHashMap<>();
    private final Consumer<String> changed;
    private final Consumer<Effect.Tell> teller;
    private final Phrases phrases;
    private final String language;

    /** {@code changed} hears the handle of whoever is to be rung no more, or again. */
    Attentions(Consumer<String> changed, Consumer<Effect.Tell> teller, Phrases phrases, String language) {
        this.changed = changed;
        this.teller = teller;
        this.phrases = phrases;
        this.language = language;
    }

    /** Whether they are not to be rung. */
    boolean away(String handle) {
        return of(handle).away();
    }

    /** Whether they take a pause. */
    boolean paused(String handle) {
        return of(handle).paused();
    }

    private Attention of(String handle) {
        return byHandle.getOrDefault(handle, Attention.THERE);
    }

    /** An offer has gone by; whoever lets too many go by is asked whether they are there. */
    void missed(Effect.Missed missed) {
        Attention before = of(missed.handle());
        Attention after = change(missed.handle(), Attention::missing);
        if (after.doubtful() && !before.doubtful()) {
            tell(missed.contact(), missed.account(), Phrase.OPERATOR_ARE_YOU_THERE);
        }
    }

    /** They have written something, at this contact. */
    void shown(String handle, Address contact, Address client) {
        boolean doubted = of(handle).doubtful();
        change(handle, Attention::shown);
        if (doubted) {
            tell(contact, client, Phrase.OPERATOR_THERE_AGAIN);
        }
    }

    /** They take a pause, or end it. */
    void pause(String handle, boolean pause) {
        change(handle, attention -> attention.pausing(pause));
    }

    private Attention change(String handle, UnaryOperator<Attention> how) {
        boolean before = away(handle);
        Attention after = byHandle.compute(handle, (any, known) -> how.apply(known == null ? Attention.THERE : known));
        if (after.equals(Attention.THERE)) {
            byHandle.remove(handle, after);
        }
        if (after.away() != before) {
            changed.accept(handle);
        }
        return after;
    }

    private void tell(Address from, Address to, Phrase phrase) {
        teller.accept(new Effect.Tell(from, to, phrases.say(phrase, language), null, List.of(phrase.note())));
    }
}
