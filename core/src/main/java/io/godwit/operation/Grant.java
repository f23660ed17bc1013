package io.godwit.operation;

import io.godwit.schema.Name;
import io.godwit.schema.TableName;
import java.util.List;
import java.util.Objects;

/**
 * Grants privileges on a table or view. Immutable.
 *
 * @param privileges such as {@code select}, or {@code all}
 * @param on the table or view
 * @param to the role
 */
public record Grant(List<String> privileges, TableName on, Name to) implements Operation {

    public Grant {
        privileges = List.copyOf(privileges);
        Objects.requireNonNull(on, "on");
        Objects.requireNonNull(to, "to");
        if (privileges.isEmpty()) {
            throw new IllegalArgumentException("grant needs at least one of privileges");
        }
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
