package io.godwit.dialect.sqlite;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.RenderContext;
import io.godwit.dialect.TableText;
import io.godwit.failure.Unsupported;
import io.godwit.failure.UnsupportedByDialectException;
import io.godwit.schema.Column;
import io.godwit.schema.ColumnType;
import io.godwit.schema.Constraint;
import io.godwit.schema.EnumType;
import io.godwit.schema.Expression;
import io.godwit.schema.Generated;
import io.godwit.schema.Index;
import io.godwit.schema.IndexColumn;
import io.godwit.schema.Name;
import io.godwit.schema.PrimaryKey;
import io.godwit.schema.SimpleType;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.schema.UniqueKey;
import io.godwit.schema.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Definitions as SQLite writes them: types with their checks, the numbered primary key, comments in the text itself. */
final class SqliteTableText extends TableText {

    SqliteTableText(Dialect dialect, RenderContext context) {
        super(dialect, context);
    }

    @Override
    public String type(ColumnType type) {
        return super.type(SqliteNative.meaning(type));
    }

    @Override
    public String createTable(Table table, boolean ifNotExists) {
        return createTable(table, name(table.name()), ifNotExists ? "IF NOT EXISTS " : "");
    }

    /** The table's definition under a physical name that is not its own. */
    String createTable(Table given, String physicalName, String words) {
        Table table = given.normalised(dialect().naming());
        checkIdentity(table);
        List<String> parts = new ArrayList<>();
        table.columns().forEach(column -> parts.add(column(table, column)));
        constraints(table)
                .forEach(constraint ->
                        parts.add(kept(table, constraint) + SqliteOptions.ofConstraint(table, constraint.name())));
        return "CREATE TABLE " + words + physicalName + SqliteComment.write(table.comment()) + " (\n  "
                + String.join(",\n  ", parts) + "\n)" + SqliteOptions.suffix(table);
    }

    /** With what was said of a key's columns, if they are the same. */
    private String kept(Table table, Constraint constraint) {
        String text = constraint(table.name(), constraint);
        Name name = constraint.name();
        List<Name> columns = constraint instanceof PrimaryKey primary
                ? primary.columns()
                : constraint instanceof UniqueKey unique ? unique.columns() : List.of();
        if (name == null || columns.isEmpty()) {
            return text;
        }
        return SqliteOptions.words(table, SqliteOptions.parts(name))
                .filter(words -> KeyClauses.columns(new TokenReader("(" + words + ")")).stream()
                        .map(Name::of)
                        .toList()
                        .equals(columns))
                .map(words -> text.replace("(" + names(columns) + ")", "(" + words + ")"))
                .orElse(text);
    }

    /** Without the primary key of a numbered column, which stands with the column. */
    @Override
    protected List<Constraint> constraints(Table table) {
        List<Constraint> all = super.constraints(table);
        boolean numbered = table.columns().stream().anyMatch(Column::identity);
        return numbered
                ? all.stream()
                        .filter(constraint -> !(constraint instanceof PrimaryKey))
                        .toList()
                : all;
    }

    @Override
    public String column(Table table, Column column) {
        StringBuilder text = new StringBuilder(name(column.name())).append(' ').append(physical(table, column));
        if (column.identity()) {
            text.append(numberedKey(table));
        }
        text.append(typeCheck(table.name(), column));
        String collation = collation(column);
        if (!collation.isEmpty()) {
            text.append(' ').append(collation);
        }
        Generated generated = column.generated();
        if (generated != null) {
            text.append(' ').append(generated(generated, column.type(), table.name()));
        }
        Value defaultValue = column.defaultValue();
        if (defaultValue != null) {
            text.append(" DEFAULT ").append(defaultText(defaultValue, column.type(), table.name()));
        }
        if (!column.nullable()) {
            text.append(" NOT NULL").append(SqliteOptions.ofConstraint(table, SqliteOptions.notNull(column.name())));
        }
        return text.append(SqliteComment.write(column.comment())).toString();
    }

