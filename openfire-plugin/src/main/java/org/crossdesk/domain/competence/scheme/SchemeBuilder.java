package org.crossdesk.domain.competence.scheme;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.competence.Label;
import org.jspecify.annotations.Nullable;

/** Makes a scheme of what a file says, in whatever order it says it, and tells what was odd. */
public final class SchemeBuilder {
    /** Concepts of one scheme. */
    public static final int CONCEPTS_MAX = 500_000;

    private static final class Draft {
        private @Nullable String code;
        private final List<Label> labels = new ArrayList<>();
        private final List<Label> others = new ArrayList<>();
        private final Set<String> broader = new LinkedHashSet<>();
    }

    private final String name;
    private @Nullable String uri;
    private final Map<String, Draft> drafts = new LinkedHashMap<>();
    private final Set<String> declared = new LinkedHashSet<>();
    private final Map<String, List<String>> exact = new HashMap<>();
    private final Map<String, List<String>> close = new HashMap<>();
    private final Oddities oddities = new Oddities();

    /** A scheme that is called so here. */
    public SchemeBuilder(String name) {
        this.name = Bounds.line("scheme", name, Bounds.NAME_MAX_CHARS);
    }

    /** What was odd so far. */
    public Oddities oddities() {
        return oddities;
    }

    /** The scheme's URI. */
    public void scheme(String schemeUri) {
        if (uri == null) {
            uri = schemeUri;
        } else if (!uri.equals(schemeUri)) {
            oddities.add("more than one scheme in one file, taken as one", schemeUri);
        }
    }

    /** There is a concept of this URI. */
    public void concept(String conceptUri) {
        if (conceptUri.length() > Bounds.NAME_MAX_CHARS || conceptUri.isBlank()) {
            oddities.add(
                    "a concept whose URI is too long, left out",
                    conceptUri.substring(0, Math.min(80, conceptUri.length())));
        } else if (declared.size() >= CONCEPTS_MAX) {
            oddities.add("more than " + CONCEPTS_MAX + " concepts, left out", conceptUri);
        } else {
            declared.add(conceptUri);
        }
    }

    /** What a concept is called in a language; none: undetermined. */
    public void label(String conceptUri, @Nullable String language, String text, boolean preferred) {
        String words = text.strip().replaceAll("\\s+", " ");
        if (words.isEmpty()) {
            oddities.add("an empty label", conceptUri);
            return;
        }
        try {
            Draft draft = draft(conceptUri);
            (preferred ? draft.labels : draft.others)
                    .add(new Label(language == null || language.isEmpty() ? "und" : language, words));
        } catch (IllegalArgumentException e) {
            oddities.add("a label that can't be used (" + e.getMessage() + ")", conceptUri);
        }
    }

    /** Its short code; the first counts. */
    public void code(String conceptUri, String notation) {
        Draft draft = draft(conceptUri);
        if (draft.code != null && !draft.code.equals(notation)) {
            oddities.add("a second notation, left out", conceptUri);
        } else if (!notation.isBlank() && notation.length() <= Bounds.NAME_MAX_CHARS) {
            draft.code = notation.strip();
        }
    }

    /** One concept is above another. */
    public void broader(String lower, String upper) {
        if (lower.equals(upper)) {
            oddities.add("a concept above itself", lower);
        } else {
            draft(lower).broader.add(upper);
        }
    }

    /** Two concepts, of this scheme or another, are the same. */
    public void exact(String one, String other) {
        both(exact, one, other);
    }

    /** Two concepts, of this scheme or another, are nearly the same. */
    public void close(String one, String other) {
        both(close, one, other);
    }

    private static void both(Map<String, List<String>> pairs, String one, String other) {
        if (!one.equals(other)) {
            pairs.computeIfAbsent(one, any -> new ArrayList<>(1)).add(other);
            pairs.computeIfAbsent(other, any -> new ArrayList<>(1)).add(one);
        }
    }

