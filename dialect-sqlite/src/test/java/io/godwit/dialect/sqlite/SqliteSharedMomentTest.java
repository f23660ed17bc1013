package io.godwit.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteSharedMomentTest {

    @TempDir
    private Path folder;

    private final SqliteSharedMoment moment = new SqliteSharedMoment();

    private Connection open(String file) throws SQLException {
        return SqliteDatabaseFile.open(folder.resolve(file).toString());
    }

    private static void run(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static int rows(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM t")) {
            return row.getInt(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE", "WAL"})
    void allSeeWhatWasThereWhenTheyBegan(String mode) throws SQLException {
        try (Connection writer = open("one.db");
                Connection first = open("one.db");
                Connection other = open("one.db");
                Connection keeper = open("one.db")) {
            run(writer, "PRAGMA busy_timeout = 0", "PRAGMA journal_mode = " + mode, "CREATE TABLE t (id INTEGER)");
            run(first, "BEGIN");
            run(writer, "INSERT INTO t VALUES (1)");
            assertThat(moment.begin(first, List.of(other), keeper, List.of("\"t\"")))
                    .isTrue();
            if (mode.equals("WAL")) {
                run(writer, "INSERT INTO t VALUES (2)");
            }
            assertThat(rows(first)).isEqualTo(1);
            assertThat(rows(other)).isEqualTo(1);
            run(other, "ROLLBACK");
            run(first, "COMMIT");
            run(writer, "INSERT INTO t VALUES (3)");
            assertThat(rows(keeper)).isEqualTo(mode.equals("WAL") ? 3 : 2);
        }
    }

    /** The first one goes on by itself, in the transaction that it has. */
    @Test
    void nothingIsBegunBesideAWriter() throws SQLException {
        try (Connection writer = open("one.db");
                Connection first = open("one.db");
                Connection other = open("one.db");
                Connection keeper = open("one.db")) {
            run(writer, "CREATE TABLE t (id INTEGER)", "BEGIN IMMEDIATE");
            run(first, "BEGIN");
            assertThat(moment.begin(first, List.of(other), keeper, List.of("\"t\"")))
                    .isFalse();
            run(writer, "COMMIT");
            assertThat(rows(first)).isZero();
            run(first, "COMMIT");
            run(other, "BEGIN", "ROLLBACK");
        }
    }

    @Test
    void anotherFileHasAnotherMoment() throws SQLException {
        try (Connection first = open("one.db");
                Connection other = open("two.db");
                Connection keeper = open("one.db");
                Connection memory = SqliteDatabaseFile.open(":memory:");
                Connection more = SqliteDatabaseFile.open(":memory:")) {
            run(first, "BEGIN");
            assertThat(moment.begin(first, List.of(other), keeper, List.of())).isFalse();
            assertThat(moment.begin(first, List.of(keeper), other, List.of())).isFalse();
            run(memory, "BEGIN");
            assertThat(moment.begin(memory, List.of(more), more, List.of())).isFalse();
        }
    }
}
