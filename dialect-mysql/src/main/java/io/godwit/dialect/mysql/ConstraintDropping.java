package io.godwit.dialect.mysql;

import io.godwit.schema.Column;
import io.godwit.schema.ForeignKey;
import io.godwit.schema.Name;
import io.godwit.schema.Table;
import io.godwit.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;

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
            return keeping("DROP PRIMARY KEY", table.withPrimaryKey(null));
        }
        for (ForeignKey key : table.foreignKeys()) {
            if (constraint.equals(key.name())) {
                return String.join(", ", ForeignKeyIndex.drop(text, table, key));
            }
        }
        List<UniqueKey> others = table.uniques().stream()
                .filter(unique -> !constraint.equals(unique.name()))
                .toList();
        if (others.size() < table.uniques().size()) {
            return keeping("DROP INDEX " + text.name(constraint), table.withUniques(others));
        }
        Column column = table.column(constraint).orElse(null);
        return column == null || !text.syntax().isMariaDb()
                ? text.dropCheck() + text.name(constraint)
                : "MODIFY COLUMN " + text.column(table, column);
    }

    private String keeping(String clause, Table after) {
        List<String> clauses = new ArrayList<>(List.of(clause));
        clauses.addAll(ForeignKeyIndex.keep(text, table, after));
        return String.join(", ", clauses);
    }
}
