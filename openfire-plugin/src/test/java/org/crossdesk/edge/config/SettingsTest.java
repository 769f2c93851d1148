package org.crossdesk.edge.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.crossdesk.domain.service.FileRules;
import org.crossdesk.domain.service.PatronForm;
import org.crossdesk.protocol.Address;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SettingsTest {
    private static Settings read(String... keysAndValues) throws InvalidSettingException {
        Map<String, String> properties = new java.util.HashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            properties.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return Settings.read(properties::get);
    }

    @Test
    @DisplayName("a server on which nothing is set has the defaults")
    void defaults() throws InvalidSettingException {
        Settings settings = read();
        assertThat(settings)
                .isEqualTo(new Settings(
                        "ask",
                        "operators",
                        "coordinators",
                        java.util.Set.of(),
                        List.of(),
                        org.crossdesk.domain.service.Consent.Rule.ASK,
                        "en",
                        java.util.Optional.empty(),
                        "*",
                        PatronForm.NONE,
                        false,
                        new Settings.Files(
                                new FileRules(java.util.Set.of(), 5_000_000),
                                1_000_000_000,
                                java.util.Optional.empty()),
                        Duration.ofDays(30),
                        Duration.ofDays(800),
                        org.crossdesk.protocol.ask.Disclosure.ALL,
                        org.crossdesk.domain.session.Oversight.COUNTS,
                        true,
                        new Settings.Limits(
                                2, 200, 10_000, 1_000, 2_000, 1_000_000, 20_000, 100, 500, 20_000, 1, 2_000),
                        new Settings.Times(
                                Duration.ofSeconds(30),
                                Duration.ofSeconds(3),
                                Duration.ofSeconds(15),
                                Duration.ofSeconds(120),
                                Duration.ofMinutes(10),
                                Duration.ofMinutes(5),
                                Duration.ofSeconds(2),
                                Duration.ofSeconds(90),
                                Duration.ofDays(7))));
    }

    @Test
    @DisplayName("lists may have spaces, capitals, empty entries and doubles")
    void lists() throws InvalidSettingException {
        Settings settings = read(
                "crossdesk.members", " Tehran.test, helsinki.test ,,helsinki.test,",
                "crossdesk.staffs", "Ask-North@ask.north.test , desk@ask.tehran.test",
                "crossdesk.language", " sv-fi ",
                "crossdesk.widget.hosts", "https://www.uppsala.test , http://*.uu.test:8080",
                "crossdesk.library.name", " Uppsala stadsbibliotek ");
        assertThat(settings.widgetHosts()).isEqualTo("'self' https://www.uppsala.test http://*.uu.test:8080");
        assertThat(read("crossdesk.widget.hosts", "").widgetHosts()).isEqualTo("'self'");
        Settings.Files files = read(
                        "crossdesk.files", "png, PDF",
                        "crossdesk.file.max.kilobytes", "20",
                        "crossdesk.web.address", "https://ask.library.example:7443/")
                .files();
        assertThat(files.rules()).isEqualTo(new FileRules(java.util.Set.of("png", "pdf"), 20_000));
        assertThat(files.webAddress()).contains("https://ask.library.example:7443");
        assertThat(read("crossdesk.patron.form", "name, Class !").patronForm().fields())
                .containsExactly(
                        new PatronForm.Field(PatronForm.Kind.NAME, false),
                        new PatronForm.Field(PatronForm.Kind.CLASS, true));
        assertThat(settings.members()).containsExactlyInAnyOrder("tehran.test", "helsinki.test");
        assertThat(settings.staffs())
                .containsExactly(Address.parse("ask-north@ask.north.test"), Address.parse("desk@ask.tehran.test"));
        assertThat(settings.language()).isEqualTo("sv-FI");
        assertThat(settings.libraryName()).contains("Uppsala stadsbibliotek");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "crossdesk.subdomain | a.b",
                "crossdesk.subdomain | -ask",
                "crossdesk.subdomain | Ask",
                "crossdesk.subdomain | ''",
                "crossdesk.operators.group | ' '",
                "crossdesk.coordinators.group | ''",
                "crossdesk.members | tehran.test helsinki.test",
                "crossdesk.members | desk@tehran.test",
                "crossdesk.members | tehran..test",
                "crossdesk.staffs | ask.north.test",
                "crossdesk.staffs | @ask.north.test",
                "crossdesk.staffs | ask-north@ask.north.test/x",
                "crossdesk.staffs | a b@ask.north.test",
                "crossdesk.consent | sometimes",
                "crossdesk.language | english language",
                "crossdesk.language | ''",
                "crossdesk.survey | sometimes",
                "crossdesk.files | .png",
                "crossdesk.files | *",
                "crossdesk.web.address | ask.library.example",
                "crossdesk.web.address | https://ask.library.example/path",
                "crossdesk.patron.form | shoe size",
                "crossdesk.patron.form | name,name!",
                "crossdesk.widget.hosts | www.library.example",
                "crossdesk.widget.hosts | https://a.example https://b.example",
                "crossdesk.widget.hosts | *,https://a.example",
                "crossdesk.widget.hosts | https://a.example; script-src *",
                "crossdesk.widget.hosts | https://a.example/page",
                "crossdesk.retention.days | 0",
                "crossdesk.retention.days | 3651",
                "crossdesk.retention.days | -1",
                "crossdesk.retention.days | 30 days",
                "crossdesk.retention.days | 99999999999999999999",
                "crossdesk.retention.days | ''",
                "crossdesk.retention.days | ۳۰"
            })
    @DisplayName("what can't be used is refused in one line that names the key, the value and what is allowed")
    void refuses(String key, String value) {
        assertThatThrownBy(() -> read(key, value))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageStartingWith("the server property " + key + " is '")
                .hasMessageContaining("; allowed: ")
                .message()
                .doesNotContain("\n");
    }

    static Stream<Setting> numbers() {
        return Stream.of(Setting.values()).filter(setting -> setting.allowed().matches("\\d+ to \\d+"));
    }

    @ParameterizedTest
    @MethodSource("numbers")
    @DisplayName("both ends of a range are allowed, and one beyond is not")
    void ranges(Setting setting) throws InvalidSettingException {
        String[] ends = setting.allowed().split(" to ", -1);
        int least = Integer.parseInt(ends[0]);
        int most = Integer.parseInt(ends[1]);
        assertThat(setting.number(key -> ends[0])).isEqualTo(least);
        assertThat(setting.number(key -> ends[1])).isEqualTo(most);
        assertThat(Integer.parseInt(setting.standard())).isBetween(least, most);
        for (int beyond : new int[] {least - 1, most + 1}) {
            assertThatThrownBy(() -> read(setting.key(), Integer.toString(beyond)))
                    .hasMessage("the server property " + setting.key() + " is '" + beyond + "'; allowed: "
                            + setting.allowed());
        }
    }

    @Test
    @DisplayName("docs/settings.md shows the settings as they are")
    void documented() throws IOException {
        Path docs = Path.of("..", "docs", "settings.md");
        try (Stream<String> lines = Files.lines(docs)) {
            assertThat(lines.filter(line -> line.startsWith("| `crossdesk.")))
                    .containsExactlyElementsOf(
                            Stream.of(Setting.values()).map(SettingsTest::row).toList());
        }
    }

    private static String row(Setting setting) {
        String standard = setting.standard().isEmpty() ? "" : "`" + setting.standard() + "`";
        return "| `" + setting.key() + "` | " + standard + " | " + setting.allowed() + " | " + setting.meaning() + " |";
    }
}
