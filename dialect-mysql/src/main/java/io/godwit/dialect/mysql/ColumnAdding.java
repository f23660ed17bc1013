package io.godwit.dialect.mysql;

import io.godwit.dialect.RenderContext;
import io.godwit.dialect.SchemaState;
import io.godwit.dialect.Statement;
import io.godwit.operation.AddColumn;
import io.godwit.schema.Column;
import io.godwit.schema.Name;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.schema.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** ADD COLUMN, with the constraints that come with it in the same statement. */
final class ColumnAdding {

    private final MySqlDialect dialect;
    private final RenderContext context;
    private MySqlText text;

    ColumnAdding(MySqlDialect dialect, RenderContext context) {
        this.dialect = dialect;
        this.context = context;
        this.text = new MySqlText(dialect, context);
    }

    List<Statement> statements(AddColumn operation) {
        TableName name = operation.table();
        Optional<Table> before = context.schema().table(name);
        Name added = operation.column().name();
        if (operation.ifNotExists()
                && before.flatMap(table -> table.column(added)).isPresent()) {
            return List.of();
        }
        SchemaState state = new SchemaState(context.schema(), dialect);
        state.apply(operation);
        text = new MySqlText(
                dialect, new RenderContext(state, context.translator(), context.typeMapping(), context.notes()));
        Table alone = Table.of(name, List.of(operation.column())).normalised(dialect.naming());
        new KeyCheck(text, alone).check();
        Column column = alone.columns().get(0);
        return (isMadeForEachRow(column) ? inSteps(alone, column) : atOnce(alone, column))
                .stream().map(Statement::of).toList();
    }

    private List<String> atOnce(Table alone, Column column) {
        List<String> statements = new ArrayList<>();
        boolean filled =
                column.nullable() || column.defaultValue() != null || column.identity() || column.generated() != null;
        if (!filled) {
            statements.add(requireNoRows(alone.name()));
        }
        statements.add(alter(alone, "ADD COLUMN " + text.column(alone, column), true));
        return statements;
    }

    /** NOT NULL without a default would fill the rows with zeros and empty texts; a subquery of two rows fails instead. */
    private String requireNoRows(TableName table) {
        return "SELECT CASE WHEN EXISTS (SELECT 1 FROM " + text.name(table)
                + ") THEN (SELECT 1 UNION ALL SELECT 2) END AS `the new column is NOT NULL and has no default`";
    }

    private String alter(Table alone, String clause, boolean constraints) {
        List<String> clauses = new ArrayList<>(List.of(clause));
        if (constraints) {
            alone.foreignKeys()
                    .forEach(key -> ForeignKeyIndex.definition(text, key)
                            .ifPresent(definition -> clauses.add("ADD " + definition)));
            text.constraints(alone)
                    .forEach(constraint -> clauses.add("ADD " + text.constraint(alone.name(), constraint)));
        }
        return "ALTER TABLE " + text.name(alone.name()) + " " + String.join(", ", clauses);
    }

    /** Rows that are there must differ; ALTER TABLE may not do that (error 1674), an UPDATE may. */
    private boolean isMadeForEachRow(Column column) {
        Value value = column.defaultValue();
        boolean random = value != null
                && text.defaultText(value, column, TableName.of("unknown")).matches("(?s).*(?:UUID|RAND)\\(\\).*");
        return random && !text.syntax().isMariaDb();
    }

    private List<String> inSteps(Table alone, Column column) {
        String name = text.name(column.name());
        String value = text.defaultText(Objects.requireNonNull(column.defaultValue()), column, alone.name());
        Column empty = column.withNullable(true).withDefaultValue(null);
        List<String> statements = new ArrayList<>();
        statements.add(alter(alone, "ADD COLUMN " + text.column(alone, empty), false));
        Table before = context.schema().table(alone.name()).orElse(alone);
        ColumnChange change = new ColumnChange(text, before, column);
        statements.add("UPDATE " + text.name(alone.name()) + " SET " + name + " = " + value + change.untouched());
        statements.add(alter(alone, "MODIFY COLUMN " + text.column(alone, column), true));
        return change.aroundTriggers(statements);
    }
}
