package io.godwit.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.SessionLock;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings, lock and splitting on real servers, MariaDB also through MySQL's driver. */
class MySqlSessionTest {

    private static final String SETTINGS =
            "SELECT concat_ws(',', @@sql_mode, @@time_zone, @@collation_connection, @@lock_wait_timeout,"
                    + " @@innodb_lock_wait_timeout, @@foreign_key_checks, @@default_storage_engine)";

    private static MySqlTestDatabase database(String server) {
        return switch (server) {
            case "mysql" -> MySqlTestDatabase.create(TestServer.MYSQL);
            case "mariadb" -> MySqlTestDatabase.create(TestServer.MARIADB);
            default -> MySqlTestDatabase.create(new ServerUrl(TestServer.MARIADB_11.url()).byConnectorJ());
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"mysql", "mariadb", "mariadb through the other driver"})
    void settingsArePutBackAsTheHostHadThem(String server) throws SQLException {
        try (MySqlTestDatabase database = database(server);
                Connection connection = database.connect()) {
            assertThat(server).startsWith(database.dialect().engine());
            run(connection, List.of("SET time_zone = '+09:00', sql_mode = 'ANSI_QUOTES', lock_wait_timeout = 77"));
            String before = ask(connection, SETTINGS);
            Dialect dialect = database.dialect();
            List<String> restore = dialect.settings().restore(connection);
            run(connection, dialect.settings().open(Duration.ofMillis(1500)));
            run(connection, dialect.settings().limit(Duration.ofMinutes(1)));
            assertThat(ask(connection, "SELECT concat(@@time_zone, @@lock_wait_timeout)"))
                    .isEqualTo("+00:002");
            run(connection, dialect.settings().open(Duration.ZERO));
            assertThat(ask(connection, "SELECT @@lock_wait_timeout")).isEqualTo("31536000");
            run(connection, restore);
            assertThat(ask(connection, SETTINGS)).isEqualTo(before);
            run(connection, dialect.settings().close());
            assertThat(ask(connection, "SELECT @@time_zone")).isEqualTo("SYSTEM");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mysql", "mariadb", "mariadb through the other driver"})
    void oneSessionHoldsTheLockOfOneDatabase(String server) throws SQLException {
        try (MySqlTestDatabase database = database(server);
                MySqlTestDatabase other = database(server);
                Connection first = database.connect();
                Connection second = database.connect();
                Connection elsewhere = other.connect()) {
            SessionLock lock = database.dialect().lock().orElseThrow();
            assertThat(lock.holder(second, "godwit")).isEmpty();
            assertThat(lock.tryAcquire(first, "godwit")).isTrue();
            assertThat(lock.tryAcquire(second, "godwit")).isFalse();
            assertThat(lock.tryAcquire(elsewhere, "godwit")).isTrue();
            assertThat(lock.holder(second, "godwit")).matches("connection \\d+, user root, client .*");
            lock.release(first, "godwit");
            assertThat(lock.tryAcquire(second, "godwit")).isTrue();
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
