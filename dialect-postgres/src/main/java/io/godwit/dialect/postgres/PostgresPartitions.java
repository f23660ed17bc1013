package io.godwit.dialect.postgres;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.Statement;
import io.godwit.failure.Unsupported;
import io.godwit.failure.UnsupportedByDialectException;
import io.godwit.schema.Name;
import io.godwit.schema.Partition;
import io.godwit.schema.PrimaryKey;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The partitions that make a partitioned table take rows at once: a default partition, or for HASH, which has none, four of
 * equal size. Further partitions are the operator's business; they split the default.
 */
record PostgresPartitions(Dialect dialect, PostgresText text, Table table, Partition partition) {

    private static final int HASH_PARTITIONS = 4;

    /** Refuses what PostgreSQL cannot keep unique across partitions, before anything runs. */
    void check() {
        if (partition.kind() == Partition.Kind.LIST && partition.columns().size() > 1) {
            throw refuse("PARTITION BY LIST takes one column", "one column, or the kind hash");
        }
        PrimaryKey key = table.primaryKey();
        if (key != null) {
            checkCovers("the primary key", key.columns());
        }
        for (UniqueKey unique : table.uniques()) {
            checkCovers("the unique constraint " + unique.name(), unique.columns());
        }
    }

    /** Refuses a key without the columns that say in which partition a row is. */
    void checkCovers(String what, List<Name> columns) {
        List<Name> missing = partition.columns().stream()
                .filter(column -> !columns.contains(column))
                .toList();
        if (!missing.isEmpty()) {
            throw refuse(what + " must hold the columns of partitionBy", "add " + missing + " to " + what);
        }
    }

    List<Statement> create(boolean ifNotExists) {
        String start = "CREATE TABLE " + (ifNotExists ? "IF NOT EXISTS " : "");
        String of = " PARTITION OF " + text.name(table.name());
        List<Statement> statements = new ArrayList<>();
        List<TableName> names = names(table.name());
        for (int index = 0; index < names.size(); index++) {
            statements.add(Statement.of(start + text.name(names.get(index)) + of + values(index)));
        }
        return statements;
    }

    private String values(int index) {
        return partition.kind() == Partition.Kind.HASH
                ? " FOR VALUES WITH (MODULUS " + HASH_PARTITIONS + ", REMAINDER " + index + ")"
                : " DEFAULT";
    }

    /** The partitions follow the table's name, so that a new table can take the old one. */
    List<Statement> rename(TableName to) {
        List<TableName> from = names(table.name());
        List<TableName> renamed = names(to);
        return IntStream.range(0, from.size())
                .mapToObj(index -> Statement.of("ALTER TABLE IF EXISTS " + text.name(from.get(index)) + " RENAME TO "
                        + text.name(renamed.get(index).name())))
                .toList();
    }

    private List<TableName> names(TableName parent) {
        return partition.kind() == Partition.Kind.HASH
                ? IntStream.range(0, HASH_PARTITIONS)
                        .mapToObj(index -> name(parent, "_p" + index))
                        .toList()
                : List.of(name(parent, "_default"));
    }

    private TableName name(TableName parent, String suffix) {
        return parent.sibling(dialect.naming().fit(parent.name() + suffix));
    }

    private UnsupportedByDialectException refuse(String reason, String alternative) {
        return new UnsupportedByDialectException(
                new Unsupported(dialect.engine(), "partitionBy of table " + table.name(), reason, alternative));
    }
}
