package io.godwit.operation;

import io.godwit.schema.View;
import java.util.Objects;

/**
 * Creates a view, materialized or not. Immutable.
 *
 * @param view the view
 * @param orReplace true: takes the place of a view of that name
 */
public record CreateView(View view, boolean orReplace) implements Operation {

    public CreateView {
        Objects.requireNonNull(view, "view");
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
