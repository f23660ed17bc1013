package io.godwit.backup;

import io.godwit.schema.TableName;
import java.util.List;
import java.util.Objects;

/**
 * The rows of one table in a backup. Immutable.
 *
 * @param name the table
 * @param entry where its rows are, as JSON Lines
 * @param rows how many there are
 * @param columns those that are written, in order
 */
public record BackupTable(TableName name, BackupEntry entry, long rows, List<BackupColumn> columns) {

    public BackupTable {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(entry, "entry");
        columns = List.copyOf(columns);
    }

    /**
     * A column. Immutable.
     *
     * @param name its name
     * @param type its portable type, as documents write it
     */
    public record BackupColumn(String name, String type) {

        public BackupColumn {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(type, "type");
        }
    }
}
