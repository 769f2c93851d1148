package org.crossdesk.domain.competence.scheme;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was odd in a scheme's file: how often each thing, and where the first times. */
public final class Oddities {
    /** So many places are remembered of each kind. */
    private static final int PLACES_MAX = 5;

    /** So many kinds are told apart. */
    private static final int KINDS_MAX = 200;

    private static final String OTHERS = "other oddities";

    private record Seen(int times, List<String> places) {}

    private final Map<String, Seen> byKind = new LinkedHashMap<>();

    void add(String what, String where) {
        String kind = byKind.containsKey(what) || byKind.size() < KINDS_MAX ? what : OTHERS;
        Seen before = byKind.getOrDefault(kind, new Seen(0, List.of()));
        List<String> places = before.places();
        if (places.size() < PLACES_MAX) {
            places = new ArrayList<>(places);
            places.add(where);
        }
        byKind.put(kind, new Seen(before.times() + 1, places));
    }

    /** How many there were. */
    public int count() {
        return byKind.values().stream().mapToInt(Seen::times).sum();
    }

    /** A line for each kind. */
    public List<String> lines() {
        return byKind.entrySet().stream()
                .map(entry -> entry.getValue().times() + " × " + entry.getKey() + ": "
                        + String.join(", ", entry.getValue().places())
                        + (entry.getValue().times() > PLACES_MAX ? ", …" : ""))
                .toList();
    }
}
