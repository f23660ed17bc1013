package io.godwit.dialect.sqlite;

import java.util.Locale;

/**
 * A row of sqlite_schema that has a text. Immutable.
 *
 * @param type {@code table}, {@code index}, {@code view} or {@code trigger}
 * @param name its name
 * @param table the table or view it belongs to; its own name for a table
 * @param sql the CREATE statement
 */
record CatalogEntry(String type, String name, String table, String sql) {

    /** Neither SQLite's own nor Godwit's. */
    boolean isForeign() {
        String lower = name.toLowerCase(Locale.ROOT);
        return !lower.startsWith("sqlite_") && !lower.startsWith("godwit_");
    }

    /** SQLite writes the first words of what it keeps itself. */
    boolean isTable() {
        return type.equals("table") && !sql.startsWith("CREATE VIRTUAL ");
    }

    /** Whether a foreign key may be in it. */
    boolean mayRefer() {
        return sql.toLowerCase(Locale.ROOT).contains("references");
    }

    boolean belongsTo(String other) {
        return table.equalsIgnoreCase(other);
    }
}
