package org.crossdesk.edge.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/** Serves the patron's page of each service, at {@link #PATH}{@code /<service>}: alone, or in an iframe of any site. */
public final class AskServlet extends HttpServlet {
    /** Where it is mounted. */
    public static final String PATH = "/ask";

    private static final long serialVersionUID = 1L;
    private static final String PAGE = "ask.html";
    private static final int TAG_BYTES = 8;
    private static final int LANGUAGES_MAX = 20;
    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9.\\-]{1,253}(:[0-9]{1,5})?|\\[[0-9a-fA-F:]+\\](:[0-9]{1,5})?");

    private final transient WebFiles files;
    private final transient Function<String, @Nullable ServiceFace> services;
    private final String hosts;

    /**
     * Serves the pages of these services.
     *
     * @param services what to show of the service of a name; null where there is none
     * @param hosts which sites may show the page in theirs, as the Content-Security-Policy writes it
     */
    public AskServlet(WebFiles files, Function<String, @Nullable ServiceFace> services, String hosts) {
        this.files = files;
        this.services = services;
        this.hosts = hosts;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        String name = path == null || path.length() < 2 ? "" : path.substring(1).toLowerCase(Locale.ROOT);
        ServiceFace face = name.isEmpty() || name.contains("/") ? null : services.apply(name);
        WebFile template = files.find(PAGE).orElseThrow();
        String page = new String(template.content(), StandardCharsets.UTF_8)
                .replace("<!--service-->", about(face) + texts(request));
        if (face == null) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
        response.setHeader("Content-Security-Policy", policy(request));
        byte[] content = page.getBytes(StandardCharsets.UTF_8);
        Reply.send(
                new WebFile(PAGE, template.type(), false, tag(content), content, compressed(content)),
                request,
                response);
    }

    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) throws IOException {
        doGet(request, response);
    }

    private static String about(@Nullable ServiceFace face) {
        if (face == null) {
            return meta("standing", "", "none");
        }
        StringBuilder all = new StringBuilder();
        all.append(meta("desk", "", face.desk()));
        all.append(meta("service", "", face.service()));
        all.append(meta("standing", "", face.standing().name().toLowerCase(Locale.ROOT)));
        if (face.until() != null) {
            all.append(meta("until", "", face.until().toString()));
        }
        byLanguage(all, "name", face.names());
        byLanguage(all, "description", face.descriptions());
        return all.toString();
    }

    /** So that the texts come beside the script, and not after it: on a slow link that is the time of one way and back. */
    private String texts(HttpServletRequest request) {
        String wished = request.getParameter("lang");
        String accepted = request.getHeader("Accept-Language");
        return Stream.of(wished == null ? "" : wished, accepted == null ? "" : accepted)
                .flatMap(list -> Arrays.stream(list.split(",", LANGUAGES_MAX)))
                .map(tag -> tag.strip().toLowerCase(Locale.ROOT).split("[-;]", 2)[0])
                .flatMap(language -> files.named("ask-" + language, ".ftl").stream())
                .findFirst()
                .map(name -> "<link rel=\"preload\" as=\"fetch\" crossorigin href=\"" + FilesServlet.PATH + "/" + name
                        + "\">")
                .orElse("");
    }

    private static void byLanguage(StringBuilder all, String name, Map<String, String> texts) {
        new TreeMap<>(texts).forEach((language, text) -> all.append(meta(name, language, text)));
    }

    private static String meta(String name, String language, String content) {
        String lang = language.isEmpty() ? "" : " lang=\"" + escaped(language) + "\"";
        return "<meta name=\"crossdesk:" + name + "\"" + lang + " content=\"" + escaped(content) + "\">";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
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
