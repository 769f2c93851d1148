package org.crossdesk.domain.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.crossdesk.domain.competence.NeedsInWords;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.ask.Ring;
import org.crossdesk.protocol.competence.Language;
import org.crossdesk.protocol.competence.LanguageLevel;
import org.crossdesk.protocol.competence.Needs;
import org.crossdesk.protocol.competence.Subject;
import org.jspecify.annotations.Nullable;

/**
 * A step as people write it: a service, seconds, and what is kept of the needs: {@code own 30}, {@code
 * ask-law@ask.north.test 20 lang=B2 level=2}, {@code ask-north@ask.north.test 30 languages ring=all}; and for which
 * questions it is: {@code ask-medicine@ask.tehran.test 20 for=medicine for=psychology for-lang=ar}.
 */
public final class StepLines {
    private static final String OWN = "own";

    private StepLines() {}

    /** Reads a step of {@code service}; {@code subjects} reads what it is for. */
    public static Step read(String line, Address service, Function<String, Subject> subjects) {
        String[] words = line.strip().split("\\s+");
        if (words.length < 2 || !words[1].matches("[0-9]{1,4}")) {
            throw new IllegalArgumentException(
                    "steps: write \"" + line + "\" as a service and seconds: own 30, or ask-north@ask.north.test 40");
        }
        Step.Keep keep = Step.Keep.ALL;
        LanguageLevel language = null;
        Integer knowledge = null;
        Ring ring = null;
        List<Subject> about = new ArrayList<>();
        List<Language> in = new ArrayList<>();
        for (int i = 2; i < words.length; i++) {
            String word = words[i];
            String value = word.substring(word.indexOf('=') + 1);
            if (word.startsWith("lang=")) {
                language = language(value, line);
            } else if (word.startsWith("level=") && value.matches("[1-3]")) {
                knowledge = Integer.valueOf(value);
            } else if (word.startsWith("ring=")) {
                ring = Ring.parse(value);
            } else if (word.startsWith("for=")) {
                about.add(subject(value, subjects));
            } else if (word.startsWith("for-lang=")) {
                in.add(new Language(value, LanguageLevel.A1));
            } else {
                keep = keep(word, line);
            }
        }
        Needs suits = about.isEmpty() && in.isEmpty() ? null : new Needs(in, about, List.of());
        return new Step(
                address(words[0], service), keep, seconds(words[1]), levels(language, knowledge), ring, suits, null);
    }

    private static Subject subject(String typed, Function<String, Subject> subjects) {
        try {
            return subjects.apply(typed);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("steps: " + e.getMessage(), e);
        }
    }

    /** The step as it is read. */
    public static String write(Step step, Address service) {
        StringBuilder line = new StringBuilder();
        line.append(step.service().equals(service) ? OWN : step.service())
                .append(' ')
                .append(step.seconds());
        if (step.keep() != Step.Keep.ALL) {
            line.append(' ').append(step.keep().name().toLowerCase(Locale.ROOT));
        }
        Levels levels = step.levels();
        if (levels != null) {
            line.append(" lang=")
                    .append(levels.languageLevel())
                    .append(" level=")
                    .append(levels.knowledgeLevel());
        }
        if (step.ring() != null) {
            line.append(" ring=").append(step.ring());
        }
        Needs suits = step.suits();
        if (suits != null) {
            suits.subjects().forEach(subject -> line.append(" for=").append(NeedsInWords.asTyped(subject)));
            suits.languages().forEach(one -> line.append(" for-lang=").append(one.tag()));
        }
        return line.toString();
    }

    private static Address address(String typed, Address service) {
        return typed.equals(OWN)
                ? service
                : typed.indexOf('@') < 0 ? ServiceName.at(service.domain(), typed) : Address.parse(typed);
    }

    private static int seconds(String typed) {
        return (int) Bounds.range("step seconds", Integer.parseInt(typed), 1, Bounds.EXPIRY_MAX_SECONDS);
    }

    private static @Nullable Levels levels(@Nullable LanguageLevel language, @Nullable Integer knowledge) {
        return language == null && knowledge == null
                ? null
                : new Levels(
                        language == null ? LanguageLevel.NATIVE : language,
                        knowledge == null ? Subject.LEVEL_MAX : knowledge);
    }

    private static LanguageLevel language(String typed, String line) {
        for (LanguageLevel level : LanguageLevel.values()) {
            if (level.name().equalsIgnoreCase(typed)) {
                return level;
            }
        }
        throw unclear(typed, line);
    }

    private static Step.Keep keep(String typed, String line) {
        for (Step.Keep keep : Step.Keep.values()) {
            if (keep.name().equalsIgnoreCase(typed)) {
                return keep;
            }
        }
        throw unclear(typed, line);
    }

    private static IllegalArgumentException unclear(String word, String line) {
        return new IllegalArgumentException("steps: '" + word + "' of \"" + line + "\" is none of all, languages,"
                + " nothing, lang=A1 to C2 or native, level=1 to 3, ring=one, ring=all, ring=3,"
                + " for=law or for-lang=fa");
    }
}
