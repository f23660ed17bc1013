package io.godwit.tck.harness;

import io.godwit.dialect.SchemaState;
import io.godwit.dialect.SchemaView;
import io.godwit.operation.InsertRows;
import io.godwit.operation.Operation;
import io.godwit.operation.RenameTable;
import io.godwit.operation.Row;
import io.godwit.schema.Column;
import io.godwit.schema.Literal;
import io.godwit.schema.Name;
import io.godwit.schema.Naming;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.schema.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Makes steps of random operations that a database must be able to do, on a few tables with rows. Not thread-safe. */
public final class RandomOperations implements TypeVocabulary, OperationVocabulary, ObjectVocabulary {

    private static final int OPERATIONS_A_STEP = 4;

    private final Random random;
    private final Naming naming;
    private final List<TableName> names = new ArrayList<>();

    public RandomOperations(Random random, Naming naming) {
        this.random = random;
        this.naming = naming;
    }

    /** Two tables, one of which refers to the other, with rows. */
    public Operation[] start() {
        names.add(named("a"));
        names.add(named("b"));
        return new Operation[] {
            createTable(
                    "a", key("id"), column("text", text()), column("Big One", integer()), column("order", varchar(20))),
            createTable(
                    "b",
                    key("id"),
                    column("a_id", bigint()),
                    column("☃", text()).withDefaultValue(value("it's"))),
            addForeignKey("b", foreignKey("a_id", "a", "id")),
            createIndex("a", "order", "text"),
            insert("a", row("id", 1, "text", "x", "Big One", 7, "order", "first"), row("id", 2)),
            insert("b", row("id", 1, "a_id", 1), row("id", 2, "☃", ""))
        };
    }

    /** The tables that there are or were, by every name they had. */
    public List<TableName> names() {
        return List.copyOf(names);
    }

    /**
     * Operations that can follow one another from the schema as it is.
     *
     * @param live the schema now
     */
    public List<Operation> step(SchemaView live) {
        SchemaState state = new SchemaState(live, naming);
        List<Operation> operations = new ArrayList<>();
        int size = 1 + random.nextInt(OPERATIONS_A_STEP);
        while (operations.size() < size) {
            Table table = anyTable(state);
            new RandomChange(random, table, state).operation().ifPresent(operation -> {
                operations.add(operation);
                state.apply(operation);
            });
            if (random.nextInt(8) == 0) {
                operations.add(rows(state));
            }
            if (random.nextInt(8) == 0) {
                operations.add(another(state, operations));
            }
        }
        return operations;
    }

    private Table anyTable(SchemaState state) {
        List<Table> tables =
                names.stream().map(state::table).flatMap(Optional::stream).toList();
        return tables.get(random.nextInt(tables.size()));
    }

    /** A further table, or another name for one. */
    private Operation another(SchemaState state, List<Operation> before) {
        String name = "t" + names.size() + " of " + before.size();
        names.add(named("\"" + name + "\""));
        Table table = anyTable(state);
        Operation operation = random.nextBoolean()
                ? createTable(Table.of(
                        TableName.of(name),
                        List.of(key("id"), column("n", integer()).withCheck(expression("n > 0")), column("s", text()))))
                : new RenameTable(table.name(), TableName.of(name));
        state.apply(operation);
        return operation;
    }

    /** A row that gives every column that must have a value one. */
    private Operation rows(SchemaState state) {
        Table table = anyTable(state);
        Map<Name, Value> values = new LinkedHashMap<>();
        values.put(Name.of("id"), Literal.of(1000L + random.nextInt(1_000_000)));
        for (Column column : table.columns()) {
            if (!column.nullable() && !column.name().equals(Name.of("id"))) {
                values.put(
                        column.name(),
                        column.type().equals(text()) ? Literal.of("it's") : Literal.of(RandomChange.PARENT));
            }
        }
        return new InsertRows(table.name(), List.of(new Row(values)));
    }
}
