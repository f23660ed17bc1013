package io.godwit.transfer;

import io.godwit.archive.PackagedColumn;
import io.godwit.archive.PackagedTable;
import io.godwit.schema.Column;
import io.godwit.schema.ColumnType;
import io.godwit.schema.Name;
import io.godwit.schema.PrimaryKey;
import io.godwit.schema.SimpleType;
import io.godwit.schema.Table;
import io.godwit.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The columns of a file's rows, beside those of the table that they go into. Immutable.
 *
 * @param ofFile as the file has them
 * @param ofTable the same, in the same order, as they are in the table
 */
record TargetColumns(List<Column> ofFile, List<Column> ofTable) {

    TargetColumns {
        ofFile = List.copyOf(ofFile);
        ofTable = List.copyOf(ofTable);
    }

    /**
     * Finds them.
     *
     * @param problems takes what stands against it, in words
     */
    static TargetColumns of(PackagedTable file, Table table, List<String> problems) {
        List<Column> ofFile = new ArrayList<>();
        List<Column> ofTable = new ArrayList<>();
        for (PackagedColumn column : file.columns()) {
            Optional<Column> found = found(table, column.name());
            if (found.isEmpty()) {
                problems.add(table.name() + " has no column " + column.name());
            } else if (found.get().generated() != null) {
                problems.add(table.name() + " computes its column " + column.name() + " by itself");
            } else {
                ofFile.add(Column.of(column.name(), type(column.type())));
                ofTable.add(found.get());
            }
        }
        for (Column column : table.columns()) {
            if (!ofTable.contains(column) && isNeeded(column)) {
                problems.add(table.name() + " needs a value for its column " + column.name()
                        + ", and the file has none"
                        + (file.leftOut().contains(column.name().text())
                                ? ": it is sensitive, and was not asked for by name"
                                : ""));
            }
        }
        return new TargetColumns(ofFile, ofTable);
    }

    private static Optional<Column> found(Table table, String name) {
        Name exact = Name.of(name);
        return table.column(exact)
                .or(() -> table.columns().stream()
                        .filter(column -> column.name().caseless().equals(exact.caseless()))
                        .findFirst());
    }

    /** What only its engine knows says how its values are to be read by itself. */
    private static ColumnType type(String written) {
        try {
            return ColumnType.parse(written);
        } catch (IllegalArgumentException unknown) {
            return SimpleType.TEXT;
        }
    }

    private static boolean isNeeded(Column column) {
        return !column.nullable() && column.defaultValue() == null && !column.identity() && column.generated() == null;
    }

    /** What tells the rows of the file apart: the primary key, or else something unique that is never NULL; empty if nothing does. */
    List<Name> key(Table table) {
        Set<Name> there = ofTable.stream().map(Column::name).collect(Collectors.toSet());
        Set<Name> never = ofTable.stream()
                .filter(column -> !column.nullable())
                .map(Column::name)
                .collect(Collectors.toSet());
        PrimaryKey primary = table.primaryKey();
        Stream<List<Name>> keys = Stream.concat(
                Stream.ofNullable(primary).map(PrimaryKey::columns).filter(there::containsAll),
                table.uniques().stream().map(UniqueKey::columns).filter(never::containsAll));
        return keys.findFirst().orElse(List.of());
    }
}
