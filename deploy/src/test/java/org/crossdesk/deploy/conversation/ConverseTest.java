package org.crossdesk.deploy.conversation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.crossdesk.bot.script.Operator;
import org.crossdesk.deploy.demo.LibrarySite;
import org.crossdesk.deploy.openfire.ProjectFolder;
import org.crossdesk.protocol.Address;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A patron with somebody else's client in the browser: Converse.js, as npm has it, set up as docs/clients.md says. */
@Conversation
@ResourceLock(Browsing.LOCK)
class ConverseTest {
    private static final String HOME = "uppsala.test";
    private static final String SITE = "127.0.16.96";
    private static final double STARTS_MAX_MILLISECONDS = 60_000;
    private static final Map<String, String> TYPES = Map.of(
            "js", "text/javascript",
            "css", "text/css",
            "json", "application/json",
            "html", "text/html",
            "wasm", "application/wasm",
            "svg", "image/svg+xml");

    @Test
    void asksAndIsAnswered(Play play) throws Exception {
        Path dist = ProjectFolder.locate().root().resolve("deploy/src/test/converse/node_modules/converse.js/dist");
        assertThat(dist.resolve("converse.min.js"))
                .as("fetched by: npm ci --ignore-scripts, in deploy/src/test/converse")
                .exists();
        Address desk = play.opens(Opening.at(HOME));
        Operator astrid = play.operator("Astrid", HOME, Knows.nothingSpecial());
        play.enters(astrid, desk);
        String origin = LibrarySite.page(play.library(HOME), "").replace("/ask/", "");
        HttpServer site = HttpServer.create(new InetSocketAddress(InetAddress.getByName(SITE), 0), 0);
        site.createContext("/", exchange -> answer(exchange, dist, page(origin, desk)));
        site.start();
        try (Browsing browsing = Browsing.start();
                BrowserContext context = browsing.context("en")) {
            Page page = context.newPage();
            page.navigate("http://" + SITE + ":" + site.getAddress().getPort() + "/");
            Locator box = page.locator("textarea.chat-textarea");
            assertThat(box).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(STARTS_MAX_MILLISECONDS));
            box.fill("Where is the <b>reading room</b>?");
            box.press("Enter");
            astrid.isOffered("Where is the <b>reading room</b>?");
            astrid.answers("On the second floor.");
            Locator words = page.locator(".chat-msg__text");
            assertThat(words.getByText("On the second floor.")).isVisible();
            box.fill("Thank you!");
            box.press("Enter");
            astrid.sees("Thank you!");
            Browsing.picture(page, "converse");

            // Typed, since it has no other way to end a conversation.
            box.fill("!close");
            box.press("Enter");
            astrid.seesNote("The patron has left");
            assertThat(words.getByText("This conversation has ended, as you wished."))
                    .isVisible();
        } finally {
            site.stop(0);
        }
    }

    private static String page(String origin, Address service) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <link rel="icon" href="data:,">
                <title>Another client</title>
                <link rel="stylesheet" href="/dist/converse.min.css">
                <script type="module" src="/dist/converse.min.js"></script>
                <script type="module">
                  converse.plugins.add('no-blocking', { initialize() {
                    const { api } = this._converse;
                    api.listen.on('connected', () => setTimeout(() => {
                      api.trigger('blocklistInitialized',
                        { get: () => undefined, models: [], length: 0, on() {}, off() {}, filter: () => [] });
                      api.chats.open('%s');
                    }, 300));
                  } });
                  converse.initialize({
                    jid: '%s', auto_login: true, authentication: 'anonymous', discover_connection_methods: false,
                    websocket_url: '%s/ws/', allow_non_roster_messaging: true, view_mode: 'fullscreen',
                    assets_path: '/dist/', blacklisted_plugins: ['converse-omemo'],
                    whitelisted_plugins: ['no-blocking'], loglevel: 'info',
                  });
                </script>
                </head>
                <body class="converse-fullscreen"><converse-root></converse-root></body>
                </html>
                """.formatted(service, HOME, origin.replaceFirst("^http", "ws"));
    }

    private static void answer(HttpExchange exchange, Path dist, String page) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            Path file = dist.resolveSibling("." + path).normalize();
            boolean start = path.equals("/");
            boolean there = start || (file.startsWith(dist) && Files.isRegularFile(file));
            byte[] content =
                    start ? page.getBytes(StandardCharsets.UTF_8) : there ? Files.readAllBytes(file) : new byte[0];
            String kind = start ? "html" : path.substring(path.lastIndexOf('.') + 1);
            exchange.getResponseHeaders().set("Content-Type", TYPES.getOrDefault(kind, "application/octet-stream"));
            exchange.sendResponseHeaders(there ? 200 : 404, content.length == 0 ? -1 : content.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(content);
            }
        }
    }
}
