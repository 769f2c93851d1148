package org.crossdesk.deploy.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.crossdesk.bot.script.Operator;
import org.crossdesk.bot.script.Patron;
import org.crossdesk.bot.smack.Outgoing;
import org.crossdesk.bot.smack.XmppClient;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.xml.Element;
import org.jivesoftware.smack.packet.ExtensionElement;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.junit.jupiter.api.Test;

/** What clients say beside words goes from the patron's to an operator's at another library, and back. */
@Conversation
class PassThroughTest {
    private static final String HOME = "uppsala.test";
    private static final String STATES = "http://jabber.org/protocol/chatstates";
    private static final String MARKERS = "urn:xmpp:chat-markers:0";
    private static final String CORRECT = "urn:xmpp:message-correct:0";
    private static final String OOB = "jabber:x:oob";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Everything that comes to a client, as it is. */
    private static final class Ear {
        private final BlockingQueue<Message> heard = new LinkedBlockingQueue<>();

        Ear(XmppClient client) {
            client.connection()
                    .addSyncStanzaListener(
                            stanza -> heard.add((Message) stanza),
                            org.jivesoftware.smack.filter.MessageTypeFilter.CHAT);
        }

        Message hears(String what, Predicate<Message> fits) throws InterruptedException {
            long end = System.nanoTime() + PATIENCE.toNanos();
            for (long left = PATIENCE.toNanos(); left > 0; left = end - System.nanoTime()) {
                Message message = heard.poll(left, TimeUnit.NANOSECONDS);
                if (message != null && fits.test(message)) {
                    return message;
                }
            }
            throw new AssertionError("not heard within " + PATIENCE + ": " + what);
        }

        Message hearsWords(String text) throws InterruptedException {
            return hears(text, message -> String.valueOf(message.getBody()).contains(text));
        }

        Message hearsSign(String name, String namespace) throws InterruptedException {
            return hears(name, message -> message.getBody() == null && message.hasExtension(name, namespace));
        }
    }

    @Test
    void betweenTwoLibraries(Play play) throws Exception {
        Address hall = play.hall();
        Address desk = play.opens(Opening.at(HOME).waiting(1).rollingUpTo(hall));
        Operator reza = play.operator("Reza", "tehran.test", Knows.nothingSpecial());
        play.enters(reza, hall);
        Patron elsa = play.patron("Elsa", desk);
        Ear elsas = new Ear(play.client(elsa));
        Ear rezas = new Ear(play.client(reza));
        elsa.writes("Good morning");
        reza.isOffered("Good morning");
        reza.answers("Salam");
        elsa.sees("Salam");
        Address contact = reza.session();

        // Typing.
        play.client(elsa).send(sign(desk, state("composing")));
        rezas.hearsSign("composing", STATES);
        play.client(reza).send(sign(contact, state("composing")));
        assertThat(elsas.hearsSign("composing", STATES).getFrom().toString()).isEqualTo(desk.toString());

        // A link, a correction, and that it was seen.
        String wrong = play.client(elsa).send(Outgoing.chat(desk, "my fahter").with(markable()));
        Message first = rezas.hearsWords("my fahter");
        play.client(elsa).send(Outgoing.chat(desk, "my father").with(replace(wrong), markable()));
        Message second = rezas.hearsWords("my father");
        assertThat(attribute(second, "replace", CORRECT, "id")).isEqualTo(first.getStanzaId());
        String link = "https://upload.uppsala.test/deed.jpg";
        String sent = play.client(elsa).send(Outgoing.chat(desk, link).with(oob(link), markable()));
        Message third = rezas.hearsWords(link);
        assertThat(((StandardExtensionElement) third.getExtension("x", OOB))
                        .getFirstElement("url")
                        .getText())
                .isEqualTo(link);
        play.client(reza).send(sign(contact, displayed(third.getStanzaId())));
        assertThat(attribute(elsas.hearsSign("displayed", MARKERS), "displayed", MARKERS, "id"))
                .isEqualTo(sent);

        // The same the other way.
        String ours =
                play.client(reza).send(Outgoing.chat(contact, "article 816").with(markable()));
        Message told = elsas.hearsWords("article 816");
        play.client(reza).send(Outgoing.chat(contact, "article 861").with(replace(ours)));
        Message better = elsas.hearsWords("article 861");
        assertThat(attribute(better, "replace", CORRECT, "id")).isEqualTo(told.getStanzaId());
        play.client(elsa).send(sign(desk, displayed(told.getStanzaId())));
        assertThat(attribute(rezas.hearsSign("displayed", MARKERS), "displayed", MARKERS, "id"))
                .isEqualTo(ours);
    }

    private static Outgoing sign(Address to, Element what) {
        return new Outgoing(to, null, null, null, false, java.util.List.of(what));
    }

    private static Element state(String name) {
        return Element.named(name, STATES).build();
    }

    private static Element markable() {
        return Element.named("markable", MARKERS).build();
    }

    private static Element displayed(String id) {
        return Element.named("displayed", MARKERS).attribute("id", id).build();
    }

    private static Element replace(String id) {
        return Element.named("replace", CORRECT).attribute("id", id).build();
    }

    private static Element oob(String url) {
        return Element.named("x", OOB).child("url", url).build();
    }

    private static String attribute(Message message, String name, String namespace, String attribute) {
        ExtensionElement found = message.getExtension(name, namespace);
        assertThat(found).as("%s in %s", name, message.toXML()).isNotNull();
        String xml = found.toXML().toString();
        int at = xml.indexOf(attribute + "='") + attribute.length() + 2;
        return xml.substring(at, xml.indexOf('\'', at));
    }
}
