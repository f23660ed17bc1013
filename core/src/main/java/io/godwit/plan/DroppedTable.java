package io.godwit.plan;

import io.godwit.dialect.SchemaView;
import io.godwit.dialect.ViewGraph;
import io.godwit.operation.CreateIndex;
import io.godwit.operation.CreateTable;
import io.godwit.operation.CreateTrigger;
import io.godwit.operation.CreateView;
import io.godwit.operation.EngineSql;
import io.godwit.operation.Operation;
import io.godwit.operation.Sql;
import io.godwit.operation.SqlStatements;
import io.godwit.schema.EngineObject;
import io.godwit.schema.Position;
import io.godwit.schema.Table;
import io.godwit.schema.View;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Brings a dropped table back, without its rows. */
final class DroppedTable {

    private final Table table;
    private final SchemaView before;
    private final String engine;

    DroppedTable(Table table, SchemaView before, String engine) {
        this.table = table;
        this.before = before;
        this.engine = engine;
    }

    Inverse inverse(boolean cascade) {
        if (cascade && othersRefer()) {
            return Inverse.none("the rows of " + table.name()
                    + " are gone, and the foreign keys of other tables cannot come back without them");
        }
        List<Operation> operations = new ArrayList<>();
        operations.add(new CreateTable(
                table.withIndexes(List.of()).withTriggers(List.of()).withOthers(others(EngineObject::isOption)),
                false));
        table.indexes().forEach(index -> operations.add(new CreateIndex(table.name(), index, false, false)));
        table.triggers().forEach(trigger -> operations.add(new CreateTrigger(trigger)));
        List<String> texts = others(other -> !other.isOption()).stream()
                .map(EngineObject::sql)
                .toList();
        if (!texts.isEmpty()) {
            operations.add(new Sql(new EngineSql(Map.of(engine, new SqlStatements(texts, Position.NONE)))));
        }
        if (cascade) {
            operations.addAll(views());
        }
        return Inverse.lossy("the rows of " + table.name() + " are gone", operations);
    }

    private List<EngineObject> others(Predicate<EngineObject> which) {
        return table.others().stream().filter(which).toList();
    }

    /** The nearest first. One that only seems to read the table is still there, and replaced by itself. */
    private List<Operation> views() {
        List<View> views = new ArrayList<>(new ViewGraph(before).transitivelyOf(table.name()));
        Collections.reverse(views);
        return views.stream().<Operation>map(view -> new CreateView(view, true)).toList();
    }

    private boolean othersRefer() {
        return before.referencing(table.name()).stream()
                .anyMatch(referring -> !referring.name().equals(table.name()));
    }
}
