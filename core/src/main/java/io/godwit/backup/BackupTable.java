package io.godwit.backup;

import io.godwit.schema.Column;
import io.godwit.schema.ColumnType;
import io.godwit.schema.NativeType;
import io.godwit.schema.TableName;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one table in a backup. Immutable.
 *
 * @param name the table
 * @param entry where its rows are, as JSON Lines
 * @param rows how many there are
 * @param columns those that are written, in order
 * @param definition where the statements are that make the table; null in a backup of before they were written
 */
public record BackupTable(
        TableName name,
        BackupEntry entry,
        long rows,
        List<BackupColumn> columns,
        @Nullable BackupEntry definition) {

    public BackupTable {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(entry, "entry");
        columns = List.copyOf(columns);
    }

    /** Its columns, as far as their rows ask. */
    public List<Column> tableColumns() {
        return columns.stream().map(BackupColumn::column).toList();
    }

    /**
     * A column. Immutable.
     *
     * @param name its name
     * @param type its portable type, as documents write it; {@code native{engine=type}} for one of the engine's own
     */
    public record BackupColumn(String name, String type) {

        private static final String OWN = "native{";

        public BackupColumn {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(type, "type");
        }

        /**
         * As far as its rows ask.
         *
         * @throws IllegalArgumentException if its type is none
         */
        public Column column() {
            return Column.of(name, type.startsWith(OWN) ? own() : ColumnType.parse(type));
        }

        private ColumnType own() {
            int equals = type.indexOf('=');
            return new NativeType(
                    Map.of(type.substring(OWN.length(), equals), type.substring(equals + 1, type.length() - 1)));
        }
    }
}
