package io.godwit.dialect.sqlite;

import io.godwit.dialect.DatabaseFile;
import io.godwit.dialect.FailureKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConnection;
import org.sqlite.core.DB;

/**
 * Copies page by page, by SQLite's backup API (https://sqlite.org/backup.html): rowids, free pages and settings of the file are as
 * they were, which VACUUM INTO does not promise. Stateless and thread-safe.
 */
final class SqliteDatabaseFile implements DatabaseFile {

    private static final System.Logger LOG = System.getLogger(SqliteDatabaseFile.class.getName());
    private static final String BESIDE = "-godwit";
    private static final String MAIN = "main";
    private static final int OK = 0;
    private static final int MILLIS_BETWEEN_TRIES = 50;
    private static final int TRIES = 200;
    private static final int ALL_PAGES = -1;

    /**
     * On a connection of its own, for the API refuses to read from one that holds the write lock, which the caller's does. What is in
     * memory nobody else can open; there the engine's own image of it is written.
     */
    @Override
    public void copy(Connection connection, Path copy) throws SQLException {
        String file = file(connection);
        if (file.isEmpty()) {
            write(copy, connection.unwrap(SQLiteConnection.class).serialize(MAIN));
        } else {
            try (Connection reader = open(file)) {
                DB database = reader.unwrap(SQLiteConnection.class).getDatabase();
                check(
                        database.backup(
                                MAIN, copy.toString(), (left, all) -> {}, MILLIS_BETWEEN_TRIES, TRIES, ALL_PAGES),
                        "the copy of " + file + " could not be made");
            }
        }
        verify(copy);
    }

    @Override
    public void restore(Connection connection, Path copy) throws SQLException {
        verify(copy);
        DB database = connection.unwrap(SQLiteConnection.class).getDatabase();
        check(
                database.restore(MAIN, copy.toString(), (left, all) -> {}, MILLIS_BETWEEN_TRIES, TRIES, ALL_PAGES),
                "the database could not be replaced; it is as it was");
    }

    /**
     * By the write lock of an empty database beside this one, for its own is given up between two transactions; SQLite gives it up for
     * a process that is gone. The file stays: who waits for it may have it open.
     */
    @Override
    public Optional<Hold> tryHold(Connection connection) throws SQLException {
        String file = file(connection);
        if (file.isEmpty()) {
            return Optional.of(() -> {});
        }
        Connection beside = open(file + BESIDE);
        try (Statement statement = beside.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 0");
            statement.execute("BEGIN IMMEDIATE");
            return Optional.of(() -> close(beside));
        } catch (SQLException e) {
            close(beside);
            if (new SqliteFailures().classify(e) == FailureKind.LOCK_TIMEOUT) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static void close(Connection beside) {
        try {
            beside.close();
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, "the lock of the database's runs could not be given up", e);
        }
    }

    /** By the driver itself: DriverManager would load the drivers of all other engines first, which takes half a second in a fresh process. */
    static Connection open(String file) throws SQLException {
        return JDBC.createConnection("jdbc:sqlite:" + file, new Properties());
    }

    /** Empty for a database in memory. */
    static String file(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT file FROM pragma_database_list WHERE name = 'main'")) {
            String file = row.next() ? row.getString(1) : null;
            return file == null ? "" : file;
        }
    }

    private static void write(Path copy, byte[] image) throws SQLException {
        try {
            Files.write(copy, image);
        } catch (IOException e) {
            throw new SQLException("the copy " + copy + " could not be written: " + e, e);
        }
    }

    private static void check(int result, String what) throws SQLException {
        if (result != OK) {
            throw new SQLException(what + " (SQLite's result code " + result + ")", "", result);
        }
    }

    /** As a file that nobody changes: a copy in WAL mode would want files beside it (https://sqlite.org/uri.html#uriimmutable). */
    private static void verify(Path copy) throws SQLException {
        String uri = copy.toUri().toString().replaceFirst("^file:/+", "file:/") + "?immutable=1";
        try (Connection connection = open(uri);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA integrity_check(1)")) {
            String answer = row.next() ? row.getString(1) : "no answer";
            if (!answer.equals("ok")) {
                throw new SQLException("the copy of the database is damaged: " + answer);
            }
        }
    }
}
