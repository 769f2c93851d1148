package org.crossdesk.deploy.conversation;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.crossdesk.bot.smack.ArrivalLog;
import org.crossdesk.deploy.network.Library;
import org.crossdesk.protocol.competence.Profile;

/**
 * A desk that says what a test makes it say: an external component (XEP-0114) at the address where a library's desk
 * would be. Of its own accord it only shows the empty profile to whoever asks for a profile.
 */
final class PuppetDesk implements AutoCloseable {
    private static final Pattern STREAM_ID = Pattern.compile("<stream:stream [^>]*\\bid=[\"']([^\"']+)");
    private static final Pattern ID = Pattern.compile("^<\\w+ [^>]*\\bid=[\"']([^\"']*)");
    private static final Pattern FROM = Pattern.compile("^<\\w+ [^>]*\\bfrom=[\"']([^\"']*)");
    private static final Pattern TO = Pattern.compile("^<\\w+ [^>]*\\bto=[\"']([^\"']*)");

    private final String name;
    private final Socket socket;
    private final Reader in;
    private final Writer out;
    private final StringBuilder unread = new StringBuilder();
    private final ArrivalLog<String> stanzas = new ArrivalLog<>();

    private PuppetDesk(String name, Socket socket) throws IOException {
        this.name = name;
        this.socket = socket;
        this.in = new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8);
        this.out = new java.io.OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8);
    }

    /** The puppet at the desk's address of this library. */
    static PuppetDesk of(Library library) throws IOException {
        String name = "ask." + library.domain();
        PuppetDesk puppet = new PuppetDesk(name, new Socket(library.address().inet(), Playbill.PUPPET_PORT));
        puppet.logIn();
        Thread reader = new Thread(puppet::listen, "puppet-" + name);
        reader.setDaemon(true);
        reader.start();
        return puppet;
    }

    private void logIn() throws IOException {
        socket.setSoTimeout(Math.toIntExact(Play.LINE_MAX.toMillis()));
        write("<?xml version='1.0'?><stream:stream xmlns='jabber:component:accept'"
                + " xmlns:stream='http://etherx.jabber.org/streams' to='" + name + "'>");
        Matcher id = readUntil(STREAM_ID);
        write("<handshake>" + sha1(id.group(1) + Playbill.PUPPET_SECRET) + "</handshake>");
        readUntil(Pattern.compile("<handshake(/>|>\\s*</handshake>)"));
        unread.setLength(0);
        socket.setSoTimeout(0);
    }

    private Matcher readUntil(Pattern pattern) throws IOException {
        while (true) {
            Matcher matcher = pattern.matcher(unread);
            if (matcher.find()) {
                return matcher;
            }
            if (!read()) {
                throw new IOException("the server does not take the puppet: " + unread);
            }
        }
    }

    private boolean read() throws IOException {
        char[] chars = new char[4096];
        int count = in.read(chars);
        unread.append(chars, 0, Math.max(count, 0));
        return count >= 0;
    }

    private void listen() {
        try {
            while (read()) {
                for (String stanza = cut(); stanza != null; stanza = cut()) {
                    if (stanza.startsWith("<iq") && stanza.contains("<query xmlns=\"urn:xmpp:competence:0\"")) {
                        write("<iq type='result' id='" + find(ID, stanza) + "' from='" + find(TO, stanza) + "' to='"
                                + find(FROM, stanza) + "'>"
                                + Profile.EMPTY.toElement().toXml() + "</iq>");
                    }
                    stanzas.add(stanza);
                }
            }
        } catch (IOException e) {
            stanzas.add("(the stream has ended: " + e.getMessage() + ")");
        }
    }

    /** Takes the first whole element from what was read; null where there is none. The server escapes every '>'. */
    private @org.jspecify.annotations.Nullable String cut() {
        int depth = 0;
        int at = unread.indexOf("<");
        int begin = at;
        while (at >= 0) {
            int end = unread.indexOf(">", at);
            if (end < 0) {
                return null;
            }
            if (unread.charAt(at + 1) == '/') {
                depth--;
            } else if (unread.charAt(end - 1) != '/') {
                depth++;
            }
            if (depth <= 0) {
                String stanza = unread.substring(begin, end + 1);
                unread.delete(0, end + 1);
                return stanza;
            }
            at = unread.indexOf("<", end);
        }
        return null;
    }

    /** Sends anything. */
    synchronized void write(String xml) throws IOException {
        out.write(xml);
        out.flush();
    }

    /** Sends a request as the desk itself, or as one of its handles, and returns the answer. */
    String asks(String from, String to, String type, String payload) throws IOException, InterruptedException {
        String id = UUID.randomUUID().toString();
        write("<iq type='" + type + "' id='" + id + "' from='" + from + "' to='" + to + "'>" + payload + "</iq>");
        return sees("the answer to " + payload + " at " + to, Pattern.compile("^<iq [^>]*\\bid=[\"']" + id));
    }

    /** Waits for a stanza in which this is found, from the very first on. */
    String sees(String what, Pattern pattern) throws InterruptedException {
        return stanzas.await(0, stanza -> pattern.matcher(stanza).find(), Play.LINE_MAX)
                .map(ArrivalLog.Found::value)
                .orElseThrow(() -> new AssertionError(
                        name + " should see " + what + ". All that it has seen: " + String.join("\n", stanzas.all())));
    }

    private static String find(Pattern pattern, String stanza) {
        Matcher matcher = pattern.matcher(stanza);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static String sha1(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
