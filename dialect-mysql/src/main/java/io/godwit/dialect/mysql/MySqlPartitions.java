package io.godwit.dialect.mysql;

import io.godwit.schema.Name;
import io.godwit.schema.Partition;
import io.godwit.schema.PrimaryKey;
import io.godwit.schema.Table;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * How a table is divided from the start, so that every row has a place: one partition for all, or for HASH four. Further ones are
 * the operator's business.
 */
final class MySqlPartitions {

    private final MySqlText text;
    private final Table table;

    MySqlPartitions(MySqlText text, Table table) {
        this.text = text;
        this.table = table;
    }

    /** {@code PARTITION BY …} with a leading blank; nothing where the engine has no such kind, with a finding. */
    String clause(Partition partition, Consumer<String> notes) {
        check(partition);
        String columns = partition.columns().stream().map(text::name).collect(Collectors.joining(", ", "(", ")"));
        String every = partition.columns().stream().map(column -> "MAXVALUE").collect(Collectors.joining(", "));
        return switch (partition.kind()) {
            case HASH -> " PARTITION BY KEY " + columns + " PARTITIONS 4";
            case RANGE ->
                " PARTITION BY RANGE COLUMNS " + columns + " (PARTITION p_default VALUES LESS THAN (" + every + "))";
            case LIST -> {
                if (text.syntax().isMariaDb()) {
                    yield " PARTITION BY LIST COLUMNS " + columns + " (PARTITION p_default DEFAULT)";
                }
                notes.accept(
                        "MySQL has no partition for whatever is in no list: " + table.name() + " is a plain table.");
                yield "";
            }
        };
    }

    /** https://dev.mysql.com/doc/refman/8.4/en/partitioning-limitations-partitioning-keys-unique-keys.html. */
    private void check(Partition partition) {
        if (!table.foreignKeys().isEmpty()) {
            throw text.refuse(
                    "partitionBy of table " + table.name(), "a partitioned table has no foreign keys", "a plain table");
        }
        PrimaryKey key = table.primaryKey();
        if (key != null) {
            checkCovers("the primary key", key.columns(), partition);
        }
        table.uniques()
                .forEach(unique -> checkCovers("the unique constraint " + unique.name(), unique.columns(), partition));
    }

    private void checkCovers(String what, List<Name> columns, Partition partition) {
        List<Name> missing = partition.columns().stream()
                .filter(column -> !columns.contains(column))
                .toList();
        if (!missing.isEmpty()) {
            throw text.refuse(
                    "partitionBy of table " + table.name(),
                    what + " must hold the columns of partitionBy",
                    "add " + missing + " to " + what);
        }
    }
}
