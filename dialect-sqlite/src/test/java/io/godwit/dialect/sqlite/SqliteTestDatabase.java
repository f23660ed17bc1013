package io.godwit.dialect.sqlite;

import io.godwit.dialect.Dialect;
import io.godwit.tck.harness.JdbcAddress;
import io.godwit.tck.harness.LiveDialect;
import io.godwit.tck.harness.NativeClient;
import io.godwit.tck.harness.OneMethodDataSource;
import io.godwit.tck.harness.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.sqlite.SQLiteDataSource;

/** A new SQLite file for each test. */
final class SqliteTestDatabase implements TestDatabase {

    private final Path folder;
    private final SQLiteDataSource dataSource;
    private final Dialect dialect;

    private SqliteTestDatabase(Path folder) throws SQLException {
        this.folder = folder;
        this.dataSource = new SQLiteDataSource();
        dataSource.setUrl("jdbc:sqlite:" + folder.resolve("test.db"));
        try (Connection connection = dataSource.getConnection()) {
            this.dialect = LiveDialect.of(connection);
        }
    }

    static SqliteTestDatabase create() {
        try {
            return new SqliteTestDatabase(Files.createTempDirectory("godwit-sqlite"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("SQLite cannot make a file", e);
        }
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public DataSource dataSource() {
        return dataSource;
    }

    @Override
    public DataSource reader() {
        SQLiteDataSource reader = new SQLiteDataSource();
        reader.setUrl(dataSource.getUrl());
        reader.setReadOnly(true);
        return reader;
    }

    /** One megabyte in pages of four kilobytes; the limit is the connection's (https://sqlite.org/pragma.html#pragma_max_page_count). */
    @Override
    public DataSource cramped() {
        return new OneMethodDataSource(() -> {
            Connection connection = dataSource.getConnection();
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA max_page_count = 256");
            }
            return connection;
        });
    }

    @Override
    public String overflow() {
        return "CREATE TABLE overflow AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000)"
                + " SELECT randomblob(4000) AS filling FROM n";
    }

    @Override
    public JdbcAddress address() {
        return JdbcAddress.of(dataSource.getUrl());
    }

    @Override
    public Optional<NativeClient> client() {
        String file = folder.resolve("test.db").toString();
        return NativeClient.find(List.of("sqlite3"), List.of("-batch", "-bail", file));
    }

    @Override
    public TestDatabase another() {
        return create();
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : List.copyOf(files.toList())) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
