package org.crossdesk.edge.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.crossdesk.domain.competence.scheme.Scheme;
import org.crossdesk.domain.competence.scheme.SubjectOrder.Relation;
import org.crossdesk.protocol.competence.Label;
import org.crossdesk.protocol.competence.Subject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The schemes of a desk. */
class SchemesTest {
    private static final String TREES = "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
            + "<urn:t:oak> a skos:Concept ; skos:prefLabel \"oak\"@en .\n";

    @TempDir
    private Path folder;

    private Schemes schemes() {
        Schemes schemes = new Schemes(folder, "tehran.test");
        schemes.load();
        return schemes;
    }

    @Test
    void filesOfTheFolderStandBesideTheOneThatShipsAndABadOneHarmsNothing() throws Exception {
        Files.writeString(folder.resolve("trees.ttl"), TREES);
        Files.writeString(folder.resolve("broken.ttl"), TREES.substring(0, 90));
        Files.writeString(folder.resolve("general.ttl"), TREES);
        Files.writeString(folder.resolve("notes.txt"), "nothing");
        Schemes schemes = schemes();
        assertThat(schemes.book().schemes()).extracting(Scheme::name).containsExactly("general", "trees");
        assertThat(schemes.book().schemes().get(0).size()).isGreaterThan(100);
        assertThat(schemes.reader().apply("oak:2"))
                .isEqualTo(new Subject("trees", "urn:t:oak", 2, List.of(new Label("en", "oak"))));
        Files.writeString(folder.resolve("trees.ttl"), TREES.substring(0, 90));
        schemes.load();
        assertThat(schemes.book().schemes().get(1).size())
                .as("what stood before stays")
                .isEqualTo(1);
    }

    @Test
    void whatACoordinatorAddsIsThereAtOnceAndAfterARestart() throws Exception {
        Schemes schemes = schemes();
        schemes.add("qanat-law", List.of(new Label("en", "law of qanats"), new Label("fa", "حقوق قنات")), "juridik");
        schemes.add("qanat-tax", List.of(new Label("en", "tax of qanats")), "qanat-law");
        for (Schemes each : List.of(schemes, schemes())) {
            Subject qanat = each.reader().apply("حقوق قنات:3");
            assertThat(qanat.uri()).isEqualTo("urn:crossdesk:library:tehran.test:qanat-law");
            assertThat(each.relation(each.reader().apply("law"), qanat)).isEqualTo(Relation.COVERS);
            assertThat(each.relation(each.reader().apply("law"), each.reader().apply("qanat-tax")))
                    .isEqualTo(Relation.COVERS);
            assertThat(each.relation(qanat, each.reader().apply("law"))).isEqualTo(Relation.PART);
        }
        schemes.add("qanat-tax", List.of(new Label("en", "taxes on qanats")), null);
        assertThat(schemes.book().schemes().get(1).size()).isEqualTo(2);
        assertThat(schemes.relation(
                        schemes.reader().apply("law"), schemes.reader().apply("qanat-tax")))
                .isEqualTo(Relation.NONE);
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void whatIsWrongIsSaid() {
        Schemes schemes = schemes();
        List<Label> label = List.of(new Label("en", "x"));
        assertThatThrownBy(() -> schemes.add("Qanat Law", label, null)).hasMessageStartingWith("code: ");
        assertThatThrownBy(() -> schemes.add("x", List.of(), null)).hasMessageStartingWith("labels: ");
        assertThatThrownBy(() -> schemes.add("x", label, "nowhere at all"))
                .hasMessageContaining("no subject is called");
        assertThatThrownBy(() -> schemes.reader().apply("law:7")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> schemes.reader().apply("medisine"))
                .hasMessageStartingWith("no subject is called \"medisine\"; near it are ")
                .hasMessageContaining("medicine");
    }
}
