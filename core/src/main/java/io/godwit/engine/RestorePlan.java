package io.godwit.engine;

import io.godwit.schema.TableName;
import java.util.ArrayList;
import java.util.List;

/**
 * What a restore would do. Immutable; nothing is changed by making it.
 *
 * @param backup the backup's name in the store
 * @param pluginId whose it is
 * @param version the plugin's version when it was taken
 * @param createdAt when it was taken
 * @param reason why it was taken
 * @param tables those that become what they were
 * @param dropped tables, views and sequences that the plugin made since, and that go
 * @param objects the plugin's views and sequences that are made again
 * @param forgotten migrations that the history forgets, since they were applied after the backup
 * @param remembered migrations that are in the history again
 * @param obstacles what stands against it; with any, nothing is restored
 */
public record RestorePlan(
        String backup,
        String pluginId,
        String version,
        String createdAt,
        String reason,
        List<RestoredTable> tables,
        List<String> dropped,
        List<String> objects,
        List<String> forgotten,
        List<String> remembered,
        List<String> obstacles) {

    public RestorePlan {
        tables = List.copyOf(tables);
        dropped = List.copyOf(dropped);
        objects = List.copyOf(objects);
        forgotten = List.copyOf(forgotten);
        remembered = List.copyOf(remembered);
        obstacles = List.copyOf(obstacles);
    }

    /** That the number of rows is not known. */
    public static final long UNKNOWN = -1;

    /**
     * A table that becomes what it was. Immutable.
     *
     * @param name its name
     * @param rows how many it gets
     * @param there whether there is a table of that name now, which goes
     * @param rowsNow how many that has, or {@link #UNKNOWN}
     */
    public record RestoredTable(TableName name, long rows, boolean there, long rowsNow) {}

    /** How many rows come back. */
    public long rows() {
        return tables.stream().mapToLong(RestoredTable::rows).sum();
    }

    /** For people, a line each. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("restore " + backup + ": plugin " + pluginId + " at version " + version + ", taken " + createdAt
                + (reason.isEmpty() ? "" : " (" + reason + ")"));
        tables.forEach(table -> lines.add("table " + table.name() + ": " + table.rows() + " rows; "
                + (table.there()
                        ? "the table that is there goes"
                                + (table.rowsNow() == UNKNOWN ? "" : ", with " + table.rowsNow() + " rows")
                        : "it is not there now")));
        dropped.forEach(object -> lines.add(object + ": made since; it goes"));
        objects.forEach(object -> lines.add(object + ": made again"));
        forgotten.forEach(id -> lines.add("migration " + id + ": applied since; the history forgets it"));
        remembered.forEach(id -> lines.add("migration " + id + ": in the history again"));
        obstacles.forEach(obstacle -> lines.add("refused: " + obstacle));
        return lines;
    }
}
