package io.godwit.cli;

import io.godwit.engine.RowExport;
import picocli.CommandLine.Option;

/** How many connections read rows at once. */
final class ParallelReading {

    @Option(
            names = "--parallel",
            paramLabel = "N",
            defaultValue = "2",
            description =
                    "How many connections read a large table at once, where the engine lets them see one moment (SQLite,"
                            + " MySQL, MariaDB); the file is the same. ${DEFAULT-VALUE} unless said, 16 at most.")
    private int readers;

    RowExport applied(RowExport asked) {
        try {
            return asked.readBy(readers);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--parallel: " + e.getMessage());
        }
    }
}
