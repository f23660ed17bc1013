package io.godwit.changelog;

import io.godwit.operation.ChangeType;
import io.godwit.operation.CommentOn;
import io.godwit.operation.DropNotNull;
import io.godwit.operation.Operation;
import io.godwit.operation.RenameColumn;
import io.godwit.operation.SetNotNull;
import io.godwit.schema.Name;
import io.godwit.schema.TableName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The column that a statement of Liquibase's restates.
 *
 * @param before its name before
 * @param after its name afterwards
 * @param losesNotNull whether the statement says nothing of NOT NULL
 */
record RestatedColumn(TableName table, Name before, Name after, boolean losesNotNull) {

    /** Null if the operations are about no column, or about several. */
    static @Nullable RestatedColumn of(List<Operation> operations) {
        if (operations.size() != 1) {
            return null;
        }
        Operation operation = operations.get(0);
        if (operation instanceof ChangeType change) {
            return new RestatedColumn(change.table(), change.column(), change.column(), true);
        } else if (operation instanceof RenameColumn rename) {
            return new RestatedColumn(rename.table(), rename.from(), rename.to(), true);
        } else if (operation instanceof SetNotNull set) {
            return new RestatedColumn(set.table(), set.column(), set.column(), false);
        } else if (operation instanceof DropNotNull drop) {
            return new RestatedColumn(drop.table(), drop.column(), drop.column(), false);
        } else if (operation instanceof CommentOn comment && comment.column() != null) {
            return new RestatedColumn(comment.table(), comment.column(), comment.column(), true);
        }
        return null;
    }
}
