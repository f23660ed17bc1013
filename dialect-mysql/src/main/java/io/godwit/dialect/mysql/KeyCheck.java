package io.godwit.dialect.mysql;

import io.godwit.schema.CharType;
import io.godwit.schema.Column;
import io.godwit.schema.Name;
import io.godwit.schema.PrimaryKey;
import io.godwit.schema.Table;
import io.godwit.schema.VarcharType;
import java.util.List;

/** Refuses keys that the engine cannot keep: on texts of any length, or longer than 3072 bytes. */
final class KeyCheck {

    /** https://dev.mysql.com/doc/refman/8.4/en/innodb-limits.html. */
    static final int MOST_BYTES = 3072;

    static final int BYTES_A_CHARACTER = 4;

    private final MySqlText text;
    private final Table table;

    KeyCheck(MySqlText text, Table table) {
        this.text = text;
        this.table = table;
    }

    /** Every key of the table. */
    void check() {
        PrimaryKey key = table.primaryKey();
        if (key != null) {
            check("the primary key of " + table.name(), key.columns());
        }
        table.uniques()
                .forEach(unique ->
                        check("the unique constraint " + unique.name() + " of " + table.name(), unique.columns()));
        table.columns().stream().filter(Column::identity).forEach(this::checkIdentity);
    }

    void check(String what, List<Name> columns) {
        int bytes = 0;
        for (Name name : columns) {
            Column column = table.column(name).orElse(null);
            if (column != null && text.isLarge(column)) {
                throw text.refuse(
                        what,
                        "a key cannot hold " + name + ", whose type is " + column.type(),
                        "varchar(n), of " + MOST_BYTES / BYTES_A_CHARACTER + " characters at most");
            }
            bytes += column == null ? 0 : bytes(column);
        }
        if (bytes > MOST_BYTES) {
            throw text.refuse(what, "it has " + bytes + " bytes and may have " + MOST_BYTES, "shorter columns");
        }
    }

    /** For a text the most that its characters can take; for others what never matters beside it. */
    static int bytes(Column column) {
        if (column.type() instanceof CharType padded) {
            return padded.length() * BYTES_A_CHARACTER;
        }
        return column.type() instanceof VarcharType varchar ? varchar.length() * BYTES_A_CHARACTER : 8;
    }

    /** https://dev.mysql.com/doc/refman/8.4/en/create-table.html: there must be one AUTO_INCREMENT column at most, and it must be a key. */
    private void checkIdentity(Column column) {
        PrimaryKey key = table.primaryKey();
        boolean first = (key != null && key.columns().get(0).equals(column.name()))
                || table.uniques().stream()
                        .anyMatch(unique -> unique.columns().get(0).equals(column.name()));
        if (!first) {
            throw text.refuse(
                    "the identity column " + column.name() + " of " + table.name(),
                    "the engine numbers only a column that a key begins with",
                    "make it the primary key, or unique");
        }
    }
}
