package org.crossdesk.domain.ledger;

import java.util.Map;
import java.util.TreeMap;

/** A fold over ledger entries: how often each thing happened. Immutable. */
public record Counts(Map<String, Long> byName) {
    /** Nothing has happened. */
    public static final Counts NONE = new Counts(Map.of());

    public Counts {
        byName = Map.copyOf(byName);
    }

    /** With one more entry: counted by kind, by kind and library, and by the resolution and READ value it has. */
    public Counts plus(LedgerEntry entry) {
        Map<String, Long> sums = new TreeMap<>(byName);
        String kind = name(entry.kind().name());
        sums.merge(kind, 1L, Long::sum);
        sums.merge(kind + " " + entry.library(), 1L, Long::sum);
        if (entry.detail() != null) {
            sums.merge(kind + " " + name(entry.detail()), 1L, Long::sum);
        }
        if (entry.read() != null) {
            sums.merge(kind + " READ " + entry.read(), 1L, Long::sum);
        }
        return new Counts(sums);
    }

    /** How often: {@code answered-for}, {@code answered-for uppsala.test}, {@code closed answered}, {@code closed READ 4}. */
    public long of(String name) {
        return byName.getOrDefault(name, 0L);
    }

    private static String name(String constant) {
        return constant.toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
