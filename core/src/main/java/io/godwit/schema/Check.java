package io.godwit.schema;

import org.jspecify.annotations.Nullable;

/**
 * A condition that must not be false for any row.
 *
 * @param name null until named
 * @param expression the condition
 */
public record Check(@Nullable Name name, Expression expression) implements Constraint {

    public Check named(Name newName) {
        return new Check(newName, expression);
    }
}
