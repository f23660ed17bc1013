package io.godwit.schema;

import org.jspecify.annotations.Nullable;

/**
 * One part of an index: a column or an expression.
 *
 * @param name the column; null if {@code expression} is given
 * @param expression the expression; null if {@code name} is given
 * @param descending whether the order is from high to low
 * @param nullsFirst where NULLs stand; null for the engine's default in that order, as in PostgreSQL (last when ascending)
 */
public record IndexColumn(
        @Nullable Name name,
        @Nullable Expression expression,
        boolean descending,
        @Nullable Boolean nullsFirst) {

    public IndexColumn {
        if ((name == null) == (expression == null)) {
            throw new IllegalArgumentException("an index column is either a name or an expression");
        }
    }

    public static IndexColumn of(String name) {
        return new IndexColumn(Name.of(name), null, false, null);
    }

    public static IndexColumn of(Expression expression) {
        return new IndexColumn(null, expression, false, null);
    }
}
