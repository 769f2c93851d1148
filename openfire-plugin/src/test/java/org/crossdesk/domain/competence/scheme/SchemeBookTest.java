package org.crossdesk.domain.competence.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.crossdesk.domain.competence.scheme.SubjectOrder.Relation;
import org.crossdesk.protocol.competence.Label;
import org.crossdesk.protocol.competence.Subject;
import org.junit.jupiter.api.Test;

/** Several schemes side by side. */
class SchemeBookTest {
    private static final String G = Subject.GENERAL_SCHEME_URI;

    private static SchemeBuilder general() {
        SchemeBuilder builder = new SchemeBuilder("general");
        builder.scheme(G);
        concept(builder, G + "law", "law", "en law", "sv juridik", "fa حقوق");
        concept(builder, G + "inheritance-law", "inheritance-law", "en inheritance law", "sv arvsrätt", "fa حقوق ارث");
        concept(builder, G + "medicine", "medicine", "en medicine", "fi lääketiede");
        builder.broader(G + "inheritance-law", G + "law");
        return builder;
    }

    private static SchemeBuilder own() {
        SchemeBuilder builder = new SchemeBuilder("own");
        builder.scheme("urn:own:");
        concept(builder, "urn:own:qanat", "qanat", "en law of qanats", "fa حقوق قنات");
        concept(builder, "urn:own:jura", null, "de Jura");
        concept(builder, "urn:own:nursing", null, "en nursing");
        builder.broader("urn:own:qanat", G + "law");
        builder.exact("urn:own:jura", G + "law");
        builder.close("urn:own:nursing", G + "medicine");
        return builder;
    }

    private static void concept(SchemeBuilder builder, String uri, String code, String... labels) {
        builder.concept(uri);
        if (code != null) {
            builder.code(uri, code);
        }
        for (String label : labels) {
            builder.label(uri, label.substring(0, 2), label.substring(3), true);
        }
    }

    private static SchemeBook book() {
        return new SchemeBook(List.of(general().build(), own().build()));
    }

    @Test
    void whatIsTypedInAnyLanguageIsTheConcept() {
        for (String typed : List.of("law", "Law", "juridik", "حقوق", G + "law", "general#law", "Juridik ")) {
            assertThat(book().subject(typed, 2)).as(typed).isEqualTo(new Subject("general", "law", 2));
        }
        for (String typed :
                List.of("arvsratt", "ARVSRÄTT", "inheritance law", "inheritance-law", "حقوق\u200cارث", "حقوق  ارث")) {
            assertThat(book().subject(typed, 1).concept()).as(typed).isEqualTo("inheritance-law");
        }
        assertThat(book().subject("laaketiede", 1).concept()).isEqualTo("medicine");
    }

    @Test
    void aSubjectThatOthersMayNotHaveBringsItsLabels() {
        assertThat(book().subject("qanat", 3))
                .isEqualTo(new Subject(
                        "urn:own:",
                        "urn:own:qanat",
                        3,
                        List.of(new Label("en", "law of qanats"), new Label("fa", "حقوق قنات"))));
    }

