package org.crossdesk.edge.xmpp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.crossdesk.domain.transfer.OperatorAct;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.competence.Language;
import org.crossdesk.protocol.competence.LanguageLevel;
import org.crossdesk.protocol.competence.Needs;
import org.crossdesk.protocol.competence.Subject;
import org.crossdesk.protocol.session.Resolution;
import org.crossdesk.protocol.session.Role;
import org.crossdesk.protocol.session.Tags;
import org.jspecify.annotations.Nullable;

/**
 * What an operator types in a plain client: words for the patron, or a first line such as {@code /transfer subject=law :
 * inheritance}, {@code /close answered 4 #copyright}, {@code /decline}, {@code /help}. Many clients keep lines with a slash for
 * their own commands, so {@code !close answered 4} is the same.
 */
public sealed interface OperatorLine {
    /** Marks of direction are unseen, and are copied along with a line of the help in Persian. */
    Pattern DIRECTION = Pattern.compile("[\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]");

    /** Words that begin as a command does. */
    Pattern DOUBLED = Pattern.compile("(?s)(//|!!\\p{L}).*");

    /** A command: its sign, its name, the rest. */
    Pattern COMMAND = Pattern.compile("(?s)(/|!(?=\\p{L}))(\\S*)(?:\\s+(.*))?");

    /** Words for the patron, or for the operators of the session alone. */
    record Words(String body, boolean aside) implements OperatorLine {}

    /** Something to do. */
    record Act(OperatorAct act) implements OperatorLine {}

    /** A question about the commands. */
    record Help() implements OperatorLine {}

    /** A command that can't be done as it is written; {@code why} names the mend. */
    record Unclear(String why) implements OperatorLine {}

    /**
     * Reads what was typed. {@code //} begins words with one slash; an exclamation mark counts as a command's only
     * before a letter, and {@code !!} before a letter begins words with one.
     */
    static OperatorLine of(String body, Function<String, Subject> subjects) {
        if (body.indexOf('/') < 0 && body.indexOf('!') < 0) {
            return new Words(body, false);
        }
        String typed = DIRECTION.matcher(body).replaceAll("").strip();
        if (DOUBLED.matcher(typed).matches()) {
            return new Words(body.replaceFirst("[/!]", ""), false);
        }
        Matcher command = COMMAND.matcher(typed);
        if (!command.matches() || typed.startsWith("/me ")) {
            return new Words(body, false);
        }
        String name = command.group(2);
        String rest = command.group(3) == null ? "" : command.group(3);
        try {
            return switch (name.toLowerCase(Locale.ROOT)) {
                case "accept" -> new Act(new OperatorAct.Take());
                case "decline" -> new Act(new OperatorAct.Decline());
                case "cancel" -> new Act(new OperatorAct.Keep());
                case "transfer" -> new Act(transfer(rest, null, subjects));
                case "consult" -> new Act(transfer(rest, Role.CONSULTANT, subjects));
                case "add" -> new Act(transfer(rest, Role.COLLEAGUE, subjects));
                case "drop" -> new Act(new OperatorAct.Drop(rest.isBlank() ? null : Address.parse(rest.strip())));
                case "leave" -> new Act(new OperatorAct.Leave());
                case "aside" -> aside(rest);
                case "close" -> new Act(close(rest));
                case "help" -> new Help();
                default -> new Unclear(command.group(1) + name);
            };
        } catch (IllegalArgumentException e) {
            return new Unclear(command.group(1) + name + ": " + e.getMessage());
        }
    }

