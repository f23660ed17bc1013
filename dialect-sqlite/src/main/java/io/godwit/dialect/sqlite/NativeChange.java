package io.godwit.dialect.sqlite;

import io.godwit.operation.AddColumn;
import io.godwit.operation.CreateIndex;
import io.godwit.operation.CreateTrigger;
import io.godwit.operation.DropColumn;
import io.godwit.operation.DropIndex;
import io.godwit.operation.DropTrigger;
import io.godwit.operation.Operation;
import io.godwit.operation.RenameColumn;
import io.godwit.operation.RenameIndex;
import io.godwit.schema.Column;
import io.godwit.schema.Expression;
import io.godwit.schema.Generated;
import io.godwit.schema.Index;
import io.godwit.schema.Literal;
import io.godwit.schema.Name;
import io.godwit.schema.Table;
import io.godwit.schema.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What SQLite changes in a table without a rebuild, and exactly: https://sqlite.org/lang_altertable.html. */
final class NativeChange {

    private final Table table;

    NativeChange(Table table) {
        this.table = table;
    }

    boolean does(Operation operation) {
        if (operation instanceof AddColumn add) {
            return table.column(add.column().name()).isPresent() || adds(add.column());
        }
        if (operation instanceof DropColumn drop) {
            return table.column(drop.column()).isEmpty() || drops(drop.column());
        }
        return operation instanceof RenameColumn
                || operation instanceof CreateIndex
                || operation instanceof DropIndex
                || operation instanceof RenameIndex
                || operation instanceof CreateTrigger
                || operation instanceof DropTrigger;
    }

    /** No key, no stored expression, and for the rows that are there a constant that may stand there. */
    private static boolean adds(Column column) {
        Value value = column.defaultValue();
        boolean constant = value == null
                || (value instanceof Literal literal && literal.text().indexOf('\0') < 0);
        boolean empty = value == null || (value instanceof Literal literal && literal.isNull());
        return !column.primaryKey()
                && !column.unique()
                && !column.identity()
                && constant
                && (column.generated() == null || (!column.generated().stored() && column.nullable()))
                && (column.nullable() || !empty)
                && (column.references() == null || empty);
    }

    /** A column that nothing else of the table names; portable triggers may be told of every column. */
    private boolean drops(Name column) {
        boolean inKey = (table.primaryKey() != null
                        && table.primaryKey().columns().contains(column))
                || table.uniques().stream().anyMatch(key -> key.columns().contains(column))
                || table.foreignKeys().stream().anyMatch(key -> key.columns().contains(column));
        return table.columns().size() > 1
                && !inKey
                && table.checks().stream().noneMatch(check -> names(check.expression(), column))
                && table.indexes().stream().noneMatch(index -> names(index, column))
                && table.columns().stream().noneMatch(other -> isMadeOf(other, column))
                && table.triggers().isEmpty()
                && table.others().stream().noneMatch(other -> names(other.sql(), column));
    }

    private static boolean isMadeOf(Column other, Name column) {
        Generated generated = other.generated();
        return generated != null && names(generated.expression(), column);
    }

    private static boolean names(Index index, Name column) {
        return index.columns().stream().anyMatch(part -> column.equals(part.name()) || names(part.expression(), column))
                || names(index.where(), column);
    }

    private static boolean names(@Nullable Expression expression, Name column) {
        return expression != null && names(expression.text(), column);
    }

    private static boolean names(String sql, Name column) {
        List<Token> tokens = Lexer.tokens(sql);
        return tokens.stream().anyMatch(token -> token.names(column.text()));
    }
}
