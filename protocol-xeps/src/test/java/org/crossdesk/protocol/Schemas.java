package org.crossdesk.protocol;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Objects;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.crossdesk.protocol.xml.Element;
import org.xml.sax.SAXException;

/** The verdict of the schemas, by the JDK's validator. */
final class Schemas {
    static {
        // The validator counts UTF-16 units unless told; XML Schema means characters. Read once, when it is loaded.
        System.setProperty("com.sun.org.apache.xerces.internal.impl.dv.xs.useCodePointCountForStringLength", "true");
    }

    private static final Schema SCHEMA = compile();

    private Schemas() {}

    /** Where a schema stands on the class path. */
    static URL resource(String name) {
        return Objects.requireNonNull(Schemas.class.getResource("/schema/" + name + ".xsd"));
    }

    private static Schema compile() {
        SchemaFactory factory = SchemaFactory.newDefaultInstance();
        try {
            // Nothing may be fetched from the net.
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            return factory.newSchema(new Source[] {
                new StreamSource(resource("competence").toExternalForm()),
                new StreamSource(resource("ask").toExternalForm()),
                new StreamSource(resource("session-transfer").toExternalForm())
            });
        } catch (SAXException e) {
            throw new IllegalStateException("a schema is wrong", e);
        }
    }

    /** What the schemas find wrong with the element; nothing where it is valid. */
    static Optional<String> fault(Element element) {
        try {
            SCHEMA.newValidator().validate(new StreamSource(new StringReader(element.toXml())));
            return Optional.empty();
        } catch (SAXException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
