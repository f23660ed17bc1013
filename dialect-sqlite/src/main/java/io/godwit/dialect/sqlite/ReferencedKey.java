package io.godwit.dialect.sqlite;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.SchemaView;
import io.godwit.failure.Unsupported;
import io.godwit.failure.UnsupportedByDialectException;
import io.godwit.schema.ForeignKey;
import io.godwit.schema.Index;
import io.godwit.schema.IndexColumn;
import io.godwit.schema.Name;
import io.godwit.schema.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a foreign key refers to must be unique. PostgreSQL says so when the key is made; SQLite only when a row is written
 * ("foreign key mismatch"), so it is checked while rendering.
 */
final class ReferencedKey {

    private final Dialect dialect;
    private final SchemaView schema;

    ReferencedKey(Dialect dialect, SchemaView schema) {
        this.dialect = dialect;
        this.schema = schema;
    }

    /** Refuses a key of a table if what it refers to is known and not unique, or known not to be there. */
    void check(Table table, ForeignKey key) {
        boolean self = key.table().folded().equals(table.name().folded());
        Table target = self ? table : schema.table(key.table()).orElse(null);
        if (target == null) {
            if (schema.complete()) {
                throw refuse(table, key, "there is no table " + key.table(), "create that table first");
            }
        } else if (!isUnique(target, new HashSet<>(key.referenced()))) {
            throw refuse(
                    table,
                    key,
                    "nothing makes " + names(key.referenced()) + " of " + key.table() + " unique",
                    "make it the primary key or a unique constraint there, or drop the foreign key first");
        }
    }

    private static boolean isUnique(Table target, Set<Name> columns) {
        return (target.primaryKey() != null
                        && columns.equals(new HashSet<>(target.primaryKey().columns())))
                || target.uniques().stream().anyMatch(unique -> columns.equals(new HashSet<>(unique.columns())))
                || target.indexes().stream().anyMatch(index -> isUniqueOn(index, columns));
    }

    /** Whether an index makes exactly these columns unique in all rows. */
    static boolean isUniqueOn(Index index, Set<Name> columns) {
        Set<Name> parts = new HashSet<>();
        for (IndexColumn part : index.columns()) {
            Name name = part.name();
            if (name == null) {
                return false;
            }
            parts.add(name);
        }
        return index.unique() && index.where() == null && parts.equals(columns);
    }

    private UnsupportedByDialectException refuse(Table table, ForeignKey key, String reason, String alternative) {
        return new UnsupportedByDialectException(new Unsupported(
                dialect.engine(),
                "the foreign key " + key.name() + " of " + table.name() + " to " + key.table(),
                reason,
                alternative));
    }

    private static String names(List<Name> names) {
        return names.stream().map(Name::text).collect(Collectors.joining(", "));
    }
}
