package io.godwit.dialect.postgres;

import io.godwit.schema.Expression;
import io.godwit.schema.Index;
import io.godwit.schema.IndexColumn;
import io.godwit.schema.IndexMethod;
import io.godwit.schema.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One index as pg_index has it; the lists have one entry a column.
 *
 * @param keys how many of the columns are keys; the rest is carried along
 * @param options bit 0: descending; bit 1: NULLs first
 * @param columns a name, or null for an expression
 * @param expressions an expression, or null for a name
 * @param classes an operator class, behind an equals sign if it is the type's default one
 */
record CatalogIndex(
        Name name,
        boolean unique,
        String method,
        int keys,
        List<Integer> options,
        @Nullable String predicate,
        List<String> columns,
        List<String> expressions,
        List<String> classes) {

    /** As {@link PostgresText} writes them. */
    private static final Set<String> JSON_CLASSES = Set.of("jsonb_path_ops", "=array_ops");

    /** Empty for an index that no portable record can say. */
    Optional<Index> portable() {
        return switch (method) {
            case "btree" -> areDefault() ? Optional.of(btree()) : Optional.empty();
            case "gin" -> gin();
            case "hnsw" ->
                classes.equals(List.of("vector_cosine_ops"))
                        ? Optional.of(index(plainParts(), IndexMethod.VECTOR))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private boolean areDefault() {
        return classes.stream().allMatch(name -> name.startsWith("="));
    }

    private Optional<Index> gin() {
        if (keys == 1 && expressions.get(0) != null && areDefault()) {
            return new FulltextExpression(expressions.get(0)).parts().map(parts -> index(parts, IndexMethod.FULLTEXT));
        }
        return JSON_CLASSES.containsAll(classes)
                ? Optional.of(index(plainParts(), IndexMethod.JSON))
                : Optional.empty();
    }

    private Index btree() {
        List<IndexColumn> parts = new ArrayList<>();
        for (int at = 0; at < keys; at++) {
            boolean descending = (options.get(at) & 1) != 0;
            boolean nullsFirst = (options.get(at) & 2) != 0;
            IndexColumn part = part(at);
            parts.add(new IndexColumn(
                    part.name(), part.expression(), descending, nullsFirst == descending ? null : nullsFirst));
        }
        return index(parts, IndexMethod.BTREE);
    }

    private List<IndexColumn> plainParts() {
        List<IndexColumn> parts = new ArrayList<>();
        for (int at = 0; at < keys; at++) {
            parts.add(part(at));
        }
        return parts;
    }

    private IndexColumn part(int at) {
        String expression = expressions.get(at);
        return expression == null ? IndexColumn.of(columns.get(at)) : IndexColumn.of(Expression.ofEngine(expression));
    }

    private Index index(List<IndexColumn> parts, IndexMethod kind) {
        List<Name> include =
                columns.subList(keys, columns.size()).stream().map(Name::of).toList();
        return new Index(name, parts, unique, predicate == null ? null : Expression.ofEngine(predicate), include, kind);
    }
}
