package io.godwit.plan.risk;

import io.godwit.dialect.SchemaView;
import io.godwit.operation.DropConstraint;

/** What kind of constraint is dropped, as far as the schema tells. */
record DroppedConstraint(SchemaView before, DropConstraint drop) {

    boolean isForeignKey() {
        return before.table(drop.table()).stream()
                .flatMap(table -> table.foreignKeys().stream())
                .anyMatch(key -> drop.constraint().equals(key.name()));
    }
}
