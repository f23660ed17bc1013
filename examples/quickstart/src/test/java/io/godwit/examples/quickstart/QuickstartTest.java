package io.godwit.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class QuickstartTest {

    private static final Path PLUGINS = Path.of("../plugins/orchestrator");

    @TempDir
    private Path folder;

    @Test
    void itGoesUpAndBackToNothing() {
        String told = run(false);

        assertThat(told).doesNotContain("\u001b");
        assertThat(told.lines().filter(line -> line.contains("status:")).map(String::strip))
                .containsExactly(
                        "status: orchestrator 1.0.0, 9 applied, 7 pending",
                        "status: orchestrator 2.0.0, 16 applied, 0 pending",
                        "status: orchestrator 1.0.0, 9 applied, 7 pending",
                        "status: orchestrator not applied, 0 applied, 16 pending");
        assertThat(told.lines().filter(line -> line.contains("succeeded: "))).hasSize(4);
    }

    @Test
    void itIsInColourForPeople() {
        assertThat(run(true)).contains("\u001b[");
    }

    private String run(boolean colour) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Words words = new Words(new PrintStream(out, true, StandardCharsets.UTF_8), colour);
        new Quickstart(PLUGINS, folder.resolve("quickstart.db"), words).run();
        return out.toString(StandardCharsets.UTF_8);
    }
}
