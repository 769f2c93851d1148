package org.crossdesk.deploy.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.crossdesk.deploy.network.Library;
import org.crossdesk.deploy.openfire.StartRefusedException;

/**
 * A library's own web site, which has nothing to do with its XMPP server but a script tag: one page, in the language that
 * {@code ?lang=} names. It lets no script run but that one.
 */
public final class LibrarySite implements AutoCloseable {
    /** Where the demo has it. */
    public static final int DEMO_PORT = 8080;

    private static final Pattern LANGUAGE = Pattern.compile("(?:^|.*&)lang=([a-z]{2})(?:&.*|$)");

    private final HttpServer server;

    private LibrarySite(HttpServer server) {
        this.server = server;
    }

    /**
     * Opens the site.
     *
     * @param address where it listens
     * @param port at which port; 0: at any that is free
     * @param library whose server has the widget
     * @param service which of its services is asked
     */
    public static LibrarySite open(String address, int port, Library library, String service) throws IOException {
        HttpServer server;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getByName(address), port), 0);
        } catch (BindException e) {
            throw new StartRefusedException(
                    "The sample site can't have port " + port + " at " + address
                            + ": stop what holds it and start again.",
                    e);
        }
        server.createContext("/", exchange -> answer(exchange, library, service));
        server.start();
        return new LibrarySite(server);
    }

    /** Its address for a browser. */
    public String address() {
        InetSocketAddress at = server.getAddress();
        return "http://" + at.getAddress().getHostAddress() + ":" + at.getPort() + "/";
    }

    /** The address of a patron's page without a site around it. */
    public static String page(Library library, String service) {
        return origin(library) + "/ask/" + service;
    }

    /** Where a library's operators work. */
    public static String console(Library library) {
        return origin(library) + "/console/";
    }

    /** Where a library's coordinators work. */
    public static String board(Library library) {
        return origin(library) + "/board/";
    }

    private static String origin(Library library) {
        return "http://" + library.address() + ":" + library.ports().web();
    }

    private static void answer(HttpExchange exchange, Library library, String service) throws IOException {
        try (exchange) {
            String query = exchange.getRequestURI().getQuery();
            Matcher said = LANGUAGE.matcher(query == null ? "" : query);
            byte[] page = page(library, service, said.matches() ? said.group(1) : "en")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.getResponseHeaders()
                    .set(
                            "Content-Security-Policy",
                            "default-src 'none'; img-src data:; script-src " + origin(library) + "; frame-src "
                                    + origin(library));
            exchange.sendResponseHeaders(exchange.getRequestURI().getPath().equals("/") ? 200 : 404, page.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(page);
            }
        }
    }

    private static String page(Library library, String service, String language) {
        boolean persian = language.equals("fa");
        return """
                <!doctype html>
                <html lang="%s" dir="%s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <link rel="icon" href="data:,">
                <title>%s</title>
                </head>
                <body>
                <main>
                <h1>%s</h1>
                <p>%s</p>
                </main>
                <script src="%s/crossdesk/loader.js" data-service="%s" data-label="%s" async></script>
                </body>
                </html>
                """.formatted(
                        language,
                        persian ? "rtl" : "ltr",
                        persian ? "کتابخانه" : "The library",
                        persian ? "به کتابخانه خوش آمدید" : "Welcome to the library",
                        persian ? "ساعت‌های کار، فهرست و رویدادها." : "Opening hours, catalogue and events.",
                        origin(library),
                        service,
                        persian ? "از کتابدار بپرسید" : "Ask a librarian");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
