package io.godwit.schema;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a database holds, logically. Immutable; two are equal when everything in them is, whatever the order they were made in.
 *
 * @param tables tables by name
 * @param views views by name, materialized ones included
 * @param sequences sequences by name
 */
public record Schema(Map<TableName, Table> tables, Map<TableName, View> views, Map<TableName, Sequence> sequences) {

    public static final Schema EMPTY = new Schema(Map.of(), Map.of(), Map.of());

    public Schema {
        tables = Collections.unmodifiableMap(new TreeMap<>(tables));
        views = Collections.unmodifiableMap(new TreeMap<>(views));
        sequences = Collections.unmodifiableMap(new TreeMap<>(sequences));
    }

    public static Schema of(Collection<Table> tables, Collection<View> views, Collection<Sequence> sequences) {
        Map<TableName, Table> tableMap = new TreeMap<>();
        tables.forEach(table -> tableMap.put(table.name(), table));
        Map<TableName, View> viewMap = new TreeMap<>();
        views.forEach(view -> viewMap.put(view.name(), view));
        Map<TableName, Sequence> sequenceMap = new TreeMap<>();
        sequences.forEach(sequence -> sequenceMap.put(sequence.name(), sequence));
        return new Schema(tableMap, viewMap, sequenceMap);
    }

    public Optional<Table> table(TableName name) {
        return Optional.ofNullable(tables.get(name));
    }

    public Optional<View> view(TableName name) {
        return Optional.ofNullable(views.get(name));
    }
}
