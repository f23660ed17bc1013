package io.godwit.dialect.mssql;

import io.godwit.dialect.SchemaView;
import io.godwit.schema.ForeignKey;
import io.godwit.schema.ReferentialAction;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * The ways on which deleting or updating a row reaches other tables. SQL Server allows one to each table, and none in a circle (error
 * 1785), which is better said before anything runs.
 */
record CascadePaths(SchemaView schema) {

    /** Refuses a key that would be a second way. */
    void check(TableName child, ForeignKey key) {
        if (!acts(key)) {
            return;
        }
        boolean circle = key.table().equals(child) || reached(child).contains(key.table());
        Set<TableName> below = reached(child);
        below.add(child);
        boolean second =
                above(key.table()).stream().anyMatch(ancestor -> !Collections.disjoint(reached(ancestor), below));
        if (circle || second) {
            throw Refusal.of(
                    "the foreign key " + key.name() + " of " + child + " ON DELETE "
                            + key.onDelete().sql() + " ON UPDATE "
                            + key.onUpdate().sql(),
                    circle
                            ? "it would act in a circle, which SQL Server refuses"
                            : "another key acts on " + child + " already from there, and SQL Server allows one way",
                    "NO ACTION, and the rows written by the application or a trigger");
        }
    }

    private static boolean acts(ForeignKey key) {
        return acts(key.onDelete()) || acts(key.onUpdate());
    }

    private static boolean acts(ReferentialAction action) {
        return action != ReferentialAction.NO_ACTION && action != ReferentialAction.RESTRICT;
    }

    /** The tables that a change of {@code from} reaches. */
    private Set<TableName> reached(TableName from) {
        Set<TableName> reached = new HashSet<>();
        Deque<TableName> open = new ArrayDeque<>(Set.of(from));
        while (!open.isEmpty()) {
            TableName parent = open.pop();
            for (Table child : schema.referencing(parent)) {
                boolean follows =
                        child.foreignKeys().stream().anyMatch(key -> key.table().equals(parent) && acts(key));
                if (follows && reached.add(child.name())) {
                    open.push(child.name());
                }
            }
        }
        return reached;
    }

    /** The table, and those from which a change reaches it. */
    private Set<TableName> above(TableName table) {
        Set<TableName> above = new HashSet<>(Set.of(table));
        Deque<TableName> open = new ArrayDeque<>(above);
        while (!open.isEmpty()) {
            schema.table(open.pop()).stream()
                    .flatMap(known -> known.foreignKeys().stream())
                    .filter(CascadePaths::acts)
                    .map(ForeignKey::table)
                    .filter(above::add)
                    .forEach(open::push);
        }
        return above;
    }
}
