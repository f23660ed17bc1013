package io.godwit.dialect.mssql;

import io.godwit.schema.Column;
import io.godwit.schema.Name;
import io.godwit.schema.Table;
import io.godwit.schema.UniqueKey;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Uniqueness over columns that may be NULL. SQL Server takes two NULLs for equal, PostgreSQL not: so an index leaves out every row
 * with a NULL.
 */
final class UniqueText {

    private UniqueText() {}

    static boolean isFiltered(Table table, UniqueKey unique) {
        return !nullable(table, unique.columns()).isEmpty();
    }

    /** Those of the columns that may be NULL; a column of which nothing is known counts as one. */
    static List<Name> nullable(Table table, List<Name> columns) {
        return columns.stream()
                .filter(name -> table.column(name).map(Column::nullable).orElse(true))
                .toList();
    }

    /** The condition that leaves out every row with a NULL in one of them. */
    static String filter(List<Name> columns, MsSqlText text) {
        return columns.stream()
                .map(column -> text.name(column) + " IS NOT NULL")
                .collect(Collectors.joining(" AND "));
    }
}
