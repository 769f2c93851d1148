package org.crossdesk.edge.scheme;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.crossdesk.domain.competence.scheme.Oddities;
import org.crossdesk.domain.competence.scheme.Scheme;
import org.crossdesk.domain.competence.scheme.SchemeBuilder;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.vocabulary.RDF;
import org.eclipse.rdf4j.model.vocabulary.SKOS;
import org.eclipse.rdf4j.rio.RDFHandlerException;
import org.eclipse.rdf4j.rio.RDFParseException;
import org.eclipse.rdf4j.rio.RDFParser;
import org.eclipse.rdf4j.rio.helpers.AbstractRDFHandler;
import org.eclipse.rdf4j.rio.helpers.BasicParserSettings;
import org.eclipse.rdf4j.rio.helpers.XMLParserSettings;
import org.eclipse.rdf4j.rio.rdfxml.RDFXMLParser;
import org.eclipse.rdf4j.rio.turtle.TurtleParser;

/** Reads a scheme from a SKOS file: Turtle ({@code .ttl}) or RDF/XML ({@code .rdf}), perhaps gzipped ({@code .gz}). */
public final class SkosFile {
    private static final String GZIP = ".gz";
    private static final List<String> ENDINGS = List.of(".ttl", ".rdf");
    private static final String BASE = "urn:crossdesk:file:";

    private SkosFile() {}

    /** A scheme, and what was odd in its file. */
    public record Read(Scheme scheme, Oddities oddities) {}

    /** Whether a file of this name can hold a scheme. */
    public static boolean isOne(String fileName) {
        return ENDINGS.stream().anyMatch(plain(fileName)::endsWith);
    }

    private static String plain(String fileName) {
        String lower = fileName.toLowerCase(Locale.ROOT);
        return lower.endsWith(GZIP) ? lower.substring(0, lower.length() - GZIP.length()) : lower;
    }

    /** What a scheme in a file of this name is called here: the name without its endings. */
    static String name(String fileName) {
        String plain = plain(fileName);
        return plain.substring(0, plain.lastIndexOf('.'));
    }

    /** Reads a file. */
    public static Read read(Path file) throws SchemeException {
        String fileName = String.valueOf(file.getFileName());
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, fileName);
        } catch (IOException e) {
            throw new SchemeException(fileName + " can't be read: " + e.getMessage(), e);
        }
    }

    /** Reads what a file of this name holds; all of it, or nothing. */
    public static Read read(InputStream in, String fileName) throws SchemeException {
        if (!isOne(fileName)) {
            throw new SchemeException(fileName + " is neither .ttl nor .rdf, nor one of these with .gz");
        }
        SchemeBuilder builder = new SchemeBuilder(name(fileName));
        RDFParser parser = plain(fileName).endsWith(".ttl") ? new TurtleParser() : new RDFXMLParser();
        parser.getParserConfig().set(BasicParserSettings.VERIFY_URI_SYNTAX, false);
        parser.getParserConfig().set(BasicParserSettings.VERIFY_DATATYPE_VALUES, false);
        parser.getParserConfig().set(BasicParserSettings.VERIFY_LANGUAGE_TAGS, false);
        parser.getParserConfig().set(XMLParserSettings.DISALLOW_DOCTYPE_DECL, true);
        parser.getParserConfig().set(XMLParserSettings.EXTERNAL_GENERAL_ENTITIES, false);
        parser.getParserConfig().set(XMLParserSettings.EXTERNAL_PARAMETER_ENTITIES, false);
        parser.getParserConfig().set(XMLParserSettings.LOAD_EXTERNAL_DTD, false);
        long[] last = {1};
        parser.setParseLocationListener((line, column) -> last[0] = Math.max(last[0], line));
        parser.setRDFHandler(new Statements(builder));
        try (InputStream plain = fileName.toLowerCase(Locale.ROOT).endsWith(GZIP)
                ? new GZIPInputStream(new BufferedInputStream(in))
                : new BufferedInputStream(in)) {
            parser.parse(plain, BASE);
        } catch (RDFParseException e) {
            long line = e.getLineNumber() < 0 ? last[0] : e.getLineNumber();
            throw new SchemeException(fileName + ", line " + line + ": " + e.getMessage(), e);
        } catch (IOException | RDFHandlerException e) {
            throw new SchemeException(fileName + " can't be read: " + e.getMessage(), e);
        }
        Scheme scheme = builder.build();
        if (scheme.size() == 0) {
            throw new SchemeException(fileName + " has no SKOS concept");
        }
        return new Read(scheme, builder.oddities());
    }

    /** Hands on what SKOS says, in whatever order it comes. */
    private static final class Statements extends AbstractRDFHandler {
        private final SchemeBuilder builder;

        Statements(SchemeBuilder builder) {
            this.builder = builder;
        }

        @Override
        public void handleStatement(Statement statement) {
            String subject = statement.getSubject().stringValue();
            IRI predicate = statement.getPredicate();
            Value object = statement.getObject();
            String value = object.stringValue();
            if (predicate.equals(RDF.TYPE)) {
                if (object.equals(SKOS.CONCEPT)) {
                    builder.concept(subject);
                } else if (object.equals(SKOS.CONCEPT_SCHEME)) {
                    builder.scheme(subject);
                }
            } else if (!predicate.getNamespace().equals(SKOS.NAMESPACE)) {
                return;
            }
            switch (predicate.getLocalName()) {
                case "prefLabel" -> label(subject, object, true);
                case "altLabel", "hiddenLabel" -> label(subject, object, false);
                case "notation" -> builder.code(subject, value);
                case "broader", "broaderTransitive", "broadMatch" -> builder.broader(subject, value);
                case "narrower", "narrowerTransitive", "narrowMatch" -> builder.broader(value, subject);
                case "exactMatch" -> builder.exact(subject, value);
                case "closeMatch" -> builder.close(subject, value);
                default -> {
                    // Notes, collections, what somebody has related: nothing to match by.
                }
            }
        }

        private void label(String subject, Value object, boolean preferred) {
            String language =
                    object instanceof Literal literal ? literal.getLanguage().orElse(null) : null;
            builder.label(subject, language, object.stringValue(), preferred);
        }
    }
}
