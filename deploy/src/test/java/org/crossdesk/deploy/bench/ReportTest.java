package org.crossdesk.deploy.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    private static final Figure QUICK = Figure.of("relay / direct", 2.5, "×").atMost(3);
    private static final Figure SLOW = Figure.of("throughput", 0.6, "×").atLeast(0.7);
    private static final Figure PLAIN = Figure.of("fdatasync p50", 0.1, "ms");

    @Test
    void aGoalIsABoundOnOneSide() {
        assertThat(QUICK.met()).isTrue();
        assertThat(SLOW.met()).isFalse();
        assertThat(PLAIN.met()).isTrue();
        assertThat(Figure.of("at the bound", 3, "").atMost(3).met()).isTrue();
        assertThat(Figure.of("at the bound", 3, "").atLeast(3).met()).isTrue();
        assertThat(Figure.of("nothing measured", Double.NaN, "").atMost(3).met())
                .isFalse();
    }

    @Test
    void isMetWhereEveryFigureIs() {
        assertThat(new Report("relay", List.of(QUICK, PLAIN)).met()).isTrue();
        assertThat(new Report("relay", List.of(QUICK, SLOW)).met()).isFalse();
    }

    @Test
    void writesAListOfFigures(@TempDir Path folder) throws Exception {
        Path file = new Report("relay", List.of(QUICK, PLAIN, SLOW)).write(folder.resolve("target/bench"));

        assertThat(file).hasFileName("relay.json");
        JsonNode figures = new ObjectMapper().readTree(Files.readString(file));
        assertThat(figures).hasSize(3);
        assertThat(figures.get(0).get("name").asText()).isEqualTo("relay / direct");
        assertThat(figures.get(0).get("value").asDouble()).isEqualTo(2.5);
        assertThat(figures.get(0).get("unit").asText()).isEqualTo("×");
        assertThat(figures.get(0).get("goal").asText()).isEqualTo("≤ 3");
        assertThat(figures.get(1).get("goal").isNull()).isTrue();
        assertThat(figures.get(2).get("met").asBoolean()).isFalse();
    }

    @Test
    void theTableSaysWhatIsNotMet() {
        assertThat(new Report("relay", List.of(QUICK, PLAIN, SLOW)).table().lines())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .contains("relay / direct", "2.500 ×", "≤ 3")
                                .endsWith(" met"),
                        line -> assertThat(line)
                                .contains("fdatasync p50", "0.100 ms")
                                .doesNotContain("met"),
                        line -> assertThat(line).contains("0.600 ×", "≥ 0.700").endsWith("NOT MET"));
    }

    @Test
    void theMedianOfRoundsIsTheMiddleOne() {
        Rounds rounds = new Rounds();
        rounds.add("odd", 9);
        rounds.add("odd", 1);
        rounds.add("odd", 2);
        rounds.add("even", 1);
        rounds.add("even", 4);

        assertThat(rounds.median("odd")).isEqualTo(2);
        assertThat(rounds.median("even")).isEqualTo(2.5);
        assertThat(rounds.sum("odd")).isEqualTo(12);
        assertThat(rounds.median("none")).isNaN();
    }

    @Test
    void readsTheTotalOfAHeapsHistogram() {
        assertThat(HeapProbe.total("""
                 num     #instances         #bytes  class name (module)
                   1:         50000        1600000  [B (java.base@17)
                Total        120000        9876543
                """)).isEqualTo(9_876_543);
    }
}
