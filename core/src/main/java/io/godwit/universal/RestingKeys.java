package io.godwit.universal;

import io.godwit.operation.DropConstraint;
import io.godwit.operation.Operation;
import io.godwit.schema.ForeignKey;
import io.godwit.schema.Index;
import io.godwit.schema.IndexColumn;
import io.godwit.schema.Name;
import io.godwit.schema.PrimaryKey;
import io.godwit.schema.Table;
import io.godwit.schema.UniqueKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The foreign keys that rest on a key or a unique index: CASCADE takes them along with it, and without it they keep it. */
final class RestingKeys {

    private final Reading reading;
    private final Table table;

    RestingKeys(Reading reading, Table table) {
        this.reading = reading;
        this.table = table;
    }

    /** What goes before the index. */
    List<Operation> over(Name index, boolean cascade, int at) {
        for (Index known : table.indexes()) {
            boolean isKey = known.unique() && known.where() == null;
            if (isKey && index.equals(known.name())) {
                List<Name> columns =
                        known.columns().stream().map(IndexColumn::name).toList();
                return columns.contains(null) ? List.of() : over(columns, cascade, at);
            }
        }
        return table.uniques().stream()
                .filter(unique -> index.equals(unique.name()))
                .findFirst()
                .map(unique -> over(unique.columns(), cascade, at))
                .orElse(List.of());
    }

    /** What goes before the key of these columns. */
    List<Operation> over(List<Name> columns, boolean cascade, int at) {
        Set<Name> key = Set.copyOf(columns);
        List<Operation> drops = new ArrayList<>();
        for (Table other : tables()) {
            for (ForeignKey foreign :
                    other.normalised(reading.dialect().naming()).foreignKeys()) {
                if (foreign.table().equals(table.name())
                        && Set.copyOf(foreign.referenced()).equals(key)) {
                    drops.add(new DropConstraint(other.name(), Objects.requireNonNull(foreign.name())));
                }
            }
        }
        boolean others = keysOf(key) > 1;
        if (drops.isEmpty() || (others && !cascade)) {
            return List.of();
        }
        if (others || !cascade) {
            throw reading.unsupported(
                    at,
                    "the dropping of a key that a foreign key refers to",
                    others
                            ? "which of several keys on " + columns + " it rests on cannot be known here"
                            : ((DropConstraint) drops.get(0)).constraint() + " of "
                                    + ((DropConstraint) drops.get(0)).table() + " rests on it",
                    "DROP CONSTRAINT of the foreign key before it" + (others ? "" : ", or CASCADE"));
        }
        return drops;
    }

    private Set<Table> tables() {
        Set<Table> tables = new LinkedHashSet<>(reading.schema().referencing(table.name()));
        tables.removeIf(other -> other.name().equals(table.name()));
        tables.add(table);
        return tables;
    }

    private long keysOf(Set<Name> columns) {
        List<Set<Name>> keys = new ArrayList<>();
        PrimaryKey primary = table.primaryKey();
        if (primary != null) {
            keys.add(Set.copyOf(primary.columns()));
        }
        table.uniques().stream().map(UniqueKey::columns).map(Set::copyOf).forEach(keys::add);
        table.indexes().stream()
                .filter(index -> index.unique() && index.where() == null)
                .map(index -> new HashSet<>(
                        index.columns().stream().map(IndexColumn::name).toList()))
                .forEach(keys::add);
        return keys.stream().filter(columns::equals).count();
    }
}
