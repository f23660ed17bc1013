package io.godwit.dialect.sqlite;

import io.godwit.dialect.ManyRows;
import io.godwit.dialect.PackedRows;
import io.godwit.dialect.RowFields;
import io.godwit.dialect.RowQuery;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** Rows as bytes, a row a call into the library; where a database keeps its texts in UTF-8. Immutable. */
final class SqliteManyRows implements ManyRows {

    private final SqliteVersion version;

    SqliteManyRows(SqliteVersion version) {
        this.version = version;
    }

    @Override
    public Optional<PackedRows> packed() {
        return Optional.of(new SqlitePages());
    }

    @Override
    public boolean readFields(Connection connection, RowQuery query, FieldTaker taker) throws SQLException {
        if (!version.hasConcat() || query.columns().isEmpty()) {
            return false;
        }
        PackedRow packed = new PackedRow(query);
        RowFields fields = new RowFields(query.columns().size());
        try (Statement statement = connection.createStatement()) {
            if (!isUtf8(statement)) {
                return false;
            }
            ManyRows.each(statement, packed.text(), row -> {
                boolean taken = packed.read(row.getBytes(packed.place()), fields) && taker.fields(fields);
                if (!taken) {
                    taker.row(row);
                }
            });
        }
        return true;
    }

    private static boolean isUtf8(Statement statement) throws SQLException {
        try (ResultSet encoding = statement.executeQuery("PRAGMA encoding")) {
            return encoding.next() && encoding.getString(1).equals("UTF-8");
        }
    }
}
