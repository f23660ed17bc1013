package io.godwit.plan;

import io.godwit.failure.PlanRefusedException;
import io.godwit.migration.Transform;
import io.godwit.migration.TransformSource;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import org.jspecify.annotations.Nullable;

/** Gives a file of rows the table that its rows are put into before they are mapped. */
@FunctionalInterface
public interface SourceTables {

    /** Where no file is at hand. */
    SourceTables NONE = (name, transform, file, target) -> {
        throw new PlanRefusedException("the rows of " + file.path() + " are not at hand");
    };

    /**
     * The table.
     *
     * @param name that it gets
     * @param target what is known of the transform's target, whose columns say the types of what is taken as it is; null for nothing
     * @throws PlanRefusedException if the file cannot be read, or has no such field
     */
    Table table(TableName name, Transform transform, TransformSource.FromFile file, @Nullable Table target);

    /** As {@link #table} where nothing depends on the types of the rows' fields: of a long file the first rows may do. */
    default Table glance(TableName name, Transform transform, TransformSource.FromFile file, @Nullable Table target) {
        return table(name, transform, file, target);
    }
}
