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
import java.util.List;
import java.util.Optional;

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
