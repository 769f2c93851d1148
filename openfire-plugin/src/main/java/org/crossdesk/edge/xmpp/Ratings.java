package org.crossdesk.edge.xmpp;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.crossdesk.domain.Asker;
import org.crossdesk.domain.Effect;
import org.crossdesk.domain.LibraryDomain;
import org.crossdesk.domain.Refusal;
import org.crossdesk.domain.Refusal.Condition;
import org.crossdesk.domain.session.EarlierSession;
import org.crossdesk.domain.session.Session;
import org.crossdesk.domain.session.SessionMachine;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.ask.Rating;
import org.crossdesk.runtime.JournalException;
import org.crossdesk.runtime.RatingShelf;
import org.crossdesk.runtime.RatingShelf.Rated;
import org.crossdesk.runtime.Talks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes what patrons say of conversations that are over. Ask Services, section "How It Was". */
public final class Ratings {
    /** So many are shown at a time. */
    public static final int SHOWN_MAX = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(Ratings.class);

    private final boolean asked;
    private final RatingShelf shelf;
    private final Talks talks;
    private final Executor storing;
    private final StanzaOutlet outlet;
    private final InstantSource clock;
    private final InboundRate rate;

    /** {@code storing} may wait for the database. */
    Ratings(boolean asked, RatingShelf shelf, Talks talks, Executor storing, StanzaOutlet outlet, InstantSource clock) {
        this.asked = asked;
        this.shelf = shelf;
        this.talks = talks;
        this.storing = storing;
        this.outlet = outlet;
        this.clock = clock;
        this.rate = new InboundRate(PatronDoor.RETURNS_PER_SECOND, clock);
    }

    /** A patron says how it was. */
    void rated(Asker asker, Rating rating) {
        if (!asked) {
            outlet.refuse(new Effect.Refuse(
                    asker, new Refusal(Condition.NOT_ALLOWED, "this library does not ask how it was")));
            return;
        }
        if (rate.of(asker.from().bare().toString()) != InboundRate.Verdict.PASSES) {
            outlet.refuse(new Effect.Refuse(
                    asker, new Refusal(Condition.RESOURCE_CONSTRAINT, "you say it more often than is allowed")));
            return;
        }
        talks.closed(rating.token())
                .thenAcceptAsync(
                        closed -> {
                            Session session = closed.filter(one ->
                                            one.admits(asker.from(), asker.to().bare()))
                                    .orElse(null);
                            if (session == null) {
                                outlet.refuse(new Effect.Refuse(asker, SessionMachine.NO_CONVERSATION));
                            } else {
                                keep(asker, rating, session);
                            }
                        },
                        storing)
                .exceptionally(busy -> {
                    outlet.refuse(new Effect.Refuse(
                            asker, new Refusal(Condition.RESOURCE_CONSTRAINT, "the desk is too busy; try again")));
                    return null;
                });
    }

    private void keep(Asker asker, Rating rating, Session session) {
        Address operator = EarlierSession.of(session).operator();
        try {
            shelf.keep(new Rated(
                    session.id(),
                    session.service(),
                    operator == null ? "" : LibraryDomain.of(operator),
                    clock.instant(),
                    rating.stars(),
                    rating.words().strip()));
            outlet.answer(new Effect.Answer(asker, null));
        } catch (JournalException e) {
            LOG.error("rating.not.kept", e);
            outlet.refuse(new Effect.Refuse(
                    asker, new Refusal(Condition.INTERNAL_SERVER_ERROR, "the desk could not keep this")));
        }
    }

    /** What was said of a service's sessions from then until then, the latest first; the last {@link #SHOWN_MAX} at most. */
    public CompletableFuture<List<Rated>> of(Address service, Instant from, Instant until) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return shelf.read(service, from, until, SHOWN_MAX);
                    } catch (JournalException e) {
                        throw new CompletionException(e);
                    }
                },
                storing);
    }

    /** Deletes words as old as the text of sessions, and all that is as old as statistics. */
    void forget(Duration retention, Duration statistics) {
        Instant now = clock.instant();
        storing.execute(() -> {
            try {
                shelf.forget(now.minus(retention), now.minus(statistics));
            } catch (JournalException e) {
                LOG.error("ratings.forget.failed", e);
            }
        });
    }
}
