package org.crossdesk.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossdesk.protocol.ask.Rating;
import org.crossdesk.protocol.competence.Subject;
import org.crossdesk.protocol.session.SessionId;
import org.crossdesk.protocol.transfer.CloseRequest;
import org.crossdesk.protocol.xml.DecodingException;
import org.crossdesk.protocol.xml.Element;
import org.crossdesk.protocol.xml.ElementText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The numbers of the code are the numbers of the schemas. */
class BoundsTest {
    private static final String XSD = "http://www.w3.org/2001/XMLSchema";

    /**
     * A bound and one place in a schema where it stands.
     *
     * @param owner the named type, group or element that holds the place, at any depth
     * @param facet the facet, or {@code maxOccurs} with the name of the element that it is about
     */
    record Place(String bound, int value, String schema, String owner, String facet) {
        @Override
        public String toString() {
            return bound + " in " + schema + " " + owner;
        }
    }

    static List<Place> places() {
        return List.of(
                new Place("BODY_MAX_CHARS", Bounds.BODY_MAX_CHARS, "session-transfer", "body", "maxLength"),
                new Place("BODY_MAX_CHARS", Bounds.BODY_MAX_CHARS, "session-transfer", "bodyOrNothing", "maxLength"),
                new Place("LINK_MAX_CHARS", Bounds.LINK_MAX_CHARS, "session-transfer", "link", "maxLength"),
                new Place("SUMMARY_MAX_CHARS", Bounds.SUMMARY_MAX_CHARS, "ask", "summary", "maxLength"),
                new Place("SUMMARY_MAX_CHARS", Bounds.SUMMARY_MAX_CHARS, "session-transfer", "summary", "maxLength"),
                new Place("POLICY_MAX_CHARS", Bounds.POLICY_MAX_CHARS, "ask", "policy", "maxLength"),
                new Place("HOPS_MAX", Bounds.HOPS_MAX, "ask", "call", "maxOccurs hop"),
                new Place("HOPS_MAX", Bounds.HOPS_MAX, "ask", "service-status", "maxOccurs via"),
                new Place("COMPETENCES_MAX", Bounds.COMPETENCES_MAX, "competence", "profile", "maxOccurs language"),
                new Place("COMPETENCES_MAX", Bounds.COMPETENCES_MAX, "competence", "profile", "maxOccurs subject"),
                new Place("COMPETENCES_MAX", Bounds.COMPETENCES_MAX, "competence", "profile", "maxOccurs insight"),
                new Place("NEEDS_MAX", Bounds.NEEDS_MAX, "competence", "needs", "maxOccurs language"),
                new Place("NEEDS_MAX", Bounds.NEEDS_MAX, "competence", "needs", "maxOccurs subject"),
                new Place("NEEDS_MAX", Bounds.NEEDS_MAX, "competence", "needs", "maxOccurs insight"),
                new Place("LABELS_MAX", Bounds.LABELS_MAX, "competence", "knownSubject", "maxOccurs label"),
                new Place("LABELS_MAX", Bounds.LABELS_MAX, "competence", "neededSubject", "maxOccurs label"),
                new Place("FOUND_MAX", Bounds.FOUND_MAX, "competence", "found", "maxOccurs operator"),
                new Place("RUNNING_MAX", Bounds.RUNNING_MAX, "ask", "sessions", "maxOccurs session"),
                new Place("GROUPS_MAX", Bounds.GROUPS_MAX, "ask", "brokered", "maxOccurs first"),
                new Place("POSTS_MAX", Bounds.POSTS_MAX, "ask", "console", "maxOccurs post"),
                new Place("CAPACITY_MAX", Bounds.CAPACITY_MAX, "ask", "console", "maxOccurs part"),
                new Place("RELAY_MAX_UTTERANCES", Bounds.RELAY_MAX_UTTERANCES, "ask", "lines", "maxOccurs said"),
                new Place(
                        "RELAY_MAX_UTTERANCES",
                        Bounds.RELAY_MAX_UTTERANCES,
                        "session-transfer",
                        "recalled",
                        "maxOccurs said"),
                new Place("BODY_MAX_CHARS", Bounds.BODY_MAX_CHARS, "ask", "body", "maxLength"),
                new Place("EXCLUDED_MAX", Bounds.EXCLUDED_MAX, "ask", "question", "maxOccurs operator"),
                new Place(
                        "RELAY_MAX_UTTERANCES",
                        Bounds.RELAY_MAX_UTTERANCES,
                        "session-transfer",
                        "relay",
                        "maxOccurs utterance"),
                new Place("NAME_MAX_CHARS", Bounds.NAME_MAX_CHARS, "competence", "name", "maxLength"),
                new Place("NOTE_MAX_CHARS", Bounds.NOTE_MAX_CHARS, "competence", "note", "maxLength"),
                new Place("SCRIPTS_MAX", Bounds.SCRIPTS_MAX, "ask", "scripts", "maxOccurs script"),
                new Place("POSTS_MAX", Bounds.POSTS_MAX, "ask", "scripts", "maxOccurs silent"),
                new Place("SCRIPT_MAX_CHARS", Bounds.SCRIPT_MAX_CHARS, "ask", "script", "maxLength"),
                new Place("RATING_MAX_CHARS", Bounds.RATING_MAX_CHARS, "ask", "ratingWords", "maxLength"),
                new Place("Rating.STARS_MAX", Rating.STARS_MAX, "ask", "stars", "maxInclusive"),
                new Place("TAGS_MAX", Bounds.TAGS_MAX, "session-transfer", "close", "maxOccurs tag"),
                new Place("TAG_MAX_CHARS", Bounds.TAG_MAX_CHARS, "session-transfer", "tag", "maxLength"),
                new Place("TIMES_MAX", Bounds.TIMES_MAX, "competence", "hours", "maxOccurs time"),
                new Place("NAME_MAX_CHARS", Bounds.NAME_MAX_CHARS, "ask", "name", "maxLength"),
                new Place("NAME_MAX_CHARS", Bounds.NAME_MAX_CHARS, "session-transfer", "name", "maxLength"),
                new Place("REASON_MAX_CHARS", Bounds.REASON_MAX_CHARS, "session-transfer", "reason", "maxLength"),
                new Place("EXPIRY_MAX_SECONDS", Bounds.EXPIRY_MAX_SECONDS, "ask", "seconds", "maxInclusive"),
                new Place("CAPACITY_MAX", Bounds.CAPACITY_MAX, "competence", "sessions", "maxInclusive"),
                new Place(
                        "LANGUAGE_TAG_MAX_CHARS",
                        Bounds.LANGUAGE_TAG_MAX_CHARS,
                        "competence",
                        "languageTag",
                        "maxLength"),
                new Place("Subject.LEVEL_MIN", Subject.LEVEL_MIN, "competence", "level", "minInclusive"),
                new Place("Subject.LEVEL_MAX", Subject.LEVEL_MAX, "competence", "level", "maxInclusive"),
                new Place("CloseRequest.READ_MAX", CloseRequest.READ_MAX, "session-transfer", "read", "maxInclusive"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("places")
    void theSchemaHasTheBound(Place place) throws IOException, DecodingException {
        Element owner = schema(place.schema()).children().stream()
                .filter(child -> child.attribute("name").equals(java.util.Optional.of(place.owner())))
                .findFirst()
                .orElseThrow();
        String[] facet = place.facet().split(" ", -1);
        Set<String> found = descendants(owner)
                .filter(element -> facet.length == 1
                        ? element.is(facet[0], XSD)
                        : element.attribute("name").equals(java.util.Optional.of(facet[1])))
                .map(element -> element.attribute(facet.length == 1 ? "value" : "maxOccurs")
                        .orElseThrow())
                .collect(Collectors.toSet());
        assertThat(found).containsExactly(Integer.toString(place.value()));
    }

    /** Two can't be said in a schema: {@link BeyondSchema#RELAY_CHARACTERS}, {@link BeyondSchema#PROFILE_LABELS_CHARACTERS}. */
    @Test
    void noBoundIsForgotten() throws IllegalAccessException {
        Set<String> bounds = new TreeSet<>();
        for (Field field : Bounds.class.getFields()) {
            if (Modifier.isStatic(field.getModifiers())) {
                bounds.add(field.getName());
            }
        }
        bounds.removeAll(Set.of("RELAY_MAX_CHARS", "PROFILE_LABELS_MAX_CHARS"));
        assertThat(places().stream().map(Place::bound).filter(name -> !name.contains(".")))
                .containsAll(bounds);
        assertThat(Bounds.RELAY_MAX_CHARS).isEqualTo(60_000);
        assertThat(Bounds.PROFILE_LABELS_MAX_CHARS).isEqualTo(40_000);
    }

    @Test
    void idsHaveTheShapeOfTheSchemas() throws IOException, DecodingException {
        for (String schema : List.of("ask", "session-transfer")) {
            assertThat(schema(schema).toString()).contains("[a-z2-7]{" + SessionId.LENGTH_CHARS + "}");
        }
    }

    /** Each document stands alone, so what ask and session-transfer share is written twice: the same. */
    @Test
    void sharedTypesAreTheSame() throws IOException, DecodingException {
        for (String type : List.of("token", "name", "address", "summary", "time")) {
            List<Element> types = Stream.of(schema("ask"), schema("session-transfer"))
                    .flatMap(schema -> schema.children().stream())
                    .filter(child -> child.is("simpleType", XSD)
                            && child.attribute("name").equals(java.util.Optional.of(type)))
                    .toList();
            assertThat(types).hasSize(2);
            assertThat(types.get(0)).isEqualTo(types.get(1));
        }
    }

    @Test
    void lengthsAreCountedInCharacters() {
        String faces = "\uD83D\uDE00".repeat(3);
        assertThat(Bounds.text("body", faces, 3)).isEqualTo(faces);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bounds.text("body", faces, 2))
                .withMessage("body has 3 characters, 1 to 2 are allowed");
        assertThatIllegalArgumentException().isThrownBy(() -> Bounds.text("body", "", 2));
    }

    @Test
    void nothingPassesThatXmlOrAnAttributeCannotCarry() {
        for (String bad : Arrays.asList("a\u0000", "\uD800", "\uFFFE", "\u001F")) {
            assertThatIllegalArgumentException().isThrownBy(() -> Bounds.text("body", bad, 10));
        }
        assertThat(Bounds.text("body", "a\tb\r\nc", 10)).isEqualTo("a\tb\r\nc");
        assertThatIllegalArgumentException().isThrownBy(() -> Bounds.line("handle", "a\tb", 10));
    }

    @Test
    void timesHaveAYearOfFourDigits() {
        assertThatIllegalArgumentException().isThrownBy(() -> Bounds.time("at", Instant.MAX));
        assertThatIllegalArgumentException().isThrownBy(() -> Bounds.time("at", Instant.MIN));
        assertThat(Bounds.time("at", Instant.EPOCH)).isEqualTo(Instant.EPOCH);
    }

    private static Element schema(String name) throws IOException, DecodingException {
        try (InputStream in = Schemas.resource(name).openStream()) {
            return ElementText.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static Stream<Element> descendants(Element element) {
        return Stream.concat(Stream.of(element), element.children().stream().flatMap(BoundsTest::descendants));
    }
}
