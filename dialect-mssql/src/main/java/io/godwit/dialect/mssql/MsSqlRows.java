package io.godwit.dialect.mssql;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.RenderContext;
import io.godwit.dialect.RowStatements;
import io.godwit.dialect.Statement;
import io.godwit.dialect.TableText;
import io.godwit.operation.InsertRows;
import io.godwit.operation.Row;
import io.godwit.operation.UpsertRows;
import io.godwit.schema.Column;
import io.godwit.schema.ColumnType;
import io.godwit.schema.Literal;
import io.godwit.schema.Name;
import io.godwit.schema.SimpleType;
import io.godwit.schema.TableName;
import io.godwit.schema.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Rows: numbers for an identity column must be allowed first, and an upsert is an UPDATE, then an INSERT. */
final class MsSqlRows extends RowStatements {

    private static final Set<SimpleType> MOMENTS =
            Set.of(SimpleType.DATE, SimpleType.TIME, SimpleType.TIMESTAMP, SimpleType.TIMESTAMPTZ);

    private final MsSqlText text;

    MsSqlRows(Dialect dialect, RenderContext context, MsSqlText text) {
        super(dialect, context);
        this.text = text;
    }

    @Override
    protected TableText text() {
        return text;
    }

    @Override
    public List<Statement> insert(InsertRows operation) {
        TableName table = operation.table();
        List<Statement> statements = new ArrayList<>();
        List<Row> rows =
                operation.rows().stream().map(row -> numbered(table, row)).toList();
        for (List<Row> run : alike(rows, List.of())) {
            if (run.get(0).values().isEmpty()) {
                run.forEach(row -> statements.add(Statement.of("INSERT INTO " + text.name(table) + " DEFAULT VALUES")));
            } else {
                statements.add(Statement.of(allowed(table, run.get(0), insertInto(table, run))));
            }
        }
        return statements;
    }

    /** NULL asks for the next number, which SQL Server gives to those who say nothing. */
    private Row numbered(TableName table, Row row) {
        Name identity = identity(table).orElse(null);
        if (identity == null || !Literal.NULL.equals(row.values().get(identity))) {
            return row;
        }
        Map<Name, Value> others = new LinkedHashMap<>(row.values());
        others.remove(identity);
        return new Row(others);
    }

    private Optional<Name> identity(TableName table) {
        return context().schema().table(table).stream()
                .flatMap(known -> known.columns().stream())
                .filter(Column::identity)
                .map(Column::name)
                .findFirst();
    }

    private String allowed(TableName table, Row row, String statement) {
        boolean explicit = identity(table)
                .filter(column -> row.values().containsKey(column))
                .isPresent();
        return explicit ? NumberPermission.around(text.name(table), statement) : statement;
    }

    /** In its column's type: VALUES settles a type for each column of several rows, and a moment's text is no moment there. */
    @Override
    protected String inserted(TableName table, Name column, Value value) {
        String sql = super.inserted(table, column, value);
        ColumnType type = typeOf(table, column);
        boolean moment = type != null && type.plain() instanceof SimpleType plain && MOMENTS.contains(plain);
        return moment && value instanceof Literal && !Literal.NULL.equals(value)
                ? "CAST(" + sql + " AS " + text.type(type) + ")"
                : sql;
    }

    /** Two statements: MERGE has pitfalls that Microsoft's page lists, and no lock by itself. SERIALIZABLE locks the keys that are missing. */
    @Override
    public List<Statement> upsert(UpsertRows operation) {
        TableName table = operation.table();
        context().schema().table(table).ifPresent(known -> new UpsertKey(known).check(operation.key()));
        List<Statement> statements = new ArrayList<>();
        for (List<Row> run : alike(operation.rows(), operation.key())) {
            List<Name> columns = List.copyOf(run.get(0).values().keySet());
            String source = source(table, run, columns);
            String same = operation.key().stream()
                    .map(column -> pair("[target]", column, " = "))
                    .collect(Collectors.joining(" AND "));
            updates(table, columns, operation.key(), source, same)
                    .ifPresent(update -> statements.add(Statement.of(update)));
            statements.add(Statement.of(allowed(table, run.get(0), inserts(table, columns, source, same))));
        }
        return statements;
    }

    private Optional<String> updates(TableName table, List<Name> columns, List<Name> key, String source, String same) {
        String sets = columns.stream()
                .filter(column -> !key.contains(column))
                .map(column -> pair("", column, " = "))
                .collect(Collectors.joining(", "));
        return sets.isEmpty()
                ? Optional.empty()
                : Optional.of("UPDATE [target] SET " + sets + "\nFROM " + text.name(table)
                        + " AS [target] WITH (UPDLOCK, SERIALIZABLE) JOIN " + source + " ON " + same);
    }

    private String inserts(TableName table, List<Name> columns, String source, String same) {
        String values =
                columns.stream().map(column -> "[source]." + text.name(column)).collect(Collectors.joining(", "));
        return "INSERT INTO " + text.name(table) + " (" + text.names(columns) + ")\nSELECT " + values + " FROM "
                + source
                + "\nWHERE NOT EXISTS (SELECT 1 FROM " + text.name(table)
                + " AS [target] WITH (UPDLOCK, SERIALIZABLE) WHERE " + same + ")";
    }

    private String source(TableName table, List<Row> rows, List<Name> columns) {
        List<String> values = new ArrayList<>();
        rows.forEach(row -> values.add(values(table, row, values.isEmpty())));
        return "(VALUES\n  " + String.join(",\n  ", values) + "\n) AS [source] (" + text.names(columns) + ")";
    }

    private String pair(String target, Name column, String operator) {
        return (target.isEmpty() ? "" : target + ".") + text.name(column) + operator + "[source]." + text.name(column);
    }

    /** The first row gives each column its type: a column of NULLs would be INT. */
    private String values(TableName table, Row row, boolean typed) {
        return row.values().entrySet().stream()
                .map(entry -> {
                    String value = value(table, entry.getKey(), entry.getValue());
                    ColumnType type = typed ? typeOf(table, entry.getKey()) : null;
                    return type == null ? value : "CAST(" + value + " AS " + roomy(text.type(type)) + ")";
                })
                .collect(Collectors.joining(", ", "(", ")"));
    }

    /** CAST cuts texts that are too long, where the column refuses them. */
    private static String roomy(String type) {
        return type.startsWith("NVARCHAR") ? "NVARCHAR(MAX)" : type;
    }
}
