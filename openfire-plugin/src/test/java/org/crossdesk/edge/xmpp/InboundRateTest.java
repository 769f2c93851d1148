package org.crossdesk.edge.xmpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.crossdesk.edge.xmpp.InboundRate.Verdict;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class InboundRateTest {
    private Instant now = Instant.parse("2026-11-23T10:00:00Z");
    private final InboundRate rate = new InboundRate(100, (InstantSource) () -> now);

    @Test
    @DisplayName("ten thousand at once: a burst passes, one line is logged, the rest is dropped")
    void flood() {
        assertThat(send("ask.loud.test", 10_000))
                .isEqualTo(Map.of(Verdict.PASSES, 200, Verdict.OVER_FIRST, 1, Verdict.OVER, 9_799));
    }

    @Test
    @DisplayName("nobody else is slowed")
    void others() {
        send("ask.loud.test", 10_000);
        assertThat(send("ask.quiet.test", 200)).isEqualTo(Map.of(Verdict.PASSES, 200));
    }

    @Test
    @DisplayName("who waits may send again, and a flood that goes on is still one line")
    void refills() {
        send("ask.loud.test", 10_000);
        now = now.plusMillis(500);
        assertThat(send("ask.loud.test", 100)).isEqualTo(Map.of(Verdict.PASSES, 50, Verdict.OVER, 50));
        now = now.plusSeconds(3_600);
        assertThat(send("ask.loud.test", 201)).isEqualTo(Map.of(Verdict.PASSES, 200, Verdict.OVER_FIRST, 1));
    }

    @Test
    @DisplayName("a clock that goes back gives nothing and takes nothing")
    void clockGoesBack() {
        send("ask.loud.test", 100);
        now = now.minusSeconds(10);
        assertThat(send("ask.loud.test", 100)).isEqualTo(Map.of(Verdict.PASSES, 100));
    }

    @Test
    @DisplayName("endless domains are forgotten, the latest last")
    void manyDomains() {
        send("ask.loud.test", 200);
        for (int i = 0; i < InboundRate.DOMAINS_MAX - 1; i++) {
            send("ask.d" + i + ".test", 1);
        }
        assertThat(send("ask.loud.test", 1)).as("still remembered").isEqualTo(Map.of(Verdict.OVER_FIRST, 1));
    }

    private Map<Verdict, Integer> send(String domain, int stanzas) {
        Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
        Collections.nCopies(stanzas, domain).forEach(from -> verdicts.merge(rate.of(from), 1, Integer::sum));
        return verdicts;
    }
}
