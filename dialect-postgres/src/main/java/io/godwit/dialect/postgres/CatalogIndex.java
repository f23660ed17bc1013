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
 * One index as pg_index has it.
 *
 * @param options for each part; bit 0: descending; bit 1: NULLs first
 * @param parts the keys, without their order
 * @param include columns carried along
 * @param classes for each part an operator class, behind an equals sign if it is the type's default one
 */
record CatalogIndex(
        Name name,
        boolean unique,
        String method,
        List<Integer> options,
        @Nullable String predicate,
        List<IndexColumn> parts,
        List<Name> include,
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
                        ? Optional.of(index(parts, IndexMethod.VECTOR))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private boolean areDefault() {
        return classes.stream().allMatch(name -> name.startsWith("="));
    }

    private Optional<Index> gin() {
        Expression first = parts.get(0).expression();
        if (parts.size() == 1 && first != null && areDefault()) {
            return new FulltextExpression(first.text()).parts().map(words -> index(words, IndexMethod.FULLTEXT));
        }
        return JSON_CLASSES.containsAll(classes) ? Optional.of(index(parts, IndexMethod.JSON)) : Optional.empty();
    }

    private Index btree() {
        List<IndexColumn> ordered = new ArrayList<>();
        for (int at = 0; at < parts.size(); at++) {
            boolean descending = (options.get(at) & 1) != 0;
            boolean nullsFirst = (options.get(at) & 2) != 0;
            IndexColumn part = parts.get(at);
            ordered.add(new IndexColumn(
                    part.name(), part.expression(), descending, nullsFirst == descending ? null : nullsFirst));
        }
        return index(ordered, IndexMethod.BTREE);
    }

    private Index index(List<IndexColumn> columns, IndexMethod kind) {
        return new Index(
                name, columns, unique, predicate == null ? null : Expression.ofEngine(predicate), include, kind);
    }
}
