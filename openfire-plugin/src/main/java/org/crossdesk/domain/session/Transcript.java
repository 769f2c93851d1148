package org.crossdesk.domain.session;

import java.util.ArrayList;
import java.util.List;

/**
 * The lines of a session in order. Immutable to whoever holds one; appending shares what is there, so that a long
 * session costs no more for each line than a short one.
 */
public final class Transcript {
    /** No line yet. */
    public static final Transcript EMPTY = new Transcript(new ArrayList<>(), 0, 0);

    private final ArrayList<Line> shared;
    private final int size;
    private final long bytes;

    private Transcript(ArrayList<Line> shared, int size, long bytes) {
        this.shared = shared;
        this.size = size;
        this.bytes = bytes;
    }

    /** These lines and one more. */
    public Transcript plus(Line line) {
        if (line.seq() != size + 1L) {
            throw new IllegalArgumentException("line " + line.seq() + " can't follow line " + size);
        }
        if (size > 0 && shared.size() > size && shared.get(size).equals(line)) {
            // A decision was drafted with this line, and is now carried out.
            return new Transcript(shared, size + 1, bytes + line.bytes());
        }
        ArrayList<Line> target = shared;
        if (size == 0 || shared.size() != size) {
            // Another branch went on from here (or this is the common beginning): it keeps its own lines.
            target = new ArrayList<>(shared.subList(0, size));
        }
        target.add(line);
        return new Transcript(target, size + 1, bytes + line.bytes());
    }

    /** How many lines there are; also the {@code seq} of the last one. */
    public int size() {
        return size;
    }

    /** How much room it takes where it is kept, about. */
    public long bytes() {
        return bytes;
    }

    /** The line of this number, which there is. */
    Line at(long seq) {
        return shared.get(Math.toIntExact(seq - 1));
    }

    /** The lines from {@code seq} on, at most {@code most} of them. */
    public List<Line> from(long seq, int most) {
        int first = (int) Math.min(Math.max(seq - 1, 0), size);
        return List.copyOf(shared.subList(first, (int) Math.min(size, (long) first + most)));
    }

    /** Every line. */
    public List<Line> lines() {
        return from(1, size);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Transcript transcript && lines().equals(transcript.lines());
    }

    @Override
    public int hashCode() {
        return lines().hashCode();
    }

    @Override
    public String toString() {
        return "Transcript[" + size + " lines]";
    }
}
