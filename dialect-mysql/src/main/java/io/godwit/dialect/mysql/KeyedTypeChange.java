package io.godwit.dialect.mysql;

import io.godwit.dialect.SchemaState;
import io.godwit.dialect.SchemaView;
import io.godwit.operation.ChangeType;
import io.godwit.operation.Operation;
import io.godwit.schema.Column;
import io.godwit.schema.ColumnType;
import io.godwit.schema.ForeignKey;
import io.godwit.schema.Name;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Changes of types of columns that foreign keys bind: both ends have the same type always, so that the keys are away while all
 * changes that follow each other in a step are made.
 */
final class KeyedTypeChange {

    private final MySqlText text;
    private final SchemaView before;

    KeyedTypeChange(MySqlText text, SchemaView before) {
        this.text = text;
        this.before = before;
    }

    /** How many of the first operations are such changes; 1 if the first is none. */
    static int together(List<Operation> operations, SchemaView schema) {
        if (!(operations.get(0) instanceof ChangeType first) || !isBound(first, schema)) {
            return 1;
        }
        int count = 1;
        while (count < operations.size()
                && operations.get(count) instanceof ChangeType change
                && isBound(change, schema)) {
            count++;
        }
        return count;
    }

    static boolean isBound(ChangeType change, SchemaView schema) {
        return !keys(List.of(change), schema).isEmpty();
    }

    /** The foreign keys at either end of the columns, with the tables that have them. */
    private static Map<ForeignKey, Table> keys(List<ChangeType> changes, SchemaView schema) {
        Map<ForeignKey, Table> keys = new LinkedHashMap<>();
        for (ChangeType change : changes) {
            schema.table(change.table())
                    .ifPresent(table -> table.foreignKeys().stream()
                            .filter(key -> key.columns().contains(change.column()))
                            .forEach(key -> keys.put(key, table)));
            for (Table other : schema.referencing(change.table())) {
                other.foreignKeys().stream()
                        .filter(key ->
                                key.table().folded().equals(change.table().folded())
                                        && key.referenced().contains(change.column()))
                        .forEach(key -> keys.put(key, other));
            }
        }
        return keys;
    }

    /** The statements around those that change the types. */
    List<String> around(List<ChangeType> changes, List<String> statements, SchemaState after) {
        Map<ForeignKey, Table> keys = keys(changes, before);
        List<String> all = new ArrayList<>();
        keys.forEach((key, table) -> {
            requireAlike(key, table.name(), after);
            all.add("ALTER TABLE " + text.name(table.name()) + " DROP FOREIGN KEY "
                    + text.name(Objects.requireNonNull(key.name())));
        });
        all.addAll(statements);
        keys.forEach((key, table) ->
                all.add("ALTER TABLE " + text.name(table.name()) + " ADD " + text.constraint(table.name(), key)));
        return all;
    }

    private void requireAlike(ForeignKey key, TableName owner, SchemaView after) {
        for (int at = 0; at < key.columns().size(); at++) {
            ColumnType one = type(owner, key.columns().get(at), after);
            ColumnType other = type(key.table(), key.referenced().get(at), after);
            if (!text.type(one).equals(text.type(other)) && !(isText(one) && isText(other))) {
                throw text.refuse(
                        "changeType of " + owner + "." + key.columns().get(at) + " or of what it refers to",
                        "both ends of the foreign key " + key.name() + " must have one type",
                        "changeType of the other column right beside it, in the same step");
            }
        }
    }

    private boolean isText(ColumnType type) {
        return text.type(type).startsWith("VARCHAR");
    }

    private static ColumnType type(TableName table, Name column, SchemaView schema) {
        return schema.table(table)
                .flatMap(known -> known.column(column))
                .map(Column::type)
                .orElseThrow();
    }
}
