package io.godwit.dialect.mssql;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.RenderContext;
import io.godwit.dialect.Statement;
import io.godwit.schema.Column;
import io.godwit.schema.Expression;
import io.godwit.schema.Index;
import io.godwit.schema.IndexColumn;
import io.godwit.schema.IndexMethod;
import io.godwit.schema.Name;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Indexes, and the unique keys that are indexes. */
final class IndexStatements {

    private final Dialect dialect;
    private final RenderContext context;
    private final MsSqlText text;

    IndexStatements(Dialect dialect, RenderContext context) {
        this.dialect = dialect;
        this.context = context;
        this.text = new MsSqlText(dialect, context);
    }

    /**
     * The statements for one index.
     *
     * @param table what is known of the table; null if nothing is
     */
    List<Statement> create(TableName on, @Nullable Table table, Index given, boolean ifNotExists) {
        Index index = dialect.naming().name(on, given);
        Name name = Objects.requireNonNull(index.name());
        note(index);
        boolean standIn = table != null && index.columns().stream().anyMatch(part -> isEndless(table, part));
        String create = standIn ? standIn(table, index) : plain(on, table, index);
        List<Statement> statements = new ArrayList<>();
        statements.add(Statement.of(ifNotExists ? guard(on, name) + create : create));
        if (standIn) {
            statements.add(new Properties(text)
                    .set(Properties.INDEX + name, on, null, new IndexMemory(index.columns()).text()));
        }
        return statements;
    }

    private void note(Index index) {
        if (index.method() != IndexMethod.BTREE) {
            context.notes()
                    .accept("SQL Server's index for " + index.method() + " needs more than an index: " + index.name()
                            + " is a plain one.");
        }
    }

    private boolean isEndless(Table table, IndexColumn part) {
        Name column = part.name();
        return column != null && table.column(column).map(text::isEndless).orElse(false);
    }

    private String guard(TableName on, Name name) {
        return "IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(" + text.quoted(on)
                + ") AND name = " + text.quoted(name) + ")\n";
    }

    private String plain(TableName on, @Nullable Table table, Index index) {
        List<Name> columns = index.columns().stream()
                .map(IndexColumn::name)
                .filter(Objects::nonNull)
                .toList();
        if (table != null) {
            new KeyLength(text, table).finding(columns, KeyLength.OTHER).ifPresent(context.notes());
        }
        List<Name> nullable = index.unique() && table != null ? UniqueText.nullable(table, columns) : List.of();
        Expression where = index.where();
        Index withoutFilter = index.withWhere(null);
        String condition = where == null ? "" : new IndexFilter(on, text.condition(where, on)).checked();
        String nulls = UniqueText.filter(nullable, text);
        String both = condition + (condition.isEmpty() || nulls.isEmpty() ? "" : " AND ") + nulls;
        return text.createIndex(on, withoutFilter, false) + (both.isEmpty() ? "" : " WHERE " + both);
    }

    /** NVARCHAR(MAX) can be no key: an index over the other columns, or one that holds no row, stands for it. */
    private String standIn(Table table, Index index) {
        if (index.unique()) {
            throw Refusal.of(
                    "the unique index " + index.name() + " of " + table.name(),
                    "SQL Server indexes no NVARCHAR(MAX)",
                    "varchar(n)");
        }
        context.notes()
                .accept("SQL Server indexes no NVARCHAR(MAX): " + index.name() + " of " + table.name()
                        + " leaves such columns out; varchar(n) can be found by.");
        List<IndexColumn> others =
                index.columns().stream().filter(part -> !isEndless(table, part)).toList();
        if (!others.isEmpty()) {
            return plain(table.name(), table, index.withColumns(others));
        }
        Name key = table.columns().stream()
                .filter(column -> !text.isEndless(column))
                .map(Column::name)
                .findFirst()
                .orElseThrow(() -> Refusal.of(
                        "the index " + index.name() + " of " + table.name(),
                        "SQL Server indexes no NVARCHAR(MAX)",
                        "varchar(n)"));
        return text.createIndex(
                        table.name(),
                        index.withColumns(List.of(IndexColumn.of(key.text()))).withWhere(null),
                        false)
                + " WHERE " + text.name(key) + " IS NULL";
    }

    /** A unique key, as a constraint or as an index that remembers being one. */
    List<Statement> unique(Table table, UniqueKey given) {
        UniqueKey unique = dialect.naming().name(table.name(), given);
        Name name = Objects.requireNonNull(unique.name());
        text.checkKey(table, unique);
        text.noteLength(table, unique);
        if (!UniqueText.isFiltered(table, unique)) {
            return List.of(Statement.of(
                    "ALTER TABLE " + text.name(table.name()) + " ADD " + text.constraint(table.name(), unique)));
        }
        String filter = UniqueText.filter(UniqueText.nullable(table, unique.columns()), text);
        String create = "CREATE UNIQUE INDEX " + text.name(name) + " ON " + text.name(table.name()) + " ("
                + text.names(unique.columns()) + ") WHERE " + filter;
        return List.of(
                Statement.of(create),
                new Properties(text).set(Properties.INDEX + name, table.name(), null, IndexMemory.CONSTRAINT));
    }

    List<Statement> drop(TableName table, Name index, boolean ifExists) {
        String drop = "DROP INDEX " + (ifExists ? "IF EXISTS " : "") + text.name(index) + " ON " + text.name(table);
        return List.of(Statement.of(drop), forget(table, index));
    }

    Statement forget(TableName table, Name index) {
        return new Properties(text).set(Properties.INDEX + index, table, null, null);
    }

    List<Statement> rename(TableName table, Name from, Name to) {
        String old = text.literal(text.name(table) + "." + text.name(from));
        return List.of(Statement.of("EXEC sp_rename " + old + ", " + text.quoted(to) + ", N'INDEX'"));
    }
}
