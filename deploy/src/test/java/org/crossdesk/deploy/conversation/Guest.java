package org.crossdesk.deploy.conversation;

import java.util.List;
import java.util.Objects;
import org.crossdesk.bot.script.Patron;
import org.crossdesk.bot.smack.ClientException;
import org.crossdesk.bot.smack.ClientSettings;
import org.crossdesk.bot.smack.Outgoing;
import org.crossdesk.bot.smack.Received;
import org.crossdesk.bot.smack.XmppClient;
import org.crossdesk.deploy.network.Library;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.ask.AskCodec;
import org.crossdesk.protocol.ask.ConversationToken;
import org.crossdesk.protocol.ask.LineNumber;
import org.crossdesk.protocol.ask.Resumable;
import org.crossdesk.protocol.ask.Resume;
import org.crossdesk.protocol.ask.Resumed;
import org.crossdesk.protocol.xml.DecodingException;
import org.crossdesk.protocol.xml.Element;
import org.jspecify.annotations.Nullable;

/** One window of somebody without an account: an anonymous login, whose address ends with its connection. */
final class Guest {
    private final Play play;
    private final Address service;
    private final XmppClient client;
    private final Patron person;

    private Guest(Play play, Address service, XmppClient client, Patron person) {
        this.play = play;
        this.service = service;
        this.client = client;
        this.person = person;
    }

    /** Opens a window at this library. */
    static Guest at(String domain, Play play, String name, Address service) throws ClientException {
        Library library = play.library(domain);
        XmppClient client = play.closesLater(XmppClient.connect(ClientSettings.anonymous(
                domain,
                library.address().text(),
                library.ports().client(),
                play.network().authorityPem())));
        return with(client, play, name, service);
    }

    /** A window of somebody who has this client. */
    static Guest with(XmppClient client, Play play, String name, Address service) {
        return new Guest(play, service, client, play.patron(name, client, service));
    }

    /** Another window, in which the token is known. */
    Guest again(String name) throws ClientException {
        return at(service.domain().substring(service.domain().indexOf('.') + 1), play, name, service);
    }

    /** What this window sees. */
    Patron window() {
        return person;
    }

    XmppClient client() {
        return client;
    }

    /** Writes what the client may have to say again; returns the receipt. */
    Received writes(String text, String id) throws ClientException {
        return writes(text, id, null);
    }

    /** The same by a token of the client's own. */
    Received writes(String text, String id, @Nullable ConversationToken token) throws ClientException {
        Element resumable = new Resumable(token).toElement();
        client.send(Outgoing.chat(service, text).withId(id).with(resumable));
        return person.waitsFor("the receipt for " + id, message -> id.equals(message.receiptFor()));
    }

    /** Asks; returns the token of the conversation. */
    ConversationToken asks(String text, String id) throws ClientException {
        Element given =
                writes(text, id).payload("resumable", AskCodec.NAMESPACE).orElseThrow();
        return Objects.requireNonNull(read(given, Resumable.class).token());
    }

    /** Shows the token, with the lines up to this one. */
    Resumed comesBack(ConversationToken token, long after) throws ClientException {
        Element resume = new Resume(token, after).toElement();
        return read(client.request(service, true, resume).orElseThrow(), Resumed.class);
    }

    /** Which lines this window was told, in the order in which they came. */
    List<Long> lines() {
        return person.words().stream().map(Guest::line).toList();
    }

    /** Which line comes before each of them. */
    List<Long> before() {
        return person.words().stream().map(message -> number(message).after()).toList();
    }

    /** Which line of the conversation this is. */
    static long line(Received message) {
        return number(message).seq();
    }

    private static LineNumber number(Received message) {
        return read(message.payload("line", AskCodec.NAMESPACE).orElseThrow(), LineNumber.class);
    }

    private static <P> P read(Element element, Class<P> kind) {
        try {
            return kind.cast(AskCodec.decode(element));
        } catch (DecodingException e) {
            throw new IllegalStateException("the desk sent something wrong", e);
        }
    }
}
