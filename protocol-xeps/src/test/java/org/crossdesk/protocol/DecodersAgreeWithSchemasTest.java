package org.crossdesk.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.crossdesk.protocol.xml.DecodingException;
import org.crossdesk.protocol.xml.Element;
import org.crossdesk.protocol.xml.ElementText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The decoders refuse what the schemas refuse and accept what they accept, but for {@link BeyondSchema}; and nothing
 * but a {@link DecodingException} comes out of them.
 */
class DecodersAgreeWithSchemasTest {
    private static final int PAYLOADS_PER_SEED = 60;
    private static final int MUTANTS_PER_SEED = 1_500;
    private static final int TREES_PER_SEED = 500;

    static List<Long> seeds() {
        return Seeds.all().boxed().toList();
    }

    @Test
    void theGeneratorKnowsEveryKind() {
        assertThat(new RandomPayloads(new Random(1)).kinds()).isEqualTo(Codecs.kinds());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsEncodedIsValidAndDecodesToTheSame(long seed) throws DecodingException {
        RandomPayloads payloads = new RandomPayloads(new Random(seed));
        for (String kind : payloads.kinds()) {
            for (int i = 0; i < PAYLOADS_PER_SEED; i++) {
                Payload payload = payloads.next(kind);
                Element element = payload.toElement();
                assertThat(Schemas.fault(element)).as("seed %d: %s", seed, kind).isEmpty();
                assertThat(Codecs.decode(element)).as("seed %d", seed).isEqualTo(payload);
                assertThat(ElementText.parse(element.toXml()))
                        .as("seed %d", seed)
                        .isEqualTo(element);
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void changedPayloadsGetTheSameVerdict(long seed) throws DecodingException {
        Random random = new Random(seed);
        RandomPayloads payloads = new RandomPayloads(random);
        RandomElements elements = new RandomElements(random);
        int accepted = 0;
        for (int i = 0; i < MUTANTS_PER_SEED; i++) {
            accepted += sameVerdict(seed, elements.mutate(payloads.next().toElement())) ? 1 : 0;
        }
        // Else the changes are so coarse that the test says nothing about what is nearly right.
        assertThat(accepted).as("seed %d", seed).isBetween(MUTANTS_PER_SEED / 20, MUTANTS_PER_SEED * 19 / 20);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anyTreeGetsTheSameVerdict(long seed) throws DecodingException {
        RandomElements elements = new RandomElements(new Random(seed));
        for (int i = 0; i < TREES_PER_SEED; i++) {
            sameVerdict(seed, elements.tree(4));
        }
    }

    /** Every rule beyond the schemas is needed: for each there is an element that only it refuses. */
    @Test
    void everyRuleBeyondTheSchemasRefusesSomething() throws DecodingException {
        String token = "abcdefghijklmnopqrstuvwxyz";
        String relay = "<relay xmlns='urn:xmpp:session-transfer:0' session='" + token + "' epoch='1'>";
        String utterance = "<utterance at='2026-11-23T10:00:00Z' seq='";
        String said = "<said at='2026-11-23T10:00:00Z' seq='1' by='";
        String longRecall = (said + "desk'>" + "x".repeat(20_000) + "</said>").repeat(4);
        String lines = "<lines xmlns='urn:xmpp:ask:0'>";
        String recalled = relay.replace("relay", "recalled");
        Stream<String> broken = Stream.of(
                lines + longRecall + "</lines>",
                lines + said + "desk' own='true'>x</said></lines>",
                recalled + longRecall + "</recalled>",
                recalled + said + "patron' own='1'>x</said></recalled>",
                "<profile xmlns='urn:xmpp:competence:0' ver='x'/>",
                manyLabels(),
                "<offer xmlns='urn:xmpp:ask:0' id='" + token + "' session='" + token + "' home='h' transfer='false'"
                        + " service='s' seconds='1'><needs xmlns='urn:xmpp:competence:0'/>"
                        + "<summary xml:lang='aaaaaaaa-bbbbbbbb-cccccccc-dddddddd-e'>s</summary></offer>",
                relay + utterance + "1' speaker='operator' own='1'>text</utterance></relay>",
                relay + utterance + "1' speaker='patron' corrects='1'/></relay>",
                relay + (utterance + "1' speaker='desk'>" + "x".repeat(20_000) + "</utterance>").repeat(4)
                        + "</relay>");
        Set<BeyondSchema> seen = EnumSet.noneOf(BeyondSchema.class);
        for (String xml : broken.toList()) {
            Element element = ElementText.parse(xml);
            assertThat(Schemas.fault(element)).isEmpty();
            assertThat(sameVerdict(0, element)).isFalse();
            Stream.of(BeyondSchema.values())
                    .filter(rule -> rule.broken(element))
                    .forEach(seen::add);
        }
        assertThat(seen).containsExactly(BeyondSchema.values());
    }

    /** A profile with the right hash, and with more labels than fit. */
    private static String manyLabels() throws DecodingException {
        String subject = "<subject scheme='s' concept='c' level='1'>"
                + ("<label tag='sv' name='" + "n".repeat(255) + "'/>").repeat(8) + "</subject>";
        String profile = "<profile xmlns='urn:xmpp:competence:0' ver='x'>" + subject.repeat(20) + "</profile>";
        return profile.replace("ver='x'", "ver='" + BeyondSchema.hash(ElementText.parse(profile)) + "'");
    }

    /** Whether both accept it. Any exception but the one that is allowed fails the test by itself. */
    private static boolean sameVerdict(long seed, Element element) throws DecodingException {
        Optional<String> fault = Schemas.fault(element);
        Payload payload;
        try {
            payload = Codecs.decode(element);
        } catch (DecodingException refusal) {
            if (fault.isEmpty()) {
                assertThat(BeyondSchema.values())
                        .as("seed %d: the schema accepts, the decoder says %s: %s", seed, refusal.getMessage(), element)
                        .anyMatch(rule -> rule.broken(element));
            } else if (element.name().equals("profile")) {
                // The hash is looked at last, so that it can't hide that the decoder would let something else pass.
                assertThat(refusal.getMessage())
                        .as("seed %d: %s for %s", seed, fault, element)
                        .doesNotContain("hash");
            }
            return false;
        }
        assertThat(fault).as("seed %d: the decoder accepts %s", seed, element).isEmpty();
        assertThat(BeyondSchema.values())
                .as("seed %d: the decoder accepts %s", seed, element)
                .noneMatch(rule -> rule.broken(element));
        Element canonical = payload.toElement();
        assertThat(Schemas.fault(canonical)).as("seed %d: %s", seed, canonical).isEmpty();
        assertThat(Codecs.decode(canonical)).as("seed %d", seed).isEqualTo(payload);
        return true;
    }
}
