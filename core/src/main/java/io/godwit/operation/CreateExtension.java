package io.godwit.operation;

import io.godwit.schema.Name;
import java.util.Objects;

/**
 * Makes an extension available, where a portable type or function needs one. Immutable.
 *
 * @param extension its name, as PostgreSQL knows it
 */
public record CreateExtension(Name extension) implements Operation {

    public CreateExtension {
        Objects.requireNonNull(extension, "extension");
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
