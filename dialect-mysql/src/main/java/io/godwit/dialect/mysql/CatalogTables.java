package io.godwit.dialect.mysql;

import io.godwit.schema.Check;
import io.godwit.schema.Column;
import io.godwit.schema.EngineObject;
import io.godwit.schema.ForeignKey;
import io.godwit.schema.Name;
import io.godwit.schema.Naming;
import io.godwit.schema.Partition;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.schema.Trigger;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes tables of what the catalog says of their parts: seven queries for any number of tables. */
final class CatalogTables {

    private static final String SELECT = """
            SELECT t.table_name AS table_name, t.table_comment AS table_comment, t.engine AS engine
            FROM information_schema.tables t
            WHERE t.table_schema = database() AND t.table_type = 'BASE TABLE' AND left(t.table_name, 7) <> 'godwit_'""";

    private final Catalog catalog;
    private final Naming naming;
    private final MySqlSyntax syntax;

    CatalogTables(Catalog catalog, Naming naming, MySqlSyntax syntax) {
        this.catalog = catalog;
        this.naming = naming;
        this.syntax = syntax;
    }

    /**
     * The tables of the database.
     *
     * @param only the one table asked for; null for all
     * @param called what the caller calls it
     */
    List<Table> read(@Nullable String only, @Nullable TableName called) throws SQLException {
        Map<String, List<CatalogTable>> heads = catalog.byTable(SELECT, "t.table_name", "1", only, CatalogTable::of);
        if (heads.isEmpty()) {
            return List.of();
        }
        Map<String, List<CatalogColumn>> columns = new CatalogColumns(catalog).read(only);
        Map<String, List<CatalogIndexPart>> indexes = new CatalogIndexes(catalog).read(only);
        Map<String, List<CatalogCheck>> checks = new CatalogChecks(catalog).read(only);
        Map<String, List<ForeignKey>> keys = new CatalogForeignKeys(catalog).read(only);
        Map<String, List<CatalogTrigger>> triggers = new CatalogTriggers(catalog).read(only);
        Map<String, List<Partition>> partitions = new CatalogPartitions(catalog).read(only);
        List<Table> tables = new ArrayList<>();
        for (Map.Entry<String, List<CatalogTable>> entry : heads.entrySet()) {
            String physical = entry.getKey();
            List<CatalogColumn> own = columns.getOrDefault(physical, List.of());
            Parts parts = new Parts(
                    own,
                    shown(indexes.getOrDefault(physical, List.of()), own),
                    checks.getOrDefault(physical, List.of()),
                    keys.getOrDefault(physical, List.of()),
                    triggers.getOrDefault(physical, List.of()),
                    partitions.getOrDefault(physical, List.of()).stream().findFirst(),
                    entry.getValue().get(0));
            tables.add(table(called != null ? called : TableName.of(physical), parts));
        }
        return tables;
    }

    /** Expressions in place of the hidden columns that stand for them. */
    private static List<CatalogIndexPart> shown(List<CatalogIndexPart> parts, List<CatalogColumn> columns) {
        Map<Name, String> hidden = columns.stream()
                .filter(CatalogColumn::isHidden)
                .collect(Collectors.toMap(CatalogColumn::name, CatalogColumn::generation));
        return parts.stream()
                .map(part -> {
                    Name column = part.column();
                    return column == null ? part : part.of(hidden.get(column));
                })
                .toList();
    }

    private Table table(TableName name, Parts parts) {
        List<CatalogCheck> checks = new ArrayList<>(parts.checks());
        List<Column> columns = new ArrayList<>();
        for (CatalogColumn column : parts.columns()) {
            if (!column.isHidden()) {
                boolean json = checks.removeIf(check -> check.isJson(column.name()));
                columns.add(column.column(syntax, enumCheck(name, column.name(), checks), json));
            }
        }
        CatalogKeys keys = new CatalogKeys(name, parts.indexes(), parts.foreignKeys());
        Set<Trigger> portable = new LinkedHashSet<>();
        List<EngineObject> others = new ArrayList<>(parts.head().others());
        others.addAll(keys.others());
        for (CatalogTrigger trigger : parts.triggers()) {
            trigger.portable(name)
                    .ifPresentOrElse(found -> addOnce(portable, found), () -> others.add(trigger.engineObject()));
        }
        return new Table(
                name,
                columns,
                keys.primaryKey(naming).orElse(null),
                keys.uniques(),
                parts.foreignKeys(),
                checks.stream().map(CatalogCheck::check).toList(),
                keys.indexes(),
                List.copyOf(portable),
                others,
                parts.partition().orElse(null),
                parts.head().comment());
    }

    /** The triggers of its several events differ in what they say of OLD alone. */
    private static void addOnce(Set<Trigger> triggers, Trigger trigger) {
        if (triggers.stream().noneMatch(known -> known.name().equals(trigger.name()))) {
            triggers.add(trigger);
        }
    }

    /** Takes the check that is part of an enum's type out of the table's own. */
    private Optional<Check> enumCheck(TableName table, Name column, List<CatalogCheck> checks) {
        Optional<CatalogCheck> found = checks.stream()
                .filter(check -> naming.enumCheck(table, column).equals(check.name()))
                .findFirst();
        found.ifPresent(checks::remove);
        return found.map(CatalogCheck::check);
    }

    /** What the catalog says of one table. */
    private record Parts(
            List<CatalogColumn> columns,
            List<CatalogIndexPart> indexes,
            List<CatalogCheck> checks,
            List<ForeignKey> foreignKeys,
            List<CatalogTrigger> triggers,
            Optional<Partition> partition,
            CatalogTable head) {}
}
