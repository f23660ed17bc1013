package io.godwit.operation;

import io.godwit.schema.Name;
import io.godwit.schema.TableName;
import java.util.List;
import java.util.Objects;

/**
 * Revokes privileges on a table or view. Immutable.
 *
 * @param privileges such as {@code select}, or {@code all}
 * @param on the table or view
 * @param from the role
 */
public record Revoke(List<String> privileges, TableName on, Name from) implements Operation {

    public Revoke {
        privileges = List.copyOf(privileges);
        Objects.requireNonNull(on, "on");
        Objects.requireNonNull(from, "from");
        if (privileges.isEmpty()) {
            throw new IllegalArgumentException("revoke needs at least one of privileges");
        }
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
