package org.crossdesk.domain.competence.scheme;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.crossdesk.protocol.competence.Label;
import org.jspecify.annotations.Nullable;

/**
 * One scheme of concepts. Immutable, and small enough for some hundred thousand concepts: labels are packed into one
 * string a concept, and found by a sorted array of hashes.
 */
public final class Scheme {
    private static final String LABEL_END = "\n";
    private static final String TAG_END = "\t";
    private static final int[] NONE = {};

    private final String uri;
    private final String name;
    private final String[] uris;
    private final @Nullable String[] codes;
    private final String[] labels;
    private final String[] others;
    private final int[][] broader;
    private final int[][] narrower;
    private final Map<String, List<String>> outward;
    private final Map<String, List<String>> exact;
    private final Map<String, List<String>> close;
    private final long[] byUri;
    private final long[] byWords;

    Scheme(
            String uri,
            String name,
            String[] uris,
            @Nullable String[] codes,
            List<List<Label>> labels,
            List<List<Label>> others,
            int[][] broader,
            Map<String, List<String>> outward,
            Map<String, List<String>> exact,
            Map<String, List<String>> close) {
        this.uri = uri;
        this.name = name;
        this.uris = uris;
        this.codes = codes;
        this.labels = labels.stream().map(Scheme::pack).toArray(String[]::new);
        this.others = others.stream().map(Scheme::pack).toArray(String[]::new);
        this.broader = broader;
        this.narrower = inverted(broader);
        this.outward = outward;
        this.exact = exact;
        this.close = close;
        this.byUri = indexed(uris.length, (concept, hashes) -> hashes.add(hash(uris[concept], concept)));
        this.byWords = indexed(uris.length, (concept, hashes) -> {
            String code = codes[concept];
            if (code != null) {
                hashes.add(hash(Folded.of(code), concept));
            }
            labels.get(concept).forEach(label -> hashes.add(hash(Folded.of(label.name()), concept)));
            others.get(concept).forEach(label -> hashes.add(hash(Folded.of(label.name()), concept)));
        });
    }

    private interface Hashing {
        void add(int concept, List<Long> hashes);
    }

    private static long[] indexed(int concepts, Hashing hashing) {
        List<Long> hashes = new ArrayList<>();
        for (int i = 0; i < concepts; i++) {
            hashing.add(i, hashes);
        }
        return hashes.stream().mapToLong(Long::longValue).sorted().distinct().toArray();
    }

    /** The hash above, and the concept below: sorted, all concepts of one hash stand together. */
    private static long hash(String words, int concept) {
        return (long) words.hashCode() << Integer.SIZE | concept;
    }

    private static String pack(List<Label> labels) {
        StringBuilder packed = new StringBuilder();
        labels.forEach(label ->
                packed.append(label.tag()).append(TAG_END).append(label.name()).append(LABEL_END));
        return packed.toString();
    }

    private static List<Label> unpack(String packed) {
        List<Label> labels = new ArrayList<>();
        packed.lines().forEach(line -> {
            int end = line.indexOf(TAG_END);
            labels.add(new Label(line.substring(0, end), line.substring(end + 1)));
        });
        return labels;
    }

    private static int[][] inverted(int[][] above) {
        int[] counts = new int[above.length];
        for (int[] each : above) {
            for (int one : each) {
                counts[one]++;
            }
        }
        int[][] below = new int[above.length][];
        for (int i = 0; i < below.length; i++) {
            below[i] = counts[i] == 0 ? NONE : new int[counts[i]];
        }
        for (int i = 0; i < above.length; i++) {
            for (int one : above[i]) {
                below[one][--counts[one]] = i;
            }
        }
        return below;
    }

    /** Its name for all time. */
    public String uri() {
        return uri;
    }

    /** What it is called here, and behind what {@code #} a concept of it is typed. */
    public String name() {
        return name;
    }

    /** How many concepts it has. */
    public int size() {
        return uris.length;
    }

    /** Every concept, in no order. */
    public List<Concept> concepts() {
        List<Concept> all = new ArrayList<>();
        for (int i = 0; i < size(); i++) {
            all.add(concept(i));
        }
        return all;
    }

    private Concept concept(int number) {
        return new Concept(uris[number], codes[number], unpack(labels[number]), unpack(others[number]));
    }

    /** The concept of this URI, if it is of this scheme. */
    public @Nullable Concept byUri(String conceptUri) {
        int number = number(conceptUri);
        return number < 0 ? null : concept(number);
    }

    private int number(String conceptUri) {
        int[] found = find(byUri, conceptUri.hashCode(), i -> uris[i].equals(conceptUri));
        return found.length == 0 ? -1 : found[0];
    }

    /** The concepts that are called so in any language, or have this short code. */
    public List<Concept> called(String words) {
        String folded = Folded.of(words);
        return Arrays.stream(find(byWords, folded.hashCode(), i -> isCalled(i, folded)))
                .mapToObj(this::concept)
                .toList();
    }

    private boolean isCalled(int number, String folded) {
        String code = codes[number];
        return (code != null && Folded.of(code).equals(folded))
                || unpack(labels[number]).stream()
                        .anyMatch(label -> Folded.of(label.name()).equals(folded))
                || unpack(others[number]).stream()
                        .anyMatch(label -> Folded.of(label.name()).equals(folded));
    }

    private static int[] find(long[] index, int hash, IntPredicate is) {
        long from = (long) hash << Integer.SIZE;
        int at = Arrays.binarySearch(index, from);
        List<Integer> found = new ArrayList<>();
        for (int i = at < 0 ? -at - 1 : at; i < index.length && (int) (index[i] >> Integer.SIZE) == hash; i++) {
            if (is.test((int) index[i])) {
                found.add((int) index[i]);
            }
        }
        return found.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The URIs of the concepts right above this one, also those of other schemes. */
    public List<String> directlyAbove(String conceptUri) {
        int number = number(conceptUri);
        if (number < 0) {
            return List.of();
        }
        List<String> found = new ArrayList<>(outward.getOrDefault(conceptUri, List.of()));
        Arrays.stream(broader[number]).forEach(i -> found.add(uris[i]));
        return found;
    }

    /** The URIs of all concepts below this one, however far, without itself; a circle ends where it began. */
    public List<String> below(String conceptUri) {
        int start = number(conceptUri);
        if (start < 0) {
            return List.of();
        }
        BitSet seen = new BitSet(size());
        seen.set(start);
        Deque<Integer> open = new ArrayDeque<>(List.of(start));
        List<String> found = new ArrayList<>();
        while (!open.isEmpty()) {
            for (int one : narrower[open.remove()]) {
                if (!seen.get(one)) {
                    seen.set(one);
                    open.add(one);
                    found.add(uris[one]);
                }
            }
        }
        return found;
    }

    /** What this scheme says is the same, in any scheme: both directions. */
    Map<String, List<String>> allExact() {
        return exact;
    }

    /** What this scheme says is nearly the same, in any scheme: both directions. */
    Map<String, List<String>> allClose() {
        return close;
    }

    @Override
    public String toString() {
        return "Scheme[" + name + ", " + size() + " concepts]";
    }
}
