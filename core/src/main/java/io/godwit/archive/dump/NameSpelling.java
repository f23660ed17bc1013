package io.godwit.archive.dump;

import io.godwit.schema.Column;
import io.godwit.schema.ForeignKey;
import io.godwit.schema.Index;
import io.godwit.schema.IndexColumn;
import io.godwit.schema.Name;
import io.godwit.schema.PrimaryKey;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.schema.UniqueKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Names of tables and columns as they were given, where an engine takes them in any case. Immutable. */
final class NameSpelling {

    private final Map<String, Table> tables = new HashMap<>();

    NameSpelling(Collection<Table> all) {
        all.forEach(table -> tables.put(table.name().caseless(), table));
    }

    Optional<Table> table(TableName name) {
        return Optional.ofNullable(tables.get(name.caseless()));
    }

    /** The table with its keys and indexes spelled as its columns are. */
    Table spelled(Table table) {
        PrimaryKey key = table.primaryKey();
        return table.withPrimaryKey(key == null ? null : new PrimaryKey(key.name(), names(table, key.columns())))
                .withUniques(table.uniques().stream()
                        .map(unique -> new UniqueKey(unique.name(), names(table, unique.columns())))
                        .toList())
                .withForeignKeys(table.foreignKeys().stream()
                        .map(foreign -> spelled(table, foreign))
                        .toList())
                .withIndexes(table.indexes().stream()
                        .map(index -> spelled(table, index))
                        .toList());
    }

    private ForeignKey spelled(Table table, ForeignKey key) {
        Optional<Table> target = table(key.table());
        return new ForeignKey(
                key.name(),
                names(table, key.columns()),
                target.map(Table::name).orElse(key.table()),
                target.map(there -> names(there, key.referenced())).orElse(key.referenced()),
                key.onDelete(),
                key.onUpdate());
    }

    private static Index spelled(Table table, Index index) {
        return index.withColumns(index.columns().stream()
                .map(part -> part.name() == null
                        ? part
                        : new IndexColumn(name(table, part.name()), null, part.descending(), part.nullsFirst()))
                .toList());
    }

    private static List<Name> names(Table table, List<Name> names) {
        return names.stream().map(name -> name(table, name)).toList();
    }

    private static Name name(Table table, Name name) {
        return table.columns().stream()
                .map(Column::name)
                .filter(column -> column.caseless().equals(name.caseless()))
                .findFirst()
                .orElse(name);
    }
}
