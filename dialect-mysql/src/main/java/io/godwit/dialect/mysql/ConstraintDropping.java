package io.godwit.dialect.mysql;

import io.godwit.schema.ForeignKey;
import io.godwit.schema.Name;
import io.godwit.schema.Table;

/** The words that drop a constraint depend on what it is; MySQL knows one for all only from 8.0.19 on. */
final class ConstraintDropping {

    private final MySqlText text;
    private final Table table;

    ConstraintDropping(MySqlText text, Table table) {
        this.text = text;
        this.table = table;
    }

    String statement(Name constraint) {
        return "ALTER TABLE " + text.name(table.name()) + " " + clauses(constraint);
    }

    private String clauses(Name constraint) {
        if (table.primaryKey() != null && constraint.equals(table.primaryKey().name())) {
            new KeyCheck(text, table.withPrimaryKey(null)).check();
            return "DROP PRIMARY KEY";
        }
        for (ForeignKey key : table.foreignKeys()) {
            if (constraint.equals(key.name())) {
                return String.join(", ", ForeignKeyIndex.drop(text, table, key));
            }
        }
        if (table.uniques().stream().anyMatch(unique -> constraint.equals(unique.name()))) {
            return "DROP INDEX " + text.name(constraint);
        }
        return text.dropCheck() + text.name(constraint);
    }
}
