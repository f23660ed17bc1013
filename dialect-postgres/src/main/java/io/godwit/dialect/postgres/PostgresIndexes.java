package io.godwit.dialect.postgres;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.Statement;
import io.godwit.failure.Unsupported;
import io.godwit.failure.UnsupportedByDialectException;
import io.godwit.schema.Index;
import io.godwit.schema.IndexColumn;
import io.godwit.schema.IndexMethod;
import io.godwit.schema.Name;
import io.godwit.schema.Partition;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * CREATE INDEX and what goes before it.
 *
 * @param table what is known of the table; null if nothing is
 */
record PostgresIndexes(
        Dialect dialect, PostgresText text, @Nullable Table table) {

    List<Statement> create(Index index, boolean concurrently, boolean ifNotExists) {
        return create(Objects.requireNonNull(table).name(), index, concurrently, ifNotExists);
    }

    List<Statement> create(TableName on, Index given, boolean concurrently, boolean ifNotExists) {
        Index index = fitting(dialect.naming().name(on, given));
        Partition partition = table == null ? null : table.partition();
        if (partition != null && index.unique()) {
            new PostgresPartitions(dialect, text, Objects.requireNonNull(table), partition)
                    .checkCovers("the unique index", columns(index));
        }
        // CONCURRENTLY is refused on a partitioned table.
        boolean outside = concurrently && partition == null;
        Statement.Mode mode = outside ? Statement.Mode.OUTSIDE_TRANSACTION : Statement.Mode.NORMAL;
        List<Statement> statements = new ArrayList<>();
        if (outside || ifNotExists) {
            statements.add(new Statement(dropInvalid(on, index), mode));
        }
        statements.add(new Statement(
                outside ? text.concurrentIndex(on, index, ifNotExists) : text.createIndex(on, index, ifNotExists),
                mode));
        return statements;
    }

    /** A CONCURRENTLY that failed leaves an index that is never used and that IF NOT EXISTS would take for the real one. */
    private String dropInvalid(TableName on, Index index) {
        String name = text.name(on.sibling(Objects.requireNonNull(index.name())));
        return "DO $godwit$\nBEGIN\n"
                + "  IF EXISTS (SELECT FROM pg_index WHERE indexrelid = to_regclass("
                + dialect.syntax().text(name) + ") AND NOT indisvalid) THEN\n"
                + "    DROP INDEX " + name + ";\n  END IF;\nEND\n$godwit$";
    }

    private Index fitting(Index index) {
        if (index.method() == IndexMethod.BTREE) {
            return index;
        }
        if (index.unique()) {
            throw refuse(index, "it cannot be unique", "a unique index of the method btree");
        }
        if (!index.include().isEmpty()) {
            throw refuse(index, "it cannot carry further columns", "leave \"include\" out");
        }
        if (index.method() == IndexMethod.VECTOR && index.columns().size() > 1) {
            throw refuse(index, "it takes one column", "one index for each column");
        }
        return index;
    }

    private static List<Name> columns(Index index) {
        List<Name> columns = new ArrayList<>();
        for (IndexColumn part : index.columns()) {
            Name column = part.name();
            if (column != null) {
                columns.add(column);
            }
        }
        return columns;
    }

    private UnsupportedByDialectException refuse(Index index, String reason, String alternative) {
        return new UnsupportedByDialectException(new Unsupported(
                dialect.engine(), "index " + index.name() + " of the method " + index.method(), reason, alternative));
    }
}
