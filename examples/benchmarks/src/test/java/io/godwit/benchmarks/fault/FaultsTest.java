package io.godwit.benchmarks.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few faults, so that counting them does not break unseen. */
class FaultsTest {

    @TempDir
    private Path folder;

    @Test
    void everyRunEndsAsOneThatNothingInterrupted() throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();

        List<FaultRow> rows = Faults.run(
                FaultOptions.parse(
                        "--engine", "sqlite", "--rounds", "3", "--crowd", "2", "--folder", folder.toString()),
                new PrintStream(printed, true, StandardCharsets.UTF_8));

        assertThat(rows).hasSize(2);
        assertThat(rows)
                .flatExtracting(FaultRow::verdicts)
                .hasSize(4)
                .allSatisfy(verdict ->
                        assertThat(verdict.kind()).as("%s", verdict.words()).isEqualTo(Verdict.Kind.SAME));
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("| sqlite", "kill -9 of the process", "2 processes at once");
    }

    @Test
    void unknownOptionIsRefusedByName() {
        assertThatThrownBy(() -> FaultOptions.parse("--round", "3"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--round");
    }
}
