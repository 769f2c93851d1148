package org.crossdesk.protocol.xml;

/**
 * What XML 1.0 can carry (section 2.2). A text with any other character must not reach a stream: the peer's parser
 * would end the connection, and everybody's sessions on it.
 */
public final class XmlCharacters {
    private static final char REPLACEMENT = '\uFFFD';

    private XmlCharacters() {}

    /** Whether every character of {@code text} may stand in XML. */
    public static boolean allowed(String text) {
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            if (!allowed(character)) {
                return false;
            }
            i += Character.charCount(character);
        }
        return true;
    }

    /** Returns {@code text} with U+FFFD for each character that XML cannot carry. */
    public static String replaceForbidden(String text) {
        if (allowed(text)) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(character -> clean.appendCodePoint(allowed(character) ? character : REPLACEMENT));
        return clean.toString();
    }

    /** Whether {@code text} consists of the white space of XML, or of nothing. */
    static boolean blank(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!space(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** The beginning of {@code text}, marked as such where it is longer; never ends within a character. */
    public static String cut(String text, int maxChars) {
        if (text.length() <= maxChars) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(maxChars - 2)) ? maxChars - 2 : maxChars - 1;
        return text.substring(0, end) + "…";
    }

    /** Strips white space at both ends, as the schema types for numbers, flags and dates do. */
    static String collapse(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && space(text.charAt(from))) {
            from++;
        }
        while (to > from && space(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    /** Whether {@code name} can be the name of an element or an attribute without a prefix. */
    static boolean name(String name) {
        if (name.isEmpty() || !nameStart(name.codePointAt(0))) {
            return false;
        }
        return name.codePoints().allMatch(XmlCharacters::namePart);
    }

    private static boolean allowed(int character) {
        return character >= 0x20
                ? character <= 0xD7FF
                        || (character >= 0xE000 && character <= 0xFFFD)
                        || (character >= 0x1_0000 && character <= 0x10_FFFF)
                : character == '\t' || character == '\n' || character == '\r';
    }

    private static boolean space(char character) {
        return character == ' ' || character == '\t' || character == '\n' || character == '\r';
    }

    private static boolean nameStart(int character) {
        return character == '_' || Character.isLetter(character);
    }

    private static boolean namePart(int character) {
        return nameStart(character)
                || character == '-'
                || character == '.'
                || character == 0xB7
                || Character.isDigit(character)
                || Character.getType(character) == Character.NON_SPACING_MARK
                || Character.getType(character) == Character.COMBINING_SPACING_MARK
                || Character.getType(character) == Character.ENCLOSING_MARK;
    }
}
