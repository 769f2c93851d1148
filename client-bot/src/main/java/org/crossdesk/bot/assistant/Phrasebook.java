package org.crossdesk.bot.assistant;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the demo's operators say in one language, and by which words they know it and hear that somebody is done.
 *
 * @param tag the language
 * @param texts the texts by their names
 * @param hello words and phrases of greeting
 * @param thanks words and phrases of thanks and farewell
 * @param but words after which thanks are not the end
 * @param common words by which the language is known
 */
record Phrasebook(
        String tag,
        Map<String, String> texts,
        List<String> hello,
        List<String> thanks,
        List<String> but,
        Set<String> common) {
    /** The languages there are, the first being spoken where no other is known. */
    static final List<String> LANGUAGES = List.of("en", "sv", "fi", "fa");

    /** How many different replies each language has. */
    static final int REPLIES = 3;

    Phrasebook {
        texts = Map.copyOf(texts);
        hello = List.copyOf(hello);
        thanks = List.copyOf(thanks);
        but = List.copyOf(but);
        common = Set.copyOf(common);
    }

    /** Every language's book. */
    static List<Phrasebook> all() {
        return LANGUAGES.stream().map(Phrasebook::load).toList();
    }

    private static Phrasebook load(String tag) {
        String file = "phrases_" + tag + ".properties";
        Properties lines = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Phrasebook.class.getResourceAsStream(file), file), StandardCharsets.UTF_8)) {
            lines.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
        Map<String, String> texts =
                lines.stringPropertyNames().stream().collect(Collectors.toMap(name -> name, lines::getProperty));
        return new Phrasebook(
                tag,
                texts,
                phrases(lines.getProperty("hello", "")),
                phrases(lines.getProperty("thanks", "")),
                phrases(lines.getProperty("but", "")),
                Arrays.stream(lines.getProperty("words", "").split(" "))
                        .filter(word -> !word.isEmpty())
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static List<String> phrases(String line) {
        return Arrays.stream(line.split(","))
                .map(phrase -> phrase.strip().toLowerCase(Locale.ROOT))
                .filter(phrase -> !phrase.isEmpty())
                .toList();
    }

    /** A text with its places filled. */
    String say(String text, String name, String library, String question) {
        return Objects.requireNonNull(texts.get(text), text)
                .replace("{name}", name)
                .replace("{library}", library)
                .replace("{question}", question);
    }
}
