package io.godwit.operation;

import io.godwit.schema.Name;
import io.godwit.schema.TableName;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Sets the comment of a table or column. Immutable.
 *
 * @param table the table
 * @param column the column; null for the table itself
 * @param comment text for people; null takes it away
 */
public record CommentOn(
        TableName table, @Nullable Name column, @Nullable String comment) implements Operation {

    public CommentOn {
        Objects.requireNonNull(table, "table");
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
