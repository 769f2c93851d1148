package org.crossdesk.edge.scheme;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.crossdesk.domain.competence.scheme.Concept;
import org.crossdesk.domain.competence.scheme.Scheme;
import org.crossdesk.protocol.competence.Label;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.ValueFactory;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;
import org.eclipse.rdf4j.model.vocabulary.RDF;
import org.eclipse.rdf4j.model.vocabulary.SKOS;
import org.eclipse.rdf4j.rio.turtle.TurtleWriter;
import org.jspecify.annotations.Nullable;

/** The concepts that a library adds itself, in a Turtle file that anybody may read and edit. */
final class OwnScheme {
    static final String FILE = "own.ttl";

    private final Path file;
    private final String uri;

    /** The file of {@code library} in this folder. */
    OwnScheme(Path folder, String library) {
        this.file = folder.resolve(FILE);
        this.uri = "urn:crossdesk:library:" + library + ":";
    }

    /** What a concept of this code is called for all time. */
    String uri(String code) {
        return uri + code;
    }

    /** Writes the scheme down with one concept more, in place of one of the same code; all of it or nothing. */
    void add(@Nullable Scheme before, String code, List<Label> labels, @Nullable String broader)
            throws SchemeException {
        try {
            Files.createDirectories(file.getParent());
            Path fresh = file.resolveSibling(FILE + ".new");
            try (Writer out = Files.newBufferedWriter(fresh)) {
                write(out, before, code, labels, broader);
            }
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new SchemeException("the concept can't be kept: " + e.getMessage(), e);
        }
    }

    private void write(Writer out, @Nullable Scheme before, String code, List<Label> labels, @Nullable String broader) {
        ValueFactory make = SimpleValueFactory.getInstance();
        TurtleWriter turtle = new TurtleWriter(out);
        turtle.startRDF();
        turtle.handleNamespace("skos", SKOS.NAMESPACE);
        turtle.handleNamespace("own", uri);
        turtle.handleStatement(make.createStatement(make.createIRI(uri), RDF.TYPE, SKOS.CONCEPT_SCHEME));
        if (before != null) {
            for (Concept concept : before.concepts()) {
                if (!concept.uri().equals(uri(code))) {
                    write(turtle, make, concept, before.directlyAbove(concept.uri()));
                }
            }
        }
        Concept fresh = new Concept(uri(code), code, labels, List.of());
        write(turtle, make, fresh, broader == null ? List.of() : List.of(broader));
        turtle.endRDF();
    }

    private static void write(TurtleWriter turtle, ValueFactory make, Concept concept, List<String> broader) {
        IRI subject = make.createIRI(concept.uri());
        turtle.handleStatement(make.createStatement(subject, RDF.TYPE, SKOS.CONCEPT));
        String code = concept.code();
        if (code != null) {
            turtle.handleStatement(make.createStatement(subject, SKOS.NOTATION, make.createLiteral(code)));
        }
        concept.labels()
                .forEach(label -> turtle.handleStatement(
                        make.createStatement(subject, SKOS.PREF_LABEL, make.createLiteral(label.name(), label.tag()))));
        concept.others()
                .forEach(label -> turtle.handleStatement(
                        make.createStatement(subject, SKOS.ALT_LABEL, make.createLiteral(label.name(), label.tag()))));
        broader.forEach(
                upper -> turtle.handleStatement(make.createStatement(subject, SKOS.BROADER, make.createIRI(upper))));
    }
}
