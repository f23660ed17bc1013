package io.godwit.dialect.postgres;

import io.godwit.schema.Check;
import io.godwit.schema.Column;
import io.godwit.schema.EngineObject;
import io.godwit.schema.ForeignKey;
import io.godwit.schema.Index;
import io.godwit.schema.Naming;
import io.godwit.schema.PrimaryKey;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.schema.Trigger;
import io.godwit.schema.UniqueKey;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes tables of what the catalog says of their parts: four queries for any number of tables. */
final class CatalogTables {

    private final Catalog catalog;
    private final Naming naming;
    private final List<CatalogRelation> relations;

    CatalogTables(Catalog catalog, Naming naming, List<CatalogRelation> relations) {
        this.catalog = catalog;
        this.naming = naming;
        this.relations = relations;
    }

    List<Table> read() throws SQLException {
        String oids = Catalog.oids(relations);
        Map<Long, List<CatalogColumn>> columns = new CatalogColumns(catalog).read(oids);
        ColumnNames names = ColumnNames.of(columns);
        Map<Long, List<Object>> constraints = new CatalogConstraints(catalog).read(oids, names);
        Map<Long, List<Object>> indexes = new CatalogIndexes(catalog).read(oids, names);
        Map<Long, List<CatalogTrigger>> triggers = new CatalogTriggers(catalog).read(oids);
        List<Table> tables = new ArrayList<>();
        for (CatalogRelation relation : relations) {
            List<CatalogColumn> own = columns.getOrDefault(relation.oid(), List.of());
            if (!own.isEmpty()) {
                tables.add(table(
                        relation,
                        own,
                        constraints.getOrDefault(relation.oid(), List.of()),
                        indexes.getOrDefault(relation.oid(), List.of()),
                        triggers.getOrDefault(relation.oid(), List.of())));
            }
        }
        return tables;
    }

    private Table table(
            CatalogRelation relation,
            List<CatalogColumn> columns,
            List<Object> constraints,
            List<Object> indexes,
            List<CatalogTrigger> triggers) {
        TableName name = relation.name();
        List<Check> checks = new ArrayList<>(only(constraints, Check.class));
        List<Column> typed = columns.stream()
                .map(column -> column.column(enumCheck(name, column, checks)))
                .toList();
        List<Trigger> portable = new ArrayList<>();
        List<EngineObject> others = new ArrayList<>(only(constraints, EngineObject.class));
        others.addAll(only(indexes, EngineObject.class));
        Table table = Table.of(name, typed);
        for (CatalogTrigger trigger : triggers) {
            trigger.portable(table).ifPresentOrElse(portable::add, () -> others.add(trigger.engineObject()));
        }
        return new Table(
                name,
                typed,
                only(constraints, PrimaryKey.class).stream().findFirst().orElse(null),
                only(constraints, UniqueKey.class),
                only(constraints, ForeignKey.class),
                checks,
                only(indexes, Index.class),
                portable,
                others,
                relation.partition(),
                relation.comment());
    }

    /** Takes the check that is part of an enum's type out of the table's own. */
    private Optional<Check> enumCheck(TableName table, CatalogColumn column, List<Check> checks) {
        Optional<Check> found = checks.stream()
                .filter(check -> naming.enumCheck(table, column.name()).equals(check.name()))
                .findFirst();
        found.ifPresent(checks::remove);
        return found;
    }

    private static <T> List<T> only(List<Object> parts, Class<T> kind) {
        return parts.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
