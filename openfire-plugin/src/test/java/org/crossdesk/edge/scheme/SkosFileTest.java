package org.crossdesk.edge.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPOutputStream;
import org.crossdesk.domain.competence.scheme.Concept;
import org.crossdesk.domain.competence.scheme.Scheme;
import org.crossdesk.domain.competence.scheme.SchemeBook;
import org.crossdesk.protocol.competence.Label;
import org.crossdesk.protocol.competence.Subject;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Schemes in files. */
class SkosFileTest {
    private static final String PREFIXES =
            "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n@prefix : <urn:t:> .\n";
    private static final String TURTLE = PREFIXES
            + ": a skos:ConceptScheme .\n"
            + ":oak a skos:Concept ; skos:prefLabel \"oak\"@en, \"ek\"@sv ; skos:altLabel \"Quercus\"@la ; skos:broader :tree .\n"
            + ":tree a skos:Concept ; skos:prefLabel \"tree\"@en ; skos:notation \"T1\" ; skos:narrower :birch .\n"
            + ":birch a skos:Concept ; skos:prefLabel \"birch\"@en ; skos:exactMatch <urn:o:birch> .\n";
    private static final String XML =
            "<?xml version='1.0'?>\n%s<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'"
                    + " xmlns:skos='http://www.w3.org/2004/02/skos/core#'>\n"
                    + "<skos:Concept rdf:about='urn:t:oak'><skos:prefLabel xml:lang='en'>%s</skos:prefLabel></skos:Concept>\n"
                    + "</rdf:RDF>";

    private static SkosFile.Read read(String text, String name) throws SchemeException {
        return SkosFile.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), name);
    }

    @Test
    void turtleAndXmlZippedOrNot() throws Exception {
        Scheme trees = read(TURTLE, "Trees.ttl").scheme();
        assertThat(trees.name()).isEqualTo("trees");
        assertThat(trees.uri()).isEqualTo("urn:t:");
        assertThat(trees.called("quercus")).extracting(Concept::uri).containsExactly("urn:t:oak");
        assertThat(trees.called("t1")).extracting(Concept::uri).containsExactly("urn:t:tree");
        assertThat(trees.below("urn:t:tree")).containsExactlyInAnyOrder("urn:t:oak", "urn:t:birch");
        assertThat(read(XML.formatted("", "oak"), "x.rdf").scheme().called("oak"))
                .hasSize(1);
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(TURTLE.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(SkosFile.read(new ByteArrayInputStream(zipped.toByteArray()), "trees.ttl.gz")
                        .scheme()
                        .size())
                .isEqualTo(3);
    }

    @Test
    void halfAFileIsNone() {
        assertThatThrownBy(() -> read(TURTLE.substring(0, TURTLE.length() - 30), "trees.ttl"))
                .isInstanceOf(SchemeException.class)
                .hasMessageMatching("(?s)trees.ttl, line \\d+: .*");
        String xml = XML.formatted("", "oak");
        assertThatThrownBy(() -> read(xml.substring(0, xml.length() - 20), "x.rdf"))
                .isInstanceOf(SchemeException.class);
        assertThatThrownBy(() -> read(TURTLE, "trees.ttl.gz")).isInstanceOf(SchemeException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE rdf:RDF [<!ENTITY e 'x'>]>",
                "<!DOCTYPE rdf:RDF SYSTEM 'http://127.0.0.1:9/evil.dtd'>",
                "<!DOCTYPE rdf:RDF [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>"
            })
    void noDocumentTypesAndNoEntities(String doctype) {
        String label = doctype.contains("ENTITY") ? "&e;" : "oak";
        assertThatThrownBy(() -> read(XML.formatted(doctype, label), "x.rdf"))
                .isInstanceOf(SchemeException.class)
                .hasMessageContaining("DOCTYPE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"trees.txt", "trees", ".gz", "trees.ttl.zip"})
    void whatIsNoSuchFileIsSaidSo(String name) {
        assertThat(SkosFile.isOne(name)).isFalse();
        assertThatThrownBy(() -> read(TURTLE, name)).hasMessageContaining("is neither .ttl nor .rdf");
    }

    @Test
    void aFileWithoutConceptsIsNone() {
        assertThatThrownBy(() -> read(PREFIXES + ": a skos:ConceptScheme .", "x.ttl"))
                .hasMessage("x.ttl has no SKOS concept");
    }

    @Test
    void theSchemeThatShipsHasEverythingInSevenLanguages(@TempDir Path folder) {
        SchemeBook book = new Schemes(folder, "uppsala.test").book();
        Scheme general = book.schemes().get(0);
        assertThat(general.name()).isEqualTo(Subject.GENERAL_SCHEME);
        assertThat(general.size()).isBetween(140, 250);
        for (Concept concept : general.concepts()) {
            assertThat(concept.code()).as(concept.uri()).isNotNull().matches("[a-z0-9]+(-[a-z0-9]+)*");
            assertThat(concept.uri()).isEqualTo(Subject.GENERAL_SCHEME_URI + concept.code());
            assertThat(concept.labels())
                    .as(concept.uri())
                    .extracting(Label::tag)
                    .containsExactlyInAnyOrder("en", "sv", "fa", "fi", "es", "fr", "ar");
        }
        for (Concept concept : general.concepts()) {
            for (Label label : concept.labels()) {
                assertThat(general.called(label.name()))
                        .as("%s (%s)", label.name(), label.tag())
                        .extracting(Concept::uri)
                        .contains(concept.uri());
            }
        }
    }

    @Test
    void whatShipsHasNothingOdd() throws Exception {
        try (InputStream in = Objects.requireNonNull(Schemes.class.getResourceAsStream("subjects.ttl"))) {
            assertThat(SkosFile.read(in, "subjects.ttl").oddities().lines()).isEmpty();
        }
    }

    @Test
    void everyLabelOfTheUnescoThesaurusFindsItsConcept() throws Exception {
        Path file = Path.of("../../shared/data/unesco-thesaurus.ttl.gz");
        Assumptions.assumeTrue(Files.exists(file), "Skipped: " + file + " isn't there");
        long begin = System.nanoTime();
        SkosFile.Read read = SkosFile.read(file);
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        System.out.printf(
                "The UNESCO Thesaurus: %d concepts in %d ms%n", read.scheme().size(), took.toMillis());
        assertThat(took).as("the goal is 2 s; much more is a mistake").isLessThan(Duration.ofSeconds(10));
        Set<String> languages = new TreeSet<>();
        for (Concept concept : read.scheme().concepts()) {
            List<Label> all = new ArrayList<>(concept.labels());
            all.addAll(concept.others());
            for (Label label : all) {
                languages.add(label.tag());
                assertThat(read.scheme().called(label.name()))
                        .as("%s (%s)", label.name(), label.tag())
                        .extracting(Concept::uri)
                        .contains(concept.uri());
            }
        }
        assertThat(languages).contains("en", "es", "fr", "ru");
    }
}
