package io.godwit.operation;

import io.godwit.schema.TableName;
import java.util.Objects;

/**
 * Drops a view, materialized or not. Immutable.
 *
 * @param view the view
 * @param ifExists true: no error if it is not there
 */
public record DropView(TableName view, boolean ifExists) implements Operation {

    public DropView {
        Objects.requireNonNull(view, "view");
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
