package org.crossdesk.edge.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.crossdesk.protocol.competence.Language;
import org.jspecify.annotations.Nullable;

/**
 * Says to any website whether a service can answer: {@code /crossdesk/status/<service>} as JSON, with {@code .svg} behind it as
 * a badge. In the language of {@code ?lang=}, or else one that the browser asks for.
 */
public final class StatusServlet extends HttpServlet {
    /** Where it is mounted, below {@code /crossdesk}. */
    public static final String PATH = "/status/*";

    /** So long it is not asked for again. */
    static final int FRESH_SECONDS = 10;

    /** So many of a browser's languages are looked at. */
    static final int LANGUAGES_MAX = 10;

    private static final long serialVersionUID = 1L;
    private static final int LANGUAGES_MAX_CHARS = 500;
    private static final int PREFLIGHT_SECONDS = 86_400;
    private static final int TAG_BYTES = 12;
    private static final String JSON = "application/json";
    private static final String BADGE = ".svg";

    /** Finds what is shown of a service. */
    public interface Faces {
        /** Of the service of this name, for a reader of {@code language}; null where there is none. */
        @Nullable
        StatusFace of(String name, @Nullable String language);
    }

    private final transient Faces faces;

    /** Shows these. */
    public StatusServlet(Faces faces) {
        this.faces = faces;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        String name = path == null || path.length() < 2 ? "" : path.substring(1).toLowerCase(Locale.ROOT);
        String language = request.getParameter("lang");
        if (language != null && !Language.wellFormed(language)) {
            refuse(
                    response,
                    HttpServletResponse.SC_BAD_REQUEST,
                    "lang is no language tag: write lang=sv or lang=fa-IR");
            return;
        }
        StatusFace face = face(name, language, request);
        boolean badge = face == null && name.endsWith(BADGE);
        if (badge) {
            face = face(name.substring(0, name.length() - BADGE.length()), language, request);
        }
        if (face == null) {
            refuse(response, HttpServletResponse.SC_NOT_FOUND, "there is no service of this name here");
            return;
        }
        response.setHeader("Content-Language", face.language());
        if (badge) {
            response.setHeader("Content-Security-Policy", "default-src 'none'");
        }
        byte[] body = (badge ? Badge.of(face) : json(face)).getBytes(StandardCharsets.UTF_8);
        String tag = tag(body);
        open(response);
        response.setHeader("ETag", tag);
        if (has(request, tag)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        } else {
            send(response, badge ? "image/svg+xml" : JSON, body);
        }
    }

    /** A page of another site asks whether it may send the tag that it has. */
    @Override
    protected void doOptions(HttpServletRequest request, HttpServletResponse response) {
        open(response);
        response.setHeader("Access-Control-Allow-Methods", "GET, HEAD");
        response.setHeader("Access-Control-Allow-Headers", "If-None-Match");
        response.setHeader("Access-Control-Max-Age", Integer.toString(PREFLIGHT_SECONDS));
        response.setHeader("Allow", "GET, HEAD, OPTIONS");
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    private @Nullable StatusFace face(String name, @Nullable String language, HttpServletRequest request) {
        if (language != null) {
            return faces.of(name, language);
        }
        for (String wanted : wanted(request)) {
            StatusFace face = faces.of(name, wanted);
            if (face == null
                    || face.language().equals(Locale.forLanguageTag(wanted).getLanguage())) {
                return face;
            }
        }
        return faces.of(name, null);
    }

    private static List<String> wanted(HttpServletRequest request) {
        String header = request.getHeader("Accept-Language");
        if (header == null || header.length() > LANGUAGES_MAX_CHARS) {
            return List.of();
        }
        try {
            return Locale.LanguageRange.parse(header).stream()
                    .map(Locale.LanguageRange::getRange)
                    .filter(Language::wellFormed)
                    .limit(LANGUAGES_MAX)
                    .toList();
        } catch (IllegalArgumentException e) {
            // Whoever asks for no language that there is gets the library's.
            return List.of();
        }
    }

    /** Any site may read it, and keep it for a while. */
    private static void open(HttpServletResponse response) {
        response.setHeader("Cache-Control", "public, max-age=" + FRESH_SECONDS);
        response.setHeader("Vary", "Accept-Language");
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setHeader("Access-Control-Expose-Headers", "ETag");
        response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        response.setHeader("X-Content-Type-Options", "nosniff");
    }

    private static void refuse(HttpServletResponse response, int status, String why) throws IOException {
        open(response);
        response.setStatus(status);
        send(response, JSON, ("{\"error\":" + quoted(why) + "}\n").getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpServletResponse response, String type, byte[] body) throws IOException {
        response.setContentType(type + ";charset=utf-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static boolean has(HttpServletRequest request, String tag) {
        String known = request.getHeader("If-None-Match");
        return known != null
                && Arrays.stream(known.split(",", -1))
                        .map(one -> one.strip().replaceFirst("^W/", ""))
                        // A proxy that has compressed it says so in the tag.
                        .map(one -> one.replaceFirst("[-;]+gzip\"$", "\""))
                        .anyMatch(one -> one.equals(tag) || one.equals("*"));
    }

    private static String tag(byte[] body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            return '"' + HexFormat.of().formatHex(digest, 0, TAG_BYTES) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String json(StatusFace face) {
        Instant until = face.status().until();
        return "{\"service\":" + quoted(face.service().toString())
                + ",\"name\":" + quoted(face.name())
                + ",\"state\":" + quoted(face.status().state().name().toLowerCase(Locale.ROOT))
                + (until == null ? "" : ",\"until\":" + quoted(until.toString()))
                + ",\"text\":" + quoted(face.text())
                + ",\"language\":" + quoted(face.language()) + "}\n";
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            if (one == '"' || one == '\\') {
                quoted.append('\\').append(one);
            } else if (one < ' ' || one == '<') {
                // The latter for pages that put it into a script.
                quoted.append("\\u%04x".formatted((int) one));
            } else {
                quoted.append(one);
            }
        }
        return quoted.append('"').toString();
    }
}
