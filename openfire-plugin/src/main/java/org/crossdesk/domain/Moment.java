package org.crossdesk.domain;

import java.time.Instant;
import java.util.function.Supplier;

/**
 * What a decision may not find out by itself, since the domain knows neither clock nor random.
 *
 * @param now the time of the decision
 * @param tokens fresh unguessable names; most decisions need none
 */
public record Moment(Instant now, Supplier<String> tokens) {
    /** A moment with this name for whoever asks. */
    public Moment(Instant now, String token) {
        this(now, () -> token);
    }

    /** A fresh unguessable name, to be used at most once. */
    public String token() {
        return tokens.get();
    }
}
