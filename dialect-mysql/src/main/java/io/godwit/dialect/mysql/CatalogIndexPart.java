package io.godwit.dialect.mysql;

import io.godwit.schema.Name;
import org.jspecify.annotations.Nullable;

/**
 * One part of one index as information_schema has it.
 *
 * @param index its name
 * @param unique whether the index is
 * @param column null for an expression
 * @param expression null for a column
 * @param descending whether it goes from high to low
 * @param length how much of the column is in the index, in characters or bytes; null for all of it
 * @param type such as {@code BTREE} or {@code FULLTEXT}
 * @param marked whether the index says that it is no constraint
 */
record CatalogIndexPart(
        Name index,
        boolean unique,
        @Nullable Name column,
        @Nullable String expression,
        boolean descending,
        @Nullable Integer length,
        String type,
        boolean marked) {

    /** The same with a hidden column's expression in place of the column. */
    CatalogIndexPart of(@Nullable String hidden) {
        return hidden == null
                ? this
                : new CatalogIndexPart(index, unique, null, hidden, descending, null, type, marked);
    }
}
