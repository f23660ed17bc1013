package io.godwit.schema;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Moves the constraints that columns carry to their table and names what has no name. */
final class TableNormaliser {

    private final Table table;
    private final Naming naming;

    TableNormaliser(Table table, Naming naming) {
        this.table = table;
        this.naming = naming;
    }

    Table normalised() {
        PrimaryKey key = primaryKey();
        List<UniqueKey> uniques = new ArrayList<>(table.uniques());
        List<ForeignKey> foreignKeys = new ArrayList<>(table.foreignKeys());
        List<Check> checks = new ArrayList<>(table.checks());
        for (Column column : table.columns()) {
            collect(column, uniques, foreignKeys, checks);
        }
        return table.withColumns(table.columns().stream()
                        .map(column -> bare(column, key))
                        .toList())
                .withPrimaryKey(key)
                .withUniques(uniques.stream()
                        .map(unique -> naming.name(table.name(), unique))
                        .toList())
                .withForeignKeys(foreignKeys.stream()
                        .map(foreignKey -> naming.name(table.name(), foreignKey))
                        .toList())
                .withChecks(checks.stream()
                        .map(check -> naming.name(table.name(), check))
                        .toList())
                .withIndexes(table.indexes().stream()
                        .map(index -> naming.name(table.name(), index))
                        .toList());
    }

    private @Nullable PrimaryKey primaryKey() {
        PrimaryKey key = table.primaryKey();
        if (key == null) {
            List<Name> columns = table.columns().stream()
                    .filter(Column::primaryKey)
                    .map(Column::name)
                    .toList();
            key = columns.isEmpty() ? null : PrimaryKey.of(columns);
        }
        return key == null ? null : naming.name(table.name(), key);
    }

    private void collect(Column column, List<UniqueKey> uniques, List<ForeignKey> foreignKeys, List<Check> checks) {
        List<Name> self = List.of(column.name());
        if (column.unique()) {
            uniques.add(new UniqueKey(null, self));
        }
        Reference reference = column.references();
        if (reference != null) {
            foreignKeys.add(new ForeignKey(
                    null,
                    self,
                    reference.table(),
                    List.of(reference.column()),
                    reference.onDelete(),
                    reference.onUpdate()));
        }
        Expression check = column.check();
        if (check != null) {
            checks.add(new Check(naming.columnCheck(table.name(), column.name()), check));
        }
    }

    private static Column bare(Column column, @Nullable PrimaryKey key) {
        boolean inKey = key != null && key.columns().contains(column.name());
        return column.withNullable(column.nullable() && !inKey && !column.identity())
                .withPrimaryKey(false)
                .withUnique(false)
                .withReferences(null)
                .withCheck(null);
    }
}
