package org.crossdesk.edge.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.ask.ServiceStatus;
import org.crossdesk.protocol.ask.ServiceStatus.State;
import org.crossdesk.protocol.xml.Element;
import org.crossdesk.protocol.xml.ElementText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a website reads of a service. */
class StatusServletTest {
    private static final List<String> SPOKEN = List.of("en", "sv", "fa");

    private final List<@Nullable String> asked = new ArrayList<>();
    private final StatusServlet servlet = new StatusServlet(this::face);
    private State state = State.CLOSED;

    private @Nullable StatusFace face(String name, @Nullable String language) {
        asked.add(language);
        if (!name.equals("desk") && !name.equals("a.svg")) {
            return null;
        }
        String primary = language == null ? "en" : language.split("-", 2)[0];
        String spoken = SPOKEN.contains(primary) ? primary : "en";
        return new StatusFace(
                Address.parse(name + "@ask.uppsala.test"),
                "A \"B\" </script> \\ C & 'D'",
                new ServiceStatus(
                        state, state == State.CLOSED ? Instant.parse("2026-11-30T08:00:00Z") : null, List.of()),
                spoken.equals("fa") ? "بسته" : state + " in " + spoken,
                spoken);
    }

    private record Answer(int status, Map<String, String> headers, String body) {
        String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    private Answer get(@Nullable String path, String... headers) throws Exception {
        return request("GET", path, null, headers);
    }

    private Answer request(String method, @Nullable String path, @Nullable String lang, String... headers)
            throws Exception {
        Exchange exchange =
                new Exchange(method, path, headers).asking("lang", lang).with(servlet);
        return new Answer(exchange.status(), exchange.headers(), new String(exchange.body(), StandardCharsets.UTF_8));
    }

    @Test
    void jsonForAnySite() throws Exception {
        Answer answer = get("/desk");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo("{\"service\":\"desk@ask.uppsala.test\","
                        + "\"name\":\"A \\\"B\\\" \\u003c/script> \\\\ C & 'D'\","
                        + "\"state\":\"closed\",\"until\":\"2026-11-30T08:00:00Z\","
                        + "\"text\":\"CLOSED in en\",\"language\":\"en\"}\n");
        assertThat(answer.headers())
                .containsEntry("Content-Type", "application/json;charset=utf-8")
                .containsEntry("Cache-Control", "public, max-age=10")
                .containsEntry("Vary", "Accept-Language")
                .containsEntry("Content-Language", "en")
                .containsEntry("Access-Control-Allow-Origin", "*")
                .containsEntry("Access-Control-Expose-Headers", "ETag")
                .containsEntry("Cross-Origin-Resource-Policy", "cross-origin")
                .containsEntry("X-Content-Type-Options", "nosniff");
    }

    @Test
    void whoHasItAlreadyIsSentNothingAndWhoHasAnotherIs() throws Exception {
        String tag = get("/desk").header("ETag");
        assertThat(tag).matches("\"[0-9a-f]{24}\"");
        for (String known : List.of(tag, "W/" + tag, "\"x\", " + tag, "*", tag.replace("\"", "") + "-gzip")) {
            String quoted = known.endsWith("-gzip") ? '"' + known + '"' : known;
            Answer same = get("/desk", "If-None-Match", quoted);
            assertThat(same.status()).as(quoted).isEqualTo(304);
            assertThat(same.body()).isEmpty();
            assertThat(same.header("ETag")).isEqualTo(tag);
            assertThat(same.header("Access-Control-Allow-Origin")).isEqualTo("*");
        }
        assertThat(get("/desk", "If-None-Match", "\"x\"").status()).isEqualTo(200);
        assertThat(request("GET", "/desk", "sv", "If-None-Match", tag).status())
                .as("another language is another text")
                .isEqualTo(200);
        state = State.OPEN;
        Answer open = get("/desk", "If-None-Match", tag);
        assertThat(open.status()).isEqualTo(200);
        assertThat(open.body()).contains("\"state\":\"open\"").doesNotContain("until");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "sv                       | sv",
                "de, sv;q=0.5, en;q=0.1   | sv",
                "en;q=0.1, fa-IR          | fa",
                "de                       | en",
                "*                        | en",
                "sv;q=nonsense            | en",
                "x y z                    | en",
            })
    void theBrowsersLanguage(String header, String language) throws Exception {
        assertThat(get("/desk", "Accept-Language", header).header("Content-Language"))
                .isEqualTo(language);
        assertThat(request("GET", "/desk", "fa", "Accept-Language", header).header("Content-Language"))
                .as("what the address says counts")
                .isEqualTo("fa");
    }

    @Test
    void aThousandLanguagesAreNotLookedAt() throws Exception {
        get("/desk", "Accept-Language", "de-AT,".repeat(80) + "sv");
        assertThat(asked).hasSizeLessThan(StatusServlet.LANGUAGES_MAX + 2);
        asked.clear();
        get("/desk", "Accept-Language", "de,".repeat(10_000) + "sv");
        assertThat(asked).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/dusk", "/dusk.svg", "/.svg", "/desk/", "/desk/x", "/../desk", "/desk.svg.svg"})
    void whatIsNotThere(String path) throws Exception {
        Answer answer = get(path.isEmpty() ? null : path);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("{\"error\":\"there is no service of this name here\"}\n");
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
    }

    @Test
    void whatIsNoLanguageIsSaidSo() throws Exception {
        Answer answer = request("GET", "/desk", "<script>", "Accept-Language", "sv");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("write lang=sv");
        assertThat(asked).isEmpty();
    }

    @Test
    void aPageOfAnotherSiteMayAskWithItsTag() throws Exception {
        Answer answer = request("OPTIONS", "/desk", null);
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.headers())
                .containsEntry("Access-Control-Allow-Origin", "*")
                .containsEntry("Access-Control-Allow-Methods", "GET, HEAD")
                .containsEntry("Access-Control-Allow-Headers", "If-None-Match");
        assertThat(request("POST", "/desk", null).status()).isEqualTo(405);
    }

    @Test
    void theBadgeIsAPictureThatCanBeReadAloudAndRunsNothing() throws Exception {
        Answer answer = get("/desk.svg");
        assertThat(answer.header("Content-Type")).isEqualTo("image/svg+xml;charset=utf-8");
        assertThat(answer.header("Content-Security-Policy")).isEqualTo("default-src 'none'");
        Element badge = ElementText.parse(answer.body());
        String read = "A \"B\" </script> \\ C & 'D': CLOSED in en";
        assertThat(badge.attribute("role")).contains("img");
        assertThat(badge.attribute("aria-label")).contains(read);
        assertThat(badge.child("title", "http://www.w3.org/2000/svg")
                        .orElseThrow()
                        .text())
                .isEqualTo(read);
        assertThat(get("/desk.svg", "If-None-Match", answer.header("ETag")).status())
                .isEqualTo(304);
        assertThat(request("GET", "/desk.svg", "fa").body()).contains("direction='rtl'");
        assertThat(get("/a.svg").header("Content-Type"))
                .as("a service may be called so")
                .startsWith("application/json");
    }
}
