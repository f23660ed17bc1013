package io.godwit.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.godwit.dialect.DatabaseFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteDatabaseFileTest {

    private static final String SUM =
            "SELECT count(*) || ' ' || coalesce(sum(id), 0) || ' ' || coalesce(max(rowid), 0) FROM t";

    @TempDir
    private Path folder;

    private final DatabaseFile file = new SqliteDatabaseFile();

    private Connection open() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("it's a base.db"));
    }

    private static void run(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String answer(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void fill(Connection connection) throws SQLException {
        run(
                connection,
                "CREATE TABLE t (id INTEGER, words TEXT)",
                "INSERT INTO t (rowid, id, words) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 5000)"
                        + " SELECT i * 3, i, 'Zürich 😀' || i FROM n",
                "DELETE FROM t WHERE id % 2 = 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE", "WAL"})
    void allComesBackWhileOthersAreConnected(String mode) throws SQLException {
        Path copy = folder.resolve("copy.db");
        try (Connection one = open();
                Connection other = open()) {
            run(one, "PRAGMA journal_mode = " + mode);
            fill(one);
            String before = answer(other, SUM);
            run(one, "BEGIN IMMEDIATE");
            file.copy(one, copy);
            run(one, "COMMIT", "DROP TABLE t", "CREATE TABLE u (x)", "INSERT INTO u VALUES (zeroblob(100000))");
            assertThat(answer(other, "SELECT count(*) FROM u")).isEqualTo("1");
            file.restore(one, copy);
            for (Connection connection : new Connection[] {one, other}) {
                assertThat(answer(connection, SUM)).isEqualTo(before);
                assertThat(answer(connection, "SELECT count(*) FROM sqlite_master WHERE name = 'u'"))
                        .isEqualTo("0");
                assertThat(answer(connection, "PRAGMA journal_mode")).isEqualToIgnoringCase(mode);
                assertThat(answer(connection, "PRAGMA integrity_check")).isEqualTo("ok");
            }
        }
    }

    @Test
    void whatIsInMemoryComesBackToo() throws SQLException {
        Path copy = folder.resolve("copy.db");
        try (Connection memory = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            fill(memory);
            String before = answer(memory, SUM);
            run(memory, "BEGIN IMMEDIATE");
            file.copy(memory, copy);
            run(memory, "COMMIT", "DROP TABLE t");
            file.restore(memory, copy);
            assertThat(answer(memory, SUM)).isEqualTo(before);
        }
    }

    @Test
    void whatIsNotCommittedIsNotInTheCopy() throws SQLException {
        Path copy = folder.resolve("copy.db");
        try (Connection writer = open();
                Connection other = open()) {
            fill(writer);
            String before = answer(writer, SUM);
            run(writer, "BEGIN IMMEDIATE", "DELETE FROM t");
            file.copy(other, copy);
            run(writer, "COMMIT");
            file.restore(other, copy);
            assertThat(answer(writer, SUM)).isEqualTo(before);
        }
    }

    @Test
    void readersAreWaitedFor() throws Exception {
        Path copy = folder.resolve("copy.db");
        try (Connection one = open();
                Connection reader = open()) {
            fill(one);
            String before = answer(one, SUM);
            file.copy(one, copy);
            run(one, "DELETE FROM t");
            run(reader, "BEGIN");
            assertThat(answer(reader, SUM)).startsWith("0 ");
            CompletableFuture<Void> restored = CompletableFuture.runAsync(() -> restore(one, copy));
            assertThat(answer(reader, SUM)).startsWith("0 ");
            run(reader, "COMMIT");
            restored.get();
            assertThat(answer(reader, SUM)).isEqualTo(before);
        }
    }

    private void restore(Connection connection, Path copy) {
        try {
            file.restore(connection, copy);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aDamagedCopyChangesNothing() throws SQLException, IOException {
        Path copy = folder.resolve("copy.db");
        try (Connection one = open()) {
            fill(one);
            file.copy(one, copy);
            run(one, "DELETE FROM t WHERE id > 10");
            String before = answer(one, SUM);
            byte[] bytes = Files.readAllBytes(copy);
            for (int i = bytes.length / 2; i < bytes.length / 2 + 3000; i++) {
                bytes[i] = 7;
            }
            Files.write(copy, bytes);
            assertThatThrownBy(() -> file.restore(one, copy)).isInstanceOf(SQLException.class);
            assertThat(answer(one, SUM)).isEqualTo(before);
        }
    }
}
