package io.godwit.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.godwit.dialect.DialectProvider;
import io.godwit.dialect.FailureKind;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The provider, what a session is told, and what its failures mean. */
class SqliteSessionTest {

    private final SqliteDialectProvider provider = new SqliteDialectProvider();

    @TempDir
    private Path folder;

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("s.db"));
    }

    private static String ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            return result.next() ? result.getString(1) : "";
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void providerIsFoundAndKnowsItsVersions() throws SQLException {
        assertThat(ServiceLoader.load(DialectProvider.class))
                .anyMatch(found -> found.engine().equals("sqlite"));
        try (Connection connection = connect()) {
            assertThat(provider.forDatabase(connection.getMetaData())).isPresent();
        }
        assertThat(provider.forVersion("").version()).isNotEmpty();
        assertThat(provider.forVersion("3.37.0").version()).isEqualTo("3.37.0");
        for (String old : List.of("3.36", "2", "x", "4", "3.x")) {
            assertThatThrownBy(() -> provider.forVersion(old)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void sessionIsGivenBackAsItWas() throws SQLException {
        try (Connection connection = connect()) {
            run(connection, "PRAGMA recursive_triggers = ON");
            run(connection, "PRAGMA busy_timeout = 77");
            List<String> restore = provider.forVersion("").settings().restore(connection);
            for (String sql : provider.forVersion("").settings().open(Duration.ofSeconds(5))) {
                run(connection, sql);
            }
            assertThat(ask(connection, "PRAGMA foreign_keys")).isEqualTo("1");
            assertThat(ask(connection, "PRAGMA busy_timeout")).isEqualTo("5000");
            for (String sql : restore) {
                run(connection, sql);
            }
            assertThat(ask(connection, "PRAGMA foreign_keys")).isEqualTo("0");
            assertThat(ask(connection, "PRAGMA recursive_triggers")).isEqualTo("1");
            assertThat(ask(connection, "PRAGMA busy_timeout")).isEqualTo("77");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT * FROM nowhere | MISSING_OBJECT",
                "SELECT absent FROM t | MISSING_OBJECT",
                "CREATE TABLE t (a) | DUPLICATE_OBJECT",
                "CREATE INDEX i ON t (a) | DUPLICATE_OBJECT",
                "ALTER TABLE t ADD COLUMN a | DUPLICATE_OBJECT",
                "SELEC 1 | SYNTAX",
                "SELECT 1 FROM | SYNTAX",
                "INSERT INTO t VALUES (NULL) | CONSTRAINT",
                "INSERT INTO t VALUES (1), (1) | CONSTRAINT",
                "SELECT json_extract('{}', 'no value') | CONSTRAINT",
                "SELECT json_array_length('{') | OTHER",
            })
    void failureIsKnownByItsCodeOrWords(String sql, FailureKind kind) throws SQLException {
        try (Connection connection = connect()) {
            run(connection, "CREATE TABLE IF NOT EXISTS t (a INT UNIQUE NOT NULL)");
            run(connection, "CREATE INDEX IF NOT EXISTS i ON t (a)");
            assertThat(new SqliteFailures().classify(failure(connection, sql))).isEqualTo(kind);
        }
    }

    @Test
    void lockedAndReadOnlyFilesAreTold() throws SQLException {
        try (Connection one = connect();
                Connection other = connect()) {
            run(one, "CREATE TABLE t (a)");
            run(one, "BEGIN IMMEDIATE");
            run(other, "PRAGMA busy_timeout = 1");
            assertThat(new SqliteFailures().classify(failure(other, "BEGIN IMMEDIATE")))
                    .isEqualTo(FailureKind.LOCK_TIMEOUT);
            run(one, "ROLLBACK");
            run(other, "PRAGMA query_only = ON");
            assertThat(new SqliteFailures().classify(failure(other, "INSERT INTO t VALUES (1)")))
                    .isEqualTo(FailureKind.PERMISSION);
        }
    }

    private static SQLException failure(Connection connection, String sql) {
        SQLException failure = catchThrowableOfType(SQLException.class, () -> ask(connection, sql));
        assertThat((Throwable) failure).isNotNull();
        return failure;
    }
}
