package org.crossdesk.edge.web;

import org.crossdesk.protocol.ask.ServiceStatus;
import org.crossdesk.protocol.xml.Element;

/** A service's status as a picture: its name, and beside it in colour and in words how it stands. */
final class Badge {
    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final int HEIGHT = 24;
    private static final int CORNER = 4;
    private static final int FONT_SIZE = 12;
    private static final int BASELINE = 16;
    private static final int MARGIN = 9;
    /** What a longer name is cut to; whoever hears the badge read hears all of it. */
    private static final int NAME_MAX_CHARS = 48;

    private static final String NAME_COLOUR = "#37474f";

    private Badge() {}

    static String of(StatusFace face) {
        String name = shortened(face.name());
        int nameWidth = width(name);
        int textWidth = width(face.text());
        int all = nameWidth + textWidth;
        // Where one reads from the right, the name is on the right.
        int nameFrom = rightToLeft(face.text()) ? textWidth : 0;
        int textFrom = rightToLeft(face.text()) ? 0 : nameWidth;
        String label = face.name() + ": " + face.text();
        return Element.named("svg", SVG)
                .attribute("width", all)
                .attribute("height", HEIGHT)
                .attribute("viewBox", "0 0 " + all + " " + HEIGHT)
                .attribute("role", "img")
                .attribute("aria-label", label)
                .attribute(Element.LANGUAGE, face.language())
                .child(Element.named("title", SVG).text(label).build())
                .child(Element.named("clipPath", SVG)
                        .attribute("id", "r")
                        .child(box(0, all, "#000", CORNER))
                        .build())
                .child(Element.named("g", SVG)
                        .attribute("clip-path", "url(#r)")
                        .child(box(nameFrom, nameWidth, NAME_COLOUR, 0))
                        .child(box(textFrom, textWidth, colour(face.status().state()), 0))
                        .build())
                .child(Element.named("g", SVG)
                        .attribute("fill", "#fff")
                        .attribute("font-family", "Verdana,DejaVu Sans,Vazirmatn,Tahoma,sans-serif")
                        .attribute("font-size", FONT_SIZE)
                        .attribute("text-anchor", "middle")
                        .child(words(nameFrom + nameWidth / 2, name))
                        .child(words(textFrom + textWidth / 2, face.text()))
                        .build())
                .build()
                .toXml();
    }

    /** White on each of these is read well (WCAG 2, level AA). */
    private static String colour(ServiceStatus.State state) {
        return switch (state) {
            case OPEN -> "#1b7a34";
            case BUSY -> "#9a5b00";
            case AWAY -> "#5f6368";
            case CLOSED -> "#8e2430";
        };
    }

    private static Element box(int x, int width, String fill, int corner) {
        Element.Builder box = Element.named("rect", SVG)
                .attribute("x", x)
                .attribute("width", width)
                .attribute("height", HEIGHT)
                .attribute("fill", fill);
        return corner == 0 ? box.build() : box.attribute("rx", corner).build();
    }

    private static Element words(int middle, String words) {
        return Element.named("text", SVG)
                .attribute("x", middle)
                .attribute("y", BASELINE)
                .attribute("direction", rightToLeft(words) ? "rtl" : null)
                .text(words)
                .build();
    }

    /** Whether the first letter says so. */
    private static boolean rightToLeft(String words) {
        return words.codePoints()
                .filter(Character::isLetter)
                .mapToObj(Character::getDirectionality)
                .findFirst()
                .filter(direction -> direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC)
                .isPresent();
    }

    private static String shortened(String name) {
        return name.codePointCount(0, name.length()) <= NAME_MAX_CHARS
                ? name
                : name.substring(0, name.offsetByCodePoints(0, NAME_MAX_CHARS - 1)) + "…";
    }

    /** About as wide as the words are in the first of the fonts, which is the widest, and a margin on each side. */
    private static int width(String words) {
        double width = words.codePoints().mapToDouble(Badge::ems).sum() * FONT_SIZE;
        return (int) Math.ceil(width) + 2 * MARGIN;
    }

    private static double ems(int character) {
        if (Character.getType(character) == Character.FORMAT
                || Character.getType(character) == Character.NON_SPACING_MARK) {
            return 0;
        }
        if (character >= 0x1100 && Character.isIdeographic(character)) {
            return 1;
        }
        if ("il.,:;'|!jI ()[]tfr".indexOf(character) >= 0) {
            return 0.43;
        }
        return "mwMW@%".indexOf(character) >= 0 ? 1 : Character.isUpperCase(character) ? 0.75 : 0.64;
    }
}
