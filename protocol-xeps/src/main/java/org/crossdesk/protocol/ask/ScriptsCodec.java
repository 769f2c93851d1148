package org.crossdesk.protocol.ask;

import java.util.ArrayList;
import java.util.List;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.xml.DecodingException;
import org.crossdesk.protocol.xml.Element;
import org.crossdesk.protocol.xml.ElementReader;

/** Scripts on the wire. Ask Services, section "Scripts". */
final class ScriptsCodec {
    private ScriptsCodec() {}

    static Element encode(Scripts scripts) {
        Element.Builder out = Element.named("scripts", AskCodec.NAMESPACE)
                .attribute("left-out", scripts.leftOut() == 0 ? null : Integer.toString(scripts.leftOut()));
        scripts.all().forEach(script -> out.child(encode(script)));
        scripts.silent().forEach(service -> out.child("silent", service.toString()));
        return out.build();
    }

    private static Element encode(Script script) {
        Address service = script.service();
        return Element.named("script", AskCodec.NAMESPACE)
                .attribute("id", script.id())
                .attribute("scope", script.scope())
                .attribute("service", service == null ? null : service.toString())
                .attribute("name", script.name())
                .attribute(Element.LANGUAGE, script.language())
                .text(script.words())
                .build();
    }

    static Scripts decode(ElementReader in) throws DecodingException {
        Long leftOut = in.optionalNumber("left-out", 0, Integer.MAX_VALUE);
        List<Script> scripts = new ArrayList<>();
        for (Element element : in.children("script", AskCodec.NAMESPACE, 0, Bounds.SCRIPTS_MAX)) {
            scripts.add(script(ElementReader.of(element)));
        }
        List<Address> silent = CallCodec.addresses(in, "silent", 0, Bounds.POSTS_MAX);
        return in.finish(() -> new Scripts(scripts, silent, leftOut == null ? 0 : leftOut.intValue()));
    }

    private static Script script(ElementReader in) throws DecodingException {
        String id = in.required("id");
        Script.Scope scope = in.keyword("scope", Script.Scope.class);
        Address service = in.optionalValue("service", Address::parse);
        String name = in.required("name");
        String language = in.language();
        return in.finishText(words -> new Script(id, scope, service, name, language, words));
    }
}
