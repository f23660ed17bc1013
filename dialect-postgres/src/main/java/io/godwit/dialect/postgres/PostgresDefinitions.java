package io.godwit.dialect.postgres;

import io.godwit.dialect.LinkStatements;
import io.godwit.dialect.SqlSyntax;
import io.godwit.dialect.TableDefinition;
import io.godwit.dialect.TableDefinitions;
import io.godwit.failure.Unsupported;
import io.godwit.failure.UnsupportedByDialectException;
import io.godwit.schema.Name;
import io.godwit.schema.Sequence;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.schema.View;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/**
 * Tables in the words of PostgreSQL's own catalog functions, every name with its schema: what a search path means at the time of a
 * restore changes nothing. Stateless and thread-safe.
 */
final class PostgresDefinitions implements TableDefinitions {

    @Override
    public TableDefinition of(Connection connection, Table table) throws SQLException {
        Catalog catalog = new Catalog(connection);
        return new BarePath(catalog).with(() -> {
            long oid = oid(catalog, table.name());
            return definition(catalog, table.name(), oid);
        });
    }

    private static TableDefinition definition(Catalog catalog, TableName name, long oid) throws SQLException {
        refuseWhatCannotBeTold(catalog, name, oid);
        String tree = new TableTree(catalog).of(oid);
        List<String> create = new ArrayList<>(new SequenceText(catalog).owned(tree));
        create.addAll(new CreationText(catalog).of(tree));
        List<String> finish = new ArrayList<>(new SequenceText(catalog).ownersAndPositions(tree));
        finish.addAll(new TableBelongings(catalog).finish(tree));
        return new TableDefinition(
                new NeededObjects(catalog).of(tree), create, finish, new TableBelongings(catalog).links(tree));
    }

    @Override
    public List<String> of(Connection connection, View view) throws SQLException {
        Catalog catalog = new Catalog(connection);
        return new BarePath(catalog).with(() -> new ViewDefinition(catalog).of(view.name()));
    }

    @Override
    public List<String> of(Connection connection, Sequence sequence) throws SQLException {
        Catalog catalog = new Catalog(connection);
        return new BarePath(catalog).with(() -> {
            long oid = oid(catalog, sequence.name());
            return new SequenceText(catalog).alone(oid);
        });
    }

    @Override
    public List<LinkStatements> links(Connection connection, Table table, List<Table> others) throws SQLException {
        Catalog catalog = new Catalog(connection);
        return new BarePath(catalog).with(() -> {
            StringJoiner oids = new StringJoiner(",", "{", "}");
            for (Table other : others) {
                oids.add(Long.toString(oid(catalog, other.name())));
            }
            return new TableLinks(catalog).of(table.name(), oid(catalog, table.name()), oids.toString());
        });
    }

    /** In one statement, for they may refer to each other. */
    @Override
    public List<String> drop(SqlSyntax syntax, List<Table> tables) {
        return tables.isEmpty()
                ? List.of()
                : List.of(tables.stream()
                        .map(table -> syntax.table(table.name()))
                        .collect(Collectors.joining(", ", "DROP TABLE ", "")));
    }

    /** The body of a function may name the very table that is missing. */
    @Override
    public List<String> open() {
        return List.of("SET check_function_bodies = off");
    }

    @Override
    public List<String> close() {
        return List.of("SET check_function_bodies = on");
    }

    /** With the bare path nothing is found without its schema. */
    private static long oid(Catalog catalog, TableName name) throws SQLException {
        return catalog
                .query(
                        "SELECT c.oid::bigint FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                                + " WHERE n.nspname = coalesce(?::text, " + BarePath.SCHEMA_BEFORE
                                + ")::name AND c.relname = ?::name",
                        row -> row.getLong(1),
                        name.schema().map(Name::text).orElse(null),
                        name.name().text())
                .stream()
                .findFirst()
                .orElseThrow(() -> new SQLException("there is no table " + name, "42P01"));
    }

    private static void refuseWhatCannotBeTold(Catalog catalog, TableName name, long oid) throws SQLException {
        String reason = catalog.query("""
                        SELECT CASE WHEN c.reloftype <> 0 THEN 'it is a table of a composite type'
                            WHEN NOT c.relispartition AND EXISTS (SELECT FROM pg_inherits i WHERE i.inhrelid = c.oid)
                                THEN 'it inherits from another table'
                            WHEN c.relkind = 'r' AND EXISTS (SELECT FROM pg_inherits i WHERE i.inhparent = c.oid)
                                THEN 'other tables inherit from it'
                            WHEN EXISTS (SELECT FROM pg_partition_tree(c.oid) t JOIN pg_class f ON f.oid = t.relid
                                WHERE f.relkind = 'f') THEN 'a foreign table is one of its partitions'
                            WHEN c.relkind NOT IN ('r', 'p') THEN 'it is no ordinary table' ELSE '' END
                        FROM pg_class c WHERE c.oid = ?""", row -> row.getString(1), oid).get(0);
        if (!reason.isEmpty()) {
            throw new UnsupportedByDialectException(new Unsupported(
                    PostgresDialect.ENGINE,
                    "a logical backup of the table " + name,
                    reason,
                    "back the database up with pg_dump"));
        }
    }
}
