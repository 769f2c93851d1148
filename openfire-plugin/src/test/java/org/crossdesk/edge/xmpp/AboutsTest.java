package org.crossdesk.edge.xmpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.crossdesk.domain.service.PatronForm;
import org.crossdesk.domain.service.PatronForm.Answer;
import org.crossdesk.domain.service.PatronForm.Kind;
import org.crossdesk.protocol.xml.DecodingException;
import org.dom4j.Element;
import org.dom4j.Namespace;
import org.dom4j.QName;
import org.junit.jupiter.api.Test;
import org.xmpp.packet.Message;

/** What a patron says of themselves. Ask Services, section "Something About the Patron". */
class AboutsTest {
    private static final PatronForm FORM =
            new PatronForm(List.of(new PatronForm.Field(Kind.NAME, false), new PatronForm.Field(Kind.CLASS, true)));

    private static Message says(String type, String formType, String... answers) {
        Message message = new Message();
        Element form = message.getElement().addElement(QName.get("x", Namespace.get("jabber:x:data")));
        form.addAttribute("type", type);
        field(form, "FORM_TYPE", formType);
        for (int i = 0; i < answers.length; i += 2) {
            field(form, answers[i], answers[i + 1]);
        }
        return message;
    }

    private static void field(Element form, String name, String value) {
        form.addElement("field").addAttribute("var", name).addElement("value").setText(value);
    }

    @Test
    void whatIsAskedIsTakenInTheOrderOfTheLibrary() throws Exception {
        assertThat(Abouts.read(says("submit", Abouts.FORM, "class", "9 b", "name", "Mina"), FORM))
                .containsExactly(new Answer(Kind.NAME, "Mina"), new Answer(Kind.CLASS, "9 b"));
    }

    @Test
    void whatIsNotAskedIsNotTaken() throws Exception {
        assertThat(Abouts.read(says("submit", Abouts.FORM, "phone", "1", "x", "y", "name", "  "), FORM))
                .isEmpty();
        assertThat(Abouts.read(says("submit", "urn:example", "name", "Mina"), FORM))
                .isEmpty();
        assertThat(Abouts.read(says("form", Abouts.FORM, "name", "Mina"), FORM)).isEmpty();
        assertThat(Abouts.read(says("submit", Abouts.FORM, "name", "Mina"), PatronForm.NONE))
                .isEmpty();
        assertThat(Abouts.read(new Message(), FORM)).isEmpty();
    }

    @Test
    void anAnswerIsOneLineThatTurnsNothingAround() throws Exception {
        assertThat(Abouts.read(says("submit", Abouts.FORM, "name", " Mi\nna\u202E\u2066 A "), FORM))
                .containsExactly(new Answer(Kind.NAME, "Mi na A"));
    }

    @Test
    void oneThatIsTooLongIsRefusedInWords() throws Exception {
        String most = "x".repeat(PatronForm.ANSWER_MAX_CHARS);
        assertThat(Abouts.read(says("submit", Abouts.FORM, "name", most), FORM)).hasSize(1);
        assertThatThrownBy(() -> Abouts.read(says("submit", Abouts.FORM, "name", most + "x"), FORM))
                .isInstanceOf(DecodingException.class)
                .hasMessage("the field 'name' may have 200 characters");
    }
}
