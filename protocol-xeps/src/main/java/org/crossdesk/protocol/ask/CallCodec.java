package org.crossdesk.protocol.ask;

import java.util.ArrayList;
import java.util.List;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.competence.CompetenceCodec;
import org.crossdesk.protocol.competence.Needs;
import org.crossdesk.protocol.session.Role;
import org.crossdesk.protocol.session.SessionId;
import org.crossdesk.protocol.xml.DecodingException;
import org.crossdesk.protocol.xml.Element;
import org.crossdesk.protocol.xml.ElementReader;
import org.jspecify.annotations.Nullable;

/** What a question and an offer have in common on the wire. Ask Services, section "The call". */
final class CallCodec {
    private CallCodec() {}

    static void attributes(Element.Builder out, Call call) {
        out.attribute("id", call.question().value())
                .attribute("session", call.session().value())
                .attribute("home", call.home().toString())
                .attribute("transfer", call.transfer())
                .keyword("role", call.role())
                .keyword("discloses", call.discloses());
    }

    static void children(Element.Builder out, Call call) {
        out.child(call.needs().toElement())
                .child(Element.named("summary", AskCodec.NAMESPACE)
                        .attribute(Element.LANGUAGE, call.language())
                        .text(call.summary())
                        .build());
        addresses(out, "hops", "hop", call.hops());
        out.child("policy", call.policy());
    }

    /** A list without entries is left out. */
    static void addresses(Element.Builder out, String list, String entry, List<Address> addresses) {
        if (!addresses.isEmpty()) {
            Element.Builder entries = Element.named(list, AskCodec.NAMESPACE);
            addresses.forEach(address -> entries.child(entry, address.toString()));
            out.child(entries.build());
        }
    }

    /** Reads the attributes and the children of the call, and leaves what follows them. */
    static Call decode(ElementReader in) throws DecodingException {
        QuestionId question = in.value("id", QuestionId::new);
        SessionId session = in.value("session", SessionId::new);
        Address home = in.value("home", Address::parse);
        boolean transfer = in.flag("transfer");
        Role role = in.optionalKeyword("role", Role.class);
        Disclosure discloses = in.optionalKeyword("discloses", Disclosure.class);
        Needs needs = CompetenceCodec.decodeNeeds(in.child("needs", CompetenceCodec.NAMESPACE));
        ElementReader summaryIn = ElementReader.of(in.child("summary", AskCodec.NAMESPACE));
        String language = summaryIn.language();
        String summary = summaryIn.finishText();
        List<Address> hops = addresses(in, "hops", "hop", Bounds.HOPS_MAX);
        Element policyElement = in.optionalChild("policy", AskCodec.NAMESPACE);
        String policy =
                policyElement == null ? null : ElementReader.of(policyElement).finishText();
        return in.construct(() ->
                new Call(question, session, home, transfer, needs, summary, language, hops, policy, role, discloses));
    }

    static List<Address> addresses(ElementReader outer, String list, String entry, int most) throws DecodingException {
        @Nullable Element element = outer.optionalChild(list, AskCodec.NAMESPACE);
        if (element == null) {
            return List.of();
        }
        ElementReader in = ElementReader.of(element);
        List<Address> addresses = addresses(in, entry, 1, most);
        in.finish();
        return addresses;
    }

    /** The next children, each of which is one address. */
    static List<Address> addresses(ElementReader in, String entry, int least, int most) throws DecodingException {
        List<Address> addresses = new ArrayList<>();
        for (Element one : in.children(entry, AskCodec.NAMESPACE, least, most)) {
            addresses.add(ElementReader.of(one).finishText(Address::parse));
        }
        return addresses;
    }
}
