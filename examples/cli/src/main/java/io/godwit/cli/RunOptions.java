package io.godwit.cli;

import io.godwit.GodwitBuilder;
import java.time.Duration;
import picocli.CommandLine.Option;

/** What the commands that change a database share. */
final class RunOptions {

    @Option(names = "--dry-run", description = "Shows the plan and changes nothing.")
    private boolean dry;

    @Option(
            names = "--lock-wait",
            paramLabel = "SECONDS",
            defaultValue = "300",
            description = "How long to wait for another run; ${DEFAULT-VALUE} unless said.")
    private int lockWait;

    boolean dry() {
        return dry;
    }

    GodwitBuilder configure(GodwitBuilder builder, RunOutput output) {
        if (lockWait < 0) {
            throw new UsageException("--lock-wait is in seconds, from 0");
        }
        return builder.lockWait(Duration.ofSeconds(lockWait)).listener(output.listener());
    }
}
