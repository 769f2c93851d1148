package org.crossdesk.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RecentTest {
    @Test
    void theOldestGoes() {
        List<String> all = List.of();
        for (String word : List.of("a", "b", "c", "d")) {
            all = Recent.plus(all, word, 3);
        }
        assertThat(all).containsExactly("b", "c", "d");
        assertThat(Recent.plus(List.of("a", "b"), "c", 1)).containsExactly("c");
    }

    @Test
    void wordsOfTheSameHashAreToldApart() {
        // "Aa" and "BB" have one hash.
        assertThat(Recent.has(List.of("Aa", "b"), "BB")).isFalse();
        assertThat(Recent.has(List.of("Aa", "b"), "Aa")).isTrue();
    }
}
