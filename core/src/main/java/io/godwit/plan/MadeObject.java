package io.godwit.plan;

import io.godwit.operation.CreateSequence;
import io.godwit.operation.CreateTable;
import io.godwit.operation.CreateView;
import io.godwit.operation.Operation;
import io.godwit.schema.TableName;
import java.util.Optional;

/** The name of the table, view or sequence that an operation makes. */
final class MadeObject {

    private MadeObject() {}

    static Optional<TableName> of(Operation operation) {
        if (operation instanceof CreateTable create) {
            return Optional.of(create.table().name());
        } else if (operation instanceof CreateView create) {
            return Optional.of(create.view().name());
        } else if (operation instanceof CreateSequence create) {
            return Optional.of(create.sequence().name());
        }
        return Optional.empty();
    }
}
