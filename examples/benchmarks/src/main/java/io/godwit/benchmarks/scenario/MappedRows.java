package io.godwit.benchmarks.scenario;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads rows page by page in the order of their key, and maps them in Java. */
final class MappedRows {

    /** Takes a mapped row. */
    interface Taker {
        void take(@Nullable Object[] row) throws SQLException;
    }

    private static final int PAGE = 5000;
    private static final String QUERY = "SELECT id, first_name, last_name, dept, score, email, born FROM person"
            + " WHERE id > ? ORDER BY id LIMIT " + PAGE;

    private MappedRows() {}

    static void read(Connection connection, Taker taker) throws SQLException {
        long last = 0;
        int read;
        do {
            read = 0;
            try (PreparedStatement statement = connection.prepareStatement(QUERY)) {
                statement.setLong(1, last);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        last = rows.getLong(1);
                        taker.take(mapped(rows));
                        read++;
                    }
                }
            }
        } while (read == PAGE);
    }

    private static @Nullable Object[] mapped(ResultSet row) throws SQLException {
        String first = row.getString(2).toUpperCase(Locale.ROOT);
        return new @Nullable Object[] {
            row.getString(1),
            first,
            first + " " + row.getString(3),
            LoadTables.DEPARTMENTS.get(row.getInt(4)),
            row.getString(5),
            row.getString(6).toLowerCase(Locale.ROOT),
            row.getString(7)
        };
    }
}
