package io.godwit.dialect.mysql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks information_schema about the session's database.
 *
 * @param connection the caller's
 * @param mariaDb whether the server is MariaDB, whose catalog differs in places
 */
record Catalog(Connection connection, boolean mariaDb) {

    /** Reads one row. */
    interface RowReader<T> {

        T read(ResultSet row) throws SQLException;
    }

    <T> List<T> query(String sql, RowReader<T> reader, String... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < parameters.length; index++) {
                statement.setString(index + 1, parameters[index]);
            }
            try (ResultSet result = statement.executeQuery()) {
                List<T> rows = new ArrayList<>();
                while (result.next()) {
                    rows.add(reader.read(result));
                }
                return rows;
            }
        }
    }

    /**
     * The rows of a query by table, in the query's order.
     *
     * @param sql ends where a condition on the table may follow
     * @param column the table's name in the query
     * @param order what to order by
     * @param table the one table asked for; null for all
     */
    <T> Map<String, List<T>> byTable(
            String sql, String column, String order, @Nullable String table, RowReader<T> reader) throws SQLException {
        Map<String, List<T>> byTable = new LinkedHashMap<>();
        String only = table == null ? "" : " AND " + column + " = ?";
        String[] parameters = table == null ? new String[0] : new String[] {table};
        query(
                sql + only + " ORDER BY " + column + ", " + order,
                row -> byTable.computeIfAbsent(
                                row.getString(column.substring(column.indexOf('.') + 1)), name -> new ArrayList<>())
                        .add(reader.read(row)),
                parameters);
        return byTable;
    }

    /** An expression as MySQL's catalog escapes it, and MariaDB's does not, in a form that standard quotes are enough for. */
    String expression(String text) {
        return StoredText.of(mariaDb ? text : StoredText.ofMySql(text));
    }
}
