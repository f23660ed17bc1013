package io.godwit.dialect.sqlite;

import io.godwit.schema.Column;
import io.godwit.schema.ForeignKey;
import io.godwit.schema.Index;
import io.godwit.schema.IndexColumn;
import io.godwit.schema.Name;
import io.godwit.schema.PrimaryKey;
import io.godwit.schema.SimpleType;
import io.godwit.schema.Table;
import io.godwit.schema.UniqueKey;
import io.godwit.schema.VarcharType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * How long texts of a table's keys and indexes may be, so that every engine can index them: MySQL takes no key of TEXT, and none of more
 * than 3072 bytes (its manual, "InnoDB Limits"). Immutable.
 */
record KeyTexts(Table table) {

    /** What a person would write for a short text. */
    private static final int USUAL = 255;

    /** Characters of four bytes in 3072. */
    private static final int ALL_TOGETHER = 768;

    /** The length of a text that is in a key, an index or a foreign key; empty if it is in none. */
    OptionalInt length(Column column) {
        return keys().stream()
                .filter(key -> key.stream().anyMatch(name -> is(column, name)))
                .mapToInt(key -> Math.min(USUAL, ALL_TOGETHER / Math.max(1, texts(key))))
                .min();
    }

    private static boolean is(Column column, Name name) {
        return column.name().caseless().equals(name.caseless());
    }

    private int texts(List<Name> key) {
        return (int) table.columns().stream()
                .filter(column -> column.type() == SimpleType.TEXT || column.type() instanceof VarcharType)
                .filter(column -> key.stream().anyMatch(name -> is(column, name)))
                .count();
    }

    private List<List<Name>> keys() {
        List<List<Name>> keys = new ArrayList<>();
        PrimaryKey primary = table.primaryKey();
        if (primary != null) {
            keys.add(primary.columns());
        }
        for (UniqueKey unique : table.uniques()) {
            keys.add(unique.columns());
        }
        for (ForeignKey foreign : table.foreignKeys()) {
            keys.add(foreign.columns());
        }
        for (Index index : table.indexes()) {
            keys.add(index.columns().stream()
                    .map(IndexColumn::name)
                    .filter(Objects::nonNull)
                    .toList());
        }
        return keys;
    }
}
