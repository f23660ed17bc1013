package io.godwit.examples.plugins;

import com.microsoft.sqlserver.jdbc.SQLServerDataSource;
import io.godwit.tck.harness.RequiredEngines;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A database of its own on the SQL Server that {@code GODWIT_TEST_SQLSERVER_URL} names. */
final class SqlServerDatabase implements PluginDatabase {

    private static final String VARIABLE = "GODWIT_TEST_SQLSERVER_URL";
    private static final AtomicInteger COUNTER = new AtomicInteger();

    private final String name = "godwit_plugins_" + ProcessHandle.current().pid() + "_" + COUNTER.incrementAndGet();

    /** A test is aborted, or fails where the engine is required, if there is no server. */
    SqlServerDatabase() {
        onServer("CREATE DATABASE " + name);
    }

    private static SQLServerDataSource connections() {
        String url = System.getenv(VARIABLE);
        if (url == null || url.isBlank()) {
            throw RequiredEngines.from(System.getenv()).missing("sqlserver", VARIABLE + " is not set");
        }
        SQLServerDataSource connections = new SQLServerDataSource();
        connections.setURL(url);
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
        SQLServerDataSource connections = connections();
        connections.setDatabaseName(name);
        return connections;
    }

    /** A text without N in front is in the code page of the database's collation. */
    @Override
    public String local(String sql) {
        return sql.replaceAll("'((?:[^']|'')*)'", "N'$1'");
    }

    @Override
    public void close() {
        onServer("DROP DATABASE " + name);
    }
}
