package io.godwit.dialect;

import io.godwit.schema.EngineObject;
import io.godwit.schema.Expression;
import io.godwit.schema.Index;
import io.godwit.schema.IndexColumn;
import io.godwit.schema.Name;
import io.godwit.schema.PrimaryKey;
import io.godwit.schema.Table;

/** A table without one of its columns, and without the constraints and indexes that name it, as PostgreSQL drops them. */
final class ColumnRemoval {

    private final Table table;
    private final Name column;

    ColumnRemoval(Table table, Name column) {
        this.table = table;
        this.column = column;
    }

    Table after() {
        PrimaryKey key = table.primaryKey();
        return table.withColumns(table.columns().stream()
                        .filter(kept -> !kept.name().equals(column))
                        .toList())
                .withPrimaryKey(key != null && key.columns().contains(column) ? null : key)
                .withUniques(table.uniques().stream()
                        .filter(unique -> !unique.columns().contains(column))
                        .toList())
                .withForeignKeys(table.foreignKeys().stream()
                        .filter(foreignKey -> !foreignKey.columns().contains(column))
                        .toList())
                .withChecks(table.checks().stream()
                        .filter(check -> !names(check.expression()))
                        .toList())
                .withIndexes(
                        table.indexes().stream().filter(index -> !names(index)).toList())
                .withOthers(
                        table.others().stream().filter(other -> !goes(other)).toList());
    }

    /** An index or a constraint that only the engine has words for. */
    private boolean goes(EngineObject other) {
        boolean bound = other.kind().equals("index") || other.kind().equals("constraint");
        return bound && (new IdentifierText(other.sql()).mentions(column) || names(other.name()));
    }

    private boolean names(Name foreignKey) {
        return table.foreignKeys().stream()
                .anyMatch(key -> foreignKey.equals(key.name()) && key.columns().contains(column));
    }

    private boolean names(Index index) {
        Expression where = index.where();
        return index.columns().stream().anyMatch(this::names)
                || index.include().contains(column)
                || (where != null && names(where));
    }

    private boolean names(IndexColumn part) {
        Expression expression = part.expression();
        return column.equals(part.name()) || (expression != null && names(expression));
    }

    private boolean names(Expression expression) {
        return new IdentifierText(expression.text()).mentions(column);
    }
}
