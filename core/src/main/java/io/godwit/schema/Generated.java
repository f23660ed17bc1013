package io.godwit.schema;

import java.util.Objects;

/**
 * A column whose value the engine computes from the row's others.
 *
 * @param expression how
 * @param stored true: kept on disk; false: computed when read, where the engine can
 */
public record Generated(Expression expression, boolean stored) {

    public Generated {
        Objects.requireNonNull(expression, "expression");
    }
}
