package io.godwit.migration;

import io.godwit.operation.EngineSql;
import io.godwit.schema.Literal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One SELECT that is run just before or just after a step. Immutable.
 *
 * @param sql the SELECT: universal, or a text for each engine
 * @param expect what it must return
 * @param value the value that the first column of the one row must equal, with {@link Expect#VALUE}; null otherwise
 * @param message what to tell when it does not hold; null for Godwit's own words
 * @param otherwise what happens when it does not hold
 */
public record Validation(
        EngineSql sql,
        Expect expect,
        @Nullable Literal value,
        @Nullable String message,
        Otherwise otherwise) {

    /** What a validation's SELECT must return. */
    public enum Expect {
        /** One row whose first value is true or not zero. */
        TRUE,
        /** One row whose first value equals the given one. */
        VALUE,
        /** No row. */
        EMPTY,
        /** At least one row. */
        NON_EMPTY
    }

    /** What happens when a validation does not hold. */
    public enum Otherwise {
        FAIL,
        /** The step is skipped, and recorded so. */
        SKIP
    }

    public Validation {
        Objects.requireNonNull(sql, "sql");
        Objects.requireNonNull(expect, "expect");
        Objects.requireNonNull(otherwise, "otherwise");
        if ((expect == Expect.VALUE) != (value != null)) {
            throw new IllegalArgumentException("a validation has a value exactly when it expects one");
        }
    }
}
