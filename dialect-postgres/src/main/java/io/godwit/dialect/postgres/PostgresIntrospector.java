package io.godwit.dialect.postgres;

import io.godwit.dialect.Introspector;
import io.godwit.schema.ForeignKey;
import io.godwit.schema.Name;
import io.godwit.schema.Naming;
import io.godwit.schema.Schema;
import io.godwit.schema.Sequence;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.schema.View;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Reads pg_catalog with a fixed number of queries, however many tables there are. Thread-safe. */
final class PostgresIntrospector implements Introspector {

    private final Naming naming;

    PostgresIntrospector(Naming naming) {
        this.naming = naming;
    }

    @Override
    public Schema read(Connection connection) throws SQLException {
        Catalog catalog = new Catalog(connection);
        return Schema.of(
                tables(catalog, new CatalogRelations(catalog).tables()),
                new CatalogViews(catalog).all(),
                new CatalogSequences(catalog).all());
    }

    @Override
    public Optional<Table> table(Connection connection, TableName name) throws SQLException {
        Catalog catalog = new Catalog(connection);
        return tables(catalog, new CatalogRelations(catalog).table(name)).stream()
                .findFirst();
    }

    @Override
    public List<Table> tables(Connection connection, Set<TableName> names) throws SQLException {
        Catalog catalog = new Catalog(connection);
        return tables(catalog, new CatalogRelations(catalog).tables(names));
    }

    @Override
    public Optional<View> view(Connection connection, TableName name) throws SQLException {
        return new CatalogViews(new Catalog(connection)).one(name);
    }

    @Override
    public List<View> views(Connection connection) throws SQLException {
        return new CatalogViews(new Catalog(connection)).all();
    }

    @Override
    public Optional<Sequence> sequence(Connection connection, TableName name) throws SQLException {
        return new CatalogSequences(new Catalog(connection)).one(name);
    }

    @Override
    public boolean hasSchema(Connection connection, Name name) throws SQLException {
        return !new Catalog(connection)
                .query("SELECT 1 FROM pg_namespace WHERE nspname = ?", row -> row.getInt(1), name.text())
                .isEmpty();
    }

    /** What VACUUM or ANALYZE counted last; -1 (0 before PostgreSQL 14) says that neither has been here. */
    @Override
    public OptionalLong estimatedRows(Connection connection, TableName name) throws SQLException {
        String sql = "SELECT c.reltuples::bigint FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                + " WHERE c.relname = ? AND n.nspname = coalesce(nullif(?, ''), current_schema())";
        String schema = name.schema().map(Name::text).orElse("");
        return new Catalog(connection)
                .query(sql, row -> row.getLong(1), name.name().text(), schema).stream()
                        .filter(rows -> rows > 0)
                        .mapToLong(Long::longValue)
                        .findFirst();
    }

    @Override
    public List<Table> referencing(Connection connection, TableName name) throws SQLException {
        Catalog catalog = new Catalog(connection);
        return tables(catalog, new CatalogRelations(catalog).referencing(name));
    }

    /** A name with a schema may be that of a table in the default one, which calls itself otherwise. */
    @Override
    public Map<TableName, List<Table>> referencing(Connection connection, Set<TableName> names) throws SQLException {
        Map<TableName, List<Table>> referencing = new HashMap<>();
        names.stream()
                .filter(name -> name.schema().isEmpty())
                .forEach(name -> referencing.put(name, new ArrayList<>()));
        Catalog catalog = new Catalog(connection);
        for (Table table : tables(catalog, new CatalogRelations(catalog).referencing(referencing.keySet()))) {
            table.foreignKeys().stream()
                    .map(ForeignKey::table)
                    .distinct()
                    .filter(referencing::containsKey)
                    .forEach(target -> referencing.get(target).add(table));
        }
        return referencing;
    }

    private List<Table> tables(Catalog catalog, List<CatalogRelation> relations) throws SQLException {
        return relations.isEmpty() ? List.of() : new CatalogTables(catalog, naming, relations).read();
    }
}
