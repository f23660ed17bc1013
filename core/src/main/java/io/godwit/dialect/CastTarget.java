package io.godwit.dialect;

import io.godwit.schema.ColumnType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The type that a cast names.
 *
 * @param written as PostgreSQL writes it, such as {@code double precision} or {@code varchar(20)}
 * @param type what is known of the result
 * @param portable the portable type; null if it is none, as {@code numeric} without its digits or {@code interval}
 */
public record CastTarget(
        String written, ValueType type, @Nullable ColumnType portable) {

    public CastTarget {
        Objects.requireNonNull(written, "written");
        Objects.requireNonNull(type, "type");
    }
}
