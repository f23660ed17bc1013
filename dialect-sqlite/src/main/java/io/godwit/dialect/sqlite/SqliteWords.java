package io.godwit.dialect.sqlite;

import io.godwit.dialect.PortableWords;
import io.godwit.schema.Column;
import io.godwit.schema.ColumnType;
import io.godwit.schema.Expression;
import io.godwit.schema.ForeignKey;
import io.godwit.schema.Literal;
import io.godwit.schema.Name;
import io.godwit.schema.Schema;
import io.godwit.schema.SimpleType;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.schema.Value;
import io.godwit.schema.VarcharType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Portable types for columns whose declared type SQLite takes as a hint only: that of the declaration where all values are of it, else one
 * that has room for all of them. Stateless and thread-safe.
 */
final class SqliteWords implements PortableWords {

    private static final List<SimpleType> WHOLE = List.of(SimpleType.SMALLINT, SimpleType.INTEGER, SimpleType.BIGINT);

    @Override
    public Schema schema(Connection connection, Schema read, Set<TableName> made, Notes notes) throws SQLException {
        Map<TableName, Table> tables = new TreeMap<>();
        for (Table table : read.tables().values()) {
            tables.put(
                    table.name(), withoutHabits(made.contains(table.name()) ? table : typed(connection, table, notes)));
        }
        widen(tables, made);
        return Schema.of(
                tables.values(), read.views().values(), read.sequences().values());
    }

    /**
     * That numbers of deleted rows come back is how SQLite numbers, and nothing that anybody asked for; another spelling of a type is none
     * of the package's.
     */
    private static Table withoutHabits(Table table) {
        Set<Name> spellings = table.columns().stream()
                .map(column -> SqliteOptions.declared(column.name()))
                .collect(Collectors.toSet());
        return table.withOthers(table.others().stream()
                .filter(other -> !other.equals(SqliteOptions.REUSED_NUMBERS.object()))
                .filter(other -> !(other.isOption() && spellings.contains(other.name())))
                .toList());
    }

    private static Table typed(Connection connection, Table table, Notes notes) throws SQLException {
        StoredValues values = StoredValues.read(connection, table);
        List<Column> columns = new ArrayList<>();
        for (Column column : table.columns()) {
            columns.add(typed(table, column, values, notes));
        }
        return limited(table.withColumns(columns), table, values, notes);
    }

    /** A text of a key gets a length, where its values have it: other engines index no text of any length. */
    private static Table limited(Table typed, Table table, StoredValues values, Notes notes) {
        KeyTexts keys = new KeyTexts(typed);
        List<Column> columns = new ArrayList<>();
        for (int at = 0; at < typed.columns().size(); at++) {
            Column column = typed.columns().get(at);
            OptionalInt length = column.type() == SimpleType.TEXT ? keys.length(column) : OptionalInt.empty();
            if (length.isPresent() && values.of(table.columns().get(at)).length() <= length.getAsInt()) {
                notes.add(
                        table.name(),
                        "column " + column.name()
                                + " is a text of any length in a key or an index, which not every engine takes: it is varchar("
                                + length.getAsInt() + ") in the package");
                column = column.withType(new VarcharType(length.getAsInt()));
            }
            columns.add(column);
        }
        return typed.withColumns(columns);
    }

    private static Column typed(Table table, Column column, StoredValues values, Notes notes) throws SQLException {
        DeclaredType declared = new DeclaredType(column, values);
        ColumnType type = declared.type();
        String note = declared.note();
        if (!note.isEmpty()) {
            notes.add(table.name(), "column " + column.name() + " " + note);
        }
        return column.withType(type).withDefaultValue(defaultValue(column.defaultValue(), type));
    }

    /** The clock of SQLite is UTC's; numbers and texts are what the column's type makes of them. */
    private static @Nullable Value defaultValue(@Nullable Value given, ColumnType type) {
        if (given instanceof Literal literal && type == SimpleType.BOOLEAN) {
            return switch (literal.text()) {
                case "0", "false" -> Literal.of(false);
                case "1", "true" -> Literal.of(true);
                default -> given;
            };
        }
        boolean clock = given instanceof Expression expression
                && expression.text().toUpperCase(Locale.ROOT).equals("CURRENT_TIMESTAMP");
        if (clock && type == SimpleType.TIMESTAMP) {
            return Expression.of("now() AT TIME ZONE 'UTC'");
        }
        return clock && type == SimpleType.TIMESTAMPTZ ? Expression.of("now()") : given;
    }

    /** Engines want one type at both ends of a foreign key: the one that has room for all. */
    private static void widen(Map<TableName, Table> tables, Set<TableName> made) {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Table table : List.copyOf(tables.values())) {
                for (ForeignKey key : table.foreignKeys()) {
                    for (int at = 0; at < key.columns().size(); at++) {
                        changed |= widen(tables, made, table.name(), key, at);
                    }
                }
            }
        }
    }

    private static boolean widen(
            Map<TableName, Table> tables, Set<TableName> made, TableName name, ForeignKey key, int at) {
        Optional<Table> target = tables.values().stream()
                .filter(table -> table.name().caseless().equals(key.table().caseless()))
                .findFirst();
        if (target.isEmpty()) {
            return false;
        }
        Optional<Column> here = column(tables.get(name), key.columns().get(at));
        Optional<Column> there = column(target.get(), key.referenced().get(at));
        int one = here.map(column -> WHOLE.indexOf(column.type())).orElse(-1);
        int other = there.map(column -> WHOLE.indexOf(column.type())).orElse(-1);
        if (one < 0 || other < 0 || one == other) {
            return false;
        }
        TableName narrow = one < other ? name : target.get().name();
        if (made.contains(narrow)) {
            return false;
        }
        Name column = one < other ? here.get().name() : there.get().name();
        tables.computeIfPresent(
                narrow,
                (any, table) -> table.withColumns(table.columns().stream()
                        .map(some -> some.name().equals(column) ? some.withType(WHOLE.get(Math.max(one, other))) : some)
                        .toList()));
        return true;
    }

    private static Optional<Column> column(@Nullable Table table, Name name) {
        return table == null
                ? Optional.empty()
                : table.columns().stream()
                        .filter(column -> column.name().caseless().equals(name.caseless()))
                        .findFirst();
    }
}
