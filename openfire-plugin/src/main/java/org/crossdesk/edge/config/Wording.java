package org.crossdesk.edge.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.function.BiFunction;
import org.crossdesk.domain.Phrase;
import org.crossdesk.domain.Phrases;
import org.crossdesk.protocol.competence.Subject;
import org.jspecify.annotations.Nullable;

/** The desk's words, from the files {@code i18n/crossdesk_i18n*.properties} of the plugin. Immutable. */
public final class Wording implements Phrases {
    /** The languages that there is a file for, the first in the file without a suffix, as Openfire has it. */
    public static final List<String> LANGUAGES = List.of("en", "fa", "fi", "sv");

    private static final String FILE = "crossdesk_i18n";

    private final Map<String, Map<Phrase, String>> byLanguage;
    private final String own;

    private final BiFunction<Subject, String, @Nullable String> subjects;

    private Wording(
            Map<String, Map<Phrase, String>> byLanguage,
            String own,
            BiFunction<Subject, String, @Nullable String> subjects) {
        this.byLanguage = byLanguage;
        this.own = own;
        this.subjects = subjects;
    }

    /**
     * Reads every file.
     *
     * @param loader has the folder {@code i18n} on its class path: the plugin's
     * @param language the library's own, for readers whose language there is no file for; English if it has none
     * @param subjects what a subject is called in a language, if that is known
     */
    public static Wording load(
            ClassLoader loader, String language, BiFunction<Subject, String, @Nullable String> subjects) {
        Map<String, Map<Phrase, String>> byLanguage = new HashMap<>();
        for (String known : LANGUAGES) {
            byLanguage.put(known, texts(loader, file(known)));
        }
        String own = primary(language);
        return new Wording(byLanguage, byLanguage.containsKey(own) ? own : LANGUAGES.get(0), subjects);
    }

    @Override
    public String say(Phrase phrase, @Nullable String language, Object... arguments) {
        String asked = language == null ? own : primary(language);
        Map<Phrase, String> texts = byLanguage.get(asked);
        String spoken = texts == null ? own : asked;
        String text = texts == null ? byLanguage.getOrDefault(own, Map.of()).get(phrase) : texts.get(phrase);
        if (text == null) {
            throw new IllegalStateException("no text for " + phrase + " in " + spoken);
        }
        // A new one each time: formats aren't safe for several threads.
        return new MessageFormat(text, Locale.forLanguageTag(spoken)).format(arguments);
    }

    @Override
    public @Nullable String subject(Subject subject, @Nullable String language) {
        return subjects.apply(subject, language == null ? own : primary(language));
    }

    /** The name of the file of a language. */
    static String file(String language) {
        return language.equals(LANGUAGES.get(0)) ? FILE + ".properties" : FILE + "_" + language + ".properties";
    }

    /** The key of a phrase in the files. */
    static String key(Phrase phrase) {
        return phrase.name().toLowerCase(Locale.ROOT);
    }

    /** Reads one file. Not by ResourceBundle, which looks for the language of the machine. */
    static Properties read(ClassLoader loader, String file) {
        Properties properties = new Properties();
        try (InputStream stream = loader.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("the plugin lacks the file i18n/" + file);
            }
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("i18n/" + file + " can't be read", e);
        }
        return properties;
    }

    private static Map<Phrase, String> texts(ClassLoader loader, String file) {
        Properties properties = read(loader, file);
        Map<Phrase, String> texts = new EnumMap<>(Phrase.class);
        for (Phrase phrase : Phrase.values()) {
            String text = properties.getProperty(key(phrase));
            if (text == null) {
                throw new IllegalStateException("i18n/" + file + " lacks " + key(phrase));
            }
            texts.put(phrase, text);
        }
        return texts;
    }

    private static String primary(String tag) {
        return Locale.forLanguageTag(tag).getLanguage();
    }
}
