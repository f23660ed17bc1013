package io.godwit.examples.plugins;

import io.godwit.engine.MovedRows;
import io.godwit.engine.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a host keeps of a run that took rows over: how many each table got, what was left out and why, and how long it took. */
final class MigrationReport {

    private final Report report;
    private final Rows rows;

    MigrationReport(Report report, PluginDatabase database) {
        this.report = report;
        this.rows = new Rows(database);
    }

    /** As {@code migration_report.json}. */
    Path write(Path folder) throws IOException {
        return Files.writeString(Files.createDirectories(folder).resolve("migration_report.json"), json());
    }

    private String json() {
        return """
                {
                  "outcome": "%s",
                  "milliseconds": %d,
                  "tables": {%s},
                  "transforms": [
                    %s
                  ],
                  "rejected": [
                    %s
                  ]
                }
                """.formatted(
                        report.outcome(),
                        report.duration().toMillis(),
                        String.join(", ", tables()),
                        String.join(",\n    ", transforms()),
                        String.join(",\n    ", rejected()));
    }

    private List<String> tables() {
        Map<String, Long> written = new LinkedHashMap<>();
        report.moved().forEach(moved -> written.merge(moved.target().toString(), moved.written(), Long::sum));
        List<String> tables = new ArrayList<>();
        written.forEach((table, count) -> tables.add(text(table) + ": " + count));
        return tables;
    }

    private List<String> transforms() {
        return report.moved().stream().map(MigrationReport::transform).toList();
    }

    private static String transform(MovedRows moved) {
        return "{\"step\": %s, \"table\": %s, \"read\": %d, \"written\": %d, \"rejected\": %d, \"warned\": %d, \"milliseconds\": %d}"
                .formatted(
                        text(moved.step()),
                        text(moved.target().toString()),
                        moved.read(),
                        moved.written(),
                        moved.rejected(),
                        moved.warned(),
                        moved.duration().toMillis());
    }

    private List<String> rejected() {
        return rows
                .read("SELECT step_id, source_key, reason FROM godwit_rejected"
                        + " WHERE migration_id = 'task-import-0001-tasks' ORDER BY step_id, number")
                .stream()
                .map(MigrationReport::text)
                .toList();
    }

    private static String text(String characters) {
        return '"' + characters.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ") + '"';
    }
}
