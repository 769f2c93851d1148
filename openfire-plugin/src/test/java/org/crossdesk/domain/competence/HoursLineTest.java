package org.crossdesk.domain.competence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoursLineTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mon-Fri 09:00-17:00 Europe/Stockholm | Mon-Fri 09:00-17:00 Europe/Stockholm",
                "mon-fri 9:00-17:00; SAT 10:00-14:00 Europe/Stockholm | Mon-Fri 09:00-17:00, Sat 10:00-14:00 Europe/Stockholm",
                "Sat-Wed 08:00-16:00 Asia/Tehran | Mon-Wed 08:00-16:00, Sat-Sun 08:00-16:00 Asia/Tehran",
                "Fri 22:00-02:00 UTC | Fri 22:00-02:00 UTC",
                "Sun 12:00-24:00 UTC | Sun 12:00-00:00 UTC",
                "Sun-Sat 10:00-11:00 UTC | Mon-Sun 10:00-11:00 UTC"
            })
    void whatIsReadIsWrittenInOneWay(String typed, String written) {
        assertThat(HoursLine.write(HoursLine.read(typed))).isEqualTo(written);
        assertThat(HoursLine.read(written)).isNotNull();
        assertThat(HoursLine.write(HoursLine.read(written))).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "Mon-Fri 09:00-17:00 | '09:00-17:00' is no time zone",
                "always | 'always' is no time zone",
                "Mon-Fri 09:00-17:00 Europe/Uppsala | 'Europe/Uppsala' is no time zone",
                "Mon-Fri 09:00-17:00 +02:00 | '+02:00' is no time zone",
                "Mon-Fri 09:00 UTC | 'Mon-Fri 09:00'; write them as",
                "Mon-Fri 9-17 UTC | '9' is not a time",
                "Mon 25:00-26:00 UTC | '25:00' is not a time",
                "Monday 09:00-17:00 UTC | 'Monday' is no day of the week",
                "Mon-Wed-Fri 09:00-17:00 UTC | 'Mon-Wed-Fri' is no day of the week",
                "Mon-Sun 1:00-2:00, Mon-Sun 3:00-4:00, Mon-Sun 5:00-6:00, Mon 7:00-8:00 UTC | times has 22 entries"
            })
    void whatIsWrongIsNamedWithTheMend(String typed, String why) {
        assertThatThrownBy(() -> HoursLine.read(typed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("hours: ")
                .hasMessageContaining(why);
    }

    @Test
    void nothingIsNothing() {
        assertThat(HoursLine.read("  ")).isNull();
        assertThat(HoursLine.write(null)).isEmpty();
    }
}
