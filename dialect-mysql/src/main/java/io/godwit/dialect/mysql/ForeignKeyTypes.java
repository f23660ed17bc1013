package io.godwit.dialect.mysql;

import io.godwit.dialect.SchemaView;
import io.godwit.schema.Column;
import io.godwit.schema.ForeignKey;
import io.godwit.schema.Name;
import io.godwit.schema.Table;
import java.util.Optional;

/**
 * Refuses foreign keys between columns of different types, which PostgreSQL compares and InnoDB does not take
 * (https://dev.mysql.com/doc/refman/8.4/en/create-table-foreign-keys.html).
 */
final class ForeignKeyTypes {

    private final MySqlText text;
    private final SchemaView schema;

    ForeignKeyTypes(MySqlText text, SchemaView schema) {
        this.text = text;
        this.schema = schema;
    }

    /** Every foreign key of the table. */
    void check(Table table) {
        table.foreignKeys().forEach(key -> check(table, key));
    }

    void check(Table table, ForeignKey key) {
        Optional<Table> other = key.table().equals(table.name()) ? Optional.of(table) : schema.table(key.table());
        for (int at = 0; at < key.columns().size() && other.isPresent(); at++) {
            Name here = key.columns().get(at);
            Name there = key.referenced().get(at);
            Optional<String> own = table.column(here).map(this::type);
            Optional<String> referenced = other.get().column(there).map(this::type);
            if (own.isPresent() && referenced.isPresent() && !own.equals(referenced)) {
                throw text.refuse(
                        "the foreign key " + key.name() + " of " + table.name() + " to " + key.table(),
                        here + " is " + own.get() + " and " + there + " is " + referenced.get()
                                + ": the engine wants one type",
                        "the type of " + there + " for " + here);
            }
        }
    }

    /** The length of a text does not matter. */
    private String type(Column column) {
        String type = text.type(column.type());
        return type.startsWith("VARCHAR") ? "VARCHAR" : type;
    }
}
