package io.godwit.dialect.sqlite;

import io.godwit.schema.ReferentialAction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A primary key, unique constraint or foreign key as text has it. Immutable.
 *
 * @param kind which of the three
 * @param name null for none
 * @param columns its columns
 * @param parts the columns as they are written, if more is said of them than their names; empty for nothing
 * @param target what a foreign key refers to; else null
 * @param suffix what SQLite says of it and no portable record does, such as ON CONFLICT or DEFERRABLE; empty for nothing
 */
record ParsedKey(
        Kind kind,
        @Nullable String name,
        List<String> columns,
        String parts,
        @Nullable Target target,
        String suffix) {

    /** What a key may be. */
    enum Kind {
        PRIMARY,
        UNIQUE,
        FOREIGN
    }

    /**
     * What a foreign key refers to.
     *
     * @param table the table
     * @param columns empty for its primary key
     * @param onDelete what happens here when the row there goes
     * @param onUpdate what happens here when the key there changes
     */
    record Target(String table, List<String> columns, ReferentialAction onDelete, ReferentialAction onUpdate) {

        Target {
            columns = List.copyOf(columns);
        }
    }

    ParsedKey {
        columns = List.copyOf(columns);
    }
}
