package org.crossdesk.domain.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileRulesTest {
    private static final FileRules RULES = new FileRules(Set.of("png", "pdf"), 1_000);

    @ParameterizedTest
    @CsvSource({
        "page.png, png",
        "PAGE 12.PNG, png",
        "page.html.pdf, pdf",
        "page.pdf.html,",
        "page,",
        "png,",
        ".png,",
        "page.,",
        "page.png/,",
    })
    @DisplayName("what counts is the last ending, in either case, of a name that has more than that")
    void endings(String name, String ending) {
        assertThat(RULES.ending(name)).isEqualTo(ending);
        assertThat(new FileRules(Set.of(), 1_000).ending(name)).isNull();
    }
}
