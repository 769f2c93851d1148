package org.crossdesk.domain.competence;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.competence.Insight;
import org.crossdesk.protocol.competence.Language;
import org.crossdesk.protocol.competence.LanguageLevel;
import org.crossdesk.protocol.competence.Profile;
import org.crossdesk.protocol.competence.Subject;

/** A profile as people write it: {@code fa native}, {@code law:3}, {@code region IR 2}. What is wrong names its line. */
public final class ProfileLines {
    private ProfileLines() {}

    /** Reads a profile; an {@link IllegalArgumentException} says what is wrong with which line. */
    public static Profile read(
            List<String> languages, List<String> subjects, List<String> insights, Function<String, Subject> reader) {
        return new Profile(
                languages.stream().map(ProfileLines::language).toList(),
                subjects.stream().map(line -> subject(line, reader)).toList(),
                insights.stream().map(ProfileLines::insight).toList());
    }

    /** Its languages, a line each. */
    public static List<String> languages(Profile profile) {
        return profile.languages().stream()
                .map(language -> language.tag() + " "
                        + (language.level() == LanguageLevel.NATIVE
                                ? "native"
                                : language.level().name()))
                .toList();
    }

    /** Its subjects, a line each. */
    public static List<String> subjects(Profile profile) {
        return profile.subjects().stream().map(ProfileLines::line).toList();
    }

    private static String line(Subject subject) {
        String uri = subject.uri();
        return (subject.scheme().equals(Subject.GENERAL_SCHEME) ? subject.concept() : uri) + ":" + subject.level();
    }

    /** Its insights, a line each. */
    public static List<String> insights(Profile profile) {
        return profile.insights().stream()
                .map(insight ->
                        insight.kind().name().toLowerCase(Locale.ROOT) + " " + insight.name() + " " + insight.level())
                .toList();
    }

    /** All of it in one line. */
    public static String inOneLine(Profile profile) {
        List<String> beside = java.util.stream.Stream.of(
                        profile.note() == null ? "" : "“" + profile.note().replaceAll("\\s+", " ") + "”",
                        HoursLine.write(profile.hours()))
                .filter(part -> !part.isEmpty())
                .toList();
        List<String> parts = java.util.stream.Stream.of(
                        languages(profile), subjects(profile), insights(profile), beside)
                .filter(lines -> !lines.isEmpty())
                .map(lines -> String.join(", ", lines))
                .toList();
        return parts.isEmpty() ? "nothing" : String.join("; ", parts);
    }

    private static Subject subject(String line, Function<String, Subject> reader) {
        try {
            return reader.apply(line);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("subjects: " + e.getMessage(), e);
        }
    }

    private static Language language(String line) {
        String[] words = line.split("\\s+");
        String level = words.length > 1 ? words[1].toUpperCase(Locale.ROOT) : "";
        for (LanguageLevel known : LanguageLevel.values()) {
            if (words.length == 2 && known.name().equals(level)) {
                return new Language(words[0], known);
            }
        }
        throw new IllegalArgumentException(
                "languages: write \"" + line + "\" as a tag and a level, A1 to C2 or native");
    }

    private static Insight insight(String line) {
        String[] words = line.split("\\s+");
        int last = words.length - 1;
        for (Insight.Kind kind : Insight.Kind.values()) {
            if (last >= 2 && kind.name().equalsIgnoreCase(words[0]) && words[last].matches("[1-3]")) {
                String name = String.join(" ", List.of(words).subList(1, last));
                return new Insight(kind, name, Integer.parseInt(words[last]));
            }
        }
        throw new IllegalArgumentException(
                "insights: write \"" + line + "\" as region, community or term, a name, and 1 to 3");
    }

    /** Sessions at a time. */
    public static int capacity(String typed) {
        int number = typed.matches("[0-9]{1,3}") ? Integer.parseInt(typed) : -1;
        return (int) Bounds.range("capacity", number, 0, Bounds.CAPACITY_MAX);
    }
}
