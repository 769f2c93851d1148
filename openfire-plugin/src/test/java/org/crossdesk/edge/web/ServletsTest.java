package org.crossdesk.edge.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import org.crossdesk.domain.service.FileRules;
import org.crossdesk.domain.service.PatronForm;
import org.crossdesk.domain.service.Reception;
import org.crossdesk.protocol.ask.ServiceStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files are those of the frontend's build. */
class ServletsTest {
    private static final String HOSTS = "'self' https://www.uppsala.test";

    private final WebFiles files = WebFiles.load();
    private final FilesServlet filesServlet = new FilesServlet(files);
    private final AskServlet ask = new AskServlet(files, ServletsTest::face, HOSTS);

    private static @Nullable ServiceFace face(String name) {
        return name.equals("desk")
                ? new ServiceFace(
                        "ask.uppsala.test",
                        "desk",
                        Map.of("", "A \"B\" <script>alert(1)</script> & C", "sv", "Fråga Uppsala"),
                        Map.of(),
                        ServiceStatus.State.CLOSED,
                        Instant.parse("2026-11-30T08:00:00Z"),
                        new Reception(
                                new PatronForm(List.of(
                                        new PatronForm.Field(PatronForm.Kind.NAME, false),
                                        new PatronForm.Field(PatronForm.Kind.CLASS, true))),
                                new FileRules(Set.of("png", "pdf"), 100_000),
                                true))
                : null;
    }

    /** What was answered. */
    private record Answer(int status, Map<String, String> headers, byte[] body) {
        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        String header(String name) {
            return headers.getOrDefault(name, "");
        }

