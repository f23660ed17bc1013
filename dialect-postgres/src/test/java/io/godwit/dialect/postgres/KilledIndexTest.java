package io.godwit.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.engine.Report;
import io.godwit.tck.harness.CrashProcess;
import io.godwit.tck.harness.CrashScenario;
import io.godwit.tck.harness.PluginFolder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * CREATE INDEX CONCURRENTLY that is killed while it waits for another transaction, which is where it leaves an INVALID index behind: that
 * one is dropped, and a valid one is there in the end.
 */
class KilledIndexTest {

    private static final long PAUSE_NANOS = 20_000_000L;

    private static final String WORKING =
            "FROM pg_stat_activity WHERE datname = current_database() AND state = 'active' AND query LIKE 'CREATE INDEX CONC%'";

    private final PostgresTestDatabase database = PostgresTestDatabase.create();
    private final PluginFolder plugins = CrashScenario.INDEXED.folder();
    private final ExecutorService runners = Executors.newCachedThreadPool();

    @TempDir
    private Path backups;

    @BeforeEach
    void begin() {
        CrashScenario.INDEXED.begin(plugins.path(), backups, database.dataSource());
    }

    @AfterEach
    void close() {
        runners.shutdown();
        plugins.close();
        database.close();
    }

    @Test
    void terminatedSessionsIndexIsMadeAnew() throws SQLException, ExecutionException, InterruptedException {
        try (Connection writer = writing();
                Connection other = database.connect()) {
            Future<Report> run = runners.submit(this::run);
            awaitInvalidIndex(other);
            assertThat(ask(other, "SELECT pg_terminate_backend(pid) " + WORKING))
                    .isEqualTo("t");
            writer.commit();
            assertThat(run.get().orThrow().applied()).containsExactly("crm-2");
            assertThat(indexes(other)).isEqualTo("names:true");
        }
    }

    /** The server notices within five seconds that nobody waits for the statement any more, and another runner waits until then. */
    @Test
    void killedProgramsIndexIsMadeAnewByARunnerThatWaits()
            throws SQLException, ExecutionException, InterruptedException {
        try (Connection writer = writing();
                Connection other = database.connect();
                CrashProcess process = CrashProcess.start(
                        CrashScenario.INDEXED, database.address(), plugins.path(), backups, Integer.MAX_VALUE)) {
            assertThat(process.awaitStep("index")).isTrue();
            awaitInvalidIndex(other);
            Future<Report> next = runners.submit(this::run);
            assertThat(process.kill()).isTrue();
            await(other, "SELECT count(*) " + WORKING, "0");
            assertThat(indexes(other)).isEqualTo("names:false");
            writer.commit();
            assertThat(next.get().orThrow().applied()).containsExactly("crm-2");
            assertThat(indexes(other)).isEqualTo("names:true");
        }
    }

    private Report run() {
        return CrashScenario.INDEXED.run(plugins.path(), backups, database.dataSource(), event -> {});
    }

    /** A transaction that has written the table, for whose end the index waits. */
    private Connection writing() throws SQLException {
        Connection connection = database.connect();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("UPDATE city SET name = name");
        }
        return connection;
    }

    private static void awaitInvalidIndex(Connection connection) throws SQLException {
        await(connection, "SELECT count(*) " + WORKING, "1");
        await(connection, "SELECT indisvalid FROM pg_index WHERE indexrelid = to_regclass('names')", "f");
    }

    private static void await(Connection connection, String query, String answer) throws SQLException {
        while (!answer.equals(ask(connection, query))) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private static String indexes(Connection connection) throws SQLException {
        return ask(
                connection,
                "SELECT string_agg(indexrelid::regclass || ':' || indisvalid, ',') FROM pg_index"
                        + " WHERE indrelid = 'city'::regclass AND NOT indisprimary");
    }

    private static String ask(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? String.valueOf(row.getString(1)) : "";
        }
    }
}
