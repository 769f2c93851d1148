package org.crossdesk.protocol;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.crossdesk.protocol.competence.Language;
import org.crossdesk.protocol.competence.LanguageLevel;
import org.crossdesk.protocol.xml.Element;

/**
 * The rules that XML Schema 1.0 cannot say, all of them: where the decoders refuse what the schemas accept, one of
 * these is broken. Each is told in its document in the same words.
 */
enum BeyondSchema {
    VER_FITS_CONTENT(
            "competence",
            "The 'ver' of a profile is the hash of its content.",
            element -> profiles(element)
                    .anyMatch(profile -> !profile.attribute("ver").orElse("").equals(hash(profile)))),
    PROFILE_LABELS_CHARACTERS(
            "competence",
            "The labels of one profile have at most 40000 characters together.",
            element -> profiles(element).anyMatch(profile -> labelChars(profile) > 40_000)),
    LANGUAGE_OF_SUMMARY(
            "ask",
            "The language of a summary or a script has at most 35 characters.",
            element -> within(element)
                    .anyMatch(child ->
                            child.attribute(Element.LANGUAGE).orElse("").strip().length() > 35)),
    RECALLED_IN_ASK(
            "ask",
            "The lines of one answer to a recall have at most 60000 characters together.",
            BeyondSchema::longRecall),
    OWN_IN_ASK("ask", "A recalled line with 'own' is an operator's, or an aside.", BeyondSchema::ownOfSomebodyElse),
    RECALLED(
            "session-transfer",
            "The lines of one answer to a recall have at most 60000 characters together.",
            BeyondSchema::longRecall),
    OWN_RECALLED(
            "session-transfer",
            "A recalled line with 'own' is an operator's, or an aside.",
            BeyondSchema::ownOfSomebodyElse),
    OWN_WITHOUT_BODY(
            "session-transfer",
            "An utterance with 'own' is an operator's and has no body.",
            element -> element.children().stream()
                    .anyMatch(child -> child.name().equals("utterance")
                            && child.attribute("own").isPresent()
                            && (!child.text().isEmpty()
                                    || !List.of("operator", "aside")
                                            .contains(child.attribute("speaker").orElse(""))))),
    NOT_SHOWN_CARRIES_NOTHING(
            "session-transfer",
            "An utterance without 'own' and without a body carries nothing else.",
            element -> element.children().stream()
                    .anyMatch(child -> child.name().equals("utterance")
                            && child.attribute("own").isEmpty()
                            && child.text().isEmpty()
                            && (child.attribute("corrects").isPresent()
                                    || child.attribute("link").isPresent()))),
    RELAY_CHARACTERS(
            "session-transfer",
            "The bodies of one relay have at most 60000 characters together.",
            element -> element.name().equals("relay")
                    && element.children().stream()
                                    .map(Element::text)
                                    .mapToInt(body -> body.codePointCount(0, body.length()))
                                    .sum()
                            > 60_000);

    private final String document;
    private final String sentence;
    private final Predicate<Element> broken;

    BeyondSchema(String document, String sentence, Predicate<Element> broken) {
        this.document = document;
        this.sentence = sentence;
        this.broken = broken;
    }

    String document() {
        return document;
    }

    String sentence() {
        return sentence;
    }

    boolean broken(Element element) {
        return broken.test(element);
    }

    private static Stream<Element> within(Element element) {
        return Stream.concat(Stream.of(element), element.children().stream().flatMap(BeyondSchema::within));
    }

    private static boolean longRecall(Element element) {
        return element.children().stream()
                        .filter(child -> child.name().equals("said"))
                        .map(Element::text)
                        .mapToInt(body -> body.codePointCount(0, body.length()))
                        .sum()
                > 60_000;
    }

    private static boolean ownOfSomebodyElse(Element element) {
        return element.children().stream()
                .anyMatch(child -> child.name().equals("said")
                        && List.of("true", "1")
                                .contains(child.attribute("own").orElse("").strip())
                        && !List.of("operator", "aside")
                                .contains(child.attribute("by").orElse("")));
    }

    /** Profiles stand alone, and in what a search has found. */
    private static java.util.stream.Stream<Element> profiles(Element element) {
        return element.name().equals("profile")
                ? java.util.stream.Stream.of(element)
                : element.name().equals("found")
                        ? element.children().stream()
                                .flatMap(one -> one.children().stream())
                                .filter(child -> child.name().equals("profile"))
                        : java.util.stream.Stream.of();
    }

    private static int labelChars(Element profile) {
        return profile.children().stream()
                .flatMap(child -> child.children().stream())
                .map(label -> label.attribute("name").orElse(""))
                .mapToInt(name -> name.codePointCount(0, name.length()))
                .sum();
    }

    /** The hash of a valid profile, written once more from the document and not from the code. */
    static String hash(Element profile) {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        profile.children().stream()
                .flatMap(BeyondSchema::entries)
                .map(entry -> entry.getBytes(StandardCharsets.UTF_8))
                .sorted(java.util.Arrays::compareUnsigned)
                .forEach(digest::update);
        return Base64.getEncoder().encodeToString(digest.digest());
    }

    private static Stream<String> entries(Element competence) {
        if (competence.name().equals("note")) {
            return Stream.of(netstring("note") + netstring(competence.text()));
        }
        if (competence.name().equals("hours")) {
            String zone = netstring(competence.attribute("zone").orElseThrow());
            return competence.children().stream()
                    .map(time -> netstring("time")
                            + zone
                            + Stream.of("day", "from", "to")
                                    .map(name -> netstring(time.attribute(name).orElseThrow()))
                                    .collect(java.util.stream.Collectors.joining()));
        }
        String subject = netstring(competence.attribute("scheme").orElse(""))
                + netstring(competence.attribute("concept").orElse(""));
        return Stream.concat(
                Stream.of(entry(competence)),
                competence.children().stream()
                        .map(label -> netstring("label")
                                + subject
                                + netstring(tag(label.attribute("tag").orElseThrow()))
                                + netstring(label.attribute("name").orElseThrow())));
    }

    private static String tag(String value) {
        return new Language(value, LanguageLevel.A1).tag();
    }

    private static String entry(Element competence) {
        StringBuilder entry = new StringBuilder(netstring(competence.name()));
        for (String attribute : new String[] {"tag", "scheme", "concept", "kind", "name", "level"}) {
            competence
                    .attribute(attribute)
                    .map(value -> attribute.equals("tag") ? tag(value) : value)
                    .map(value -> attribute.equals("level") ? value.strip() : value)
                    .ifPresent(value -> entry.append(netstring(value)));
        }
        return entry.toString();
    }

    private static String netstring(String field) {
        return field.getBytes(StandardCharsets.UTF_8).length + ":" + field + ",";
    }
}
