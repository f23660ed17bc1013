package io.godwit.dialect.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.postgresql.ds.PGSimpleDataSource;

/** The databases that this JVM's tests made on the server, and which of them are free; dropped when the JVM ends. Thread-safe. */
final class PostgresDatabases {

    private static final PostgresDatabases SHARED = new PostgresDatabases();

    private final Queue<String> free = new ConcurrentLinkedQueue<>();
    private final List<String> made = new CopyOnWriteArrayList<>();

    private PostgresDatabases() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::dropAll, "drop-test-databases"));
    }

    static PostgresDatabases shared() {
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
    PGSimpleDataSource dataSource(String name) {
        PGSimpleDataSource dataSource = server();
        dataSource.setDatabaseName(name);
        return dataSource;
    }

    private static PGSimpleDataSource server() {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(PostgresServer.url());
        return dataSource;
    }

    /** The process id and the clock keep runs apart that share one server. */
    private String make() throws SQLException {
        String name = "godwit_test_" + ProcessHandle.current().pid() + "_" + System.nanoTime();
        try (Connection connection = server().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " TEMPLATE template0 ENCODING 'UTF8'");
        }
        made.add(name);
        return name;
    }

    /** An embedded server may be gone by now, and its databases with it. */
    private void dropAll() {
        for (String name : new ArrayList<>(made)) {
            try (Connection connection = server().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
            } catch (SQLException e) {
                return;
            }
        }
    }
}
