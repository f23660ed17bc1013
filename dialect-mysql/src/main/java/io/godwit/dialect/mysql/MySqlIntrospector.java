package io.godwit.dialect.mysql;

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
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads information_schema with a fixed number of queries, however many tables there are. Thread-safe. */
final class MySqlIntrospector implements Introspector {

    private final Naming naming;
    private final MySqlSyntax syntax;

    MySqlIntrospector(Naming naming, MySqlSyntax syntax) {
        this.naming = naming;
        this.syntax = syntax;
    }

    @Override
    public Schema read(Connection connection) throws SQLException {
        Catalog catalog = catalog(connection);
        List<View> views = new CatalogViews(catalog).all();
        Set<TableName> filled = views.stream().map(View::name).collect(Collectors.toSet());
        List<Table> tables = tables(catalog).read(null, null).stream()
                .filter(table -> !filled.contains(table.name()))
                .toList();
        return Schema.of(tables, views, List.of());
    }

    @Override
    public Optional<Table> table(Connection connection, TableName name) throws SQLException {
        Catalog catalog = catalog(connection);
        Optional<Table> table =
                tables(catalog).read(name.folded().text(), name).stream().findFirst();
        return table.isPresent()
                        && new CatalogViews(catalog)
                                .one(name, MySqlViews.query(name))
                                .isPresent()
                ? Optional.empty()
                : table;
    }

    @Override
    public Optional<View> view(Connection connection, TableName name) throws SQLException {
        return new CatalogViews(catalog(connection)).one(name, MySqlViews.query(name));
    }

    @Override
    public List<View> views(Connection connection) throws SQLException {
        return new CatalogViews(catalog(connection)).all();
    }

    /** MySQL has none, and MariaDB's are not used. */
    @Override
    public Optional<Sequence> sequence(Connection connection, TableName name) {
        return Optional.empty();
    }

    /** A schema is a part of the names in it, so that every one is there. */
    @Override
    public boolean hasSchema(Connection connection, Name name) {
        return true;
    }

    /** InnoDB's own estimate, from a few pages; 0 may mean that it has not looked yet. */
    @Override
    public OptionalLong estimatedRows(Connection connection, TableName name) throws SQLException {
        String sql = "SELECT t.table_rows FROM information_schema.tables t"
                + " WHERE t.table_schema = database() AND t.table_name = ?";
        return catalog(connection)
                .query(sql, row -> row.getLong(1), name.folded().text())
                .stream()
                .filter(rows -> rows > 0)
                .mapToLong(Long::longValue)
                .findFirst();
    }

    @Override
    public List<Table> referencing(Connection connection, TableName name) throws SQLException {
        Catalog catalog = catalog(connection);
        String physical = name.folded().text();
        List<Table> referencing = new ArrayList<>();
        for (String other : new CatalogForeignKeys(catalog).referring(physical)) {
            TableName called = other.equals(physical) ? name : TableName.of(other);
            tables(catalog).read(other, called).forEach(table -> referencing.add(calling(table, name)));
        }
        return referencing;
    }

    /** The table with its foreign keys to {@code target} naming it as the caller does. */
    private static Table calling(Table table, TableName target) {
        return table.withForeignKeys(table.foreignKeys().stream()
                .map(key -> key.table().folded().equals(target.folded())
                        ? new ForeignKey(
                                key.name(), key.columns(), target, key.referenced(), key.onDelete(), key.onUpdate())
                        : key)
                .toList());
    }

    private Catalog catalog(Connection connection) {
        return new Catalog(connection, syntax.isMariaDb());
    }

    private CatalogTables tables(Catalog catalog) {
        return new CatalogTables(catalog, naming, syntax);
    }
}
