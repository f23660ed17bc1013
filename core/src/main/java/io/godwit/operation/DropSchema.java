package io.godwit.operation;

import io.godwit.schema.Name;
import java.util.Objects;

/**
 * Drops an empty schema, where the engine has schemas. Immutable.
 *
 * @param schema its name
 */
public record DropSchema(Name schema) implements Operation {

    public DropSchema {
        Objects.requireNonNull(schema, "schema");
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
