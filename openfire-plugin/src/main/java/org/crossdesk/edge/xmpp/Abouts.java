package org.crossdesk.edge.xmpp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.crossdesk.domain.service.PatronForm;
import org.crossdesk.protocol.xml.DecodingException;
import org.crossdesk.protocol.xml.XmlCharacters;
import org.dom4j.Element;
import org.dom4j.Namespace;
import org.dom4j.QName;
import org.jspecify.annotations.Nullable;
import org.xmpp.packet.Message;

/** Reads what a patron says of themselves. Ask Services, section "Something About the Patron". */
final class Abouts {
    /** What such a form is called. */
    static final String FORM = "urn:xmpp:ask:0#about";

    private static final QName X = QName.get("x", Namespace.get("jabber:x:data"));

    private Abouts() {}

    /** The answers to what this library asks; what it does not ask is not taken. */
    static List<PatronForm.Answer> read(Message message, PatronForm asked) throws DecodingException {
        Element form = message.getElement().element(X);
        if (form == null || !"submit".equals(form.attributeValue("type")) || !FORM.equals(value(form, "FORM_TYPE"))) {
            return List.of();
        }
        List<PatronForm.Answer> answers = new ArrayList<>();
        for (PatronForm.Field field : asked.fields()) {
            String name = field.kind().name().toLowerCase(Locale.ROOT);
            String value = value(form, name);
            if (value != null && value.length() > PatronForm.ANSWER_MAX_CHARS) {
                throw new DecodingException(
                        "the field '" + name + "' may have " + PatronForm.ANSWER_MAX_CHARS + " characters");
            }
            if (value != null && !value.isEmpty()) {
                answers.add(new PatronForm.Answer(field.kind(), value));
            }
        }
        return answers;
    }

    /** One line, without what would turn the line around that it is shown in. */
    private static @Nullable String value(Element form, String name) {
        for (Element field : form.elements("field")) {
            if (name.equals(field.attributeValue("var"))) {
                String text = field.elementText("value");
                return text == null
                        ? null
                        : OperatorLine.DIRECTION
                                .matcher(XmlCharacters.replaceForbidden(text))
                                .replaceAll("")
                                .strip()
                                .replaceAll("\\s+", " ");
            }
        }
        return null;
    }
}
