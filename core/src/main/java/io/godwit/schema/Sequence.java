package io.godwit.schema;

import java.util.Objects;

/**
 * A sequence of numbers. Immutable.
 *
 * @param name its name
 * @param start the first number
 * @param increment the step; not 0
 */
public record Sequence(TableName name, long start, long increment) {

    public Sequence {
        Objects.requireNonNull(name, "name");
        if (increment == 0) {
            throw new IllegalArgumentException("a sequence's increment must not be 0");
        }
    }
}
