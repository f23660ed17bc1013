package io.godwit.dialect.postgres;

import java.sql.SQLException;
import java.util.stream.Collectors;

/** A table and, if it is divided, its partitions, each behind the one it is a part of. */
record TableTree(Catalog catalog) {

    /** An array of object ids as text. */
    String of(long oid) throws SQLException {
        return catalog
                .query(
                        "SELECT t.relid::oid::bigint FROM pg_partition_tree(?) t ORDER BY t.level, t.relid",
                        row -> Long.toString(row.getLong(1)),
                        oid)
                .stream()
                .collect(Collectors.joining(",", "{", "}"))
                .replace("{}", "{" + oid + "}");
    }
}
