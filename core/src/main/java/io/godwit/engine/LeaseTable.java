package io.godwit.engine;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.FailureKind;
import io.godwit.dialect.RenderContext;
import io.godwit.dialect.SchemaState;
import io.godwit.dialect.UnknownSchema;
import io.godwit.history.HistoryTables;
import io.godwit.operation.Operation;
import io.godwit.universal.UniversalTranslator;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The table of leases, by statements that every engine knows; each commits by itself. Stateless. */
record LeaseTable(Dialect dialect) {

    private static final System.Logger LOG = System.getLogger(LeaseTable.class.getName());

    /** The lease of a lock, if anybody has it; makes the table if it is missing, though others try at once. */
    Optional<LeaseRow> read(Connection connection, String key) throws SQLException {
        try {
            return row(connection, key);
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, "there is no table of leases yet, it seems", e);
        }
        create(connection);
        return row(connection, key);
    }

    /** As {@link #read}, and makes nothing: where there is no table yet, nobody has the lease. */
    Optional<LeaseRow> seen(Connection connection, String key) {
        try {
            return row(connection, key);
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, "there is no table of leases yet, it seems", e);
            return Optional.empty();
        }
    }

    /** Whether there is one now tells the next look at it. */
    private void create(Connection connection) {
        SchemaState state = new SchemaState(new UnknownSchema(), dialect);
        RenderContext context = new RenderContext(state, new UniversalTranslator(dialect), Map.of(), note -> {});
        List<Operation> operations = List.of(HistoryTables.leases());
        try (Statement statement = connection.createStatement()) {
            for (io.godwit.dialect.Statement made : dialect.renderer(context).render(operations)) {
                statement.execute(made.sql());
            }
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, "the table of leases was made by another run, it seems", e);
        }
    }

    private Optional<LeaseRow> row(Connection connection, String key) throws SQLException {
        String sql = "SELECT token, holder, beat, term FROM " + table() + " WHERE name = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, key);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new LeaseRow(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4)))
                        : Optional.empty();
            }
        }
    }

    /** Takes a lease that nobody has; false if another was faster. */
    boolean insert(Connection connection, String key, LeaseRow own) throws SQLException {
        String sql = "INSERT INTO " + table() + " (token, holder, beat, term, name) VALUES (?, ?, ?, ?, ?)";
        try {
            return change(connection, sql, own.token(), own.holder(), own.beat(), own.termMillis(), key);
        } catch (SQLException e) {
            if (isThereAlready(e) || row(connection, key).isPresent()) {
                return false;
            }
            throw e;
        }
    }

    /** Another run's row may be gone again before anybody looks: SQLSTATE class 23, integrity constraint violation. */
    private boolean isThereAlready(SQLException failure) {
        return dialect.failures().classify(failure) == FailureKind.CONSTRAINT
                || String.valueOf(failure.getSQLState()).startsWith("23");
    }

    /** Takes a lease over that is as it was seen; false if another was faster. */
    boolean replace(Connection connection, String key, LeaseRow seen, LeaseRow own) throws SQLException {
        String sql = "UPDATE " + table() + " SET token = ?, holder = ?, beat = ?, term = ?"
                + " WHERE name = ? AND token = ? AND beat = ?";
        return change(
                connection,
                sql,
                own.token(),
                own.holder(),
                own.beat(),
                own.termMillis(),
                key,
                seen.token(),
                seen.beat());
    }

    /** Renews one's own lease; false if it is another's by now. */
    boolean renew(Connection connection, String key, String token) throws SQLException {
        return change(
                connection, "UPDATE " + table() + " SET beat = beat + 1 WHERE name = ? AND token = ?", key, token);
    }

    void delete(Connection connection, String key, String token) throws SQLException {
        change(connection, "DELETE FROM " + table() + " WHERE name = ? AND token = ?", key, token);
    }

    private static boolean change(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int index = 0;
            for (Object value : values) {
                index++;
                if (value instanceof Long number) {
                    statement.setLong(index, number);
                } else {
                    statement.setString(index, String.valueOf(value));
                }
            }
            return statement.executeUpdate() > 0;
        }
    }

    private String table() {
        return dialect.syntax().table(HistoryTables.LEASE);
    }
}