    private static OperatorLine aside(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("say what only the operators are to read");
        }
        return new Words(text, true);
    }

    /** Reads {@code subject=law lang=fi to=ask.helsinki.test : one line}; {@code to=back} is the owner before. */
    private static OperatorAct transfer(String text, @Nullable Role role, Function<String, Subject> reader) {
        Matcher split = Pattern.compile("(?s)(.*?)(?:(?:^|\\s):\\s*(.*))?").matcher(text);
        if (!split.matches()) {
            throw new IllegalArgumentException("write it as transfer subject=law : one line");
        }
        List<String> languages = new ArrayList<>();
        List<String> subjects = new ArrayList<>();
        String target = null;
        for (String part : split.group(1).strip().split("\\s+")) {
            int equals = part.indexOf('=');
            String key = (equals < 0 ? part : part.substring(0, equals)).toLowerCase(Locale.ROOT);
            String value = equals < 0 ? "" : part.substring(equals + 1);
            switch (key) {
                case "" -> {
                    // Nothing is named: whoever is free.
                }
                case "lang", "language" -> languages.add(value);
                case "subject" -> subjects.add(value);
                case "to" -> target = value;
                default ->
                    throw new IllegalArgumentException(
                            part + " is not one of subject=, lang=, to=; what it is about goes behind a colon");
            }
        }
        return handOver(languages, subjects.stream().map(reader).toList(), target, split.group(2), role);
    }

    /** A transfer to whoever has all of this. */
    static OperatorAct handOver(
            List<String> languages,
            List<Subject> subjects,
            @Nullable String target,
            @Nullable String summary,
            @Nullable Role role) {
        Needs needs = needs(languages, subjects);
        String line = summary == null || summary.isBlank() ? null : summary.strip();
        if (line != null && line.length() > Bounds.SUMMARY_MAX_CHARS) {
            throw new IllegalArgumentException(
                    "the line about it may have " + Bounds.SUMMARY_MAX_CHARS + " characters");
        }
        boolean back = "back".equalsIgnoreCase(target);
        return new OperatorAct.HandOver(needs, target == null || back ? null : Address.parse(target), line, role, back);
    }

    /** What is needed of whoever is to be found: a language is needed well enough to hold a conversation in it. */
    public static Needs needs(List<String> languages, List<Subject> subjects) {
        return new Needs(
                languages.stream()
                        .map(tag -> new Language(tag, LanguageLevel.B2))
                        .toList(),
                subjects,
                List.of());
    }

    /** Reads {@code answered 4 #copyright #law}, {@code lost READ=1}; nothing is "answered". */
    private static OperatorAct close(String text) {
        List<String> tags = new ArrayList<>();
        Resolution resolution = Resolution.ANSWERED;
        Integer read = null;
        for (String word : text.strip().split("\\s+")) {
            Matcher number = Pattern.compile("(?:(?i)read=?)?(\\p{Nd}+)").matcher(word);
            if (word.startsWith("#")) {
                tags.add(word);
            } else if (number.matches()) {
                read = read(number.group(1));
            } else if (!word.isEmpty()) {
                resolution = resolution(word);
            }
        }
        return new OperatorAct.Close(resolution, read, tags(tags));
    }

    /** Tags, with or without their sign, each once. */
    static Tags tags(List<String> written) {
        Map<String, String> tags = new LinkedHashMap<>();
        for (String tag : written) {
            String word = tag.strip().replaceFirst("^#+", "").strip();
            if (!word.isEmpty()) {
                tags.putIfAbsent(word.toLowerCase(Locale.ROOT), word);
            }
        }
        return new Tags(List.copyOf(tags.values()));
    }

    /** A READ value. */
    static Integer read(String number) {
        int value = number.length() == 1 ? Integer.parseInt(number) : 0;
        Bounds.range("READ", value, 1, org.crossdesk.protocol.transfer.CloseRequest.READ_MAX);
        return value;
    }

    /** A resolution code, in any case, with hyphens or underscores. */
    static Resolution resolution(String word) {
        String constant = word.toUpperCase(Locale.ROOT).replace('-', '_');
        for (Resolution known : Resolution.values()) {
            if (known.name().equals(constant)) {
                return known;
            }
        }
        throw new IllegalArgumentException(
                word + " is not one of answered, follow-up-by-me, follow-up-by-home-library, lost, practice");
    }
}
