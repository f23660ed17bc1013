package io.godwit.migration;

import io.godwit.schema.Literal;
import io.godwit.schema.Name;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How one column of a transform's target is made. Immutable.
 *
 * @param source the source's column or field; null when the transform needs none
 * @param target the target's column
 * @param transform how the value changes; null: it is taken as it is
 * @param defaultValue what fills NULL or a missed lookup; null for nothing
 * @param required whether a row that is still NULL here has failed
 */
public record FieldMapping(
        @Nullable String source,
        Name target,
        @Nullable FieldTransform transform,
        @Nullable Literal defaultValue,
        boolean required) {

    public FieldMapping {
        Objects.requireNonNull(target, "target");
        if (source == null && transform == null && defaultValue == null) {
            throw new IllegalArgumentException("a mapping has a source, a transform or a defaultValue");
        }
    }

    /** What is said of a row that must have a value here, and has none. */
    public String whyNotNull() {
        return target + (required ? " is required and NULL" : " is part of the primary key and NULL");
    }
}
