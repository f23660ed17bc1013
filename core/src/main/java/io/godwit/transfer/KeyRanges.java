package io.godwit.transfer;

import io.godwit.dialect.Dialect;
import io.godwit.schema.Column;
import io.godwit.schema.PrimaryKey;
import io.godwit.schema.SimpleType;
import io.godwit.schema.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a table into ranges of the first column of its primary key, a whole number: together all of its rows, one after the other in the order of
 * the key. Where a range ends is found by as many steps along the key's index as it is to have rows, whatever gaps there are. What is
 * no whole number, which SQLite takes all the same, is in the last one. For one thread at a time.
 */
final class KeyRanges {

    /** Less is read by one connection in the time that others need to begin. */
    private static final int LARGE = 10_000;

    private static final int FEWEST = 16;
    private static final int FIRST = 2_000;
    private static final int MOST = 20_000;

    private final String key;
    private final String from;
    private final int bytes;
    private int step = FIRST;
    private @Nullable Long begin;
    private boolean ended;

    private KeyRanges(String key, String from, int bytes) {
        this.key = key;
        this.from = from;
        this.bytes = bytes;
    }

    /**
     * Where a table has such a key.
     *
     * @param bytes how large the text of a range should be
     */
    static Optional<KeyRanges> of(Dialect dialect, Table table, int bytes) {
        PrimaryKey primary = table.primaryKey();
        if (primary == null) {
            return Optional.empty();
        }
        return table.column(primary.columns().get(0))
                .filter(column -> SimpleType.isWhole(column.type()))
                .map(Column::name)
                .map(dialect.syntax()::name)
                .map(key -> new KeyRanges(key, " FROM " + dialect.syntax().table(table.name()), bytes));
    }

    /** Whether there are so many rows that several connections are quicker; SQLite keeps NULL in keys, which no range has. */
    boolean isWorthwhile(Connection connection) throws SQLException {
        return first(connection, "SELECT " + key + from + ordered() + " OFFSET " + LARGE) != null
                && first(connection, "SELECT 1" + from + " WHERE " + key + " IS NULL LIMIT 1") == null;
    }

    /** The condition of the next one; empty for all rows, null behind the last. */
    @Nullable
    String next(Connection connection) throws SQLException {
        if (ended) {
            return null;
        }
        Long start = begin;
        Long end = end(connection, start);
        begin = end;
        ended = end == null;
        String least = start == null ? "" : key + " >= " + start;
        String below = end == null ? "" : key + " < " + end;
        return least + (least.isEmpty() || below.isEmpty() ? "" : " AND ") + below;
    }

    private @Nullable Long end(Connection connection, @Nullable Long start) throws SQLException {
        String rest = start == null ? "" : " WHERE " + key + " >= " + start;
        Long end = whole(first(connection, "SELECT " + key + from + rest + ordered() + " OFFSET " + step));
        if (end == null || !end.equals(start)) {
            return end;
        }
        return whole(first(connection, "SELECT " + key + from + " WHERE " + key + " > " + start + ordered()));
    }

    private String ordered() {
        return " ORDER BY " + key + " LIMIT 1";
    }

    /** Says how large the text of a range was, so that the next ones are as large as they should be. */
    void written(long rows, long length) {
        if (rows > 0 && length > 0) {
            step = (int) Math.max(FEWEST, Math.min(MOST, rows * bytes / length));
        }
    }

    private static @Nullable String first(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? row.getString(1) : null;
        }
    }

    private static @Nullable Long whole(@Nullable String text) {
        try {
            return text == null ? null : Long.valueOf(text);
        } catch (NumberFormatException other) {
            return null;
        }
    }
}