    /** INTEGER PRIMARY KEY would number the rows, unasked: https://sqlite.org/lang_createtable.html#rowid. */
    private String physical(Table table, Column column) {
        if (column.identity()) {
            return "INTEGER";
        }
        Optional<String> words = SqliteOptions.words(table, SqliteOptions.declared(column.name()))
                .filter(declared -> SqliteTypeReader.declared(declared).equals(column.type()));
        if (words.isPresent()) {
            return words.get();
        }
        String type = type(column.type());
        PrimaryKey key = table.primaryKey();
        boolean alone = key != null && key.columns().equals(List.of(column.name()));
        return alone && type.equalsIgnoreCase("INTEGER") && !SqliteOptions.WITHOUT_ROWID.isSetOn(table) ? "INT" : type;
    }

    private String numberedKey(Table table) {
        PrimaryKey key = table.primaryKey();
        Name keyName = key == null ? null : key.name();
        return (keyName == null ? "" : " CONSTRAINT " + name(keyName)) + " PRIMARY KEY"
                + SqliteOptions.ofConstraint(table, keyName)
                + (SqliteOptions.REUSED_NUMBERS.isSetOn(table) ? "" : " AUTOINCREMENT");
    }

    /** None where the host chose a physical type: values of that are its business. */
    private String typeCheck(TableName table, Column column) {
        ColumnType type = SqliteNative.meaning(column.type());
        if (!type(type).equals(dialect().syntax().type(type))) {
            return "";
        }
        SqliteTypeCheck check = new SqliteTypeCheck(dialect().syntax(), column.name());
        String condition = column.identity() ? check.ofIdentity(type) : type.accept(check);
        if (condition == null) {
            return "";
        }
        String named = type instanceof EnumType
                ? " CONSTRAINT " + name(dialect().naming().enumCheck(table, column.name()))
                : "";
        return named + " CHECK (" + condition + ")";
    }

    /** BINARY, SQLite's own, compares exactly. */
    @Override
    protected String collation(Column column) {
        String collation = column.collation();
        return collation == null || collation.equals("native") ? "" : "COLLATE " + name(Name.of(collation));
    }

    /** An expression, and a literal that is written as one, stands in brackets. */
    String defaultText(Value value, ColumnType type, TableName table) {
        String text = value(value, type, table);
        return value instanceof Expression || text.startsWith("CAST") ? "(" + text + ")" : text;
    }

    private void checkIdentity(Table table) {
        PrimaryKey key = table.primaryKey();
        for (Column column : table.columns()) {
            boolean numbered = key != null
                    && key.columns().equals(List.of(column.name()))
                    && isWhole(SqliteNative.meaning(column.type()))
                    && !SqliteOptions.WITHOUT_ROWID.isSetOn(table);
            if (column.identity() && !numbered) {
                throw new UnsupportedByDialectException(new Unsupported(
                        dialect().engine(),
                        "the identity column " + column.name() + " of " + table.name(),
                        "SQLite numbers only a whole number that is the primary key by itself",
                        "make it the primary key and the other key unique"));
            }
        }
    }

    private static boolean isWhole(ColumnType type) {
        return type == SimpleType.SMALLINT || type == SimpleType.INTEGER || type == SimpleType.BIGINT;
    }

    /** Without INCLUDE, which SQLite has not. */
    @Override
    public String createIndex(TableName table, Index index, boolean ifNotExists) {
        Name indexName = dialect().naming().name(table, index).name();
        Expression where = index.where();
        return "CREATE " + (index.unique() ? "UNIQUE " : "") + "INDEX " + (ifNotExists ? "IF NOT EXISTS " : "")
                + (indexName == null ? "" : name(indexName)) + " ON " + name(table) + " ("
                + index.columns().stream()
                        .map(part -> indexColumn(table, index, part))
                        .collect(Collectors.joining(", "))
                + ")"
                + (where == null ? "" : " WHERE " + expression(where, table));
    }

    /** Without NULLS FIRST or LAST, which SQLite takes in queries only. */
    @Override
    protected String indexColumn(TableName table, Index index, IndexColumn part) {
        return super.indexColumn(
                table, index, new IndexColumn(part.name(), part.expression(), part.descending(), null));
    }

    /** One value of a column; null for a type that is not known. */
    String literal(Value value, @Nullable ColumnType type, TableName table) {
        return value(value, type, table);
    }
}
