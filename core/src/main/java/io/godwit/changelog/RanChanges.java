package io.godwit.changelog;

import io.godwit.dialect.Dialect;
import io.godwit.failure.ChangelogRefusedException;
import io.godwit.schema.TableName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads Liquibase's history. For one call. */
final class RanChanges {

    private static final String TABLE = "DATABASECHANGELOG";

    private final Connection connection;
    private final Dialect dialect;

    RanChanges(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    /**
     * The rows in the order in which they were executed.
     *
     * @throws ChangelogRefusedException if there is no such table
     */
    List<RanChange> read() throws SQLException {
        String sql = "SELECT * FROM " + table() + " ORDER BY ORDEREXECUTED, DATEEXECUTED";
        List<RanChange> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            Set<String> columns = columns(result.getMetaData());
            while (result.next()) {
                rows.add(row(result, columns));
            }
        }
        return rows;
    }

    /** Liquibase's own spelling; engines that tell cases apart get the one that is there. */
    private String table() throws SQLException {
        String catalog = connection.getCatalog();
        String schema = connection.getSchema();
        for (String spelling : List.of(TABLE, TABLE.toLowerCase(Locale.ROOT))) {
            try (ResultSet tables = connection.getMetaData().getTables(catalog, schema, spelling, null)) {
                if (tables.next()) {
                    return dialect.syntax().table(TableName.of(tables.getString("TABLE_NAME")));
                }
            }
        }
        throw new ChangelogRefusedException(
                "databasechangelog",
                "this database has no such table: Liquibase has not run on it, or in another schema");
    }

    private static Set<String> columns(ResultSetMetaData metadata) throws SQLException {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (int column = 1; column <= metadata.getColumnCount(); column++) {
            names.add(metadata.getColumnLabel(column));
        }
        return names;
    }

    private static RanChange row(ResultSet row, Set<String> columns) throws SQLException {
        String type = text(row, columns, "EXECTYPE");
        return new RanChange(
                row.getString("ID"),
                row.getString("AUTHOR"),
                row.getString("FILENAME"),
                row.getTimestamp("DATEEXECUTED"),
                row.getInt("ORDEREXECUTED"),
                type == null ? "EXECUTED" : type,
                text(row, columns, "MD5SUM"),
                new RanChange.Notes(
                        text(row, columns, "DESCRIPTION"),
                        text(row, columns, "COMMENTS"),
                        text(row, columns, "TAG"),
                        text(row, columns, "LIQUIBASE"),
                        text(row, columns, "CONTEXTS"),
                        text(row, columns, "LABELS"),
                        text(row, columns, "DEPLOYMENT_ID")));
    }

    /** Tables of older versions lack some columns. */
    private static @Nullable String text(ResultSet row, Set<String> columns, String column) throws SQLException {
        return columns.contains(column) ? row.getString(column) : null;
    }
}