        String unpacked() throws IOException {
            return new String(
                    new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Answer get(HttpServlet servlet, @Nullable String path, String... headers)
            throws ServletException, IOException {
        return request(servlet, "GET", path, headers);
    }

    private static Answer request(HttpServlet servlet, String method, @Nullable String path, String... headers)
            throws ServletException, IOException {
        Exchange exchange = new Exchange(method, path, headers).with(servlet);
        return new Answer(exchange.status(), exchange.headers(), exchange.body());
    }

    private String script() throws ServletException, IOException {
        Matcher found = Pattern.compile("src=\"/crossdesk(/ask-[0-9a-f]{10}\\.js)\"")
                .matcher(get(ask, "/desk").text());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    @Test
    void thePageNamesFilesThatLastForEver() throws Exception {
        Answer script = get(filesServlet, script(), "Accept-Encoding", "br, gzip;q=0.8");
        assertThat(script.status()).isEqualTo(200);
        assertThat(script.headers())
                .containsEntry("Cache-Control", "public, max-age=31536000, immutable")
                .containsEntry("Content-Encoding", "gzip")
                .containsEntry("Content-Type", "text/javascript; charset=utf-8")
                .containsEntry("Vary", "Accept-Encoding")
                .containsEntry("X-Content-Type-Options", "nosniff")
                .doesNotContainKey("Set-Cookie");
        assertThat(script.unpacked()).isEqualTo(get(filesServlet, script()).text());
    }

    @Test
    void whatABrowserHasIsNotSentAgain() throws Exception {
        for (String accepts : List.of("gzip", "identity", "gzip;q=0")) {
            for (Object[] one :
                    new Object[][] {{filesServlet, script()}, {filesServlet, "/loader.js"}, {ask, "/desk"}}) {
                HttpServlet servlet = (HttpServlet) one[0];
                String path = (String) one[1];
                Answer first = get(servlet, path, "Accept-Encoding", accepts);
                Answer again = get(
                        servlet,
                        path,
                        "Accept-Encoding",
                        accepts,
                        "If-None-Match",
                        "\"other\", W/" + first.header("ETag"));
                assertThat(again.status()).isEqualTo(304);
                assertThat(again.body()).isEmpty();
                assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
                if (!accepts.equals("gzip")) {
                    assertThat(first.headers()).doesNotContainKey("Content-Encoding");
                }
            }
        }
    }

    @Test
    void headSaysTheSameWithoutTheBody() throws Exception {
        Answer head = request(ask, "HEAD", "/desk");
        Answer whole = get(ask, "/desk");
        assertThat(head.headers()).isEqualTo(whole.headers());
        assertThat(head.body()).isEmpty();
    }

    @Test
    void aServiceIsShownAsItStandsAndItsNameIsText() throws Exception {
        String page = get(ask, "/Desk").text();
        assertThat(page)
                .contains("<meta name=\"crossdesk:desk\" content=\"ask.uppsala.test\">")
                .contains("<meta name=\"crossdesk:standing\" content=\"closed\">")
                .contains("<meta name=\"crossdesk:until\" content=\"2026-11-30T08:00:00Z\">")
                .contains("<meta name=\"crossdesk:name\" lang=\"sv\" content=\"Fråga Uppsala\">")
                .contains("content=\"A &quot;B&quot; &lt;script>alert(1)&lt;/script> &amp; C\"")
                .doesNotContain("<script>alert");
    }

    @Test
    void theTextsOfTheReadersLanguageComeBesideTheScript() throws Exception {
        assertThat(get(ask, "/desk", "Accept-Language", "de-DE,fa-IR;q=0.8,en;q=0.5")
                        .text())
                .containsPattern(
                        "<link rel=\"preload\" as=\"fetch\" crossorigin href=\"/crossdesk/ask-fa-[0-9a-f]{10}\\.ftl\">");
        for (String strange : new String[] {"de", "", "*", "../x", "f", ",,,"}) {
            assertThat(get(ask, "/desk", "Accept-Language", strange).text()).doesNotContain("preload");
        }
    }

    @Test
    void aServiceThatIsNotThereIsAPageThatSaysSo() throws Exception {
        for (String path : new String[] {"/nobody", "/", "/desk/x", "/a b"}) {
            Answer answer = get(ask, path);
            assertThat(answer.status()).as(path).isEqualTo(404);
            assertThat(answer.text()).contains("<meta name=\"crossdesk:standing\" content=\"none\">");
        }
    }

    @Test
    void nothingElseIsLetIn() throws Exception {
        String policy = get(ask, "/desk", "Host", "chat.uppsala.test:7070").header("Content-Security-Policy");
        assertThat(policy)
                .isEqualTo("default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'"
                        + " ws://chat.uppsala.test:7070 wss://chat.uppsala.test:7070; base-uri 'none';"
                        + " form-action 'none'; frame-ancestors " + HOSTS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a; script-src *", "a b", "", "a:b:c", "a\r\nX: y"})
    void aForgedHostIsNoPartOfThePolicy(String host) throws Exception {
        assertThat(get(ask, "/desk", "Host", host).header("Content-Security-Policy"))
                .contains("connect-src 'self'; base-uri");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/ask.html", "/index", "/nothing.js", "/../index", "/ask.html/"})
    void whatIsNoFileIsNotFound(String path) throws Exception {
        assertThat(get(filesServlet, path).status()).isEqualTo(404);
    }

    @Test
    void withoutAPathThereIsNothing() throws Exception {
        assertThat(get(filesServlet, null).status()).isEqualTo(404);
        assertThat(get(ask, null).status()).isEqualTo(404);
    }

    @Test
    void aPageForPeopleWithAnAccountIsFramedByNobodyAndKnowsItsLibrary() throws Exception {
        FaceServlet console = new FaceServlet(
                files, FaceServlet.CONSOLE, "ask.uppsala.test", "The \"Library\"", new FileRules(Set.of("png"), 7));
        Answer page = get(console, "/", "Accept-Language", "fa");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Security-Policy"))
                .contains("frame-ancestors 'none'")
                .contains("default-src 'none'");
        assertThat(page.text())
                .contains("content=\"ask.uppsala.test\"")
                .contains("content=\"The &quot;Library&quot;\"")
                .containsPattern("href=\"/crossdesk/console-fa-[0-9a-f]{10}\\.ftl\"");
        assertThat(get(console, "/else").status()).isEqualTo(404);
    }
}
