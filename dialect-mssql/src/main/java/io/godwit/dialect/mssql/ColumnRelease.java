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
import java.util.Collections;
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
        if (withOthers) {
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
        if (key != null && names(key.columns())) {
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
        if (key != null && now.names(key.columns())) {
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
        for (Table other : referring()) {
            keysTo(other).forEach(foreignKey -> statements.add(add(other, text.constraint(other.name(), foreignKey))));
        }
        return statements;
    }

    private List<Table> referring() {
        return going().isEmpty()
                ? List.of()
                : context.schema().referencing(table.name()).stream()
                        .filter(other -> !other.name().equals(table.name()))
                        .toList();
    }

    private List<ForeignKey> keysTo(Table other) {
        return other.foreignKeys().stream()
                .filter(key -> key.table().equals(table.name()) && names(key.referenced()))
                .toList();
    }

    /** What nothing may be over meanwhile: the column, and those that are computed from it, for they go and come back. */
    private List<Name> going() {
        List<Name> going = new ArrayList<>(computed().stream().map(Column::name).toList());
        if (!byText) {
            going.add(column);
        }
        return going;
    }

    private boolean names(List<Name> columns) {
        return !Collections.disjoint(columns, going());
    }

    private boolean names(ForeignKey key) {
        return names(key.columns()) || (key.table().equals(table.name()) && names(key.referenced()));
    }

    private boolean names(UniqueKey unique) {
        return names(unique.columns()) || (unique.columns().contains(column) && UniqueText.isFiltered(table, unique));
    }

    /** Filters have names in their text, and so has what is remembered of a text of any length. */
    private boolean names(Index index) {
        Expression where = index.where();
        List<Name> keys = index.columns().stream()
                .map(IndexColumn::name)
                .filter(Objects::nonNull)
                .toList();
        boolean filtered = index.unique() || where != null || keys.stream().anyMatch(this::isEndless);
        return names(keys)
                || names(index.include())
                || (filtered && (keys.contains(column) || index.include().contains(column)))
                || (where != null && mentions(where));
    }

    private boolean isEndless(Name name) {
        return table.column(name).map(text::isEndless).orElse(false);
    }

    private boolean mentions(Expression expression) {
        return new IdentifierText(expression.text()).mentions(column);
    }

    private List<Check> checks(Table of, Name name) {
        List<Check> checks = new ArrayList<>();
        of.column(name).flatMap(known -> text.typeCheck(of.name(), known)).ifPresent(checks::add);
        of.checks().stream()
                .filter(check -> mentions(check.expression()) || mentionsComputed(check.expression()))
                .forEach(checks::add);
        return checks;
    }

    private boolean mentionsComputed(Expression expression) {
        IdentifierText words = new IdentifierText(expression.text());
        return computed().stream().anyMatch(other -> words.mentions(other.name()));
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
