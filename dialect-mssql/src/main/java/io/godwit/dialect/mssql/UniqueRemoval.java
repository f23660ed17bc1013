package io.godwit.dialect.mssql;

import io.godwit.dialect.Statement;
import io.godwit.schema.Name;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.schema.UniqueKey;
import java.util.List;
import java.util.Objects;

/** Dropping what makes columns unique: a constraint, or an index where one may be NULL and the table is Godwit's own. */
final class UniqueRemoval {

    private final MsSqlText text;

    UniqueRemoval(MsSqlText text) {
        this.text = text;
    }

    List<Statement> drop(Table table, UniqueKey unique) {
        Name name = Objects.requireNonNull(unique.name());
        return UniqueText.isFiltered(table, unique)
                ? either(table.name(), name)
                : List.of(constraint(table.name(), name));
    }

    private Statement constraint(TableName table, Name name) {
        return Statement.of(dropConstraint(table, name));
    }

    private String dropConstraint(TableName table, Name name) {
        return "ALTER TABLE " + text.name(table) + " DROP CONSTRAINT " + text.name(name);
    }

    /** A table that others made may have a constraint there. */
    private List<Statement> either(TableName table, Name name) {
        String index = "EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(" + text.quoted(table)
                + ") AND name = " + text.quoted(name) + " AND is_unique_constraint = 0)";
        Statement drop = Statement.of("IF " + index + "\nDROP INDEX " + text.name(name) + " ON " + text.name(table)
                + "\nELSE\n" + dropConstraint(table, name));
        return List.of(drop, new Properties(text).set(Properties.INDEX + name, table, null, null));
    }
}
