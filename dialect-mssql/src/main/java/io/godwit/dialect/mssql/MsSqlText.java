package io.godwit.dialect.mssql;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.RenderContext;
import io.godwit.dialect.TableText;
import io.godwit.schema.Check;
import io.godwit.schema.Column;
import io.godwit.schema.ColumnType;
import io.godwit.schema.Constraint;
import io.godwit.schema.ForeignKey;
import io.godwit.schema.Generated;
import io.godwit.schema.Index;
import io.godwit.schema.IndexColumn;
import io.godwit.schema.Name;
import io.godwit.schema.PrimaryKey;
import io.godwit.schema.ReferentialAction;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.schema.UniqueKey;
import io.godwit.schema.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Definitions in SQL Server's words. */
final class MsSqlText extends TableText {

    MsSqlText(Dialect dialect, RenderContext context) {
        super(dialect, context);
    }

    /** A name as a text, for functions that look objects up. */
    String quoted(TableName name) {
        return literal(name(name));
    }

    /** A text. */
    String literal(String characters) {
        return dialect().syntax().text(characters);
    }

    String quoted(Name name) {
        name(name);
        return literal(name.text());
    }

    @Override
    public String createTable(Table given, boolean ifNotExists) {
        String create = super.createTable(given, false);
        return ifNotExists ? "IF OBJECT_ID(" + quoted(given.name()) + ") IS NULL\n" + create : create;
    }

    @Override
    public String column(Table table, Column column) {
        return definition(table, column, "");
    }

    /** A nullable column that is added takes its default in the rows that are there, as PostgreSQL's does. */
    @Override
    public String addedColumn(TableName table, Column column) {
        Table alone = Table.of(table, List.of(column)).normalised(dialect().naming());
        Column added = alone.columns().get(0);
        boolean fills = added.defaultValue() != null && added.nullable();
        StringBuilder text = new StringBuilder(definition(alone, added, fills ? " WITH VALUES" : ""));
        constraints(alone).forEach(constraint -> text.append(", ").append(constraint(table, constraint)));
        return text.toString();
    }

    private String definition(Table table, Column column, String afterDefault) {
        Generated generated = column.generated();
        if (generated != null) {
            return computed(table, column, generated);
        }
        StringBuilder text = new StringBuilder(name(column.name()))
                .append(' ')
                .append(type(column.type()))
                .append(collated(column));
        if (column.identity()) {
            text.append(" IDENTITY(1,1)");
        }
        text.append(column.nullable() && !column.identity() ? " NULL" : " NOT NULL");
        Value defaultValue = column.defaultValue();
        if (defaultValue != null) {
            text.append(" CONSTRAINT ")
                    .append(name(DefaultName.of(table.name(), column.name())))
                    .append(" DEFAULT ")
                    .append(defaultText(defaultValue, column.type(), table.name()))
                    .append(afterDefault);
        }
        return text.toString();
    }

    /** In brackets where it is more than a literal: a minus would otherwise do, but a comparison would not. */
    private String defaultText(Value value, ColumnType type, TableName table) {
        return "(" + value(value, type, table) + ")";
    }

    private String computed(Table table, Column column, Generated generated) {
        String type = type(column.type());
        String cast = "CAST(" + value(generated.expression(), column.type(), table.name()) + " AS " + type + ")";
        boolean persisted = generated.stored();
        return name(column.name()) + " AS (" + cast + collated(column) + ")" + (persisted ? " PERSISTED" : "")
                + (persisted && !column.nullable() ? " NOT NULL" : "");
    }

    /** {@code  COLLATE …} with its leading space, or nothing. */
    String collated(Column column) {
        if (!type(column.type()).startsWith("NVARCHAR")) {
            return "";
        }
        String collation = column.collation();
        if (collation == null) {
            return MsSqlSyntax.EXACT;
        }
        if (!collation.matches("[A-Za-z0-9_]+")) {
            throw Refusal.of("the collation " + collation, "it is no name of one", "\"native\"");
        }
        return collation.equals("native") ? "" : " COLLATE " + collation;
    }

    /** Unique keys over columns that may be NULL are indexes, made after the table; types bring checks. */
    @Override
    protected List<Constraint> constraints(Table table) {
        List<Constraint> constraints = new ArrayList<>();
        for (Constraint constraint : super.constraints(table)) {
            if (!(constraint instanceof UniqueKey unique) || !UniqueText.isFiltered(table, unique)) {
                constraints.add(constraint);
                noteLength(table, constraint);
            }
            checkKey(table, constraint);
        }
        table.columns().forEach(column -> typeCheck(table.name(), column).ifPresent(constraints::add));
        return constraints;
    }

    /** The check that makes its type of a column. */
    Optional<Check> typeCheck(TableName table, Column column) {
        return new TypeCheck(dialect(), table, column).check();
    }

    /** Says so where a key's values may be longer than the engine takes. */
    void noteLength(Table table, Constraint constraint) {
        KeyLength length = new KeyLength(this, table);
        if (constraint instanceof PrimaryKey key) {
            length.finding(key.columns(), KeyLength.CLUSTERED)
                    .ifPresent(context().notes());
        } else if (constraint instanceof UniqueKey unique) {
            length.finding(unique.columns(), KeyLength.OTHER)
                    .ifPresent(context().notes());
        }
    }

    /** Keys hold no NVARCHAR(MAX). */
    void checkKey(Table table, Constraint constraint) {
        List<Name> columns = constraint instanceof PrimaryKey key
                ? key.columns()
                : constraint instanceof UniqueKey unique ? unique.columns() : List.of();
        for (Name name : columns) {
            if (table.column(name).map(this::isEndless).orElse(false)) {
                throw Refusal.of(
                        "the column " + name + " of " + table.name() + " in a key",
                        "SQL Server indexes no "
                                + table.column(name)
                                        .map(column -> type(column.type()))
                                        .orElse(""),
                        "varchar(n)");
            }
        }
    }

    boolean isEndless(Column column) {
        return type(column.type()).endsWith("(MAX)");
    }

    /** SQL Server has no RESTRICT; NO ACTION is checked at the end of the statement, for none can wait longer. */
    @Override
    protected String references(ForeignKey key) {
        return super.references(new ForeignKey(
                key.name(),
                key.columns(),
                key.table(),
                key.referenced(),
                withoutRestrict(key.onDelete()),
                withoutRestrict(key.onUpdate())));
    }

    private static ReferentialAction withoutRestrict(ReferentialAction action) {
        return action == ReferentialAction.RESTRICT ? ReferentialAction.NO_ACTION : action;
    }

    /** SQL Server has no NULLS FIRST: NULLs are the least. */
    @Override
    protected String indexColumn(TableName table, Index index, IndexColumn part) {
        if (part.name() == null) {
            throw Refusal.of(
                    "an index on an expression of " + table,
                    "SQL Server indexes columns",
                    "a generated column and an index on it");
        }
        return super.indexColumn(table, index, new IndexColumn(part.name(), null, part.descending(), null));
    }
}
