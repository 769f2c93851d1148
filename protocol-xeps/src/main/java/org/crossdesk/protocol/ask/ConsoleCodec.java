package org.crossdesk.protocol.ask;

import java.util.ArrayList;
import java.util.List;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.Bounds;
import org.crossdesk.protocol.session.RecalledLine;
import org.crossdesk.protocol.session.RecalledLineCodec;
import org.crossdesk.protocol.session.Role;
import org.crossdesk.protocol.session.SessionId;
import org.crossdesk.protocol.xml.DecodingException;
import org.crossdesk.protocol.xml.Element;
import org.crossdesk.protocol.xml.ElementReader;

/** What an operator's client and their desk say to each other. Ask Services, section "The Operator's Client". */
final class ConsoleCodec {
    private static final String PART = "part";

    private ConsoleCodec() {}

    private static Element.Builder part(Part part) {
        return Element.named(PART, AskCodec.NAMESPACE)
                .attribute("phase", part.phase())
                .keyword("role", part.role())
                .flag("later", part.later());
    }

    static Element encode(Part part) {
        return part(part).build();
    }

    static Element encode(Console console) {
        Element.Builder out = Element.named("console", AskCodec.NAMESPACE)
                .flag("taken", console.taken())
                .flag("paused", console.paused());
        console.posts()
                .forEach(post -> out.child(Element.named("post", AskCodec.NAMESPACE)
                        .attribute("service", post.service().toString())
                        .attribute("room", post.room().toString())
                        .attribute("name", post.name())
                        .build()));
        console.sessions()
                .forEach(one -> out.child(part(one.part())
                        .attribute("session", one.session().value())
                        .child(one.offer().toElement())
                        .build()));
        return out.build();
    }

    static Element encode(Recall recall) {
        return Element.named("recall", AskCodec.NAMESPACE)
                .attribute("after", recall.after())
                .flag("before", recall.before())
                .build();
    }

    static Element encode(RecalledLines lines) {
        Element.Builder out = Element.named("lines", AskCodec.NAMESPACE).flag("more", lines.more());
        return RecalledLineCodec.encode(out, AskCodec.NAMESPACE, lines.lines()).build();
    }

    static Part part(ElementReader in) throws DecodingException {
        Part part = readPart(in);
        in.finish();
        return part;
    }

    private static Part readPart(ElementReader in) throws DecodingException {
        Part.Phase phase = in.keyword("phase", Part.Phase.class);
        Role role = in.optionalKeyword("role", Role.class);
        return new Part(phase, role, in.optionalFlag("later"));
    }

    static Console console(ElementReader in) throws DecodingException {
        boolean taken = in.optionalFlag("taken");
        boolean paused = in.optionalFlag("paused");
        List<Console.Post> posts = new ArrayList<>();
        for (Element element : in.children("post", AskCodec.NAMESPACE, 0, Bounds.POSTS_MAX)) {
            ElementReader one = ElementReader.of(element);
            Address service = one.value("service", Address::parse);
            Address room = one.value("room", Address::parse);
            String name = one.optional("name");
            posts.add(one.finish(() -> new Console.Post(service, room, name)));
        }
        List<Console.InSession> sessions = new ArrayList<>();
        for (Element element : in.children(PART, AskCodec.NAMESPACE, 0, Bounds.CAPACITY_MAX)) {
            ElementReader one = ElementReader.of(element);
            Part part = readPart(one);
            SessionId session = one.value("session", SessionId::new);
            Offer offer = AskCodec.offer(ElementReader.of(one.child("offer", AskCodec.NAMESPACE)));
            sessions.add(one.finish(() -> new Console.InSession(session, part, offer)));
        }
        return in.finish(() -> new Console(taken, paused, posts, sessions));
    }

    static Recall recall(ElementReader in) throws DecodingException {
        long after = in.number("after", 0, Long.MAX_VALUE);
        boolean before = in.optionalFlag("before");
        return in.finish(() -> new Recall(after, before));
    }

    static RecalledLines lines(ElementReader in) throws DecodingException {
        boolean more = in.optionalFlag("more");
        List<RecalledLine> lines = RecalledLineCodec.decode(in, AskCodec.NAMESPACE);
        return in.finish(() -> new RecalledLines(more, lines));
    }
}
