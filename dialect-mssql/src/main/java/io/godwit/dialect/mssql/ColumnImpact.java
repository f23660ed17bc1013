package io.godwit.dialect.mssql;

import io.godwit.dialect.IdentifierText;
import io.godwit.dialect.Impact;
import io.godwit.schema.Check;
import io.godwit.schema.Column;
import io.godwit.schema.Expression;
import io.godwit.schema.Index;
import io.godwit.schema.Name;
import io.godwit.schema.PrimaryKey;
import io.godwit.schema.Table;
import java.util.Objects;
import java.util.stream.Stream;

/** What it costs that a column must be freed before it changes: {@link ColumnRelease} makes anew what held it. */
record ColumnImpact(Table table, Name column) {

    /** Of ALTER COLUMN: a key in clustered order comes back with every row, an index or a check by reading them. */
    Impact restated() {
        PrimaryKey key = table.primaryKey();
        if (key != null && key.columns().contains(column)) {
            return Impact.REWRITE;
        }
        boolean held = table.indexes().stream().anyMatch(this::isOver)
                || table.uniques().stream().anyMatch(unique -> unique.columns().contains(column))
                || table.foreignKeys().stream()
                        .anyMatch(foreign -> foreign.columns().contains(column));
        return held ? Impact.SCAN : renamed();
    }

    /** Of sp_rename, which what has the name in its text does not follow: a stored column is computed again for every row. */
    Impact renamed() {
        boolean computed = table.columns().stream()
                .map(Column::generated)
                .anyMatch(generated -> generated != null && generated.stored() && mentions(generated.expression()));
        if (computed) {
            return Impact.REWRITE;
        }
        Stream<Expression> texts = Stream.concat(
                table.checks().stream().map(Check::expression),
                table.indexes().stream().map(Index::where).filter(Objects::nonNull));
        boolean typed = table.column(column)
                .filter(known -> TypeCheck.mustBeRemembered(MsSqlNative.meaning(known.type())))
                .isPresent();
        return typed || texts.anyMatch(this::mentions) ? Impact.SCAN : Impact.BRIEF;
    }

    private boolean isOver(Index index) {
        return index.columns().stream().anyMatch(part -> column.equals(part.name()))
                || index.include().contains(column);
    }

    private boolean mentions(Expression expression) {
        return new IdentifierText(expression.text()).mentions(column);
    }
}
