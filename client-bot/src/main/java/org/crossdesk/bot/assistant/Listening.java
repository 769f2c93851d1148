package org.crossdesk.bot.assistant;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hears, in a patron's words, which language they are in, whether the patron is done, and what to repeat of them. A
 * guess by a few words: enough for a demo, and never worse than answering in the wrong language of four.
 */
final class Listening {
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}\\u200c]+");
    private static final Pattern QUESTION_MARK = Pattern.compile("[?؟]");
    private static final Pattern FIRST_CLAUSE = Pattern.compile("[^!,.،؛;:]{1,20}[!,.،؛;:]+\\s+(?=\\S)");
    private static final Pattern END_MARKS = Pattern.compile("[\\s?؟.!…]+$");

    /** A short message that has thanks anywhere is a farewell: "many thanks to you". */
    private static final int THANKS_WITHIN_MAX_WORDS = 4;

    /** A longer one is a farewell if it begins with thanks: "thank you very much for all your help". */
    private static final int THANKS_AHEAD_MAX_WORDS = 10;

    private static final int QUOTE_MAX_CHARS = 80;

    private final List<Phrasebook> books;

    Listening(List<Phrasebook> books) {
        this.books = List.copyOf(books);
    }

    /** The language of {@code words}, if they show one. */
    Optional<String> language(String words) {
        String text = normalized(words);
        if (text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC)) {
            return Optional.of("fa");
        }
        List<String> found = words(text);
        String best = "";
        long bestCount = 0;
        boolean tie = false;
        for (Phrasebook book : books) {
            long count = found.stream().filter(book.common()::contains).count();
            if (count > bestCount) {
                best = book.tag();
                bestCount = count;
                tie = false;
            } else if (count == bestCount) {
                tie = true;
            }
        }
        return bestCount == 0 || tie ? Optional.empty() : Optional.of(best);
    }

    /** Whether the patron thanks or says goodbye, in whatever language, and wants nothing more. */
    boolean isFarewell(String said) {
        String text = normalized(said);
        if (QUESTION_MARK.matcher(text).find()) {
            return false;
        }
        List<String> found = words(text);
        String line = " " + String.join(" ", found) + " ";
        if (books.stream().flatMap(book -> book.but().stream()).anyMatch(found::contains)) {
            return false;
        }
        return books.stream().flatMap(book -> book.thanks().stream()).anyMatch(phrase -> {
            boolean ahead = line.startsWith(" " + phrase + " ");
            boolean within = line.contains(" " + phrase + " ");
            return (ahead && found.size() <= THANKS_AHEAD_MAX_WORDS)
                    || (within && found.size() <= THANKS_WITHIN_MAX_WORDS);
        });
    }

    /** The beginning of what the patron said after the greeting, short enough to be repeated, without its end marks. */
    String quote(String words) {
        String line = withoutGreeting(words.strip().replaceAll("\\s+", " "));
        if (line.length() > QUOTE_MAX_CHARS) {
            int cut = line.lastIndexOf(' ', QUOTE_MAX_CHARS);
            return line.substring(0, cut > QUOTE_MAX_CHARS / 2 ? cut : QUOTE_MAX_CHARS) + "…";
        }
        return END_MARKS.matcher(line).replaceFirst("");
    }

    private String withoutGreeting(String line) {
        Matcher first = FIRST_CLAUSE.matcher(line);
        if (!first.lookingAt()) {
            return line;
        }
        String clause = String.join(" ", words(normalized(first.group())));
        boolean greeting = books.stream().anyMatch(book -> book.hello().contains(clause));
        return greeting ? line.substring(first.end()) : line;
    }

    private static List<String> words(String text) {
        return NO_WORD.splitAsStream(text).filter(word -> !word.isEmpty()).toList();
    }

    /** Persian is typed with the Arabic yeh and kaf as well. */
    private static String normalized(String words) {
        return words.toLowerCase(Locale.ROOT).replace('ي', 'ی').replace('ك', 'ک');
    }
}
