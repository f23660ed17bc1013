package io.godwit.operation;

import io.godwit.schema.Name;
import java.util.Objects;

/**
 * Creates a schema, where the engine has schemas. Immutable.
 *
 * @param schema its name
 */
public record CreateSchema(Name schema) implements Operation {

    public CreateSchema {
        Objects.requireNonNull(schema, "schema");
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
