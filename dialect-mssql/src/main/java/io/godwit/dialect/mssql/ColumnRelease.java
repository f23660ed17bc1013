package io.godwit.dialect.mssql;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.IdentifierText;
import io.godwit.dialect.RenderContext;
import io.godwit.dialect.Statement;
import io.godwit.schema.Check;
import io.godwit.schema.Column;
import io.godwit.schema.Constraint;
import io.godwit.schema.Expression;
import io.godwit.schema.ForeignKey;
import io.godwit.schema.Generated;
import io.godwit.schema.Index;
import io.godwit.schema.IndexColumn;
import io.godwit.schema.Name;
import io.godwit.schema.PrimaryKey;
import io.godwit.schema.Table;
import io.godwit.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whatever holds a column fast: SQL Server neither drops nor retypes nor renames a column that a constraint, an index or a computed
 * column names. It goes before the change, and comes back after it as the table is then.
 */
final class ColumnRelease {

    private final Dialect dialect;
    private final RenderContext context;
    private final MsSqlText text;
    private final Table table;
    private final Name column;
    private final boolean byText;

    ColumnRelease(Dialect dialect, RenderContext context, Table table, Name column) {
        this(dialect, context, table, column, false);
    }

    /**
     * What holds a column.
     *
     * @param byText whether only what has the column's name in its text counts: all else follows a renaming by itself
     */
    ColumnRelease(Dialect dialect, RenderContext context, Table table, Name column, boolean byText) {
        this.byText = byText;
        this.dialect = dialect;
        this.context = context;
        this.text = new MsSqlText(dialect, context);
        this.table = table;
        this.column = column;
    }

    /** Takes away what names the column, keys of other tables too if they are to come back. */
    List<Statement> release(boolean withOthers) {
        List<Statement> statements = new ArrayList<>();
        if (withOthers && !byText) {
            for (Table other : referring()) {
                keysTo(other).forEach(key -> statements.add(drop(other, key)));
            }
        }
        table.foreignKeys().stream().filter(this::names).forEach(key -> statements.add(drop(table, key)));
        table.indexes().stream()
                .filter(this::names)
                .forEach(index -> statements.addAll(
                        new IndexStatements(dialect, context).drop(table.name(), named(index.name()), false)));
        table.uniques().stream()
                .filter(this::names)
                .forEach(unique -> statements.addAll(new UniqueRemoval(text).drop(table, unique)));
        PrimaryKey key = table.primaryKey();
        if (key != null && key.columns().contains(column) && !byText) {
            statements.add(drop(table, key));
        }
        checks(table, column).forEach(check -> statements.add(drop(table, check)));
        computed()
                .forEach(other -> statements.add(Statement.of(
                        "ALTER TABLE " + text.name(table.name()) + " DROP COLUMN " + text.name(other.name()))));
        return statements;
    }

    /**
     * Brings back what {@link #release} took, as it is now.
     *
     * @param after the table after the change
     * @param name the column's name after it
     */
    List<Statement> restore(Table after, Name name) {
        ColumnRelease now = new ColumnRelease(dialect, context, after, name, byText);
        IndexStatements indexes = new IndexStatements(dialect, context);
        List<Statement> statements = new ArrayList<>();
        now.computed().forEach(other -> statements.add(add(after, text.column(after, other))));
        PrimaryKey key = after.primaryKey();
        if (key != null && key.columns().contains(name) && !byText) {
            statements.add(add(after, text.constraint(after.name(), key)));
        }
        after.uniques().stream().filter(now::names).forEach(unique -> statements.addAll(indexes.unique(after, unique)));
        after.indexes().stream()
                .filter(now::names)
                .forEach(index -> statements.addAll(indexes.create(after.name(), after, index, false)));
        now.checks(after, name).forEach(check -> statements.add(add(after, text.constraint(after.name(), check))));
        after.foreignKeys().stream()
                .filter(now::names)
                .forEach(foreignKey -> statements.add(add(after, text.constraint(after.name(), foreignKey))));
        for (Table other : byText ? List.<Table>of() : referring()) {
            keysTo(other).forEach(foreignKey -> statements.add(add(other, text.constraint(other.name(), foreignKey))));
        }
        return statements;
    }

    private List<Table> referring() {
        return context.schema().referencing(table.name()).stream()
                .filter(other -> !other.name().equals(table.name()))
                .toList();
    }

    private List<ForeignKey> keysTo(Table other) {
        return other.foreignKeys().stream()
                .filter(key ->
                        key.table().equals(table.name()) && key.referenced().contains(column))
                .toList();
    }

    private boolean names(ForeignKey key) {
        return !byText && isOver(key);
    }

    private boolean isOver(ForeignKey key) {
        return key.columns().contains(column)
                || (key.table().equals(table.name()) && key.referenced().contains(column));
    }

    private boolean names(UniqueKey unique) {
        return unique.columns().stream().anyMatch(this::isComputed)
                || (unique.columns().contains(column) && (!byText || UniqueText.isFiltered(table, unique)));
    }

    private boolean names(Index index) {
        Expression where = index.where();
        boolean filtered =
                index.unique() || where != null || index.columns().stream().anyMatch(this::isEndless);
        return ((!byText || filtered) && isOver(index)) || isOverComputed(index);
    }

    /** A computed column goes and comes back, and so does what is over it. */
    private boolean isOverComputed(Index index) {
        return index.include().stream().anyMatch(this::isComputed)
                || index.columns().stream().anyMatch(part -> part.name() != null && isComputed(part.name()));
    }

    private boolean isComputed(Name name) {
        return computed().stream().anyMatch(other -> other.name().equals(name));
    }

    private boolean isEndless(IndexColumn part) {
        Name name = part.name();
        return name != null && table.column(name).map(text::isEndless).orElse(false);
    }

    private boolean isOver(Index index) {
        Expression where = index.where();
        return index.columns().stream().anyMatch(part -> column.equals(part.name()))
                || index.include().contains(column)
                || (where != null && mentions(where));
    }

    private boolean mentions(Expression expression) {
        return new IdentifierText(expression.text()).mentions(column);
    }

    private List<Check> checks(Table of, Name name) {
        List<Check> checks = new ArrayList<>();
        of.column(name).flatMap(known -> text.typeCheck(of.name(), known)).ifPresent(checks::add);
        of.checks().stream().filter(check -> mentions(check.expression())).forEach(checks::add);
        return checks;
    }

    /** The computed columns that name the column. */
    List<Column> computed() {
        return table.columns().stream()
                .filter(other -> !other.name().equals(column))
                .filter(other -> {
                    Generated generated = other.generated();
                    return generated != null && mentions(generated.expression());
                })
                .toList();
    }

    private Statement drop(Table from, Constraint constraint) {
        return Statement.of(
                "ALTER TABLE " + text.name(from.name()) + " DROP CONSTRAINT " + text.name(named(constraint.name())));
    }

    private Statement add(Table to, String what) {
        return Statement.of("ALTER TABLE " + text.name(to.name()) + " ADD " + what);
    }

    private static Name named(@Nullable Name name) {
        return Objects.requireNonNull(name, "a normalised table has names for everything");
    }
}
