package io.godwit.changelog;

import io.godwit.operation.DeleteRows;
import io.godwit.operation.InsertRows;
import io.godwit.operation.Operation;
import io.godwit.operation.Row;
import io.godwit.operation.UpdateRows;
import io.godwit.operation.UpsertRows;
import io.godwit.schema.Expression;
import io.godwit.schema.Literal;
import io.godwit.schema.Name;
import io.godwit.schema.TableName;
import io.godwit.schema.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import liquibase.change.ColumnConfig;
import liquibase.change.core.AbstractModifyDataChange;
import liquibase.change.core.DeleteDataChange;
import liquibase.change.core.InsertDataChange;
import liquibase.change.core.LoadDataChange;
import liquibase.change.core.LoadUpdateDataChange;
import liquibase.change.core.UpdateDataChange;
import liquibase.statement.BatchDmlExecutablePreparedStatement;
import liquibase.statement.ExecutablePreparedStatementBase;
import liquibase.statement.SqlStatement;
import liquibase.statement.core.InsertOrUpdateStatement;
import liquibase.statement.core.InsertSetStatement;
import liquibase.statement.core.InsertStatement;
import org.jspecify.annotations.Nullable;

/** Rows that are added, changed and deleted, and those of CSV files. For one thread. */
record RowChanges(ConvertedColumns columns) {

    List<ChangeConversion.Form<?>> forms() {
        return List.of(
                new ChangeConversion.Form<>(InsertDataChange.class, this::insert),
                new ChangeConversion.Form<>(UpdateDataChange.class, this::update),
                new ChangeConversion.Form<>(DeleteDataChange.class, this::delete),
                new ChangeConversion.Form<>(LoadDataChange.class, this::load),
                new ChangeConversion.Form<>(LoadUpdateDataChange.class, this::load));
    }

    private TableName table(@Nullable String schema, @Nullable String name) {
        return columns.names().table(schema, name);
    }

    private List<Operation> insert(InsertDataChange change) {
        return List.of(new InsertRows(
                table(change.getSchemaName(), change.getTableName()), List.of(row(change.getColumns()))));
    }

    private Row row(List<? extends ColumnConfig> written) {
        Map<Name, Value> values = new LinkedHashMap<>();
        for (ColumnConfig column : written) {
            values.put(columns.names().name(column.getName()), columns.values().valueOf(column));
        }
        return new Row(values);
    }

    private List<Operation> update(UpdateDataChange change) {
        TableName table = table(change.getSchemaName(), change.getTableName());
        return List.of(new UpdateRows(table, row(change.getColumns()), where(change)));
    }

    private List<Operation> delete(DeleteDataChange change) {
        return List.of(new DeleteRows(table(change.getSchemaName(), change.getTableName()), where(change)));
    }

    private @Nullable Expression where(AbstractModifyDataChange change) {
        String text = change.getWhere();
        if (text == null || text.isBlank()) {
            return null;
        }
        if (!change.getWhereParams().isEmpty()) {
            throw new UnconvertedException("a condition with parameters");
        }
        return Expression.of(text.strip());
    }

    /** Adjacent rows of one table become one operation. */
    private List<Operation> load(LoadDataChange change) {
        List<Operation> operations = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        List<InsertStatement> inserts = new ArrayList<>();
        for (SqlStatement statement : RowStatements.of(change, columns.names().database())) {
            for (Object each : inserts(statement).toList()) {
                if (each instanceof InsertStatement insert) {
                    inserts.add(insert);
                    rows.add(row(insert.getColumnValues()));
                } else if (each instanceof ExecutablePreparedStatementBase bound) {
                    rows.add(row(bound.getColumns()));
                    add(table(bound.getSchemaName(), bound.getTableName()), rows, operations);
                }
            }
        }
        if (!inserts.isEmpty()) {
            InsertStatement first = inserts.get(0);
            TableName table = table(first.getSchemaName(), first.getTableName());
            operations.add(
                    first instanceof InsertOrUpdateStatement update
                            ? upsert(table, rows, update)
                            : new InsertRows(table, rows));
        }
        return operations;
    }

    private static void add(TableName table, List<Row> rows, List<Operation> operations) {
        operations.clear();
        operations.add(new InsertRows(table, rows));
    }

    private UpsertRows upsert(TableName table, List<Row> rows, InsertOrUpdateStatement update) {
        if (Boolean.TRUE.equals(update.getOnlyUpdate())) {
            throw new UnconvertedException("rows that are only updated");
        }
        return new UpsertRows(table, rows, columns.names().names(update.getPrimaryKey()));
    }

    private static Stream<?> inserts(SqlStatement statement) {
        if (statement instanceof InsertSetStatement set) {
            return set.getStatements().stream();
        } else if (statement instanceof BatchDmlExecutablePreparedStatement batch) {
            return batch.getIndividualStatements().stream();
        } else if (statement instanceof InsertStatement || statement instanceof ExecutablePreparedStatementBase) {
            return Stream.of(statement);
        }
        throw new UnconvertedException("a " + statement.getClass().getSimpleName() + " among the rows of a file");
    }

    private Row row(Map<String, Object> written) {
        Map<Name, Value> values = new LinkedHashMap<>();
        written.forEach((column, value) -> values.put(
                columns.names().name(column),
                value == null ? Literal.NULL : columns.values().of(value, null)));
        return new Row(values);
    }
}
