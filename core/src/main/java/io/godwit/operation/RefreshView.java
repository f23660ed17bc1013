package io.godwit.operation;

import io.godwit.schema.TableName;
import java.util.Objects;

/**
 * Fills a materialized view again. Immutable.
 *
 * @param view the view
 */
public record RefreshView(TableName view) implements Operation {

    public RefreshView {
        Objects.requireNonNull(view, "view");
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
