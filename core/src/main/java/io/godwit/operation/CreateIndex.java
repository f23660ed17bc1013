package io.godwit.operation;

import io.godwit.schema.Index;
import io.godwit.schema.TableName;
import java.util.Objects;

/**
 * Creates an index. Immutable.
 *
 * @param table the table
 * @param index the index
 * @param concurrently true: without blocking writers, where the engine can; such a step is not transactional
 * @param ifNotExists true: an equal index that is there already is left as it is
 */
public record CreateIndex(TableName table, Index index, boolean concurrently, boolean ifNotExists)
        implements Operation {

    public CreateIndex {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(index, "index");
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
