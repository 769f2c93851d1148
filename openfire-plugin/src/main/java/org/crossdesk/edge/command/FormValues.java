package org.crossdesk.edge.command;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.crossdesk.protocol.xml.DecodingException;
import org.dom4j.Element;
import org.xmpp.forms.DataForm;
import org.xmpp.forms.FormField;
import org.xmpp.packet.JID;

/**
 * What was filled into a form (XEP-0004): every field of the form and no other, each value of the type that the form
 * asked for.
 */
public final class FormValues {
    /** No form was filled in. */
    public static final FormValues NONE = new FormValues(Map.of());

    private static final Set<String> TRUE = Set.of("true", "1");
    private static final Set<String> FALSE = Set.of("false", "0");

    private final Map<String, List<String>> byField;

    private FormValues(Map<String, List<String>> byField) {
        this.byField = Map.copyOf(byField);
    }

    /** The first value without white space around it, if there is any. */
    public Optional<String> text(String field) {
        return all(field).stream().findFirst();
    }

    /** Every value without white space around it, and without the blank ones. */
    public List<String> all(String field) {
        return byField.getOrDefault(field, List.of()).stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** What was written into a field of several lines, with its blank lines, without white space around it. */
    public String words(String field) {
        return String.join("\n", byField.getOrDefault(field, List.of())).strip();
    }

    /** Whether a box is ticked. */
    public boolean flag(String field) {
        return text(field).filter(TRUE::contains).isPresent();
    }

    /**
     * Reads a submitted form. Fields that it leaves out have the form's defaults, and fields that the form doesn't have
     * are ignored, as XEP-0004 says.
     */
    static FormValues read(DataForm asked, Element submitted) throws DecodingException {
        Map<String, List<String>> given = given(submitted);
        Map<String, List<String>> byField = new LinkedHashMap<>();
        for (FormField field : asked.getFields()) {
            String name = field.getVariable();
            if (name == null || field.getType() == FormField.Type.fixed) {
                continue;
            }
            List<String> values = given.getOrDefault(name, List.copyOf(field.getValues()));
            check(field, name, values);
            byField.put(name, values);
        }
        return new FormValues(byField);
    }

    private static Map<String, List<String>> given(Element submitted) throws DecodingException {
        Map<String, List<String>> given = new HashMap<>();
        for (Iterator<?> fields = submitted.elementIterator("field"); fields.hasNext(); ) {
            Element field = (Element) fields.next();
            String name = field.attributeValue("var");
            if (name == null) {
                throw new DecodingException("a field of the form has no name");
            }
            List<String> values = field.elements("value").stream()
                    .map(value -> ((Element) value).getText())
                    .toList();
            if (given.put(name, values) != null) {
                throw wrong(name, "is there twice");
            }
        }
        return given;
    }

    private static void check(FormField field, String name, List<String> values) throws DecodingException {
        if (field.isRequired() && values.stream().allMatch(String::isBlank)) {
            throw wrong(name, "must be filled in");
        }
        FormField.Type type = field.getType() == null ? FormField.Type.text_single : field.getType();
        boolean many = type == FormField.Type.list_multi
                || type == FormField.Type.text_multi
                || type == FormField.Type.jid_multi;
        if (!many && values.size() > 1) {
            throw wrong(name, "takes one value");
        }
        for (String value : values) {
            if (!value.isBlank()) {
                check(field, type, name, value.strip());
            }
        }
    }

    private static void check(FormField field, FormField.Type type, String name, String value)
            throws DecodingException {
        switch (type) {
            case boolean_type -> {
                if (!TRUE.contains(value) && !FALSE.contains(value)) {
                    throw wrong(name, "takes true or false");
                }
            }
            case list_single, list_multi -> {
                List<String> options = field.getOptions().stream()
                        .map(FormField.Option::getValue)
                        .toList();
                if (!options.contains(value)) {
                    throw wrong(
                            name,
                            options.isEmpty()
                                    ? "has nothing to choose from now"
                                    : "takes one of " + String.join(", ", options));
                }
            }
            case jid_single, jid_multi -> {
                try {
                    new JID(value);
                } catch (IllegalArgumentException e) {
                    throw new DecodingException("the field '" + name + "' takes an XMPP address", e);
                }
            }
            case fixed, hidden, text_multi, text_private, text_single -> {
                // Any text will do.
            }
        }
    }

    private static DecodingException wrong(String field, String what) {
        return new DecodingException("the field '" + field + "' " + what);
    }
}
