package io.godwit.tck.harness;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.Feature;
import io.godwit.schema.Column;
import io.godwit.schema.ForeignKey;
import io.godwit.schema.Index;
import io.godwit.schema.IndexColumn;
import io.godwit.schema.IndexMethod;
import io.godwit.schema.Name;
import io.godwit.schema.Partition;
import io.godwit.schema.PrimaryKey;
import io.godwit.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One table as lines of a {@link LogicalSchema}. */
final class LogicalTable {

    private final Table table;
    private final Dialect dialect;
    private final String prefix;

    LogicalTable(Table table, Dialect dialect) {
        this.table = table.normalised(dialect.naming());
        this.dialect = dialect;
        this.prefix = LogicalSchema.physical(table.name(), dialect) + ": ";
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("table " + LogicalSchema.physical(table.name(), dialect) + partition() + comment(table.comment()));
        table.columns().forEach(column -> lines.add(prefix + column(column)));
        Set<String> sorted = new TreeSet<>();
        PrimaryKey key = table.primaryKey();
        if (key != null) {
            boolean named = dialect.supports(Feature.PRIMARY_KEY_NAMES);
            sorted.add(prefix + "primary key " + (named ? key.name() + " " : "") + key.columns());
        }
        table.uniques().forEach(unique -> sorted.add(prefix + "unique " + unique.name() + " " + unique.columns()));
        table.foreignKeys().forEach(foreignKey -> sorted.add(prefix + foreignKey(foreignKey)));
        table.checks().forEach(check -> sorted.add(prefix + "check " + check.name()));
        table.indexes().forEach(index -> sorted.add(prefix + index(index)));
        table.triggers().forEach(trigger -> sorted.add(prefix + "trigger " + trigger.name()));
        table.others().forEach(other -> sorted.add(prefix + other.kind() + " " + other.name()));
        lines.addAll(sorted);
        return lines;
    }

    private String partition() {
        Partition partition = table.partition();
        return partition == null || !dialect.supports(Feature.PARTITIONS)
                ? ""
                : " by " + partition.kind() + " " + partition.columns();
    }

    private String comment(@Nullable String comment) {
        return comment == null ? "" : " comment '" + comment + "'";
    }

    private String column(Column column) {
        return "column " + column.name() + " " + column.type()
                + (column.nullable() ? "" : " not null")
                + (column.identity() ? " identity" : "")
                + (column.generated() == null ? "" : " generated")
                + (column.defaultValue() == null ? "" : " default")
                + (column.collation() == null ? "" : " collated")
                + comment(column.comment());
    }

    private String foreignKey(ForeignKey key) {
        return "foreign key " + key.name() + " " + key.columns() + " to "
                + LogicalSchema.physical(key.table(), dialect) + " " + key.referenced() + " on delete "
                + key.onDelete() + " on update " + key.onUpdate();
    }

    private String index(Index index) {
        boolean carries = !index.include().isEmpty() && dialect.supports(Feature.INCLUDED_COLUMNS);
        boolean leavesOut = index.where() != null && (index.unique() || dialect.supports(Feature.PARTIAL_INDEXES));
        return (index.unique() ? "unique index " : "index ")
                + index.name()
                + index.columns().stream().map(this::part).collect(Collectors.joining(", ", " [", "]"))
                + method(index.method())
                + (carries ? " include " + index.include() : "")
                + (leavesOut ? " where" : "");
    }

    private String part(IndexColumn part) {
        Name name = part.name();
        return (name == null ? "expression" : name.text()) + (part.descending() ? " desc" : "");
    }

    private String method(IndexMethod method) {
        boolean kept = switch (method) {
            case BTREE, VECTOR -> false;
            case JSON -> dialect.supports(Feature.JSON_INDEXES);
            case FULLTEXT -> dialect.supports(Feature.FULLTEXT_INDEXES);
        };
        return kept ? " for " + method : "";
    }
}
