package io.godwit.dialect;

import io.godwit.operation.DeleteRows;
import io.godwit.operation.InsertRows;
import io.godwit.operation.Row;
import io.godwit.operation.UpdateRows;
import io.godwit.operation.UpsertRows;
import io.godwit.schema.Column;
import io.godwit.schema.ColumnType;
import io.godwit.schema.Expression;
import io.godwit.schema.Literal;
import io.godwit.schema.Name;
import io.godwit.schema.TableName;
import io.godwit.schema.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The statements that write rows. An engine overrides what differs. */
public class RowStatements {

    /** Rows in one INSERT: enough to make round trips rare, few enough for every engine's parser. */
    private static final int ROWS_A_STATEMENT = 500;

    /** Characters in one INSERT, unless one row has more: SQLite takes statements of a million bytes by default. */
    private static final int CHARACTERS_A_STATEMENT = 200_000;

    private final Dialect dialect;
    private final RenderContext context;

    public RowStatements(Dialect dialect, RenderContext context) {
        this.dialect = dialect;
        this.context = context;
    }

    protected final Dialect dialect() {
        return dialect;
    }

    protected final RenderContext context() {
        return context;
    }

    /** The definitions of tables and columns, for names and values. */
    protected TableText text() {
        return new TableText(dialect, context);
    }

    public List<Statement> insert(InsertRows operation) {
        List<Statement> statements = new ArrayList<>();
        for (List<Row> rows : alike(operation.rows(), List.of())) {
            statements.add(Statement.of(insertInto(operation.table(), rows)));
        }
        statements.addAll(afterInsert(operation.table(), operation.rows()));
        return statements;
    }

    /** What has to follow explicit values, such as moving an identity column's counter on. */
    protected List<Statement> afterInsert(TableName table, List<Row> rows) {
        return List.of();
    }

    public List<Statement> upsert(UpsertRows operation) {
        List<Statement> statements = new ArrayList<>();
        for (List<Row> rows : alike(operation.rows(), operation.key())) {
            statements.add(
                    Statement.of(insertInto(operation.table(), rows) + onConflict(rows.get(0), operation.key())));
        }
        statements.addAll(afterInsert(operation.table(), operation.rows()));
        return statements;
    }

    /** What turns an INSERT into an upsert. */
    protected String onConflict(Row row, List<Name> key) {
        String sets = row.values().keySet().stream()
                .filter(column -> !key.contains(column))
                .map(column -> text().name(column) + " = excluded." + text().name(column))
                .collect(Collectors.joining(", "));
        return "\nON CONFLICT (" + text().names(key) + ") DO " + (sets.isEmpty() ? "NOTHING" : "UPDATE SET " + sets);
    }

    public List<Statement> update(UpdateRows operation) {
        Map<String, String> values = new LinkedHashMap<>();
        operation
                .set()
                .values()
                .forEach((column, value) -> values.put(text().name(column), value(operation.table(), column, value)));
        String sets = dialect.syntax().functions().assignments(values);
        return List.of(Statement.of("UPDATE " + text().name(operation.table()) + " SET " + sets
                + where(operation.table(), operation.where())));
    }

    public List<Statement> delete(DeleteRows operation) {
        return List.of(Statement.of(
                "DELETE FROM " + text().name(operation.table()) + where(operation.table(), operation.where())));
    }

    /** Gives rows that are NULL a value. */
    public Statement backfill(TableName table, Name column, Value value) {
        return Statement.of("UPDATE " + text().name(table) + " SET " + text().name(column) + " = "
                + value(table, column, value) + " WHERE " + text().name(column) + " IS NULL");
    }

    protected final String insertInto(TableName table, List<Row> rows) {
        List<Name> columns = List.copyOf(rows.get(0).values().keySet());
        String values = rows.stream()
                .map(row -> row.values().entrySet().stream()
                        .map(entry -> inserted(table, entry.getKey(), entry.getValue()))
                        .collect(Collectors.joining(", ", "(", ")")))
                .collect(Collectors.joining(",\n  "));
        return "INSERT INTO " + text().name(table) + " (" + text().names(columns) + ") VALUES\n  " + values;
    }

    /** A value in an INSERT. */
    protected String inserted(TableName table, Name column, Value value) {
        return value(table, column, value);
    }

    protected final String value(TableName table, Name column, Value value) {
        return value instanceof Expression expression
                ? context.translator().inStatements().value(expression, typeOf(table, column), table, context.schema())
                : text().value(value, typeOf(table, column), table);
    }

    protected final @Nullable ColumnType typeOf(TableName table, Name column) {
        return context.schema()
                .table(table)
                .flatMap(known -> known.column(column))
                .map(Column::type)
                .orElse(null);
    }

    private String where(TableName table, @Nullable Expression where) {
        return where == null
                ? ""
                : " WHERE " + context.translator().inStatements().condition(where, table, context.schema());
    }

    /**
     * Runs of rows with the same columns in the same order, none too long, and no two rows of a run with the same key: one
     * upsert cannot touch a row twice.
     */
    protected static List<List<Row>> alike(List<Row> rows, List<Name> key) {
        List<List<Row>> runs = new ArrayList<>();
        List<Row> run = new ArrayList<>();
        Set<List<Value>> keys = new HashSet<>();
        long characters = 0;
        for (Row row : rows) {
            characters += characters(row);
            boolean full = characters > CHARACTERS_A_STATEMENT || !fits(run, row) || !addsKey(keys, row, key);
            if (!run.isEmpty() && full) {
                runs.add(List.copyOf(run));
                run.clear();
                keys.clear();
                characters = characters(row);
            }
            addsKey(keys, row, key);
            run.add(row);
        }
        runs.add(List.copyOf(run));
        return runs;
    }

    private static boolean fits(List<Row> run, Row row) {
        return run.isEmpty()
                || (run.size() < ROWS_A_STATEMENT
                        && List.copyOf(run.get(0).values().keySet())
                                .equals(List.copyOf(row.values().keySet())));
    }

    private static long characters(Row row) {
        return row.values().values().stream()
                .mapToLong(value ->
                        value instanceof Literal literal ? literal.text().length() : 0)
                .sum();
    }

    private static boolean addsKey(Set<List<Value>> keys, Row row, List<Name> key) {
        return key.isEmpty()
                || keys.add(key.stream()
                        .map(column -> row.values().getOrDefault(column, Literal.NULL))
                        .toList());
    }
}
