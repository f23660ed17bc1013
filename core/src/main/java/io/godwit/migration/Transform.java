package io.godwit.migration;

import io.godwit.schema.Expression;
import io.godwit.schema.Name;
import io.godwit.schema.TableName;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Moves and reshapes rows into a table. Immutable.
 *
 * @param source where the rows come from
 * @param target the table they go to
 * @param mapping how each of the target's columns is made
 * @param filter which rows of the source; null for all
 * @param key what orders the source's rows; empty for its primary key
 * @param batchSize rows a batch; null for the default
 * @param onConflict what happens to a row that is there already
 * @param onError what happens to a row that cannot be written
 * @param parallel how many ranges of keys are worked on at once, from 1
 * @param validation rules for the mapped row
 */
public record Transform(
        TransformSource source,
        TableName target,
        List<FieldMapping> mapping,
        @Nullable Expression filter,
        List<Name> key,
        @Nullable Integer batchSize,
        OnConflict onConflict,
        OnError onError,
        int parallel,
        List<FieldRule> validation) {

    public Transform {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(onConflict, "onConflict");
        Objects.requireNonNull(onError, "onError");
        mapping = List.copyOf(mapping);
        key = List.copyOf(key);
        validation = List.copyOf(validation);
        if (mapping.isEmpty()) {
            throw new IllegalArgumentException("a transform maps at least one column");
        }
    }

    /** The same for one column alone, and without rules. */
    public Transform only(FieldMapping column) {
        return new Transform(
                source, target, List.of(column), filter, key, batchSize, onConflict, onError, parallel, List.of());
    }
}
