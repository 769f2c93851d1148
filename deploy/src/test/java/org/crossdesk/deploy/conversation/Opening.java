package org.crossdesk.deploy.conversation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.crossdesk.protocol.Address;
import org.jspecify.annotations.Nullable;

/**
 * A service to be opened. Without further ado it waits and rings for longer than any script goes on, and has no parent.
 *
 * @param domain the library
 * @param ownSeconds how long its own staff room is asked
 * @param ringSeconds how long one operator rings
 * @param parent what questions roll up to
 */
record Opening(
        String domain,
        int ownSeconds,
        int ringSeconds,
        @Nullable Address parent) {
    private static final int LONG_SECONDS = 60;
    private static final int PARENT_SECONDS = 4;

    static Opening at(String domain) {
        return new Opening(domain, LONG_SECONDS, LONG_SECONDS, null);
    }

    Opening waiting(int seconds) {
        return new Opening(domain, seconds, ringSeconds, parent);
    }

    Opening ringing(int seconds) {
        return new Opening(domain, ownSeconds, seconds, parent);
    }

    Opening rollingUpTo(Address service) {
        return new Opening(domain, ownSeconds, ringSeconds, service);
    }

    /** What the coordinator fills in. */
    Map<String, List<String>> answers(@Nullable String name) {
        Map<String, List<String>> answers = new HashMap<>();
        answers.put("name", List.of(String.valueOf(name)));
        answers.put("titles", List.of("Service " + name));
        answers.put("own-seconds", List.of(Integer.toString(ownSeconds)));
        answers.put("parent-seconds", List.of(Integer.toString(parent == null ? LONG_SECONDS : PARENT_SECONDS)));
        answers.put("ring-seconds", List.of(Integer.toString(ringSeconds)));
        answers.put("parent", List.of(parent == null ? "-" : parent.toString()));
        return answers;
    }
}
