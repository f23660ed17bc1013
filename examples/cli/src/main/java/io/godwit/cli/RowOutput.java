package io.godwit.cli;

import io.godwit.engine.RowsReport;
import java.nio.file.Path;

/** Which rows were moved: in words, or as one JSON document. */
record RowOutput(Terminal terminal, GlobalOptions options) {

    void exported(RowsReport report, Path file) {
        print(report, file, "exported");
        if (!options.json() && !options.quiet()) {
            report.tables().stream()
                    .filter(table -> !table.leftOut().isEmpty())
                    .forEach(table -> terminal.out()
                            .println(terminal.notable("left out as sensitive: ")
                                    + terminal.plain(table.table() + " (" + String.join(", ", table.leftOut()) + ")")));
        }
    }

    void imported(RowsReport report, Path file) {
        print(report, file, "imported");
    }

    private void print(RowsReport report, Path file, String outcome) {
        if (options.json()) {
            terminal.out()
                    .print(new Json()
                            .with("outcome", outcome)
                            .with("file", file.toString())
                            .with("rows", report.rows())
                            .with(
                                    "tables",
                                    report.tables().stream()
                                            .map(RowOutput::json)
                                            .toList()));
        } else if (!options.quiet()) {
            report.tables().forEach(table -> terminal.out().println("  " + terminal.plain(words(table))));
            terminal.out()
                    .println(terminal.good("✓ ") + file + ": " + outcome + " " + Count.of(report.rows(), "row") + " of "
                            + Count.of(report.tables().size(), "table") + " in "
                            + report.duration().toMillis() + " ms");
        }
    }

    private static String words(RowsReport.Moved table) {
        return table.table() + ": " + Count.of(table.rows(), "row")
                + (table.updated() == 0 ? "" : ", " + table.updated() + " updated")
                + (table.skipped() == 0 ? "" : ", " + table.skipped() + " skipped");
    }

    private static Json json(RowsReport.Moved table) {
        return new Json()
                .with("table", table.table())
                .with("rows", table.rows())
                .with("updated", table.updated())
                .with("skipped", table.skipped())
                .with("leftOut", table.leftOut());
    }
}
