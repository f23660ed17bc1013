package io.godwit.dialect.mssql;

import io.godwit.dialect.Introspector;
import io.godwit.schema.Name;
import io.godwit.schema.Schema;
import io.godwit.schema.Sequence;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.schema.View;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the catalog views with a fixed number of queries, however many tables there are. Thread-safe. */
final class MsSqlIntrospector implements Introspector {

    @Override
    public Schema read(Connection connection) throws SQLException {
        Catalog catalog = new Catalog(connection);
        List<View> views = new CatalogViews(catalog).all();
        return Schema.of(tables(catalog, new CatalogRelations(catalog).tables()), views, sequences(catalog));
    }

    @Override
    public Optional<Table> table(Connection connection, TableName name) throws SQLException {
        Catalog catalog = new Catalog(connection);
        return tables(catalog, new CatalogRelations(catalog).table(name)).stream()
                .findFirst();
    }

    /** The list of all names is short beside what each table says of itself. */
    @Override
    public List<Table> tables(Connection connection, Set<TableName> names) throws SQLException {
        return tables(new Catalog(connection), names);
    }

    @Override
    public Optional<View> view(Connection connection, TableName name) throws SQLException {
        return views(connection).stream()
                .filter(view -> view.name().equals(name))
                .findFirst();
    }

    @Override
    public List<View> views(Connection connection) throws SQLException {
        return new CatalogViews(new Catalog(connection)).all();
    }

    @Override
    public Optional<Sequence> sequence(Connection connection, TableName name) throws SQLException {
        return sequences(new Catalog(connection)).stream()
                .filter(sequence -> sequence.name().equals(name))
                .findFirst();
    }

    @Override
    public boolean hasSchema(Connection connection, Name name) throws SQLException {
        return !new Catalog(connection)
                .query("SELECT 1 FROM sys.schemas WHERE name = ?", row -> row.getInt(1), name.text())
                .isEmpty();
    }

    @Override
    public List<Table> referencing(Connection connection, TableName name) throws SQLException {
        Catalog catalog = new Catalog(connection);
        return tables(catalog, new CatalogRelations(catalog).referencing(name));
    }

    @Override
    public Map<TableName, List<Table>> referencing(Connection connection, Set<TableName> names) throws SQLException {
        Catalog catalog = new Catalog(connection);
        Map<TableName, Set<TableName>> referencing = new CatalogRelations(catalog).referencing();
        referencing.keySet().retainAll(names);
        Set<TableName> wanted =
                referencing.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        List<Table> tables = wanted.isEmpty() ? List.of() : tables(catalog, wanted);
        Map<TableName, List<Table>> answer = new HashMap<>();
        referencing.forEach((target, parents) -> answer.put(
                target,
                tables.stream().filter(table -> parents.contains(table.name())).toList()));
        return answer;
    }

    /** What sys.partitions keeps of the heap or the clustered index; it needs no privilege but on the table. */
    @Override
    public OptionalLong estimatedRows(Connection connection, TableName name) throws SQLException {
        String sql = "SELECT SUM(p.rows) FROM sys.partitions AS p JOIN sys.objects AS o ON o.object_id = p.object_id"
                + " WHERE p.index_id IN (0, 1) AND SCHEMA_NAME(o.schema_id) = COALESCE(?, SCHEMA_NAME()) AND o.name = ?";
        String schema = name.schema().map(Name::text).orElse(null);
        return new Catalog(connection)
                .query(sql, row -> row.getLong(1), schema, name.name().text()).stream()
                        .filter(rows -> rows > 0)
                        .mapToLong(Long::longValue)
                        .findFirst();
    }

    private static List<Table> tables(Catalog catalog, Set<TableName> names) throws SQLException {
        return tables(
                catalog,
                new CatalogRelations(catalog)
                        .tables().stream()
                                .filter(relation -> names.contains(relation.name()))
                                .toList());
    }

    private static List<Table> tables(Catalog catalog, List<CatalogRelation> relations) throws SQLException {
        return relations.isEmpty() ? List.of() : new CatalogTables(catalog, relations).read();
    }

    private static List<Sequence> sequences(Catalog catalog) throws SQLException {
        return catalog.query(
                "SELECT " + Catalog.SCHEMA + " AS [schema], o.name, CAST(q.start_value AS BIGINT) AS [start],"
                        + " CAST(q.increment AS BIGINT) AS [step] FROM sys.sequences AS q"
                        + " JOIN sys.objects AS o ON o.object_id = q.object_id WHERE " + Catalog.OURS_TO_SEE,
                row -> new Sequence(Catalog.name(row), row.getLong("start"), row.getLong("step")));
    }
}
