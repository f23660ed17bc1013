package io.godwit.benchmarks.scenario;

import io.godwit.Godwit;
import io.godwit.archive.RowFileFormat;
import io.godwit.benchmarks.database.Database;
import io.godwit.benchmarks.database.Engine;
import io.godwit.benchmarks.report.Comparison;
import io.godwit.migration.OnConflict;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;

/** 1,000,000 rows of seven columns out of files into an empty table: by the engine's own means, which is the baseline, and by an import. */
final class RowsIn implements Scenario {

    @Override
    public String name() {
        return "import";
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
            own.out(database, file);
            Rounds rounds = conditions.interleaved();
            rounds.add(own.contender(), () -> {
                empty(database);
                return Stopwatch.millis(() -> own.in(database, file));
            });
            for (RowFileFormat format : List.of(RowFileFormat.JSON_LINES, RowFileFormat.CSV)) {
                Path given = folder.path("given-" + format);
                RowsOut.write(database, format, 1, given);
                rounds.add("godwit-" + format, () -> {
                    empty(database);
                    return Stopwatch.millis(() -> read(database, given));
                });
            }
            return List.of(new Comparison(
                    name(),
                    engine.name(),
                    rows + " rows of seven columns out of a file into an empty table",
                    "ms",
                    rounds.run().series()));
        }
    }

    private static void empty(Database database) throws Exception {
        try (Connection connection = database.dataSource().getConnection()) {
            LoadTables.emptySource(connection);
        }
    }

    private static void read(Database database, Path given) {
        Godwit.on(database.dataSource()).build().rows().importFrom(given, OnConflict.FAIL);
    }
}
