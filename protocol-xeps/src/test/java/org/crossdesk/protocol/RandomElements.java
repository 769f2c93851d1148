package org.crossdesk.protocol;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.crossdesk.protocol.ask.AskCodec;
import org.crossdesk.protocol.competence.CompetenceCodec;
import org.crossdesk.protocol.transfer.TransferCodec;
import org.crossdesk.protocol.xml.Element;

/** Elements that are nearly right, and elements that are not at all, from a seed. */
final class RandomElements {
    private static final List<String> NAMESPACES =
            List.of(CompetenceCodec.NAMESPACE, AskCodec.NAMESPACE, TransferCodec.NAMESPACE, "jabber:client", "");

    private static final List<String> NAMES = List.of(
            "competence",
            "profile",
            "query",
            "needs",
            "language",
            "subject",
            "label",
            "insight",
            "question",
            "offer",
            "brokered",
            "decline",
            "retract",
            "withdraw",
            "exhausted",
            "staff",
            "staffing",
            "dismiss",
            "release",
            "admit",
            "admitted",
            "closed",
            "note",
            "summary",
            "hops",
            "hop",
            "policy",
            "excluded",
            "operator",
            "accept",
            "owned",
            "relay",
            "utterance",
            "ack",
            "say",
            "say-refused",
            "transfer",
            "target",
            "transfer-cancel",
            "transfer-refused",
            "close",
            "tag",
            "scripts",
            "script",
            "silent",
            "released",
            "body",
            "x");

    private static final List<String> ATTRIBUTES = List.of(
            "handle",
            "ver",
            "load",
            "capacity",
            "tag",
            "level",
            "min",
            "scheme",
            "concept",
            "kind",
            "name",
            "id",
            "session",
            "home",
            "transfer",
            "seconds",
            "service",
            "question",
            "candidates",
            "reason",
            "account",
            "room",
            "epoch",
            "last-seq",
            "up-to",
            "seq",
            "at",
            "speaker",
            "own",
            "number",
            "resolution",
            "read",
            "last-number",
            "general",
            "up",
            "count",
            "since",
            "lines",
            "owner",
            "scope",
            "left-out",
            Element.LANGUAGE,
            "x");

    private static final List<String> VALUES = List.of(
            "",
            " ",
            "0",
            "1",
            "2",
            "3",
            "6",
            "7",
            "100",
            "101",
            "3600",
            "3601",
            "-1",
            "+1",
            "01",
            "1.0",
            " 5 ",
            "5\n",
            "٣",
            "2147483647",
            "2147483648",
            "9223372036854775807",
            "9223372036854775808",
            "99999999999999999999999",
            "true",
            "false",
            " true ",
            "TRUE",
            "yes",
            "fa",
            "fa ",
            "sv-SE",
            "x-private",
            "i-klingon",
            "abcd",
            "en-u-ca-buddhist",
            "de-1901-1901",
            "zh-cmn-Hans",
            "fa_IR",
            "en-a1",
            "en-12",
            "en-a12",
            "en-IRN",
            "native",
            "NATIVE",
            "b2",
            "B2",
            "region",
            "REGION",
            "declined",
            "off-duty",
            "OFF_DUTY",
            "taken",
            "personal",
            "library",
            "patron",
            "operator",
            "operator ",
            "answered",
            "closed",
            "transferred",
            "timeout",
            "nobody-fits",
            "general",
            "law",
            "h7",
            "a\tb",
            "a\nb",
            "2026-11-23T10:00:00Z",
            " 2026-11-23T10:00:00Z",
            "2026-11-23T10:00:00",
            "2026-11-23T10:00:00+01:00",
            "2026-02-29T10:00:00Z",
            "2024-02-29T10:00:00.1Z",
            "2026-11-23T24:00:00Z",
            "2026-12-31T23:59:60Z",
            "2026-11-23T10:00Z",
            "0000-01-01T00:00:00Z",
            "10000-01-01T00:00:00Z",
            "2026-13-01T00:00:00Z",
            "2026-11-23T10:00:00.1234567890Z",
            "2026-11-23T10:00:00.Z",
            "2026-11-23t10:00:00z",
            "ask.uppsala.test",
            "desk@ask.uppsala.test",
            "a@b@c",
            "@b",
            "b/",
            "/r",
            "a@",
            "b/ c d",
            "a b",
            "b/x\ty",
            "abcdefghijklmnopqrstuvwxyz",
            "abcdefghijklmnopqrstuvwxy2",
            "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
            "abcdefghijklmnopqrstuvwxy1",
            "abcdefghijklmnopqrstuvwxy",
            "t".repeat(40),
            "t".repeat(41),
            "n".repeat(255),
            "n".repeat(256),
            "\uD83D\uDE00".repeat(255),
            "\uD83D\uDE00".repeat(256),
            "s".repeat(500),
            "s".repeat(501),
            "d".repeat(1_023),
            "d".repeat(1_024),
            "d@" + "d".repeat(1_024),
            "d/" + "d".repeat(1_024),
            "p".repeat(4_000),
            "p".repeat(4_001),
            "b".repeat(20_000),
            "b".repeat(20_001),
            "aaaaaaaa-bbbbbbbb-cccccccc-dddddddd",
            "aaaaaaaa-bbbbbbbb-cccccccc-dddddddd-e");

