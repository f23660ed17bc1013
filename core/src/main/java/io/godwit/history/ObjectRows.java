package io.godwit.history;

import io.godwit.dialect.Dialect;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code godwit_object}; the connection is the caller's. */
record ObjectRows(Dialect dialect, Connection connection) {

    /** All of them, whether or not they make sense; a NULL is empty. */
    List<ObjectRow> read() throws SQLException {
        String sql = "SELECT migration_id, position, plugin_id, kind, object, part, dropped_by FROM "
                + dialect.syntax().table(HistoryTables.OBJECT) + " ORDER BY migration_id, position";
        List<ObjectRow> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(1000);
            try (ResultSet row = statement.executeQuery(sql)) {
                while (row.next()) {
                    rows.add(row(row));
                }
            }
        }
        return rows;
    }

    private static ObjectRow row(ResultSet row) throws SQLException {
        return new ObjectRow(
                new ObjectRow.Key(text(row, 1), row.getLong(2)),
                text(row, 3),
                text(row, 4),
                text(row, 5),
                text(row, 6),
                text(row, 7));
    }

    private static String text(ResultSet row, int column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }
}
