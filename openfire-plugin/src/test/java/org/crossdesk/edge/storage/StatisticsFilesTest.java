package org.crossdesk.edge.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import org.crossdesk.domain.statistics.Side;
import org.crossdesk.domain.statistics.Tallied;
import org.crossdesk.domain.statistics.Tally;
import org.crossdesk.domain.statistics.Waits;
import org.crossdesk.protocol.Address;
import org.crossdesk.runtime.JournalException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatisticsFilesTest {
    private static final Instant OCTOBER = Instant.parse("2026-10-31T23:30:00Z");
    private static final Instant NOVEMBER = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant LATER = Instant.parse("2026-11-20T00:00:00Z");

    @TempDir
    private Path folder;

    private StatisticsFiles files() {
        return new StatisticsFiles(folder.resolve("statistics"));
    }

    private static Tallied at(Instant from, int questions) {
        Waits waits = Waits.NONE.plus(5).plus(7);
        return new Tallied(
                Address.parse("desk@ask.uppsala.test"),
                Side.PATRONS,
                Tallied.halfHour(from),
                new Tally(questions, 2, 0, 1, 0, waits));
    }

    @Test
    void whatIsFiledIsReadByTimeOverMonthsAndRestarts() throws JournalException {
        assertThat(files().read(Instant.EPOCH.plusSeconds(1), LATER)).isEmpty();
        files().file(List.of(at(NOVEMBER, 2), at(OCTOBER, 1)));
        files().file(List.of(at(LATER, 3)));
        assertThat(files().read(OCTOBER, LATER)).containsExactly(at(OCTOBER, 1), at(NOVEMBER, 2));
        assertThat(files().read(NOVEMBER, LATER.plusSeconds(1))).containsExactly(at(NOVEMBER, 2), at(LATER, 3));
    }

    @Test
    void filedTwiceCountsOnceAndTheLaterIsRight() throws JournalException {
        files().file(List.of(at(NOVEMBER, 2)));
        files().file(List.of(at(NOVEMBER, 2)));
        files().file(List.of(at(NOVEMBER, 4)));
        assertThat(files().read(OCTOBER, LATER)).containsExactly(at(NOVEMBER, 4));
    }

    @Test
    void aTornLineCostsNoOther() throws Exception {
        files().file(List.of(at(NOVEMBER, 2)));
        Path file = folder.resolve("statistics/2026-11.jsonl");
        Files.writeString(file, "{\"service\":\"desk@ask.upp", StandardOpenOption.APPEND);
        files().file(List.of(at(LATER, 3)));
        assertThat(files().read(OCTOBER, LATER.plusSeconds(1))).containsExactly(at(NOVEMBER, 2), at(LATER, 3));
    }

    @Test
    void oldMonthsAreDeletedWhole() throws Exception {
        files().forgetBefore(NOVEMBER);
        files().file(List.of(at(OCTOBER, 1), at(NOVEMBER, 2)));
        Files.writeString(folder.resolve("statistics/notes.jsonl"), "not ours");
        files().forgetBefore(LATER);
        assertThat(files().read(OCTOBER, LATER)).containsExactly(at(NOVEMBER, 2));
        assertThat(folder.resolve("statistics/2026-10.jsonl")).doesNotExist();
        assertThat(folder.resolve("statistics/notes.jsonl")).exists();
    }
}
