package io.godwit.dialect;

import io.godwit.failure.Unsupported;
import io.godwit.failure.UnsupportedByDialectException;
import io.godwit.operation.Operation;
import io.godwit.operation.OperationVisitor;
import io.godwit.schema.Column;
import io.godwit.schema.ColumnType;
import io.godwit.schema.Name;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every renderer is made of: the context, the names, and the table and column at hand.
 *
 * <p>Not thread-safe; made anew for each group of operations.
 */
public abstract class OperationRenderer implements Renderer, OperationVisitor<List<Statement>> {

    private final Dialect dialect;
    private final RenderContext context;

    protected OperationRenderer(Dialect dialect, RenderContext context) {
        this.dialect = dialect;
        this.context = context;
    }

    @Override
    public List<Statement> render(List<Operation> operations) {
        return operations.get(0).accept(this);
    }

    protected final Dialect dialect() {
        return dialect;
    }

    protected final RenderContext context() {
        return context;
    }

    /** The definitions of tables, columns, constraints and indexes. */
    protected TableText text() {
        return new TableText(dialect, context);
    }

    /** The statements for rows. */
    protected RowStatements rows() {
        return new RowStatements(dialect, context);
    }

    protected final String name(Name name) {
        return text().name(name);
    }

    protected final String name(TableName name) {
        return text().name(name);
    }

    /** One statement; each {@code %s} takes an argument's text as it is. */
    protected final List<Statement> statement(String format, Object... arguments) {
        return List.of(Statement.of(arguments.length == 0 ? format : String.format(format, arguments)));
    }

    /**
     * The table as it is before the operation.
     *
     * @throws UnsupportedByDialectException if it is not known
     */
    protected final Table table(TableName name) {
        return context.schema()
                .table(name)
                .orElseThrow(() -> refuse(
                        "a change of table " + name,
                        context.schema().complete()
                                ? "there is no such table"
                                : "the table is not known without a database",
                        "create it in an earlier migration of the plugin, or give --url"));
    }

    /** The column as it is before the operation. */
    protected final Column column(TableName table, Name column) {
        return table(table)
                .column(column)
                .orElseThrow(() -> refuse(
                        "a change of column " + column + " of " + table,
                        "there is no such column",
                        "one of "
                                + table(table).columns().stream()
                                        .map(Column::name)
                                        .toList()));
    }

    protected final UnsupportedByDialectException refuse(String construct, String reason, String alternative) {
        return new UnsupportedByDialectException(new Unsupported(dialect.engine(), construct, reason, alternative));
    }

    protected final void note(String finding) {
        context.notes().accept(finding);
    }

    protected final List<Statement> alter(TableName table, String format, Object... arguments) {
        return List.of(Statement.of("ALTER TABLE " + name(table) + " " + String.format(format, arguments)));
    }

    protected final @Nullable ColumnType typeOf(TableName table, Name column) {
        return context.schema()
                .table(table)
                .flatMap(known -> known.column(column))
                .map(Column::type)
                .orElse(null);
    }
}
