package org.crossdesk.edge.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.crossdesk.domain.service.FileRules;

/** A page of a face, as the frontend's build made it, filled in and sent. */
final class Page {
    /** In whose place what is filled in comes. */
    private static final String HEAD = "<!--head-->";

    private static final int TAG_BYTES = 8;
    private static final int LANGUAGES_MAX = 20;
    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9.\\-]{1,253}(:[0-9]{1,5})?|\\[[0-9a-fA-F:]+\\](:[0-9]{1,5})?");

    private final WebFiles files;
    private final String face;
    private final String hosts;

    /**
     * The page of a face.
     *
     * @param face its name in the build
     * @param hosts which sites may show it in theirs, as the Content-Security-Policy writes it
     */
    Page(WebFiles files, String face, String hosts) {
        this.files = files;
        this.face = face;
        this.hosts = hosts;
    }

    /** Sends it with this in its head. */
    void send(String head, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String name = face + ".html";
        WebFile template = files.find(name).orElseThrow();
        String page = new String(template.content(), StandardCharsets.UTF_8).replace(HEAD, head + texts(request));
        response.setHeader("Content-Security-Policy", policy(request));
        byte[] content = page.getBytes(StandardCharsets.UTF_8);
        Reply.send(
                new WebFile(name, template.type(), false, tag(content), content, compressed(content)),
                request,
                response);
    }

    /** Something that the page's script reads. */
    static String meta(String name, String language, String content) {
        String lang = language.isEmpty() ? "" : " lang=\"" + escaped(language) + "\"";
        return "<meta name=\"crossdesk:" + name + "\"" + lang + " content=\"" + escaped(content) + "\">";
    }

    /** Which files may be sent in a session, for the page's script. */
    static String files(FileRules rules) {
        return rules.any()
                ? meta(
                                "files",
                                "",
                                String.join(
                                        ",", rules.endings().stream().sorted().toList()))
                        + meta("file-bytes", "", Long.toString(rules.bytesMax()))
                : "";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
    }

    /** So that the texts come beside the script, and not after it: on a slow link that is the time of one way and back. */
    private String texts(HttpServletRequest request) {
        String wished = request.getParameter("lang");
        String accepted = request.getHeader("Accept-Language");
        return Stream.of(wished == null ? "" : wished, accepted == null ? "" : accepted)
                .flatMap(list -> Arrays.stream(list.split(",", LANGUAGES_MAX)))
                .map(tag -> tag.strip().toLowerCase(Locale.ROOT).split("[-;]", 2)[0])
                .flatMap(language -> files.named(face + "-" + language, ".ftl").stream())
                .findFirst()
                .map(name -> "<link rel=\"preload\" as=\"fetch\" crossorigin href=\"" + FilesServlet.PATH + "/" + name
                        + "\">")
                .orElse("");
    }

    /** Nothing but what this server itself serves, and its web socket, which not every browser counts among it. */
    private String policy(HttpServletRequest request) {
        String host = request.getHeader("Host");
        String sockets = host != null && HOST.matcher(host).matches() ? " ws://" + host + " wss://" + host : "";
        return "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'" + sockets
                + "; base-uri 'none'; form-action 'none'; frame-ancestors " + hosts;
    }

    private static String tag(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest, 0, TAG_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static byte[] compressed(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        }
        return out.toByteArray();
    }
}
