package io.godwit.operation;

import io.godwit.schema.Name;
import java.util.Objects;

/**
 * Drops a schema, where the engine has schemas. Immutable.
 *
 * @param schema its name
 * @param ifEmpty true: a schema that something is in stays; false: that is an error
 */
public record DropSchema(Name schema, boolean ifEmpty) implements Operation {

    public DropSchema {
        Objects.requireNonNull(schema, "schema");
    }

    /** An error if something is in it. */
    public DropSchema(Name schema) {
        this(schema, false);
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
