package io.godwit.dialect.mssql;

import io.godwit.schema.Check;
import io.godwit.schema.Column;
import io.godwit.schema.EngineObject;
import io.godwit.schema.ForeignKey;
import io.godwit.schema.Index;
import io.godwit.schema.Name;
import io.godwit.schema.PrimaryKey;
import io.godwit.schema.ReferentialAction;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.schema.Trigger;
import io.godwit.schema.UniqueKey;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes tables of what the catalog says of their parts: six queries for any number of tables. */
final class CatalogTables {

    private final Catalog catalog;
    private final List<CatalogRelation> relations;

    CatalogTables(Catalog catalog, List<CatalogRelation> relations) {
        this.catalog = catalog;
        this.relations = relations;
    }

    /** A trigger's name and text. */
    private record Module(Name name, String definition) {}

    /** All that was read of all tables. */
    private record Parts(
            Map<Integer, List<Column>> columns,
            Map<Integer, List<CatalogIndex>> indexes,
            Map<Integer, List<Check>> checks,
            Map<Integer, List<ForeignKey>> foreignKeys,
            Map<Integer, List<Module>> triggers,
            Map<Integer, CatalogMemory> memories) {}

    List<Table> read() throws SQLException {
        String ids = Catalog.ids(relations);
        Parts parts = new Parts(
                new CatalogColumns(catalog).read(ids),
                new CatalogIndexes(catalog).read(ids),
                new CatalogConstraints(catalog).checks(ids),
                new CatalogConstraints(catalog).foreignKeys(ids),
                triggers(ids),
                CatalogMemory.read(catalog, ids));
        return relations.stream()
                .filter(relation -> parts.columns().containsKey(relation.objectId()))
                .map(relation -> table(relation, parts))
                .toList();
    }

    private Map<Integer, List<Module>> triggers(String ids) throws SQLException {
        return catalog.byObject(
                "SELECT t.parent_id AS object_id, t.name, m.definition FROM sys.triggers AS t"
                        + " JOIN sys.sql_modules AS m ON m.object_id = t.object_id WHERE t.parent_id IN " + ids
                        + " ORDER BY t.name",
                row -> new Module(Name.of(row.getString("name")), row.getString("definition")));
    }

    private static Table table(CatalogRelation relation, Parts parts) {
        int id = relation.objectId();
        TableName name = relation.name();
        List<Column> columns = parts.columns().getOrDefault(id, List.of());
        CatalogMemory memory = parts.memories().getOrDefault(id, CatalogMemory.NOTHING);
        List<Trigger> triggers = new ArrayList<>();
        List<EngineObject> others = new ArrayList<>();
        for (Module module : parts.triggers().getOrDefault(id, List.of())) {
            TriggerReader.read(module.name(), name, module.definition())
                    .ifPresentOrElse(
                            triggers::add,
                            () -> others.add(new EngineObject("trigger", module.name(), module.definition())));
        }
        List<CatalogIndex> indexes = parts.indexes().getOrDefault(id, List.of());
        return new Table(
                name,
                columns,
                primaryKey(indexes),
                uniques(indexes, memory),
                foreignKeys(parts.foreignKeys().getOrDefault(id, List.of()), memory),
                checks(name, columns, parts.checks().getOrDefault(id, List.of())),
                indexes(indexes, memory),
                triggers,
                others,
                null,
                memory.comment());
    }

    private static @Nullable PrimaryKey primaryKey(List<CatalogIndex> indexes) {
        return indexes.stream()
                .filter(CatalogIndex::primaryKey)
                .map(CatalogIndex::toPrimaryKey)
                .findFirst()
                .orElse(null);
    }

    private static List<UniqueKey> uniques(List<CatalogIndex> indexes, CatalogMemory memory) {
        return indexes.stream()
                .filter(index -> index.constraint() || memory.isConstraint(index.name()))
                .map(CatalogIndex::toUniqueKey)
                .toList();
    }

    private static List<Index> indexes(List<CatalogIndex> indexes, CatalogMemory memory) {
        return indexes.stream()
                .filter(index -> !index.primaryKey() && !index.constraint() && !memory.isConstraint(index.name()))
                .map(index -> index.toIndex(memory.columns(index.name())))
                .toList();
    }

    /** Without those that are part of a type. */
    private static List<Check> checks(TableName table, List<Column> columns, List<Check> checks) {
        Set<Name> ofTypes = new HashSet<>();
        columns.stream()
                .filter(column -> TypeCheck.mustBeRemembered(column.type()))
                .forEach(column -> ofTypes.add(TypeCheck.name(table, column.name())));
        return checks.stream()
                .filter(check -> check.name() == null || !ofTypes.contains(check.name()))
                .toList();
    }

    private static List<ForeignKey> foreignKeys(List<ForeignKey> keys, CatalogMemory memory) {
        return keys.stream()
                .map(key -> new ForeignKey(
                        key.name(),
                        key.columns(),
                        key.table(),
                        key.referenced(),
                        memory.restricts(key, "delete") ? ReferentialAction.RESTRICT : key.onDelete(),
                        memory.restricts(key, "update") ? ReferentialAction.RESTRICT : key.onUpdate()))
                .toList();
    }
}
