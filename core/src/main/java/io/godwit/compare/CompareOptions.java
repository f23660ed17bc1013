package io.godwit.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What is set beside each other. Immutable.
 *
 * @param pluginId only what this plugin made, and its migrations; empty for everything
 * @param tables only these tables, as documents write them; empty for all
 * @param rows whether rows are counted
 * @param content whether rows are read, for a digest that is the same for the same rows on every engine
 * @param sensitive columns that have a part in digests although they are sensitive, as {@code table.column}
 */
public record CompareOptions(
        String pluginId, List<String> tables, boolean rows, boolean content, List<String> sensitive) {

    /** Schema and migrations of everything; no rows. */
    public static final CompareOptions SCHEMA = new CompareOptions("", List.of(), false, false, List.of());

    public CompareOptions {
        Objects.requireNonNull(pluginId, "pluginId");
        tables = List.copyOf(tables);
        sensitive = List.copyOf(sensitive);
    }

    /** Only one plugin. */
    public CompareOptions ofPlugin(String id) {
        return new CompareOptions(id, tables, rows, content, sensitive);
    }

    /** Only some tables. */
    public CompareOptions ofTables(List<String> names) {
        return new CompareOptions(pluginId, names, rows, content, sensitive);
    }

    /** Also how many rows there are. */
    public CompareOptions withRows() {
        return new CompareOptions(pluginId, tables, true, content, sensitive);
    }

    /** Also how many rows there are, and whether they are the same. */
    public CompareOptions withContent() {
        return new CompareOptions(pluginId, tables, true, true, sensitive);
    }

    /** Also a column that is sensitive, as {@code table.column}, in digests. */
    public CompareOptions including(String column) {
        List<String> all = new ArrayList<>(sensitive);
        all.add(column);
        return new CompareOptions(pluginId, tables, rows, content, all);
    }
}
