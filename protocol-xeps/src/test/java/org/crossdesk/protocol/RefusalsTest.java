package org.crossdesk.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.crossdesk.protocol.ask.AskCodec;
import org.crossdesk.protocol.competence.CompetenceCodec;
import org.crossdesk.protocol.transfer.TransferCodec;
import org.crossdesk.protocol.xml.DecodingException;
import org.crossdesk.protocol.xml.Element;
import org.crossdesk.protocol.xml.ElementText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A refusal says in plain words which element and which attribute is wrong, and how. */
class RefusalsTest {
    private static final String TOKEN = "abcdefghijklmnopqrstuvwxyz";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            <ack/>                                          | <ack/>: the attribute 'session' is missing
            <ack session='x'/>                              | <ack/>: the attribute 'session': not a session id
            <ack session='@'/>                              | <ack/>: the attribute 'epoch' is missing
            <ack session='@' epoch='0' up-to='1'/>          | <ack/>: the attribute 'epoch' is '0', 1 to 9223372036854775807 are allowed
            <ack session='@' epoch='01' up-to='1'/>         | <ack/>: the attribute 'epoch' is '01', a whole number is expected
            <ack session='@' epoch='9999999999999999999' up-to='1'/> | <ack/>: the attribute 'epoch' is too large a number
            <ack session='@' epoch='1' up-to='1' x='1'/>    | <ack/>: the attribute 'x' is not known
            <ack session='@' epoch='1' up-to='1'>t</ack>    | <ack/>: no text is expected in it
            <ack session='@' epoch='1' up-to='1'><b/></ack> | <ack/>: the child <b/> is not known, is once too many or is in the wrong place
            <released session='@' epoch='1' reason='why'/>  | <released/>: the attribute 'reason' is 'why', one of transferred, closed, patron-left, dropped, taken-back is expected
            <say session='@' epoch='1' number='1' at='now'>t</say> | <say/>: the attribute 'at' is 'now', a time such as 2026-11-23T10:00:00Z is expected
            <say session='@' epoch='1' number='1' at='2026-02-30T10:00:00Z'>t</say> | <say/>: the attribute 'at' names no day of the calendar
            <say session='@' epoch='1' number='1' at='2026-11-23T10:00:00Z'/> | <say/>: body has 0 characters, 1 to 20000 are allowed
            <transfer session='@' epoch='1'/>               | <transfer/>: the child <needs/> is missing or in the wrong place
            <relay session='@' epoch='1'/>                  | <relay/>: it has 0 times <utterance/>, 1 to 50 are allowed
            <nonsense/>                                     | <nonsense/> is not known in urn:xmpp:session-transfer:0
            """)
    void saysWhatIsWrong(String xml, String message) throws DecodingException {
        String in = xml.replace("@", TOKEN).replaceFirst("^<([a-z-]+)", "<$1 xmlns='" + TransferCodec.NAMESPACE + "'");
        Element element = ElementText.parse(in);
        assertThatExceptionOfType(DecodingException.class)
                .isThrownBy(() -> TransferCodec.decode(element))
                .withMessage(message);
    }

    /** What goes into an error stanza must not carry what somebody said, nor grow with what somebody sent. */
    @Test
    void quotesShortly() throws DecodingException {
        String long20k = "x".repeat(20_001);
        Element say = ElementText.parse("<say xmlns='" + TransferCodec.NAMESPACE + "' session='" + TOKEN
                + "' epoch='1' number='1' at='2026-11-23T10:00:00Z'>" + long20k + "</say>");
        assertThatExceptionOfType(DecodingException.class)
                .isThrownBy(() -> TransferCodec.decode(say))
                .withMessage("<say/>: body has 20001 characters, 1 to 20000 are allowed");
        Element ack = Element.named("ack", TransferCodec.NAMESPACE)
                .attribute("session", TOKEN)
                .attribute("epoch", long20k)
                .build();
        assertThatExceptionOfType(DecodingException.class)
                .isThrownBy(() -> TransferCodec.decode(ack))
                .satisfies(refusal -> assertThat(refusal.getMessage()).hasSizeLessThan(120));
    }

    @Test
    void eachCodecKnowsItsOwnNamespaceAndNoOther() {
        Element other = Element.named("ack", "jabber:client").build();
        assertThat(Codecs.know(other)).isFalse();
        assertThatExceptionOfType(DecodingException.class).isThrownBy(() -> AskCodec.decode(other));
        assertThatExceptionOfType(DecodingException.class).isThrownBy(() -> TransferCodec.decode(other));
        assertThatExceptionOfType(DecodingException.class).isThrownBy(() -> CompetenceCodec.decode(other));
        assertThat(AskCodec.knows(Element.named("nonsense", AskCodec.NAMESPACE).build()))
                .as("so that a stranger word is a bad request, and not passed over")
                .isTrue();
    }
}
