package io.godwit.benchmarks.scenario;

import io.godwit.benchmarks.database.Database;
import io.godwit.benchmarks.database.Engine;
import io.godwit.benchmarks.report.Comparison;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * 1,000,000 rows of seven columns from one table into another: by one hand-written INSERT … SELECT in one transaction, which is the
 * baseline, and by transforms that give the same rows, with their batches, checkpoints and the keys of what they added.
 */
final class Transforms implements Scenario {

    private static final String BASELINE = "insert-select";

    @Override
    public String name() {
        return "transform";
    }

    @Override
    public List<Comparison> run(Conditions conditions, Engine engine) throws Exception {
        int rows = conditions.migrations(1_000_000);
        List<Path> plugins = new ArrayList<>();
        try (Database database = engine.fresh();
                Connection connection = database.dataSource().getConnection()) {
            LoadTables.createSource(connection, rows);
            Rounds rounds = conditions.interleaved();
            rounds.add(BASELINE, () -> Load.millis(connection, Load::pushDown));
            List<String> able = new ArrayList<>(List.of(BASELINE));
            Stream.of(Movings.values()).map(Movings::contender).forEach(able::add);
            List<String> contenders = conditions.contenders(able);
            for (Movings moving : Movings.values()) {
                if (!contenders.contains(moving.contender())) {
                    continue;
                }
                Path plugin = moving.plugin(rows);
                plugins.add(plugin);
                rounds.add(moving.contender(), () -> {
                    begin(connection);
                    return Stopwatch.millis(() -> Movings.host(database.dataSource(), plugin)
                            .migrate()
                            .orThrow());
                });
            }
            return List.of(new Comparison(
                    name(),
                    engine.name(),
                    rows + " rows of seven columns, mapped; the baseline in one statement",
                    "ms",
                    rounds.run().series()));
        } finally {
            for (Path plugin : plugins) {
                Movings.delete(plugin);
            }
        }
    }

    /** Without a history and without rows in the target. */
    private static void begin(Connection connection) throws SQLException {
        LoadTables.createTarget(connection);
        List<String> history = new ArrayList<>();
        try (ResultSet tables =
                connection.getMetaData().getTables(connection.getCatalog(), null, "godwit%", new String[] {"TABLE"})) {
            while (tables.next()) {
                history.add(tables.getString("TABLE_NAME"));
            }
        }
        for (String table : history) {
            LoadTables.run(connection, "DROP TABLE " + table);
        }
    }
}
