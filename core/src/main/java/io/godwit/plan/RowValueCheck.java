package io.godwit.plan;

import io.godwit.dialect.PortableLiteral;
import io.godwit.failure.InvalidMigrationException;
import io.godwit.failure.Problem;
import io.godwit.format.MigrationDocument;
import io.godwit.format.PluginSource;
import io.godwit.migration.Down;
import io.godwit.migration.Migration;
import io.godwit.migration.Step;
import io.godwit.operation.AddColumn;
import io.godwit.operation.CreateTable;
import io.godwit.operation.InsertRows;
import io.godwit.operation.Operation;
import io.godwit.operation.Row;
import io.godwit.operation.SetDefault;
import io.godwit.operation.UpdateRows;
import io.godwit.operation.UpsertRows;
import io.godwit.schema.Column;
import io.godwit.schema.ColumnType;
import io.godwit.schema.Literal;
import io.godwit.schema.Name;
import io.godwit.schema.TableName;
import io.godwit.schema.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds values of rows, and defaults, that their columns can hold on no engine, as far as documents say the types. For one use, on one thread. */
public final class RowValueCheck {

    private final DeclaredTypes types = new DeclaredTypes();
    private final List<Problem> problems = new ArrayList<>();

    /** For one use. */
    public RowValueCheck() {}

    /**
     * What is wrong with rows, each at its place.
     *
     * @return documents that have faults of their own are passed over
     */
    public List<Problem> problems(PluginSource... sources) {
        Map<MigrationDocument, Migration> migrations = new LinkedHashMap<>();
        for (PluginSource source : sources) {
            read(source, migrations);
        }
        migrations.values().forEach(types::learn);
        migrations.forEach(this::check);
        return List.copyOf(problems);
    }

    private static void read(PluginSource source, Map<MigrationDocument, Migration> migrations) {
        try {
            source.documents().forEach(document -> read(document, migrations));
        } catch (InvalidMigrationException told) {
            // what is wrong with the source is told by who reads its documents
        }
    }

    private static void read(MigrationDocument document, Map<MigrationDocument, Migration> migrations) {
        try {
            migrations.put(document, document.read());
        } catch (InvalidMigrationException told) {
            // the document's own problems are told by who reads documents
        }
    }

    private void check(MigrationDocument document, Migration migration) {
        check(document, "up", migration.up());
        if (migration.down() instanceof Down.Explicit down) {
            check(document, "down", down.steps());
        }
    }

    private void check(MigrationDocument document, String side, List<Step> steps) {
        for (int step = 0; step < steps.size(); step++) {
            List<Operation> operations = steps.get(step).operations();
            for (int operation = 0; operation < operations.size(); operation++) {
                List<String> path = List.of(
                        "migration", "steps", side, String.valueOf(step), "operations", String.valueOf(operation));
                check(document, path, operations.get(operation));
            }
        }
    }

    private void check(MigrationDocument document, List<String> path, Operation operation) {
        if (operation instanceof InsertRows insert) {
            check(document, below(path, "insertRows", "rows"), insert.table(), insert.rows());
        } else if (operation instanceof UpsertRows upsert) {
            check(document, below(path, "upsertRows", "rows"), upsert.table(), upsert.rows());
        } else if (operation instanceof UpdateRows update) {
            check(document, below(path, "updateRows", "set"), update.table(), update.set());
        } else if (operation instanceof CreateTable create) {
            List<Column> columns = create.table().columns();
            for (int column = 0; column < columns.size(); column++) {
                List<String> place = below(path, "createTable", "columns", String.valueOf(column));
                check(document, place, columns.get(column));
            }
        } else if (operation instanceof AddColumn add) {
            check(document, below(path, "addColumn", "column"), add.column());
        } else if (operation instanceof SetDefault set) {
            types.of(set.table(), set.column())
                    .ifPresent(type -> check(document, below(path, "setDefault", "default"), set.defaultValue(), type));
        }
    }

    private void check(MigrationDocument document, List<String> path, Column column) {
        check(document, below(path, "default"), column.defaultValue(), column.type());
    }

    private void check(MigrationDocument document, List<String> path, TableName table, List<Row> rows) {
        for (int row = 0; row < rows.size(); row++) {
            check(document, below(path, String.valueOf(row)), table, rows.get(row));
        }
    }

    private void check(MigrationDocument document, List<String> path, TableName table, Row row) {
        for (Map.Entry<Name, Value> value : row.values().entrySet()) {
            types.of(table, value.getKey())
                    .ifPresent(
                            type -> check(document, below(path, value.getKey().text()), value.getValue(), type));
        }
    }

    private void check(MigrationDocument document, List<String> path, @Nullable Value value, ColumnType type) {
        if (value instanceof Literal literal) {
            PortableLiteral.fault(literal, type).ifPresent(fault -> problems.add(document.problemAt(path, fault)));
        }
    }

    private static List<String> below(List<String> path, String... keys) {
        List<String> below = new ArrayList<>(path);
        below.addAll(List.of(keys));
        return below;
    }
}
