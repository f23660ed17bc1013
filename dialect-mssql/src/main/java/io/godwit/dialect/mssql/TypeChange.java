package io.godwit.dialect.mssql;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.RenderContext;
import io.godwit.dialect.Statement;
import io.godwit.dialect.TableChange;
import io.godwit.dialect.ValueType;
import io.godwit.dialect.ValueType.Kind;
import io.godwit.operation.ChangeType;
import io.godwit.schema.Column;
import io.godwit.schema.ColumnType;
import io.godwit.schema.DecimalType;
import io.godwit.schema.Expression;
import io.godwit.schema.Name;
import io.godwit.schema.SimpleType;
import io.godwit.schema.Table;
import io.godwit.schema.Value;
import io.godwit.schema.View;
import java.util.ArrayList;
import java.util.List;

/**
 * A column that changes its type. Where ALTER COLUMN converts as PostgreSQL does, it does so; elsewhere, and for a USING, a second
 * column holds the new values while the old one is emptied and retyped, so that the column stays where it is.
 */
final class TypeChange {

    private static final Name HELD = Name.of("godwit_new_values");

    private final Dialect dialect;
    private final RenderContext context;
    private final MsSqlText text;
    private final ChangeType operation;
    private final Table table;
    private final Column before;

    TypeChange(Dialect dialect, RenderContext context, ChangeType operation, Table table, Column before) {
        this.dialect = dialect;
        this.context = context;
        this.text = new MsSqlText(dialect, context);
        this.operation = operation;
        this.table = table;
        this.before = before;
    }

    List<Statement> statements() {
        Table after = new TableChange(table, dialect.naming()).after(operation);
        Column column = after.column(operation.column()).orElseThrow();
        ColumnRelease release = new ColumnRelease(dialect, context, table, column.name());
        DefaultStatements defaults = new DefaultStatements(text);
        List<Statement> statements = new ArrayList<>(release.release(true));
        statements.add(defaults.drop(table.name(), column.name()));
        statements.addAll(
                isDirect() ? List.of(alter(column)) : new TriggerPause(text, table).around(throughAnother(column)));
        Value defaultValue = column.defaultValue();
        if (defaultValue != null) {
            statements.add(defaults.add(table.name(), column.name(), defaultValue, column.type()));
        }
        statements.addAll(remembered(column));
        statements.addAll(release.restore(after, column.name()));
        for (View view : new ViewDependents(context).of(table.name())) {
            statements.add(Statement.of("EXEC sys.sp_refreshview " + text.quoted(view.name())));
        }
        return statements;
    }

    private List<Statement> remembered(Column column) {
        boolean was = TypeCheck.mustBeRemembered(MsSqlNative.meaning(before.type()));
        boolean is = TypeCheck.mustBeRemembered(MsSqlNative.meaning(column.type()));
        String type = is ? MsSqlNative.meaning(column.type()).toString() : null;
        return was || is
                ? List.of(new Properties(text).set(Properties.TYPE, table.name(), column.name(), type))
                : List.of();
    }

    /** Whether the server's own conversion loses nothing and rounds as PostgreSQL's. */
    private boolean isDirect() {
        if (operation.using() != null || losesDigits()) {
            return false;
        }
        ValueType from = ValueType.of(MsSqlNative.meaning(before.type()));
        ValueType to = ValueType.of(MsSqlNative.meaning(operation.type()));
        boolean texts = isText(from) && isText(to);
        boolean exact = from.is(Kind.INTEGER) && to.isNumber();
        return from.is(to.kind()) || texts || exact || from.is(Kind.OTHER) || to.is(Kind.OTHER);
    }

    /** Of ALTER COLUMN the manual says only that digits may be cut off; CAST rounds. */
    private boolean losesDigits() {
        return MsSqlNative.meaning(before.type()) instanceof DecimalType from
                && MsSqlNative.meaning(operation.type()) instanceof DecimalType to
                && to.scale() < from.scale();
    }

    private static boolean isText(ValueType type) {
        return type.is(Kind.TEXT) || type.is(Kind.JSON) || type.is(Kind.ARRAY) || type.is(Kind.VECTOR);
    }

    private Statement alter(Column column) {
        return new ColumnStatements(dialect, context).alter(table.name(), column);
    }

    private List<Statement> throughAnother(Column column) {
        String name = text.name(table.name());
        String held = text.name(HELD);
        Column open = column.withNullable(true);
        Column empty = open.withType(SimpleType.TEXT);
        List<Statement> statements = new ArrayList<>();
        statements.add(Statement.of("ALTER TABLE " + name + " ADD " + held + " " + text.type(column.type())
                + text.collated(column) + " NULL"));
        statements.add(Statement.of("UPDATE " + name + " SET " + held + " = " + converted(column)));
        statements.add(alter(before.withNullable(true)));
        statements.add(Statement.of("UPDATE " + name + " SET " + text.name(column.name()) + " = NULL"));
        // Whatever it was and becomes, there is a way through a text.
        statements.add(alter(empty));
        statements.add(alter(open));
        statements.add(Statement.of("UPDATE " + name + " SET " + text.name(column.name()) + " = " + held));
        statements.add(Statement.of("ALTER TABLE " + name + " DROP COLUMN " + held));
        if (!column.nullable()) {
            statements.add(alter(column));
        }
        return statements;
    }

    private String converted(Column column) {
        Expression using = operation.using();
        if (using != null) {
            return text.expression(using, table.name());
        }
        ColumnType type = MsSqlNative.meaning(operation.type());
        String quoted = '"' + column.name().text().replace("\"", "\"\"") + '"';
        return text.expression(
                Expression.of("CAST(" + quoted + " AS " + PostgresTypeName.of(type) + ")"), table.name());
    }
}
