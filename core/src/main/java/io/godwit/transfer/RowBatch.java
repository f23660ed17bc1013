package io.godwit.transfer;

import io.godwit.dialect.BulkLoader;
import io.godwit.dialect.Dialect;
import io.godwit.dialect.JsonText;
import io.godwit.schema.Column;
import io.godwit.schema.TableName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows on their way into a table, as many in one statement as the engine takes well. For one thread. */
final class RowBatch {

    /** A server's limit of one message is some megabytes at least. */
    private static final long MOST_CHARACTERS = 500_000;

    private final BulkLoader loader;
    private final Connection connection;
    private final List<Column> columns;
    private final String insert;
    private final int most;
    private final List<@Nullable Object[]> rows = new ArrayList<>();
    private long characters;

    RowBatch(Dialect dialect, Connection connection, TableName table, List<Column> columns) {
        this.loader = dialect.loader();
        this.connection = connection;
        this.columns = columns;
        String names = columns.stream()
                .map(column -> dialect.syntax().name(column.name()))
                .collect(Collectors.joining(", "));
        this.insert = loader.insert(dialect.syntax().table(table), names) + " VALUES ";
        this.most = Math.max(1, Math.min(loader.rows(), loader.parameters() / Math.max(1, columns.size())));
    }

    void add(@Nullable Object[] row) throws SQLException {
        rows.add(row);
        for (Object value : row) {
            characters += length(value);
        }
        if (rows.size() == most || characters > MOST_CHARACTERS) {
            flush();
        }
    }

    private static long length(@Nullable Object value) {
        if (value instanceof byte[] bytes) {
            return 2L * bytes.length;
        }
        return value instanceof JsonText list ? list.json().length() : value instanceof String text ? text.length() : 4;
    }

    void flush() throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        String row = columns.stream().map(loader::placeholder).collect(Collectors.joining(", ", "(", ")"));
        String sql = insert + (row + ", ").repeat(rows.size() - 1) + row;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int index = 1;
            for (Object[] values : rows) {
                for (int i = 0; i < values.length; i++) {
                    loader.bind(statement, index++, columns.get(i), values[i]);
                }
            }
            statement.executeUpdate();
        }
        rows.clear();
        characters = 0;
    }
}
