package io.godwit.dialect.mssql;

import io.godwit.schema.Index;
import io.godwit.schema.IndexColumn;
import io.godwit.schema.Name;
import io.godwit.schema.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The columns by which an upsert finds its row: something must make them unique, or MERGE would write several. */
record UpsertKey(Table table) {

    void check(List<Name> key) {
        Set<Name> columns = new HashSet<>(key);
        boolean unique = (table.primaryKey() != null
                        && columns.equals(new HashSet<>(table.primaryKey().columns())))
                || table.uniques().stream().anyMatch(one -> columns.equals(new HashSet<>(one.columns())))
                || table.indexes().stream().anyMatch(index -> isUniqueOn(index, columns));
        if (!unique) {
            throw Refusal.of(
                    "upsertRows by " + key + " of " + table.name(),
                    "nothing makes these columns unique",
                    "make them the primary key or a unique constraint first");
        }
    }

    private static boolean isUniqueOn(Index index, Set<Name> columns) {
        return index.unique()
                && index.where() == null
                && columns.equals(index.columns().stream()
                        .map(IndexColumn::name)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()));
    }
}
