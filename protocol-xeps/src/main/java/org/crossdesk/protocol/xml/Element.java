package org.crossdesk.protocol.xml;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An XML element: a name in a namespace, attributes, and either child elements or text. Immutable. Two elements are
 * equal whatever the order of their attributes.
 *
 * @param name the local name
 * @param namespace the namespace, empty for none
 * @param attributes in the order in which they came; the language is {@code xml:lang}, and an attribute of any other
 *     foreign namespace keeps its prefix (such a one can be held and refused, but not written)
 * @param children empty where there is text
 * @param text empty where there are children
 */
public record Element(
        String name, String namespace, Map<String, String> attributes, List<Element> children, String text) {
    /** The key of the language. */
    public static final String LANGUAGE = "xml:lang";

    public Element {
        if (!XmlCharacters.name(name)) {
            throw new IllegalArgumentException("not the name of an element");
        }
        if (!children.isEmpty() && !text.isEmpty()) {
            throw new IllegalArgumentException("<" + name + "> has both children and text");
        }
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        children = List.copyOf(children);
    }

    /** Begins an element. */
    public static Builder named(String name, String namespace) {
        return new Builder(name, namespace);
    }

    /** The value of an attribute, if it is there. */
    public Optional<String> attribute(String attribute) {
        return Optional.ofNullable(attributes.get(attribute));
    }

    /** The first child with this name and namespace. */
    public Optional<Element> child(String childName, String childNamespace) {
        return children.stream()
                .filter(child -> child.is(childName, childNamespace))
                .findFirst();
    }

    /** Whether it has this name and namespace. */
    public boolean is(String otherName, String otherNamespace) {
        return name.equals(otherName) && namespace.equals(otherNamespace);
    }

    /** The XML text of it. */
    public String toXml() {
        return ElementText.write(this);
    }

    /** Gathers an element. Not for use by more than one thread. */
    public static final class Builder {
        private final String name;
        private final String namespace;
        private final Map<String, String> attributes = new LinkedHashMap<>();
        private final List<Element> children = new ArrayList<>();
        private String text = "";

        private Builder(String name, String namespace) {
            this.name = name;
            this.namespace = namespace;
        }

        /** Sets an attribute; {@code null} leaves it out. */
        public Builder attribute(String attribute, @Nullable String value) {
            if (value != null) {
                attributes.put(attribute, value);
            }
            return this;
        }

        /** Sets an attribute to a number. */
        public Builder attribute(String attribute, long value) {
            return attribute(attribute, Long.toString(value));
        }

        /** Sets an attribute to a flag. */
        public Builder attribute(String attribute, boolean value) {
            return attribute(attribute, Boolean.toString(value));
        }

        /** Sets an attribute to the keyword of a constant: {@code NOBODY_FITS} is {@code nobody-fits}. */
        public Builder attribute(String attribute, Enum<?> value) {
            return attribute(attribute, Keyword.of(value));
        }

        /** Sets an attribute to the keyword of a constant, if there is one. */
        public Builder keyword(String attribute, @Nullable Enum<?> value) {
            return attribute(attribute, value == null ? null : Keyword.of(value));
        }

        /** Sets an attribute to true, or leaves it out. */
        public Builder flag(String attribute, boolean value) {
            return attribute(attribute, value ? "true" : null);
        }

        /** Sets an attribute to a time in UTC (XEP-0082). */
        public Builder attribute(String attribute, Instant value) {
            return attribute(attribute, value.toString());
        }

        /** Adds a child. */
        public Builder child(Element child) {
            children.add(child);
            return this;
        }

        /** Adds a child of the same namespace that holds nothing but text; {@code null} leaves it out. */
        public Builder child(String childName, @Nullable String childText) {
            return childText == null
                    ? this
                    : child(named(childName, namespace).text(childText).build());
        }

        /** Sets the text. */
        public Builder text(String newText) {
            text = newText;
            return this;
        }

        /** The element. */
        public Element build() {
            return new Element(name, namespace, attributes, children, text);
        }
    }
}
