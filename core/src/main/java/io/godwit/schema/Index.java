package io.godwit.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An index of a table. Immutable.
 *
 * @param name null until {@link Naming} gave one
 * @param columns its parts in order; at least one
 * @param unique whether no two rows may share all parts
 * @param where only rows that meet this are in it; null for all
 * @param include columns carried along for reading only
 * @param method what it is for
 */
public record Index(
        @Nullable Name name,
        List<IndexColumn> columns,
        boolean unique,
        @Nullable Expression where,
        List<Name> include,
        IndexMethod method) {

    public Index {
        columns = List.copyOf(columns);
        include = List.copyOf(include);
        Objects.requireNonNull(method, "method");
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("an index needs at least one column");
        }
    }

    /** A plain index on columns. */
    public static Index on(String... columns) {
        return new Index(
                null, Arrays.stream(columns).map(IndexColumn::of).toList(), false, null, List.of(), IndexMethod.BTREE);
    }

    /** The same with another {@code name}. */
    public Index withName(@Nullable Name name) {
        return new Index(name, columns, unique, where, include, method);
    }

    /** The same with another {@code columns}. */
    public Index withColumns(List<IndexColumn> columns) {
        return new Index(name, columns, unique, where, include, method);
    }

    /** The same with another {@code unique}. */
    public Index withUnique(boolean unique) {
        return new Index(name, columns, unique, where, include, method);
    }

    /** The same with another {@code where}. */
    public Index withWhere(@Nullable Expression where) {
        return new Index(name, columns, unique, where, include, method);
    }

    /** The same with another {@code method}. */
    public Index withMethod(IndexMethod method) {
        return new Index(name, columns, unique, where, include, method);
    }
}
