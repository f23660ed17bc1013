package io.godwit.benchmarks.scenario;

import io.godwit.Godwit;
import io.godwit.benchmarks.database.Database;
import io.godwit.benchmarks.database.Engine;
import io.godwit.benchmarks.report.Comparison;
import io.godwit.format.PluginSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * 1,000,000 rows of seven columns from one table into another: by one hand-written INSERT … SELECT in one transaction, which is the
 * baseline, and by a transform of the same mapping, with its batches, checkpoints and the keys of what it added.
 */
final class Transforms implements Scenario {

    private static final String MIGRATION = """
            {"format": "portable-migration-v1", "migration": {"id": "move-1", "pluginId": "move", "version": "1.0.0", "steps": {"up": [
              {"id": "move", "transform": {"source": "person", "target": "contact", "mapping": [
                {"source": "id", "target": "id"},
                {"source": "first_name", "target": "given_name", "transform": {"type": "function", "definition": "upper"}},
                {"target": "full_name", "transform": {"type": "expression", "definition": "upper(first_name) || ' ' || last_name"}},
                {"source": "dept", "target": "department", "defaultValue": "Purchase", "transform": {"type": "lookup",
                  "definition": {"0": "Sales", "1": "Support", "2": "Research"}}},
                {"source": "score", "target": "score"},
                {"source": "email", "target": "email", "transform": {"type": "function", "definition": "lower"}},
                {"source": "born", "target": "born"}]}}]}}}""";

    @Override
    public String name() {
        return "transform";
    }

    @Override
    public List<Comparison> run(Conditions conditions, Engine engine) throws Exception {
        int rows = conditions.migrations(1_000_000);
        Path plugins = Files.createTempDirectory("godwit-transform");
        Path document = Files.writeString(plugins.resolve("move-1.json"), MIGRATION);
        try (Database database = engine.fresh();
                Connection connection = database.dataSource().getConnection()) {
            LoadTables.createSource(connection, rows);
            Rounds rounds = conditions.interleaved();
            rounds.add("insert-select", () -> Load.millis(connection, Load::pushDown));
            rounds.add("godwit", () -> {
                begin(connection);
                return Stopwatch.millis(() -> Godwit.on(database.dataSource())
                        .plugins(PluginSource.directory(plugins))
                        .build()
                        .migrate());
            });
            return List.of(new Comparison(
                    name(),
                    engine.name(),
                    rows + " rows of seven columns, mapped; the baseline in one statement",
                    "ms",
                    rounds.run().series()));
        } finally {
            Files.delete(document);
            Files.delete(plugins);
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