    @Test
    void whatNobodyCallsSoIsRefusedWithWhatIsNear() {
        assertThatThrownBy(() -> book().subject("medecine", 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no subject is called \"medecine\"; near it are medicine");
        assertThatThrownBy(() -> book().subject("inherit", 1)).hasMessageContaining("inheritance law");
        assertThatThrownBy(() -> book().subject("own#law", 1)).hasMessageContaining("no subject is called \"law\"");
        assertThatThrownBy(() -> book().subject("zzzzzzzzzz", 1)).hasMessage("no subject is called \"zzzzzzzzzz\"");
        assertThat(SchemeBook.EMPTY.subject("anything", 1)).isEqualTo(new Subject("general", "anything", 1));
    }

    @Test
    void relationsHoldAcrossSchemes() {
        Subject law = new Subject("general", "law", 1);
        Subject inheritance = new Subject("general", "inheritance-law", 1);
        Subject jura = new Subject("urn:own:", "urn:own:jura", 1);
        Subject qanat = new Subject("urn:own:", "urn:own:qanat", 1);
        Subject nursing = new Subject("urn:own:", "urn:own:nursing", 1);
        Subject medicine = new Subject("general", "medicine", 1);
        Subject unknown = new Subject("elsewhere", "law", 1);
        SchemeBook book = book();
        assertThat(book.relation(law, law)).isEqualTo(Relation.SAME);
        assertThat(book.relation(jura, law)).isEqualTo(Relation.SAME);
        assertThat(book.relation(law, inheritance)).isEqualTo(Relation.COVERS);
        assertThat(book.relation(inheritance, law)).isEqualTo(Relation.PART);
        assertThat(book.relation(jura, inheritance)).as("through its stand-in").isEqualTo(Relation.COVERS);
        assertThat(book.relation(jura, qanat)).isEqualTo(Relation.COVERS);
        assertThat(book.relation(qanat, jura)).isEqualTo(Relation.PART);
        assertThat(book.relation(nursing, medicine)).isEqualTo(Relation.COVERS);
        assertThat(book.relation(qanat, inheritance)).isEqualTo(Relation.NONE);
        assertThat(book.relation(unknown, law)).isEqualTo(Relation.NONE);
        assertThat(book.relation(unknown, unknown)).isEqualTo(Relation.SAME);
    }

    @Test
    void whatIsOddIsToldAndHarmsNothing() {
        SchemeBuilder builder = new SchemeBuilder("odd");
        for (String uri : List.of("a", "b", "c", "d")) {
            concept(builder, uri, null, "en " + (uri.equals("d") ? "name of c" : "name of " + uri));
        }
        builder.concept("e");
        builder.broader("a", "b");
        builder.broader("b", "c");
        builder.broader("c", "a");
        builder.broader("d", "a");
        builder.broader("d", "d");
        builder.broader("d", "nowhere");
        builder.label("no concept", "en", "x", true);
        builder.label("a", "not a language!", "x", true);
        builder.label("a", "en", "  ", true);
        builder.code("a", "1");
        builder.code("a", "2");
        Scheme scheme = builder.build();
        String odd = String.join("\n", builder.oddities().lines());
        assertThat(odd)
                .contains("3 × a concept above itself through others: a, b, c")
                .contains("1 × a concept above itself: d")
                .contains("1 × a broader concept that is not in this file: d < nowhere")
                .contains("1 × something said of what is no concept, left out: no concept")
                .contains("1 × two concepts with the label \"name of c\" (en): c: d")
                .contains("1 × a concept without a label: e")
                .contains("1 × an empty label: a")
                .contains("1 × a label that can't be used")
                .contains("1 × a second notation, left out: a");
        SchemeBook book = new SchemeBook(List.of(scheme));
        Subject a = new Subject("odd", "a", 1);
        assertThat(book.byUri("a")).isNotNull();
        assertThat(scheme.below("a")).containsExactlyInAnyOrder("c", "d", "b");
        assertThat(book.relation(a, a)).isEqualTo(Relation.SAME);
    }

    @Test
    void everyLabelOfALargeSchemeIsFound() {
        int size = 200_000;
        SchemeBuilder builder = new SchemeBuilder("large");
        IntStream.range(0, size).forEach(i -> {
            concept(builder, "urn:large:" + i, "c" + i, "en concept number " + i, "sv begrepp nummer " + i);
            if (i > 0) {
                builder.broader("urn:large:" + i, "urn:large:" + (i - 1) / 7);
            }
        });
        Scheme scheme = builder.build();
        assertThat(builder.oddities().count()).isZero();
        Random random = new Random(1);
        for (int n = 0; n < 2_000; n++) {
            int i = random.nextInt(size);
            assertThat(scheme.called("Begrepp Nummer " + i))
                    .extracting(Concept::uri)
                    .containsExactly("urn:large:" + i);
        }
        assertThat(scheme.below("urn:large:0")).hasSize(size - 1);
    }
}
