package org.crossdesk.edge.xmpp;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How much each other desk may send, or how often each patron may come back: a bucket of tokens for each domain, or
 * address, which fills by the second and holds {@link #BURST_SECONDS} of them. What is over it is not even queued, so that a talkative desk slows nobody else.
 */
final class InboundRate {
    /** So many seconds' worth may come at once: what waited while a link was cut comes in a burst. */
    static final int BURST_SECONDS = 2;

    /** Domains that are remembered; one that is forgotten begins with a full bucket. */
    static final int DOMAINS_MAX = 1_000;

    /** What is said of a domain is said once in so long. */
    private static final Duration QUIET = Duration.ofSeconds(60);

    /** What becomes of a stanza. */
    enum Verdict {
        PASSES,
        /** It is over the rate, the first for a while: worth a line in the log. */
        OVER_FIRST,
        OVER
    }

    private static final class Bucket {
        private double tokens;
        private Instant filled;
        private Instant saidUntil = Instant.MIN;

        Bucket(double tokens, Instant now) {
            this.tokens = tokens;
            this.filled = now;
        }
    }

    private final int perSecond;
    private final InstantSource clock;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > DOMAINS_MAX;
        }
    };

    InboundRate(int perSecond, InstantSource clock) {
        this.perSecond = perSecond;
        this.clock = clock;
    }

    /** A stanza came from this domain. */
    synchronized Verdict of(String domain) {
        Instant now = clock.instant();
        double most = (double) perSecond * BURST_SECONDS;
        Bucket bucket = buckets.computeIfAbsent(domain, any -> new Bucket(most, now));
        double fresh = Math.max(0, Duration.between(bucket.filled, now).toNanos() / 1e9) * perSecond;
        bucket.tokens = Math.min(most, bucket.tokens + fresh);
        bucket.filled = now;
        if (bucket.tokens >= 1) {
            bucket.tokens -= 1;
            return Verdict.PASSES;
        }
        boolean first = !now.isBefore(bucket.saidUntil);
        bucket.saidUntil = now.plus(QUIET);
        return first ? Verdict.OVER_FIRST : Verdict.OVER;
    }
}
