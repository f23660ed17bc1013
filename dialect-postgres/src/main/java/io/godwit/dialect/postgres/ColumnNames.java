package io.godwit.dialect.postgres;

import io.godwit.schema.Name;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The names of columns by the numbers that the catalog uses for them.
 *
 * @param byRelation for each relation, number to name
 */
record ColumnNames(Map<Long, Map<Integer, Name>> byRelation) {

    static ColumnNames of(Map<Long, List<CatalogColumn>> columns) {
        Map<Long, Map<Integer, Name>> byRelation = new HashMap<>();
        columns.forEach((relation, list) -> {
            Map<Integer, Name> byNumber = new HashMap<>();
            list.forEach(column -> byNumber.put(column.number(), column.name()));
            byRelation.put(relation, byNumber);
        });
        return new ColumnNames(byRelation);
    }

    /** Only numbers of columns: 0, which stands for an expression, and system columns have no name here. */
    List<Name> of(long relation, List<Integer> numbers) {
        Map<Integer, Name> names = byRelation.getOrDefault(relation, Map.of());
        return numbers.stream().filter(names::containsKey).map(names::get).toList();
    }
}
