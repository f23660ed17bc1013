package io.godwit.engine;

import io.godwit.archive.Recipients;
import io.godwit.archive.RowFileFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Which rows leave the database. Immutable.
 *
 * @param pluginId whose tables; empty for any plugin's, and nobody's
 * @param tables which of them, as documents write them; empty for all
 * @param filters conditions in universal SQL, by table
 * @param sensitive columns that leave although they are sensitive, as {@code table.column}
 * @param format of the files
 * @param complete whether rows that the chosen ones refer to leave with them, of whatever table
 * @param recipients for whom the file is encrypted
 * @param readers how many connections read a large table at once, from 1 to 16
 */
public record RowExport(
        String pluginId,
        List<String> tables,
        Map<String, String> filters,
        List<String> sensitive,
        RowFileFormat format,
        boolean complete,
        Recipients recipients,
        int readers) {

    /** Each has a thread, and what all of them have read may take eight megabytes together. */
    private static final int MOST_READERS = 16;

    public RowExport {
        if (readers < 1 || readers > MOST_READERS) {
            throw new IllegalArgumentException(
                    readers + " readers: rows are read by 1 to " + MOST_READERS + " connections at once");
        }
        Objects.requireNonNull(pluginId, "pluginId");
        tables = List.copyOf(tables);
        filters = Map.copyOf(filters);
        sensitive = List.copyOf(sensitive);
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(recipients, "recipients");
    }

    /** All tables of a plugin. */
    public static RowExport ofPlugin(String pluginId) {
        return new RowExport(
                pluginId, List.of(), Map.of(), List.of(), RowFileFormat.JSON_LINES, false, Recipients.NOBODY, 1);
    }

    /** Some tables, whoever made them; all of the database if none is named. */
    public static RowExport ofTables(String... tables) {
        return new RowExport(
                "", List.of(tables), Map.of(), List.of(), RowFileFormat.JSON_LINES, false, Recipients.NOBODY, 1);
    }

    /** Only some of the tables. */
    public RowExport tables(List<String> names) {
        return new RowExport(pluginId, names, filters, sensitive, format, complete, recipients, readers);
    }

    /** Only some rows of a table: those for which the condition is true, which is universal SQL. */
    public RowExport where(String table, String condition) {
        Map<String, String> all = new LinkedHashMap<>(filters);
        all.merge(table, condition, (one, other) -> "(" + one + ") AND (" + other + ")");
        return new RowExport(pluginId, tables, all, sensitive, format, complete, recipients, readers);
    }

    /** Also a column that is sensitive, as {@code table.column}. */
    public RowExport including(String column) {
        List<String> all = new ArrayList<>(sensitive);
        all.add(column);
        return new RowExport(pluginId, tables, filters, all, format, complete, recipients, readers);
    }

    /** In files of another format than JSON Lines. */
    public RowExport as(RowFileFormat other) {
        return new RowExport(pluginId, tables, filters, sensitive, other, complete, recipients, readers);
    }

    /** With all rows that the chosen ones refer to, directly or through others, so that all of it can come in elsewhere. */
    public RowExport completed() {
        return new RowExport(pluginId, tables, filters, sensitive, format, true, recipients, readers);
    }

    /** In an encrypted archive, whose name ends with {@code .tar.gz.age}. */
    public RowExport encryptedTo(Recipients others) {
        return new RowExport(pluginId, tables, filters, sensitive, format, complete, others, readers);
    }

    /**
     * Read by several connections at once, where the engine lets them see one moment. The file is the same byte for byte. While it is
     * written the data source is asked for as many further connections; what it does not give within two seconds is gone without.
     *
     * @param connections from 1 to 16
     */
    public RowExport readBy(int connections) {
        return new RowExport(pluginId, tables, filters, sensitive, format, complete, recipients, connections);
    }
}
