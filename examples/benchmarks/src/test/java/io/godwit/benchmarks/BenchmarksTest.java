package io.godwit.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.godwit.benchmarks.report.Comparison;
import io.godwit.benchmarks.report.Series;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs every scenario with a few migrations, so that none breaks unseen; times are nobody's business here. */
class BenchmarksTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"apply", "apply-one-transaction", "scaling", "no-op", "fresh-process", "rollback", "load"})
    void everyScenarioMeasuresEveryContender(String scenario) throws Exception {
        measure(scenario, "1");
    }

    /** Beside the engine's own program; with so many rows that two readers share them. */
    @ParameterizedTest
    @ValueSource(strings = {"export", "import"})
    void rowsAreMeasuredBesideTheEnginesOwnProgram(String scenario) throws Exception {
        assumeThat(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, "sqlite3")));
        measure(scenario, "2");
    }

    private void measure(String scenario, String share) throws Exception {
        Path json = folder.resolve("figures.json");
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        Options options = Options.parse(
                scenario,
                "--engine",
                "sqlite",
                "--share",
                share,
                "--rounds",
                "1",
                "--warmups",
                "0",
                "--json",
                json.toString());

        List<Comparison> comparisons =
                new Benchmarks(options, new PrintStream(printed, true, StandardCharsets.UTF_8)).run(folder);

        assertThat(comparisons).isNotEmpty().allSatisfy(comparison -> {
            assertThat(comparison.scenario()).isEqualTo(scenario);
            assertThat(comparison.series())
                    .hasSizeGreaterThan(1)
                    .allSatisfy(series -> assertThat(series.values()).hasSize(1))
                    .anySatisfy(series -> assertThat(series.contender()).startsWith("godwit"));
        });
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains(scenario + ", sqlite", "godwit");
        assertThat(json).content().contains("\"scenario\" : \"" + scenario + "\"");
    }

    @Test
    void medianOfRatiosIsNotRatioOfMedians() {
        Series series = new Series("godwit", List.of(2.0, 30.0, 8.0), List.of(1.0, 10.0, 8.0));

        assertThat(series.median()).isEqualTo(8.0);
        assertThat(series.ratio()).isEqualTo(2.0);
        assertThat(series.lowestRatio()).isEqualTo(1.0);
        assertThat(series.highestRatio()).isEqualTo(3.0);
    }

    @Test
    void unknownScenarioIsRefusedByName() {
        assertThatThrownBy(() -> Options.parse("aply"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("aply")
                .hasMessageContaining("no-op");
    }
}
