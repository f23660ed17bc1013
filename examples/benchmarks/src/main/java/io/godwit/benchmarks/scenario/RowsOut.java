package io.godwit.benchmarks.scenario;

import io.godwit.Godwit;
import io.godwit.archive.RowFileFormat;
import io.godwit.benchmarks.database.Database;
import io.godwit.benchmarks.database.Engine;
import io.godwit.benchmarks.report.Comparison;
import io.godwit.engine.RowExport;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;

/** 1,000,000 rows of seven columns into files: by the engine's own means, which is the baseline, and by an export into a folder, with one reader and with two. */
final class RowsOut implements Scenario {

    @Override
    public String name() {
        return "export";
    }

    @Override
    public List<Comparison> run(Conditions conditions, Engine engine) throws Exception {
        int rows = conditions.migrations(1_000_000);
        NativeRows own = NativeRows.of(engine.name());
        try (RowFolder folder = RowFolder.create();
                Database database = engine.fresh()) {
            try (Connection connection = database.dataSource().getConnection()) {
                LoadTables.createSource(connection, rows);
            }
            Path file = folder.path("native.txt");
            Rounds rounds = conditions.interleaved();
            rounds.add(own.contender(), () -> Stopwatch.millis(() -> own.out(database, file)));
            for (RowFileFormat format : List.of(RowFileFormat.JSON_LINES, RowFileFormat.CSV)) {
                for (int readers : List.of(1, 2)) {
                    rounds.add("godwit-" + format + (readers == 1 ? "" : "-by-" + readers), () -> {
                        Path output = folder.empty("out");
                        return Stopwatch.millis(() -> write(database, format, readers, output));
                    });
                }
            }
            return List.of(new Comparison(
                    name(),
                    engine.name(),
                    rows + " rows of seven columns into a file",
                    "ms",
                    rounds.run().series()));
        }
    }

    /** The rows of {@code person}. */
    static void write(Database database, RowFileFormat format, int readers, Path output) {
        Godwit.on(database.dataSource())
                .build()
                .rows()
                .export(RowExport.ofTables("person").as(format).readBy(readers), output);
    }
}