    private Draft draft(String conceptUri) {
        return drafts.computeIfAbsent(conceptUri, any -> new Draft());
    }

    /** Makes the scheme. */
    public Scheme build() {
        drafts.keySet().stream()
                .filter(one -> !declared.contains(one))
                .forEach(one -> oddities.add("something said of what is no concept, left out", one));
        String[] uris = declared.toArray(String[]::new);
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < uris.length; i++) {
            numbers.put(uris[i], i);
        }
        @Nullable String[] codes = new @Nullable String[uris.length];
        List<List<Label>> labels = new ArrayList<>();
        List<List<Label>> others = new ArrayList<>();
        int[][] broader = new int[uris.length][];
        Map<String, List<String>> outward = new HashMap<>();
        for (int i = 0; i < uris.length; i++) {
            Draft draft = drafts.getOrDefault(uris[i], new Draft());
            codes[i] = draft.code;
            labels.add(List.copyOf(draft.labels));
            others.add(List.copyOf(draft.others));
            broader[i] = above(uris[i], draft, numbers, outward);
            if (draft.labels.isEmpty() && draft.others.isEmpty() && draft.code == null) {
                oddities.add("a concept without a label", uris[i]);
            }
        }
        sameLabels(uris, labels);
        circles(uris, broader);
        return new Scheme(uri == null ? name : uri, name, uris, codes, labels, others, broader, outward, exact, close);
    }

    /** What is not of this scheme may be of another. */
    private int[] above(
            String conceptUri, Draft draft, Map<String, Integer> numbers, Map<String, List<String>> outward) {
        List<Integer> found = new ArrayList<>();
        for (String upper : draft.broader) {
            Integer number = numbers.get(upper);
            if (number == null) {
                outward.computeIfAbsent(conceptUri, any -> new ArrayList<>(1)).add(upper);
                oddities.add("a broader concept that is not in this file", conceptUri + " < " + upper);
            } else {
                found.add(number);
            }
        }
        return found.stream().mapToInt(Integer::intValue).toArray();
    }

    private void sameLabels(String[] uris, List<List<Label>> labels) {
        Map<Label, String> first = new HashMap<>();
        for (int i = 0; i < uris.length; i++) {
            for (Label label : labels.get(i)) {
                String other = first.putIfAbsent(new Label(label.tag(), Folded.of(label.name()) + " "), uris[i]);
                if (other != null && !other.equals(uris[i])) {
                    oddities.add(
                            "two concepts with the label \"" + label.name() + "\" (" + label.tag() + "): " + other,
                            uris[i]);
                }
            }
        }
    }

    /** Takes away who is above nobody but who was taken away: what is left goes in circles. */
    private void circles(String[] uris, int[][] broader) {
        int[] below = new int[uris.length];
        for (int[] each : broader) {
            for (int one : each) {
                below[one]++;
            }
        }
        int[] open = IntStream.range(0, uris.length).filter(i -> below[i] == 0).toArray();
        int left = uris.length;
        while (open.length > 0) {
            List<Integer> next = new ArrayList<>();
            for (int one : open) {
                left--;
                for (int upper : broader[one]) {
                    if (--below[upper] == 0) {
                        next.add(upper);
                    }
                }
            }
            open = next.stream().mapToInt(Integer::intValue).toArray();
        }
        if (left > 0) {
            for (int i = 0; i < uris.length; i++) {
                if (below[i] > 0 && inCircle(i, broader)) {
                    oddities.add("a concept above itself through others", uris[i]);
                }
            }
        }
    }

    private static boolean inCircle(int start, int[][] broader) {
        java.util.BitSet seen = new java.util.BitSet();
        java.util.ArrayDeque<Integer> open = new java.util.ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            for (int one : broader[open.remove()]) {
                if (one == start) {
                    return true;
                }
                if (!seen.get(one)) {
                    seen.set(one);
                    open.add(one);
                }
            }
        }
        return false;
    }
}
