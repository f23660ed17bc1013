package io.godwit.dialect.mssql;

import com.microsoft.sqlserver.jdbc.SQLServerDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** The databases that this JVM's tests made on the server, and which of them are free; dropped when the JVM ends. Thread-safe. */
final class MsSqlDatabases {

    private static final MsSqlDatabases SHARED = new MsSqlDatabases();

    private final Queue<String> free = new ConcurrentLinkedQueue<>();
    private final List<String> made = new CopyOnWriteArrayList<>();

    private MsSqlDatabases() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::dropAll, "drop-test-databases"));
    }

    static MsSqlDatabases shared() {
        return SHARED;
    }

    /** The name of a database that nobody else has now. */
    String take() throws SQLException {
        String waiting = free.poll();
        return waiting == null ? make() : waiting;
    }

    void giveBack(String name) {
        free.add(name);
    }

    /** Connections to one of the databases. */
    SQLServerDataSource dataSource(String name) {
        SQLServerDataSource dataSource = server();
        dataSource.setDatabaseName(name);
        return dataSource;
    }

    private static SQLServerDataSource server() {
        SQLServerDataSource dataSource = new SQLServerDataSource();
        dataSource.setURL(MsSqlServer.url());
        return dataSource;
    }

    /** The process id and the clock keep runs apart that share one server. */
    private String make() throws SQLException {
        String name = "godwit_test_" + ProcessHandle.current().pid() + "_" + System.nanoTime();
        try (Connection connection = server().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        made.add(name);
        return name;
    }

    private void dropAll() {
        for (String name : new ArrayList<>(made)) {
            try (Connection connection = server().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("DROP DATABASE IF EXISTS " + name);
            } catch (SQLException e) {
                System.err.println("the test database " + name + " is left: " + e.getMessage());
            }
        }
    }
}
