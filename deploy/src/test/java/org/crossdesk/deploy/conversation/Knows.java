package org.crossdesk.deploy.conversation;

import java.util.List;
import java.util.Map;

/**
 * What an operator knows, and how many sessions they take.
 *
 * @param languages such as {@code fa native}
 * @param subjects such as {@code law:3}
 * @param capacity sessions at a time
 */
record Knows(List<String> languages, List<String> subjects, int capacity) {
    private static final int CAPACITY = 2;

    static Knows nothingSpecial() {
        return new Knows(List.of(), List.of(), CAPACITY);
    }

    static Knows languages(String... languages) {
        return new Knows(List.of(languages), List.of(), CAPACITY);
    }

    static Knows subjects(String... subjects) {
        return new Knows(List.of(), List.of(subjects), CAPACITY);
    }

    Knows atATime(int sessions) {
        return new Knows(languages, subjects, sessions);
    }

    /** What the coordinator fills in. */
    Map<String, List<String>> answers(String account) {
        return Map.of(
                "account",
                List.of(account),
                "languages",
                languages,
                "subjects",
                subjects,
                "capacity",
                List.of(Integer.toString(capacity)));
    }
}
