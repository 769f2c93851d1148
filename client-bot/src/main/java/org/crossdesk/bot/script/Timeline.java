package org.crossdesk.bot.script;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Who said and saw what, and when, counted from the first entry. Any thread may add. */
public final class Timeline {
    /** Most entries kept; later ones are only counted. */
    public static final int ENTRIES_MAX = 10_000;

    private static final int WORDS_MAX_CHARS = 100;

    private final List<Happening> happenings = new ArrayList<>();
    private final InstantSource clock;
    private long left;

    /** A timeline of the real time. */
    public Timeline() {
        this(InstantSource.system());
    }

    Timeline(InstantSource clock) {
        this.clock = clock;
    }

    private record Happening(Instant at, String who, String what) {}

    /**
     * One thing that happened.
     *
     * @param since the time since the first
     * @param who the actor's name
     * @param what what they wrote, saw or did
     */
    public record Entry(Duration since, String who, String what) {
        @Override
        public String toString() {
            return String.format("%7d ms  %-12s %s", since.toMillis(), who, what);
        }
    }

    /** Adds what {@code who} wrote or did, now. */
    public void add(String who, String what) {
        add(clock.instant(), who, what);
    }

    /** Adds what {@code who} saw, or did, then; it may be told of later than what it led to. */
    public synchronized void add(Instant at, String who, String what) {
        if (happenings.size() == ENTRIES_MAX) {
            left++;
            return;
        }
        happenings.add(new Happening(at, who, what));
    }

    /** Everything so far, in the order of time. */
    public synchronized List<Entry> entries() {
        List<Happening> inOrder =
                happenings.stream().sorted(Comparator.comparing(Happening::at)).toList();
        return inOrder.stream()
                .map(one -> new Entry(Duration.between(inOrder.get(0).at(), one.at()), one.who(), one.what()))
                .toList();
    }

    /** One line an entry. */
    @Override
    public synchronized String toString() {
        String lines = entries().stream().map(Entry::toString).collect(Collectors.joining("\n"));
        return left == 0 ? lines : lines + "\nand " + left + " more";
    }

    /** Long or many-lined words, so that they stand in one line. */
    static String oneLine(String words) {
        String line = words.strip().replaceAll("\\s*\\R\\s*", " ⏎ ");
        return line.length() <= WORDS_MAX_CHARS ? line : line.substring(0, WORDS_MAX_CHARS - 1) + "…";
    }
}
