package io.godwit.examples.plugins;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A database of its own on the server of all tests. */
final class PostgresDatabase implements PluginDatabase {

    private static final AtomicInteger COUNTER = new AtomicInteger();

    private final String name = "godwit_plugins_" + ProcessHandle.current().pid() + "_" + COUNTER.incrementAndGet();
    private final PGSimpleDataSource dataSource = connections();

    PostgresDatabase() {
        onServer("CREATE DATABASE " + name + " TEMPLATE template0 ENCODING 'UTF8'");
        dataSource.setDatabaseName(name);
    }

    private static PGSimpleDataSource connections() {
        PGSimpleDataSource connections = new PGSimpleDataSource();
        connections.setUrl(PostgresServer.url());
        return connections;
    }

    private static void onServer(String sql) {
        try (Connection connection = connections().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("the server refused: " + sql, e);
        }
    }

    @Override
    public DataSource dataSource() {
        return dataSource;
    }

    @Override
    public String local(String sql) {
        return sql;
    }

    @Override
    public void close() {
        onServer("DROP DATABASE " + name + " WITH (FORCE)");
    }
}
