package io.godwit.dialect;

import io.godwit.schema.Column;
import io.godwit.schema.ColumnType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How values leave a table exactly, and many rows come back into it. A value is {@code null}, a {@link Boolean}, bytes, a list as
 * {@link JsonText}, or else a text, numbers and times too. Stateless and thread-safe.
 */
public interface BulkLoader {

    /** For drivers and engines that turn a text into what the column holds. */
    BulkLoader STANDARD = new BulkLoader() {};

    /**
     * The expression by which a column is read, so that the driver's text of it is all of its value.
     *
     * @param name the column's quoted name
     */
    default String exact(Column column, String name) {
        return name;
    }

    /**
     * The text of a value that was read by {@link #exact}, in the way in which the driver gives it quickest.
     *
     * @param row stands on the row
     * @param index from 1
     */
    default @Nullable String text(ResultSet row, int index, ColumnType type) throws SQLException {
        return row.getString(index);
    }

    /** Whether a list that is kept as JSON comes back in the engine's own spelling, however it was written. */
    default boolean respellsLists() {
        return false;
    }

    /** What begins an INSERT, up to VALUES; identities too take the values that they are given. */
    default String insert(String table, String columns) {
        return "INSERT INTO " + table + " (" + columns + ")";
    }

    /** What must follow such INSERTs in the same session before another table's, where no batch ends with them. */
    default List<String> afterInsert(String table) {
        return List.of();
    }

    /** A value as a script for the engine's own client has it in such an INSERT. */
    default String literal(SqlSyntax syntax, Column column, @Nullable Object value) {
        return ScriptedValue.of(syntax, column, value);
    }

    /** What stands for a value in an INSERT; one parameter. */
    default String placeholder(Column column) {
        return "?";
    }

    /** How many parameters a statement may have. */
    default int parameters() {
        return 30_000;
    }

    /** How many rows a statement may have. */
    default int rows() {
        return 500;
    }

    /** Opens a writer of rows; by statements of many rows unless the engine and its driver have a quicker way that is as exact. */
    default RowWriter writer(RowTarget target) throws SQLException {
        return new InsertedRows(this, target);
    }

    /** About how many characters a row's values have as text. */
    static long characters(@Nullable Object[] values) {
        long characters = 0;
        for (Object value : values) {
            if (value instanceof byte[] bytes) {
                characters += 2L * bytes.length;
            } else if (value instanceof JsonText list) {
                characters += list.json().length();
            } else {
                characters += value instanceof String text ? text.length() : 4;
            }
        }
        return characters;
    }

    /** Binds a value. */
    default void bind(PreparedStatement statement, int index, Column column, @Nullable Object value)
            throws SQLException {
        if (value == null) {
            statement.setNull(index, Types.NULL);
        } else if (value instanceof byte[] bytes) {
            statement.setBytes(index, bytes);
        } else if (value instanceof Boolean truth) {
            statement.setBoolean(index, truth);
        } else {
            statement.setString(index, value instanceof JsonText list ? list.json() : value.toString());
        }
    }
}
