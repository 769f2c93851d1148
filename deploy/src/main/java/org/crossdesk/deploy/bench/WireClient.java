package org.crossdesk.deploy.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
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
final class WireClient implements AutoCloseable {
    private static final int LOGIN_MAX_MILLISECONDS = 30_000;
    private static final long ANSWER_MAX_SECONDS = 30;
    private static final XMLInputFactory PARSERS = parsers();

    /** A message that came, with a body. */
    record Said(String from, String body, boolean delayed) {}

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final Map<String, CompletableFuture<Boolean>> asked = new ConcurrentHashMap<>();
    private final AtomicLong ids = new AtomicLong();
    private volatile Consumer<Said> listener = said -> {};
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
    static WireClient connect(Library library, @Nullable Account account) {
        WireClient client = null;
        try {
            client = new WireClient(library);
            client.login(library.domain(), account);
            return client;
        } catch (IOException | XMLStreamException e) {
            if (client != null) {
                client.close();
            }
            throw new BenchException("can't log in at " + library.domain() + ": " + e.getMessage(), e);
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
    String address() {
        return address;
    }

    /** Who hears what comes, on the thread that reads it. */
    void listen(Consumer<Said> heard) {
        listener = heard;
    }

    /** Sends words that need no escaping. */
    void say(String to, String body) {
        send(to, body, "");
    }

    /** The same, asking for a receipt (XEP-0184). */
    void sayForReceipt(String to, String body) {
        send(to, body, "<request xmlns='urn:xmpp:receipts'/>");
    }

    private void send(String to, String body, String more) {
        try {
            write("<message type='chat' id='m" + ids.incrementAndGet() + "' to='" + to + "'><body>" + body + "</body>"
                    + more + "</message>");
        } catch (IOException e) {
            throw new BenchException("a client lost its server: " + e.getMessage(), e);
        }
    }

    /** Whether a ping (XEP-0199) is answered by a result. */
    boolean pings(String to) {
        try {
            return answer("<ping xmlns='urn:xmpp:ping'/>", to, "get");
        } catch (IOException e) {
            throw new BenchException("no answer from " + to + ": " + e.getMessage(), e);
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
        }
    }

    /** Reads one stanza, from its start tag to its end tag. */
    private void stanza() throws XMLStreamException {
        String name = stream.getLocalName();
        String from = stream.getAttributeValue(null, "from");
        String type = stream.getAttributeValue(null, "type");
        String id = stream.getAttributeValue(null, "id");
        String body = null;
        boolean delayed = false;
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
                } else if (depth == 2 && stream.getLocalName().equals("delay")) {
                    delayed = true;
                }
            }
        }
        if (name.equals("iq") && id != null && ("result".equals(type) || "error".equals(type))) {
            CompletableFuture<Boolean> answer = asked.remove(id);
            if (answer != null) {
                answer.complete("result".equals(type));
            }
        } else if (name.equals("message") && from != null && body != null && !"error".equals(type)) {
            listener.accept(new Said(from, body, delayed));
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
