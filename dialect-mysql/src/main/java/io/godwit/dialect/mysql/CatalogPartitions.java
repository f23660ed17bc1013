package io.godwit.dialect.mysql;

import io.godwit.schema.Name;
import io.godwit.schema.Partition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads how tables are divided, as far as it is by columns. */
record CatalogPartitions(Catalog catalog) {

    private static final String SELECT = """
            SELECT DISTINCT p.table_name AS table_name, p.partition_method AS partition_method,
                p.partition_expression AS partition_expression
            FROM information_schema.partitions p
            WHERE p.table_schema = database() AND p.partition_expression REGEXP '^`?[^`()]+`?(,`?[^`()]+`?)*$'""";

    Map<String, List<Partition>> read(@Nullable String table) throws SQLException {
        return catalog.byTable(SELECT, "p.table_name", "partition_method", table, CatalogPartitions::partition);
    }

    private static Partition partition(ResultSet row) throws SQLException {
        String method = row.getString("partition_method");
        Partition.Kind kind = method.startsWith("RANGE")
                ? Partition.Kind.RANGE
                : method.startsWith("LIST") ? Partition.Kind.LIST : Partition.Kind.HASH;
        List<Name> columns = Arrays.stream(row.getString("partition_expression").split(","))
                .map(column -> Name.of(column.strip().replace("`", "")))
                .toList();
        return new Partition(kind, columns);
    }
}
