package org.crossdesk.deploy.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.crossdesk.deploy.network.Library;
import org.crossdesk.deploy.seed.Account;
import org.jspecify.annotations.Nullable;

/**
 * A client that costs next to nothing, so that what is measured is the server: one socket without TLS, stanzas as text,
 * a streaming parser. For the loopback interface only.
 */
public final class WireClient implements AutoCloseable {
    private static final int LOGIN_MAX_MILLISECONDS = 30_000;
    private static final long ANSWER_MAX_SECONDS = 30;
    private static final XMLInputFactory PARSERS = parsers();

    /**
     * A message that came, with a body.
     *
     * @param id its id, if it has one
     * @param delayed whether it was said before (XEP-0203)
     * @param elements the names of its other elements
     */
    public record Said(String from, @Nullable String id, String body, boolean delayed, Set<String> elements) {}

    /** Hears what comes, on the thread that reads it. */
    public interface Listener {
        /** Words have come. */
        void said(Said said);

        /** The message of this id is kept (XEP-0184). */
        default void confirmed(String id) {}

        /** The message of this id was refused, by this condition of RFC 6120, section 8.3.3. */
        default void refused(String id, String condition) {}

        /** The server has gone. */
        default void gone() {}
    }

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final Map<String, CompletableFuture<Boolean>> asked = new ConcurrentHashMap<>();
    private final AtomicLong ids = new AtomicLong();
    private volatile Listener listener = said -> {};
    private XMLStreamReader stream;
    private String address = "";

    private WireClient(Library library) throws IOException, XMLStreamException {
        socket = new Socket(library.address().inet(), library.ports().client());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(LOGIN_MAX_MILLISECONDS);
        in = socket.getInputStream();
        out = socket.getOutputStream();
        stream = open(library.domain());
    }

    /** Logs in, as an anonymous where there is no account, and becomes available. */
    public static WireClient connect(Library library, @Nullable Account account) {
        return connect(library, account, said -> {});
    }

    /** The same, with somebody who hears everything from the first stanza on. */
    public static WireClient connect(Library library, @Nullable Account account, Listener listener) {
        WireClient client = null;
        try {
            client = new WireClient(library);
            client.listener = listener;
            client.login(library.domain(), account);
            return client;
        } catch (IOException | XMLStreamException e) {
            if (client != null) {
                client.close();
            }
            throw new WireException("can't log in at " + library.domain() + ": " + e.getMessage(), e);
        }
    }

    private static XMLInputFactory parsers() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    private void login(String domain, @Nullable Account account) throws IOException, XMLStreamException {
        if (account == null) {
            write("<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='ANONYMOUS'/>");
        } else {
            byte[] secret = ("\0" + account.name() + "\0" + account.password()).getBytes(StandardCharsets.UTF_8);
            write("<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>"
                    + Base64.getEncoder().encodeToString(secret) + "</auth>");
        }
        await("success", "failure");
        stream = open(domain);
        write("<iq type='set' id='bind'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>");
        await("jid", "error");
        address = stream.getElementText();
        Thread reader = new Thread(this::read, "bench-client");
        reader.setDaemon(true);
        socket.setSoTimeout(0);
        reader.start();
        answer("<session xmlns='urn:ietf:params:xml:ns:xmpp-session'/>", domain, "set");
        write("<presence/>");
    }

    private XMLStreamReader open(String domain) throws IOException, XMLStreamException {
        write(
                "<?xml version='1.0'?><stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'"
                        + " version='1.0' to='" + domain + "'>");
        stream = PARSERS.createXMLStreamReader(in);
        await("features", "error");
        return stream;
    }

    private void await(String good, String bad) throws XMLStreamException, IOException {
        while (stream.hasNext()) {
            if (stream.next() == XMLStreamConstants.START_ELEMENT) {
                if (stream.getLocalName().equals(bad)) {
                    throw new IOException("the server says " + bad);
                } else if (stream.getLocalName().equals(good)) {
                    return;
                }
            }
        }
        throw new IOException("the server closed the stream");
    }

    /** Its full address. */
    public String address() {
        return address;
    }

    /** Who hears what comes. */
    public void listen(Listener heard) {
        listener = heard;
    }

    /** Sends words that need no escaping. */
    public void say(String to, String body) {
        send(to, body, "");
    }

