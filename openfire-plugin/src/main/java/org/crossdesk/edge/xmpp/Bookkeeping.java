package org.crossdesk.edge.xmpp;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.crossdesk.domain.statistics.Side;
import org.crossdesk.domain.statistics.Tallied;
import org.crossdesk.protocol.Address;
import org.crossdesk.runtime.Desk;
import org.crossdesk.runtime.JournalException;
import org.crossdesk.runtime.StatisticsShelf;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the half hours that are over from the desk to the shelf, and finds what happened in a time in both. */
public final class Bookkeeping {
    private static final Duration ROUND = Duration.ofMinutes(5);

    /** A half hour is filed no sooner: a clock may be set a little back. */
    private static final Duration OVER_SINCE = Duration.ofMinutes(5);

    private static final Logger LOG = LoggerFactory.getLogger(Bookkeeping.class);

    private final Desk desk;
    private final StatisticsShelf shelf;
    private final ScheduledExecutorService duty;
    private final InstantSource clock;
    private final Duration kept;

    private record Slot(long halfHour, Side side) {}

    Bookkeeping(Desk desk, StatisticsShelf shelf, ScheduledExecutorService duty, InstantSource clock, Duration kept) {
        this.desk = desk;
        this.shelf = shelf;
        this.duty = duty;
        this.clock = clock;
        this.kept = kept;
    }

    /** How long statistics are kept. */
    public Duration kept() {
        return kept;
    }

    void start() {
        duty.scheduleWithFixedDelay(this::round, ROUND.toMinutes(), ROUND.toMinutes(), TimeUnit.MINUTES);
    }

    private void round() {
        desk.toFile(clock.instant().minus(OVER_SINCE))
                .thenAcceptAsync(this::file, duty)
                .exceptionally(e -> {
                    LOG.info("statistics.later reason={}", e.toString());
                    return null;
                });
    }

    private void file(List<Tallied> over) {
        try {
            if (!over.isEmpty()) {
                shelf.file(over);
                desk.filed(over);
            }
            shelf.forgetBefore(clock.instant().minus(kept));
        } catch (JournalException e) {
            // They stay in the journal, and are tried again.
            LOG.error("statistics.filing.failed waiting={}", over.size(), e);
        }
    }

    /** What happened at a service in a time, in order. */
    public CompletableFuture<List<Tallied>> of(Address service, Side side, Instant from, Instant until) {
        return desk.unfiled().thenApplyAsync(unfiled -> {
            try {
                // What is in both has been filed meanwhile, and is the same.
                Map<Slot, Tallied> all = new LinkedHashMap<>();
                List<Tallied> both = new ArrayList<>(shelf.read(from, until));
                both.addAll(unfiled);
                both.stream()
                        .filter(one -> one.service().equals(service) && one.side() == side)
                        .filter(one -> !one.from().isBefore(from) && one.from().isBefore(until))
                        .forEach(one -> all.put(new Slot(one.halfHour(), one.side()), one));
                return List.copyOf(all.values());
            } catch (JournalException e) {
                throw new CompletionException(e);
            }
        });
    }
}
