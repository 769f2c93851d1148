package org.crossdesk.protocol.xml;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads one element strictly, for decoders: attributes by name, then the content in the order of the schema, then
 * {@link #finish}, which refuses whatever nobody asked for. It accepts the lexical forms that the schemas accept and no
 * others, since {@code Long.parseLong} and {@code Instant.parse} take more.
 */
public final class ElementReader {
    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,18}");
    private static final Pattern INSTANT = Pattern.compile(
            "[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}" + "T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,9})?Z");
    private static final Pattern LANGUAGE = Pattern.compile("[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*");
    private static final int QUOTE_MAX_CHARS = 40;

    /** What the decoder has asked the element to hold. */
    private enum Content {
        NOTHING,
        TEXT,
        CHILDREN
    }

    private final Element element;
    private final Set<String> unread;
    private Content content = Content.NOTHING;
    private int next;

    private ElementReader(Element element) {
        this.element = element;
        this.unread = new LinkedHashSet<>(element.attributes().keySet());
    }

    /** Begins to read. */
    public static ElementReader of(Element element) {
        return new ElementReader(element);
    }

    /** An attribute that may be missing. */
    public @Nullable String optional(String attribute) {
        unread.remove(attribute);
        return element.attributes().get(attribute);
    }

    /** An attribute that must be there. */
    public String required(String attribute) throws DecodingException {
        String value = optional(attribute);
        if (value == null) {
            throw wrong("the attribute '" + attribute + "' is missing");
        }
        return value;
    }

    /** An attribute of a type that its constructor or factory checks by {@link IllegalArgumentException}. */
    public <T> T value(String attribute, Function<String, T> type) throws DecodingException {
        return checked(attribute, required(attribute), type);
    }

    /** Like {@link #value}, for an attribute that may be missing. */
    public <T> @Nullable T optionalValue(String attribute, Function<String, T> type) throws DecodingException {
        String value = optional(attribute);
        return value == null ? null : checked(attribute, value, type);
    }

    private <T> T checked(String attribute, String value, Function<String, T> type) throws DecodingException {
        try {
            return type.apply(value);
        } catch (IllegalArgumentException e) {
            throw new DecodingException(where() + "the attribute '" + attribute + "': " + e.getMessage(), e);
        }
    }

    /** A whole number from {@code least} to {@code most}, in decimal digits without sign or leading zeros. */
    public long number(String attribute, long least, long most) throws DecodingException {
        return number(attribute, required(attribute), least, most);
    }

    /** Like {@link #number(String, long, long)}, for an attribute that may be missing. */
    public @Nullable Long optionalNumber(String attribute, long least, long most) throws DecodingException {
        String value = optional(attribute);
        return value == null ? null : number(attribute, value, least, most);
    }

    /** Like {@link #number(String, long, long)}, for small ones. */
    public int count(String attribute, int least, int most) throws DecodingException {
        return Math.toIntExact(number(attribute, least, most));
    }

    private long number(String attribute, String value, long least, long most) throws DecodingException {
        String digits = XmlCharacters.collapse(value);
        if (!NUMBER.matcher(digits).matches()) {
            throw wrong(attribute, value, "a whole number is expected");
        }
        long number;
        try {
            number = Long.parseLong(digits);
        } catch (NumberFormatException e) {
            throw new DecodingException(where() + "the attribute '" + attribute + "' is too large a number", e);
        }
        if (number < least || number > most) {
            throw wrong(attribute, value, least + " to " + most + " are allowed");
        }
        return number;
    }

    /** {@code true} or {@code false}. */
    public boolean flag(String attribute) throws DecodingException {
        String value = required(attribute);
        return switch (XmlCharacters.collapse(value)) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw wrong(attribute, value, "true or false is expected");
        };
    }

    /** {@code true} or {@code false}; one that is not there is false. */
    public boolean optionalFlag(String attribute) throws DecodingException {
        return element.attribute(attribute).isPresent() && flag(attribute);
    }

    /** One of the keywords of an enum, if it is there. */
    public <E extends Enum<E>> @Nullable E optionalKeyword(String attribute, Class<E> type) throws DecodingException {
        return element.attribute(attribute).isPresent() ? keyword(attribute, type) : null;
    }

    /** One of the keywords of an enum. */
    public <E extends Enum<E>> E keyword(String attribute, Class<E> type) throws DecodingException {
        String value = required(attribute);
        List<String> keywords = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            String keyword = Keyword.of(constant);
            if (keyword.equals(value)) {
                return constant;
            }
            keywords.add(keyword);
        }
        throw wrong(attribute, value, "one of " + String.join(", ", keywords) + " is expected");
    }

    /** A time in UTC (XEP-0082), with at most nine digits of a second. */
    public Instant instant(String attribute) throws DecodingException {
        String value = required(attribute);
        String time = XmlCharacters.collapse(value);
        if (!INSTANT.matcher(time).matches()) {
            throw wrong(attribute, value, "a time such as 2026-11-23T10:00:00Z is expected");
        }
        try {
            return Instant.parse(time);
        } catch (DateTimeException e) {
            throw new DecodingException(where() + "the attribute '" + attribute + "' names no day of the calendar", e);
        }
    }

    /** Like {@link #instant}, for an attribute that may be missing. */
    public @Nullable Instant optionalInstant(String attribute) throws DecodingException {
        return element.attribute(attribute).isPresent() ? instant(attribute) : null;
    }

    /** The language of the text; none where the attribute is missing or empty. */
    public @Nullable String language() throws DecodingException {
        String value = optional(Element.LANGUAGE);
        if (value == null || value.isEmpty()) {
            return null;
        }
        String tag = XmlCharacters.collapse(value);
        if (!LANGUAGE.matcher(tag).matches()) {
            throw wrong(Element.LANGUAGE, value, "a language tag is expected");
        }
        return tag;
    }

    /** The text, which may be empty; such an element has no children. */
    public String text() throws DecodingException {
        content = Content.TEXT;
        if (!element.children().isEmpty()) {
            throw wrong("only text is expected, and it has children");
        }
        return element.text();
    }

    /** The next child, which must be this one. */
    public Element child(String name, String namespace) throws DecodingException {
        Element child = optionalChild(name, namespace);
        if (child == null) {
            throw wrong("the child <" + name + "/> is missing or in the wrong place");
        }
        return child;
    }

    /** The next child if it is this one. */
    public @Nullable Element optionalChild(String name, String namespace) {
        content = Content.CHILDREN;
        if (next < element.children().size() && element.children().get(next).is(name, namespace)) {
            return element.children().get(next++);
        }
        return null;
    }

    /** The next children as long as they are this one; {@code least} to {@code most} of them. */
    public List<Element> children(String name, String namespace, int least, int most) throws DecodingException {
        List<Element> found = new ArrayList<>();
        for (Element child = optionalChild(name, namespace); child != null; child = optionalChild(name, namespace)) {
            found.add(child);
        }
        if (found.size() < least || found.size() > most) {
            throw wrong("it has " + found.size() + " times <" + name + "/>, " + least + " to " + most + " are allowed");
        }
        return found;
    }

    /** The text of an element that holds nothing else and has no further attributes. */
    public String finishText() throws DecodingException {
        String text = text();
        finish();
        return text;
    }

    /** Like {@link #finishText()}, for a text of a type. */
    public <T> T finishText(Function<String, T> type) throws DecodingException {
        String text = finishText();
        return construct(() -> type.apply(text));
    }

    /** Refuses what was not asked for, then constructs. */
    public <T> T finish(Supplier<T> constructor) throws DecodingException {
        finish();
        return construct(constructor);
    }

    /** What a constructor finds wrong with what was read is an error of the wire too. */
    public <T> T construct(Supplier<T> constructor) throws DecodingException {
        try {
            return constructor.get();
        } catch (IllegalArgumentException e) {
            throw new DecodingException(where() + e.getMessage(), e);
        }
    }

    /** Refuses what was not asked for. */
    public void finish() throws DecodingException {
        if (!unread.isEmpty()) {
            throw wrong("the attribute '" + quote(unread.iterator().next()) + "' is not known");
        }
        if (next < element.children().size()) {
            throw wrong("the child <" + quote(element.children().get(next).name())
                    + "/> is not known, is once too many or is in the wrong place");
        }
        boolean stray = content == Content.CHILDREN
                ? !XmlCharacters.blank(element.text())
                : content == Content.NOTHING && !element.text().isEmpty();
        if (stray) {
            throw wrong("no text is expected in it");
        }
    }

    private DecodingException wrong(String attribute, String value, String expected) {
        return wrong("the attribute '" + attribute + "' is '" + quote(value) + "', " + expected);
    }

    private DecodingException wrong(String what) {
        return new DecodingException(where() + what);
    }

    private String where() {
        return "<" + quote(element.name()) + "/>: ";
    }

    private static String quote(String value) {
        return XmlCharacters.cut(value, QUOTE_MAX_CHARS);
    }
}
