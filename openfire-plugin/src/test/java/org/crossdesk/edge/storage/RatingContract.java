package org.crossdesk.edge.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.crossdesk.domain.Sample;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.session.SessionId;
import org.crossdesk.runtime.RatingShelf.Rated;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a shelf of ratings promises, on whatever database. */
interface RatingContract {
    Address DESK_SERVICE = Address.parse("desk@ask.uppsala.test");

    /** A database with our tables, and nothing in them. */
    TestDatabase database();

    private static Rated rated(int number, long seconds, int stars, String words) {
        return new Rated(
                new SessionId(Sample.token(number)),
                DESK_SERVICE,
                "tehran.test",
                Instant.ofEpochSecond(seconds),
                stars,
                words);
    }

    @Test
    @DisplayName("the last word on a session counts; what is read is of one service and time, the latest first")
    default void ratings() throws Exception {
        JdbcRatings ratings = new JdbcRatings(database()::open);
        ratings.keep(rated(1, 100, 1, "too slow"));
        ratings.keep(rated(1, 110, 4, ""));
        ratings.keep(rated(2, 120, 5, "خیلی خوب 'و' سریع 🙂"));
        ratings.keep(rated(3, 200, 3, ""));
        database().restart();
        assertThat(ratings.read(DESK_SERVICE, Instant.ofEpochSecond(110), Instant.ofEpochSecond(200), 10))
                .containsExactly(rated(2, 120, 5, "خیلی خوب 'و' سریع 🙂"), rated(1, 110, 4, ""));
        assertThat(ratings.read(DESK_SERVICE, Instant.EPOCH, Instant.ofEpochSecond(999), 1))
                .containsExactly(rated(3, 200, 3, ""));
        assertThat(ratings.read(Address.parse("law@ask.uppsala.test"), Instant.EPOCH, Instant.ofEpochSecond(999), 9))
                .isEmpty();
        ratings.forget(Instant.ofEpochSecond(121), Instant.ofEpochSecond(115));
        assertThat(ratings.read(DESK_SERVICE, Instant.EPOCH, Instant.ofEpochSecond(999), 9))
                .containsExactly(rated(3, 200, 3, ""), rated(2, 120, 5, ""));
    }
}
