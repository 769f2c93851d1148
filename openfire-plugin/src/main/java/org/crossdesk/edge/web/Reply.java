package org.crossdesk.edge.web;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** Sends a file as small as the browser takes it, and not at all if the browser has it already. */
final class Reply {
    private static final String LASTING = "public, max-age=31536000, immutable";
    /** Asked for anew each time, which costs nothing but a round trip where it is as it was. */
    private static final String CHANGING = "no-cache";

    private Reply() {}

    static void send(WebFile file, HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean compressed = takesGzip(request) && file.compressed().length < file.content().length;
        // Another form of the same has another tag (RFC 9110, section 8.8.3.3).
        String tag = "\"" + file.tag() + (compressed ? "-gz" : "") + "\"";
        response.setHeader("Cache-Control", file.lasting() ? LASTING : CHANGING);
        response.setHeader("ETag", tag);
        response.setHeader("Vary", file.lasting() ? "Accept-Encoding" : "Accept-Encoding, Accept-Language");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        if (has(request, tag)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        byte[] body = compressed ? file.compressed() : file.content();
        response.setContentType(file.type());
        response.setContentLength(body.length);
        if (compressed) {
            response.setHeader("Content-Encoding", "gzip");
        }
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(body);
        }
    }

    private static boolean takesGzip(HttpServletRequest request) {
        String accepted = request.getHeader("Accept-Encoding");
        return accepted != null
                && Arrays.stream(accepted.toLowerCase(Locale.ROOT).split(",", -1))
                        .map(one -> one.replace(" ", ""))
                        .anyMatch(one -> one.equals("gzip")
                                || (one.startsWith("gzip;") && !one.matches("gzip;q=0(\\.0{1,3})?")));
    }

    private static boolean has(HttpServletRequest request, String tag) {
        String known = request.getHeader("If-None-Match");
        return known != null
                && Arrays.stream(known.split(",", -1))
                        .map(one -> one.strip().replaceFirst("^W/", ""))
                        .anyMatch(one -> one.equals(tag) || one.equals("*"));
    }
}
