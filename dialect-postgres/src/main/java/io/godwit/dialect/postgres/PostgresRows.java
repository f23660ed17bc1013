package io.godwit.dialect.postgres;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.RenderContext;
import io.godwit.dialect.RowStatements;
import io.godwit.dialect.Statement;
import io.godwit.dialect.TableText;
import io.godwit.operation.Row;
import io.godwit.schema.Column;
import io.godwit.schema.Literal;
import io.godwit.schema.Name;
import io.godwit.schema.TableName;
import io.godwit.schema.Value;
import java.util.List;
import java.util.Optional;

/** Rows in PostgreSQL: explicit values of an identity column do not move its sequence, so that is done after them. */
final class PostgresRows extends RowStatements {

    private final TableText text;

    PostgresRows(Dialect dialect, RenderContext context, TableText text) {
        super(dialect, context);
        this.text = text;
    }

    @Override
    protected TableText text() {
        return text;
    }

    /** NULL asks for the next number, as everywhere else. */
    @Override
    protected String inserted(TableName table, Name column, Value value) {
        return value.equals(Literal.NULL)
                        && identity(table).filter(column::equals).isPresent()
                ? "DEFAULT"
                : super.inserted(table, column, value);
    }

    /** The sequence is moved on to the greatest value, never back. */
    @Override
    protected List<Statement> afterInsert(TableName table, List<Row> rows) {
        return identity(table)
                .filter(column -> rows.stream().anyMatch(row -> isExplicit(row, column)))
                .map(column -> Statement.of(moveOn(table, column)))
                .stream()
                .toList();
    }

    private Optional<Name> identity(TableName table) {
        return context().schema().table(table).stream()
                .flatMap(known -> known.columns().stream())
                .filter(Column::identity)
                .map(Column::name)
                .findFirst();
    }

    private static boolean isExplicit(Row row, Name column) {
        Value value = row.values().get(column);
        return value != null && !value.equals(Literal.NULL);
    }

    private String moveOn(TableName table, Name column) {
        String sequence = "pg_get_serial_sequence(" + dialect().syntax().text(text.name(table)) + ", "
                + dialect().syntax().text(column.text()) + ")";
        return SequencePosition.moveOn(text.name(column), text.name(table), sequence);
    }
}