    private final Random random;

    RandomElements(Random random) {
        this.random = random;
    }

    /** The element with one to three things changed, anywhere in it. */
    Element mutate(Element element) {
        Element mutant = element;
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            mutant = somewhere(mutant);
        }
        return mutant;
    }

    private Element somewhere(Element element) {
        List<Element> children = element.children();
        if (!children.isEmpty() && random.nextInt(3) > 0) {
            int index = random.nextInt(children.size());
            List<Element> changed = new ArrayList<>(children);
            changed.set(index, somewhere(children.get(index)));
            return with(element, element.attributes(), changed, "");
        }
        return here(element);
    }

    private Element here(Element element) {
        Map<String, String> attributes = new LinkedHashMap<>(element.attributes());
        List<Element> children = new ArrayList<>(element.children());
        switch (random.nextInt(13)) {
            case 0 -> attributes.remove(anyOf(attributes));
            case 1, 2, 3 -> attributes.replace(anyOf(attributes), any(VALUES));
            case 4 -> attributes.replaceAll((name, value) -> random.nextInt(3) == 0 ? " " + value + "\t" : value);
            case 5 -> attributes.put(any(ATTRIBUTES), any(VALUES));
            case 6 -> {
                if (!children.isEmpty()) {
                    children.remove(random.nextInt(children.size()));
                }
            }
            case 7 -> {
                if (!children.isEmpty()) {
                    Element twin = any(children);
                    int copies = any(List.of(1, 1, 8, 16, 50, 64, 200));
                    for (int i = 0; i < copies; i++) {
                        children.add(random.nextInt(children.size() + 1), twin);
                    }
                }
            }
            case 8 -> java.util.Collections.shuffle(children, random);
            case 9 -> children.add(random.nextInt(children.size() + 1), tree(2));
            case 10 -> {
                return with(element, attributes, List.of(), any(VALUES));
            }
            case 11 -> {
                return new Element(any(NAMES), element.namespace(), attributes, children, text(element, children));
            }
            default -> {
                return new Element(element.name(), any(NAMESPACES), attributes, children, text(element, children));
            }
        }
        return with(element, attributes, children, text(element, children));
    }

    private static String text(Element element, List<Element> children) {
        return children.isEmpty() ? element.text() : "";
    }

    private static Element with(Element element, Map<String, String> attributes, List<Element> children, String text) {
        return new Element(element.name(), element.namespace(), attributes, children, text);
    }

    /** A tree of our words in any order. */
    Element tree(int depth) {
        Element.Builder tree = Element.named(any(NAMES), NAMESPACES.get(random.nextInt(NAMESPACES.size())));
        for (int i = random.nextInt(4); i > 0; i--) {
            tree.attribute(any(ATTRIBUTES), any(VALUES));
        }
        int children = depth == 0 ? 0 : random.nextInt(4);
        for (int i = 0; i < children; i++) {
            tree.child(tree(depth - 1));
        }
        if (children == 0 && random.nextBoolean()) {
            tree.text(any(VALUES));
        }
        return tree.build();
    }

    private String anyOf(Map<String, String> attributes) {
        return attributes.isEmpty() ? "none" : any(List.copyOf(attributes.keySet()));
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
