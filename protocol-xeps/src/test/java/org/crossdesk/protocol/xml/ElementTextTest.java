package org.crossdesk.protocol.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ElementTextTest {
    private static final String NS = "urn:example:0";
    private static final int STRINGS_PER_SEED = 3_000;
    private static final String SAMPLE = "<offer xmlns='urn:xmpp:ask:0' id='1' xml:lang='fa'><needs xmlns='urn:x'/>"
            + "<summary>&lt;ارث&gt; &amp; <![CDATA[<b>]]> &#x1F600;</summary></offer>";

    static List<Long> seeds() {
        Long one = Long.getLong("crossdesk.seed");
        return (one == null ? LongStream.rangeClosed(1, 12) : LongStream.of(one))
                .boxed()
                .toList();
    }

    @Test
    void readsWhatItWrites() throws DecodingException {
        Element element = Element.named("a", NS)
                .attribute("plain", "<&>'\" \t\r\n]]>")
                .attribute(Element.LANGUAGE, "fa")
                .attribute("left-out", (String) null)
                .child(Element.named("b", "urn:other")
                        .text(" \r\n\t&<>]]>\uD83D\uDE00 ")
                        .build())
                .child("c", "x")
                .child("left-out", (String) null)
                .child(Element.named("d", "").build())
                .build();
        assertThat(element.attributes()).hasSize(2);
        assertThat(element.children()).hasSize(3);
        assertThat(ElementText.parse(element.toXml())).isEqualTo(element);
    }

    @Test
    void theOrderOfAttributesDoesNotMatterToEquality() throws DecodingException {
        assertThat(ElementText.parse("<a x='1' y='2'/>")).isEqualTo(ElementText.parse("<a y='2' x='1'/>"));
        assertThat(ElementText.parse("<a x='1' y='2'/>").attributes().keySet()).containsExactly("x", "y");
    }

    @Test
    void dropsWhiteSpaceBetweenChildrenOnly() throws DecodingException {
        assertThat(ElementText.parse("<a> <b> </b> </a>").children())
                .containsExactly(Element.named("b", "").text(" ").build());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "<a>",
                "<a/><b/>",
                "<a></b>",
                "<a x='1' x='2'/>",
                "<a>text<b/></a>",
                "<a><!-- comment --></a>",
                "<a><?target data?></a>",
                "<a>&unknown;</a>",
                "<p:a/>",
                "<a>\u0001</a>",
                "<a>&#1;</a>",
                "<a>&#xD800;</a>",
                "<a><![CDATA[</a>",
                // The JDK's parser throws unchecked exceptions over the next one.
                "<!DOCTYPE a [xml \uFFFF",
                "<!DOCTYPE a><a/>",
                "<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>",
                "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>",
                "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>&e;</a>",
                "<!DOCTYPE a [<!ENTITY % p SYSTEM 'http://192.0.2.1/p'>%p;]><a/>",
            })
    void refuses(String xml) {
        assertThatExceptionOfType(DecodingException.class).isThrownBy(() -> ElementText.parse(xml));
    }

    @Test
    void boundsTheDepth() throws DecodingException {
        assertThat(ElementText.parse(nested(ElementText.DEPTH_MAX)).name()).isEqualTo("a");
        assertThatExceptionOfType(DecodingException.class)
                .isThrownBy(() -> ElementText.parse(nested(ElementText.DEPTH_MAX + 1)))
                .withMessageContaining("deeper than 32");
        assertThatExceptionOfType(DecodingException.class).isThrownBy(() -> ElementText.parse(nested(100_000)));
    }

    private static String nested(int depth) {
        return "<a>".repeat(depth) + "</a>".repeat(depth);
    }

    @Test
    void boundsTheNumberOfElements() throws DecodingException {
        assertThat(ElementText.parse("<a>" + "<b/>".repeat(ElementText.ELEMENTS_MAX - 1) + "</a>")
                        .children())
                .hasSize(ElementText.ELEMENTS_MAX - 1);
        assertThatExceptionOfType(DecodingException.class)
                .isThrownBy(() -> ElementText.parse("<a>" + "<b/>".repeat(ElementText.ELEMENTS_MAX) + "</a>"))
                .withMessageContaining("more than 1024 elements");
    }

    @Test
    void boundsTheSize() throws DecodingException {
        String frame = "<a></a>";
        String most = "<a>" + "x".repeat(ElementText.SIZE_MAX_CHARS - frame.length()) + "</a>";
        assertThat(ElementText.parse(most).text()).hasSize(ElementText.SIZE_MAX_CHARS - frame.length());
        assertThatExceptionOfType(DecodingException.class).isThrownBy(() -> ElementText.parse(most + " "));
    }

    @Test
    void attributesOfForeignNamespacesAreHeldAndNotWritten() throws DecodingException {
        Element element = ElementText.parse("<a xmlns:p='urn:p' p:x='1'/>");
        assertThat(element.attributes()).isEqualTo(Map.of("p:x", "1"));
        assertThatIllegalArgumentException().isThrownBy(element::toXml);
    }

    @Test
    void writesNothingThatXmlCannotCarry() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Element.named("a", NS).text("\u0000").build().toXml());
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Element.named("a", NS).attribute("b", "\uD800").build().toXml());
        assertThat(XmlCharacters.replaceForbidden("a\u0000b\uD83D\uDE00\uDE00\u000B"))
                .isEqualTo("a\uFFFDb\uD83D\uDE00\uFFFD\uFFFD");
    }

    @Test
    void cutsBetweenCharacters() {
        assertThat(XmlCharacters.cut("abcd", 4)).isEqualTo("abcd");
        assertThat(XmlCharacters.cut("abcde", 4)).isEqualTo("abc…");
        assertThat(XmlCharacters.cut("ab\uD83D\uDE00de", 4)).isEqualTo("ab…");
    }

    @Test
    void mixedContentIsNoElement() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Element.named("a", NS).text("x").child("b", "y").build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Element.named("a b", NS).build());
    }

    @Test
    void errorsAreShortAndQuoteLittle() {
        DecodingException refusal = new DecodingException("x".repeat(10_000));
        assertThat(refusal.getMessage()).hasSizeLessThan(301);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anyStringIsReadOrRefused(long seed) {
        Random random = new Random(seed);
        int read = 0;
        for (int i = 0; i < STRINGS_PER_SEED; i++) {
            String xml = random.nextInt(4) == 0 ? noise(random) : changed(random);
            Element element;
            try {
                element = ElementText.parse(xml);
            } catch (DecodingException e) {
                continue;
            }
            read++;
            if (writable(element)) {
                assertThat(ElementText.write(element)).as("seed %d", seed).isNotEmpty();
            }
        }
        assertThat(read).as("seed %d", seed).isPositive();
    }

    private static boolean writable(Element element) {
        return element.attributes().keySet().stream()
                        .noneMatch(name -> name.contains(":") && !name.equals(Element.LANGUAGE))
                && element.children().stream().allMatch(ElementTextTest::writable);
    }

    /** Pieces of markup in any order: more of it gets far into the parser than of random characters. */
    private static String noise(Random random) {
        List<String> pieces = List.of(
                "<",
                "</",
                ">",
                "/>",
                "<a>",
                "</a>",
                "a",
                "b:",
                "xmlns",
                "xmlns:b",
                "=",
                "'",
                "\"",
                "&",
                "&#",
                "&#x",
                "&amp;",
                ";",
                "x41",
                "0",
                " ",
                "\n",
                "\r",
                "<![CDATA[",
                "]]>",
                "<!--",
                "-->",
                "<?",
                "?>",
                "<?xml version='1.0'",
                "version='1.1'",
                "encoding='UTF-16'",
                "standalone='yes'",
                "<!DOCTYPE",
                "[",
                "]",
                "<!ENTITY",
                "%",
                "SYSTEM",
                "\u0000",
                "\uD800",
                "\uDC00",
                "\uFFFF",
                "\uFEFF",
                "\u0085",
                "\u0633");
        StringBuilder noise = new StringBuilder(random.nextBoolean() ? "<a>" : "");
        for (int i = random.nextInt(25); i > 0; i--) {
            noise.append(pieces.get(random.nextInt(pieces.size())));
        }
        return noise.append(random.nextBoolean() ? "</a>" : "").toString();
    }

    private static String changed(Random random) {
        StringBuilder xml = new StringBuilder(SAMPLE);
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(xml.length());
            switch (random.nextInt(4)) {
                case 0 -> xml.deleteCharAt(at);
                case 1 -> xml.insert(at, (char) random.nextInt(0x80));
                case 2 -> xml.setCharAt(at, "<>&'/ ;:".charAt(random.nextInt(8)));
                default -> xml.insert(at, xml.substring(at, Math.min(xml.length(), at + random.nextInt(20))));
            }
        }
        return xml.toString();
    }
}
