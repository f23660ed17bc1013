package io.godwit.operation;

import io.godwit.schema.Name;
import java.util.Objects;

/**
 * Drops an extension. Immutable.
 *
 * @param extension its name, as PostgreSQL knows it
 */
public record DropExtension(Name extension) implements Operation {

    public DropExtension {
        Objects.requireNonNull(extension, "extension");
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