    /** The same, asking for a receipt (XEP-0184). */
    public void sayForReceipt(String to, String body) {
        send(to, body, "<request xmlns='urn:xmpp:receipts'/>");
    }

    private void send(String to, String body, String more) {
        send(to, "m" + ids.incrementAndGet(), body, more);
    }

    /** The same under an id of one's own, which is what a retry has, too (XEP-0359). */
    public void sayForReceipt(String to, String id, String body) {
        send(to, id, body, "<origin-id xmlns='urn:xmpp:sid:0' id='" + id + "'/><request xmlns='urn:xmpp:receipts'/>");
    }

    /** Tells the sender that their message is here (XEP-0184). */
    public void confirm(String to, String id) {
        send("<message to='" + to + "' id='m" + ids.incrementAndGet() + "'><received xmlns='urn:xmpp:receipts' id='"
                + id + "'/></message>");
    }

    private void send(String to, String id, String body, String more) {
        send("<message type='chat' id='" + id + "' to='" + to + "'><body>" + body + "</body>" + more + "</message>");
    }

    private void send(String stanza) {
        try {
            write(stanza);
        } catch (IOException e) {
            throw new WireException("a client lost its server: " + e.getMessage(), e);
        }
    }

    /** Whether a ping (XEP-0199) is answered by a result. */
    public boolean pings(String to) {
        try {
            return answer("<ping xmlns='urn:xmpp:ping'/>", to, "get");
        } catch (IOException e) {
            throw new WireException("no answer from " + to + ": " + e.getMessage(), e);
        }
    }

    private boolean answer(String payload, String to, String type) throws IOException {
        String id = "q" + ids.incrementAndGet();
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        asked.put(id, answer);
        write("<iq type='" + type + "' id='" + id + "' to='" + to + "'>" + payload + "</iq>");
        try {
            return answer.get(ANSWER_MAX_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("nothing in " + ANSWER_MAX_SECONDS + " s", e);
        }
    }

    private void write(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        synchronized (out) {
            out.write(bytes);
        }
    }

    private void read() {
        try {
            while (stream.hasNext()) {
                if (stream.next() == XMLStreamConstants.START_ELEMENT) {
                    stanza();
                }
            }
        } catch (XMLStreamException e) {
            // The server or this client has closed the socket; whoever waits for an answer gets none, with a bound.
            asked.clear();
        } finally {
            listener.gone();
        }
    }

    /** Reads one stanza, from its start tag to its end tag. */
    private void stanza() throws XMLStreamException {
        String name = stream.getLocalName();
        String from = stream.getAttributeValue(null, "from");
        String type = stream.getAttributeValue(null, "type");
        String id = stream.getAttributeValue(null, "id");
        String body = null;
        String received = null;
        String condition = "";
        Set<String> elements = new HashSet<>();
        int depth = 1;
        while (depth > 0) {
            int event = stream.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                if (depth == 2 && stream.getLocalName().equals("body")) {
                    body = stream.getElementText();
                    depth--;
                } else if (depth == 2) {
                    elements.add(stream.getLocalName());
                    received =
                            stream.getLocalName().equals("received") ? stream.getAttributeValue(null, "id") : received;
                } else if (depth == 3 && elements.contains("error") && condition.isEmpty()) {
                    condition = stream.getLocalName();
                }
            }
        }
        if (name.equals("iq")) {
            answered(id, type);
        } else if (name.equals("message") && "error".equals(type)) {
            if (id != null) {
                listener.refused(id, condition);
            }
        } else if (name.equals("message")) {
            message(from, id, body, received, elements);
        }
    }

    private void answered(@Nullable String id, @Nullable String type) {
        boolean answer = "result".equals(type) || "error".equals(type);
        CompletableFuture<Boolean> asking = answer && id != null ? asked.remove(id) : null;
        if (asking != null) {
            asking.complete("result".equals(type));
        }
    }

    private void message(
            @Nullable String from,
            @Nullable String id,
            @Nullable String body,
            @Nullable String received,
            Set<String> elements) {
        if (received != null) {
            listener.confirmed(received);
        } else if (from != null && body != null) {
            listener.said(new Said(from, id, body, elements.contains("delay"), elements));
        }
    }

    @Override
    public void close() {
        try {
            write("</stream:stream>");
            socket.close();
        } catch (IOException e) {
            // It was gone already, which is what was wanted.
            asked.clear();
        }
    }
}
