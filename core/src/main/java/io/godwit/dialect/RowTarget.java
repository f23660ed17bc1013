package io.godwit.dialect;

import io.godwit.schema.Column;
import io.godwit.schema.TableName;
import java.sql.Connection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table that rows are written to. Immutable, but for the connection.
 *
 * @param connection inside a transaction of the caller's, who alone commits; null where rows become text
 * @param table quoted
 * @param columns those that each row has a value for, in this order; never one that the engine computes
 * @param names of the columns, quoted
 */
public record RowTarget(@Nullable Connection connection, String table, List<Column> columns, List<String> names) {

    public RowTarget {
        columns = List.copyOf(columns);
        names = List.copyOf(names);
        if (columns.size() != names.size()) {
            throw new IllegalArgumentException(columns.size() + " columns have " + names.size() + " names");
        }
    }

    /**
     * Where the rows go.
     *
     * @throws IllegalStateException if they become text
     */
    @Override
    public Connection connection() {
        if (connection == null) {
            throw new IllegalStateException("rows of a script have no connection");
        }
        return connection;
    }

    /** The table under its name in documents. */
    public static RowTarget of(
            Dialect dialect, @Nullable Connection connection, TableName table, List<Column> columns) {
        List<String> names = columns.stream()
                .map(column -> dialect.syntax().name(column.name()))
                .toList();
        return new RowTarget(connection, dialect.syntax().table(table), columns, names);
    }

    /** The columns' names with commas between them. */
    public String list() {
        return String.join(", ", names);
    }
}
