package io.godwit.cli;

import io.godwit.tck.harness.NamedServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A place whose database is on MySQL or MariaDB, an empty one for each test. Not thread-safe. */
final class MySqlPlace implements AutoCloseable {

    private final String server;
    private final String name = "godwit_cli_" + ProcessHandle.current().pid() + "_" + System.nanoTime();
    private final Place place;

    MySqlPlace(Path folder, NamedServer named) throws SQLException {
        this.server = named.url();
        execute("CREATE DATABASE " + name);
        this.place = new Place(folder).with("GODWIT_URL", server.replaceFirst("/\\?", "/" + name + "?"));
    }

    Place place() {
        return place;
    }

    String table(String table) {
        return name + "." + table;
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Cuts the sessions of the database that are at a statement of these first words; the history's rows quote it too. */
    int cut(String words) throws SQLException {
        String sql = "SELECT id FROM information_schema.processlist WHERE db = '" + name + "' AND info LIKE '" + words
                + "%' AND id <> connection_id()";
        int cut = 0;
        try (Connection connection = DriverManager.getConnection(server);
                Statement statement = connection.createStatement();
                ResultSet sessions = statement.executeQuery(sql)) {
            while (sessions.next()) {
                execute("KILL " + sessions.getLong(1));
                cut++;
            }
        }
        return cut;
    }

    @Override
    public void close() throws SQLException {
        execute("DROP DATABASE " + name);
    }
}
