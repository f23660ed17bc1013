package io.godwit.dialect.sqlite;

import io.godwit.schema.Column;
import io.godwit.schema.Table;
import java.util.List;
import java.util.Optional;

/** The number that SQLite gives each row of a table, under a name that no column of the table has taken. */
final class RowId {

    private static final List<String> NAMES = List.of("rowid", "_rowid_", "oid");

    private RowId() {}

    /** The name to write, unquoted; empty if there is no such number or every name for it is taken. */
    static Optional<String> of(Table table) {
        return SqliteOptions.WITHOUT_ROWID.isSetOn(table)
                ? Optional.empty()
                : NAMES.stream().filter(name -> !isTaken(table, name)).findFirst();
    }

    /** Whether a column of the table is that number. */
    static boolean hasAlias(Table table) {
        return table.columns().stream().anyMatch(Column::identity);
    }

    private static boolean isTaken(Table table, String name) {
        return table.columns().stream().anyMatch(column -> column.name().text().equalsIgnoreCase(name));
    }
}
