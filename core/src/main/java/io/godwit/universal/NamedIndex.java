package io.godwit.universal;

import io.godwit.schema.Index;
import io.godwit.schema.IndexColumn;
import io.godwit.schema.Name;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** An index of which a statement gives only the name: the table is found by it. */
final class NamedIndex {

    private final Reading reading;
    private final TableName name;

    NamedIndex(Reading reading, TableName name) {
        this.reading = reading;
        this.name = name;
    }

    /** The table and the index's name there; empty if there is none and need not be. */
    Optional<ColumnPlace> find(int at, boolean ifExists) {
        List<Table> tables = reading.schema().tables().stream()
                .filter(table -> table.name().schema().equals(name.schema()))
                .toList();
        for (Table table : tables) {
            for (Index index : table.indexes()) {
                if (name.name().equals(index.name()) || isUsual(table, index)) {
                    Name own = index.name();
                    return Optional.of(new ColumnPlace(table.name(), own == null ? name.name() : own));
                }
            }
        }
        for (Table table : tables) {
            if (NamedConstraint.isUniqueOf(table, name)) {
                return Optional.of(new ColumnPlace(table.name(), name.name()));
            }
        }
        if (ifExists && reading.schema().complete()) {
            return Optional.empty();
        }
        throw reading.unsupported(
                at,
                "index " + name,
                "no table that is known here has an index of that name",
                "the operation dropIndex or renameIndex, which names the table");
    }

    /** Whether PostgreSQL would have given the name to an index that Godwit has named. */
    private boolean isUsual(Table table, Index index) {
        Name own = index.name();
        String columns = index.columns().stream()
                .map(IndexColumn::name)
                .map(column -> column == null ? "expr" : column.text())
                .collect(Collectors.joining("_"));
        Name given = reading.dialect()
                .naming()
                .name(table.name(), index.withName(null))
                .name();
        return name.name().text().equals(table.name().name() + "_" + columns + "_idx")
                && own != null
                && own.equals(given);
    }
}
