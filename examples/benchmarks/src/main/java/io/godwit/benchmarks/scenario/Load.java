package io.godwit.benchmarks.scenario;

import io.godwit.benchmarks.database.Database;
import io.godwit.benchmarks.database.Engine;
import io.godwit.benchmarks.report.Comparison;
import io.godwit.dialect.Dialect;
import io.godwit.dialect.RowTarget;
import io.godwit.dialect.RowWriter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/**
 * 1,000,000 rows of seven columns from one table into another in one transaction: by one INSERT … SELECT, which is the baseline, and
 * through Java, written by a batch of JDBC and by the dialect's row writer.
 */
final class Load implements Scenario {

    private static final String PUSHED_DOWN =
            "INSERT INTO contact (id, given_name, full_name, department, score, email, born) SELECT id, upper(first_name),"
                    + " %s, CASE dept WHEN 0 THEN 'Sales' WHEN 1 THEN 'Support' WHEN 2 THEN 'Research' ELSE 'Purchase' END,"
                    + " score, lower(email), born FROM person";

    private static final String ONE_ROW =
            "INSERT INTO contact (id, given_name, full_name, department, score, email, born) VALUES (?, ?, ?, ?, ?, ?, ?)";

    private static final int BATCH = 1000;

    /** One way to move the rows. */
    interface Way {
        void move(Connection connection, Dialect dialect) throws SQLException;
    }

    @Override
    public String name() {
        return "load";
    }

    @Override
    public List<Comparison> run(Conditions conditions, Engine engine) throws Exception {
        int rows = conditions.migrations(1_000_000);
        try (Database database = engine.fresh();
                Connection connection = database.dataSource().getConnection()) {
            LoadTables.createSource(connection, rows);
            Rounds rounds = conditions.interleaved();
            rounds.add("insert-select", () -> millis(connection, Load::pushDown));
            rounds.add("jdbc-batch", () -> millis(connection, Load::batch));
            rounds.add("godwit", () -> millis(connection, Load::write));
            return List.of(new Comparison(
                    name(),
                    engine.name(),
                    rows + " rows of seven columns, mapped, in one transaction",
                    "ms",
                    rounds.run().series()));
        }
    }

    static double millis(Connection connection, Way way) throws Exception {
        LoadTables.createTarget(connection);
        Dialect dialect = LoadTables.dialect(connection);
        return Stopwatch.millis(() -> {
            LoadTables.run(connection, dialect.transactions().begin());
            way.move(connection, dialect);
            LoadTables.run(connection, dialect.transactions().commit());
        });
    }

    static void pushDown(Connection connection, Dialect dialect) throws SQLException {
        boolean concatenates = List.of("mysql", "mariadb").contains(dialect.engine());
        String full =
                concatenates ? "concat(upper(first_name), ' ', last_name)" : "upper(first_name) || ' ' || last_name";
        LoadTables.run(connection, PUSHED_DOWN.formatted(full));
    }

    /** Typed, for PostgreSQL takes no text for a number. */
    private static void batch(Connection connection, Dialect dialect) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ONE_ROW)) {
            int[] waiting = {0};
            MappedRows.read(connection, row -> {
                for (int i = 0; i < row.length; i++) {
                    dialect.loader().bind(statement, i + 1, LoadTables.COLUMNS.get(i), row[i]);
                }
                statement.addBatch();
                if (++waiting[0] % BATCH == 0) {
                    statement.executeBatch();
                }
            });
            statement.executeBatch();
        }
    }

    private static void write(Connection connection, Dialect dialect) throws SQLException {
        RowTarget target = RowTarget.of(dialect, connection, LoadTables.TARGET, LoadTables.COLUMNS);
        try (RowWriter writer = dialect.loader().writer(target)) {
            MappedRows.read(connection, writer::add);
            writer.flush();
        }
    }
}
