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
 */
public record RowExport(
        String pluginId,
        List<String> tables,
        Map<String, String> filters,
        List<String> sensitive,
        RowFileFormat format,
        boolean complete,
        Recipients recipients) {

    public RowExport {
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
                pluginId, List.of(), Map.of(), List.of(), RowFileFormat.JSON_LINES, false, Recipients.NOBODY);
    }

    /** Some tables, whoever made them; all of the database if none is named. */
    public static RowExport ofTables(String... tables) {
        return new RowExport(
                "", List.of(tables), Map.of(), List.of(), RowFileFormat.JSON_LINES, false, Recipients.NOBODY);
    }

    /** Only some of the tables. */
    public RowExport tables(List<String> names) {
        return new RowExport(pluginId, names, filters, sensitive, format, complete, recipients);
    }

    /** Only some rows of a table: those for which the condition is true, which is universal SQL. */
    public RowExport where(String table, String condition) {
        Map<String, String> all = new LinkedHashMap<>(filters);
        all.merge(table, condition, (one, other) -> "(" + one + ") AND (" + other + ")");
        return new RowExport(pluginId, tables, all, sensitive, format, complete, recipients);
    }

    /** Also a column that is sensitive, as {@code table.column}. */
    public RowExport including(String column) {
        List<String> all = new ArrayList<>(sensitive);
        all.add(column);
        return new RowExport(pluginId, tables, filters, all, format, complete, recipients);
    }

    /** In files of another format than JSON Lines. */
    public RowExport as(RowFileFormat other) {
        return new RowExport(pluginId, tables, filters, sensitive, other, complete, recipients);
    }

    /** With all rows that the chosen ones refer to, directly or through others, so that all of it can come in elsewhere. */
    public RowExport completed() {
        return new RowExport(pluginId, tables, filters, sensitive, format, true, recipients);
    }

    /** In an encrypted archive, whose name ends with {@code .tar.gz.age}. */
    public RowExport encryptedTo(Recipients readers) {
        return new RowExport(pluginId, tables, filters, sensitive, format, complete, readers);
    }
}
