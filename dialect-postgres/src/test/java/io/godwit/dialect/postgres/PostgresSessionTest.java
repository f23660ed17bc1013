package io.godwit.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.SessionLock;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Settings and lock on a real server. */
class PostgresSessionTest {

    private final PostgresTestDatabase database = PostgresTestDatabase.create();
    private final Dialect dialect = database.dialect();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void settingsArePutBackAsTheHostHadThem() throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            run(connection, List.of("SET lock_timeout = '77s'", "SET TimeZone = 'Asia/Tokyo'"));
            String before = ask(
                    connection,
                    "SELECT string_agg(name || '=' || setting, ',' ORDER BY name) FROM pg_settings"
                            + " WHERE name !~ '^(godwit|transaction)'");

            run(connection, dialect.settings().open(Duration.ofSeconds(2)));
            run(connection, dialect.settings().open(Duration.ZERO));
            assertThat(ask(connection, "SHOW lock_timeout")).isEqualTo("0");
            run(connection, dialect.settings().open(Duration.ofSeconds(2)));
            run(connection, dialect.settings().limit(Duration.ofMinutes(1)));

            assertThat(ask(connection, "SHOW lock_timeout")).isEqualTo("2s");
            assertThat(ask(connection, "SHOW statement_timeout")).isEqualTo("1min");
            assertThat(ask(connection, "SHOW TimeZone")).isEqualTo("UTC");
            assertThat(ask(connection, "SHOW client_connection_check_interval")).isEqualTo("5s");

            run(connection, dialect.settings().close());
            assertThat(ask(
                            connection,
                            "SELECT string_agg(name || '=' || setting, ',' ORDER BY name) FROM pg_settings"
                                    + " WHERE name !~ '^(godwit|transaction)'"))
                    .isEqualTo(before);
        }
    }

    @Test
    void textsMeanTheSameWhateverTheSessionSays() throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            String text = dialect.syntax().text("it's C:\\new \\' \u00e4\ud83d\ude00");
            for (String setting : List.of("on", "off")) {
                run(connection, List.of("SET standard_conforming_strings = " + setting));
                assertThat(ask(connection, "SELECT " + text)).isEqualTo("it's C:\\new \\' \u00e4\ud83d\ude00");
            }
        }
    }

    @Test
    void oneSessionHoldsTheLock() throws SQLException {
        SessionLock lock = dialect.lock().orElseThrow();
        try (Connection first = database.dataSource().getConnection();
                Connection second = database.dataSource().getConnection()) {
            run(first, List.of("SET application_name = 'first runner'"));
            assertThat(lock.holder(second, "public.godwit")).isEmpty();
            assertThat(lock.tryAcquire(first, "public.godwit")).isTrue();
            assertThat(lock.tryAcquire(second, "public.godwit")).isFalse();
            assertThat(lock.tryAcquire(second, "tenant.godwit")).isTrue();
            assertThat(lock.holder(second, "public.godwit"))
                    .matches("process \\d+, application first runner, user .*,"
                            + " connected since \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d UTC");
            lock.release(first, "public.godwit");
            assertThat(lock.tryAcquire(second, "public.godwit")).isTrue();
        }
    }

    @Test
    void theLockGoesWithItsSession() throws SQLException {
        SessionLock lock = dialect.lock().orElseThrow();
        try (Connection second = database.dataSource().getConnection()) {
            try (Connection first = database.dataSource().getConnection()) {
                assertThat(lock.tryAcquire(first, "k")).isTrue();
            }
            boolean taken = lock.tryAcquire(second, "k");
            for (int attempt = 0; !taken && attempt < 100; attempt++) {
                // The server learns of the end a moment after the client.
                ask(second, "SELECT pg_sleep(0.02)");
                taken = lock.tryAcquire(second, "k");
            }
            assertThat(taken).isTrue();
        }
    }

    @Test
    void failuresOfARealServerAreTold() throws SQLException {
        Map<String, String> kinds = Map.of(
                "SELEC 1", "SYNTAX",
                "SELECT * FROM missing", "MISSING_OBJECT",
                "SELECT missing()", "MISSING_OBJECT",
                "CREATE TABLE pg_temp.twice (a int); CREATE TABLE pg_temp.twice (a int)", "DUPLICATE_OBJECT",
                "CREATE TEMP TABLE u (a int UNIQUE); INSERT INTO u VALUES (1), (1)", "CONSTRAINT",
                "SET statement_timeout = 20; SELECT pg_sleep(5)", "STATEMENT_TIMEOUT",
                "SELECT 1 / 0", "OTHER",
                "SELECT pg_terminate_backend(pg_backend_pid())", "CONNECTION_LOST");
        for (Map.Entry<String, String> each : kinds.entrySet()) {
            try (Connection connection = database.dataSource().getConnection()) {
                run(connection, List.of(each.getKey()));
                throw new AssertionError(each.getKey() + " should have failed");
            } catch (SQLException e) {
                assertThat(dialect.failures().classify(e)).as(each.getKey()).hasToString(each.getValue());
            }
        }
    }

    private static void run(Connection connection, List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return String.valueOf(result.getString(1));
        }
    }
}
