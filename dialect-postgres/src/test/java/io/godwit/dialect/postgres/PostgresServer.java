package io.godwit.dialect.postgres;

import io.godwit.tck.harness.DockerSocket;
import io.godwit.tck.harness.PreparedServer;
import io.godwit.tck.harness.RequiredEngines;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * The one PostgreSQL server of this JVM's tests: the one that {@code GODWIT_TEST_POSTGRESQL_URL} names, else the prepared one, else
 * a container where Docker answers, else an embedded one. Thread-safe.
 */
final class PostgresServer {

    private static final long PATIENCE_NANOS = 60_000_000_000L;
    private static final long PAUSE_NANOS = 20_000_000L;

    /** Started when the first test asks for it; the outcome holds for all. */
    private static final PostgresServer SHARED = start(System.getenv());

    private final @Nullable String url;
    private final String reason;

    private PostgresServer(@Nullable String url, String reason) {
        this.url = url;
        this.reason = reason;
    }

    /**
     * The JDBC URL of the server's maintenance database, with user and password in it.
     *
     * @throws AssertionError if there is no server and the environment requires one
     * @throws org.opentest4j.TestAbortedException if there is none and none is required
     */
    static String url() {
        if (SHARED.url == null) {
            throw RequiredEngines.from(System.getenv()).missing("postgresql", SHARED.reason);
        }
        return SHARED.url;
    }

    private static PostgresServer start(Map<String, String> environment) {
        String given = environment.get("GODWIT_TEST_POSTGRESQL_URL");
        if (given != null && !given.isBlank()) {
            return new PostgresServer(given, "");
        }
        try {
            Optional<PreparedServer> prepared = PreparedServer.start("postgresql-17");
            if (prepared.isPresent()) {
                return new PostgresServer(
                        ready("jdbc:postgresql://127.0.0.1:" + prepared.get().port() + "/postgres?user=postgres"), "");
            }
            return new PostgresServer(new DockerSocket(environment).answers() ? container() : embedded(), "");
        } catch (IOException | RuntimeException e) {
            System.err.println(RequiredEngines.from(environment).loudLine("postgresql", String.valueOf(e)));
            return new PostgresServer(null, String.valueOf(e));
        }
    }

    /** The port is open before the server lets anybody in: SQLSTATE 57P03, cannot_connect_now. */
    private static String ready(String url) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (true) {
            try {
                DriverManager.getConnection(url).close();
                return url;
            } catch (SQLException e) {
                if (!"57P03".equals(e.getSQLState()) || System.nanoTime() > end) {
                    throw new IllegalStateException("the server at " + url + " lets nobody in", e);
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    /** Testcontainers' own reaper removes the container when this JVM is gone. */
    @SuppressWarnings("resource")
    private static String container() {
        PostgreSQLContainer container = new PostgreSQLContainer("postgres:17");
        container.start();
        String separator = container.getJdbcUrl().contains("?") ? "&" : "?";
        return container.getJdbcUrl() + separator + "user=" + container.getUsername() + "&password="
                + container.getPassword();
    }

    /** A database of tests needs no care for a power cut: nothing is synced to disk. */
    private static String embedded() throws IOException {
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "off")
                .setServerConfig("full_page_writes", "off")
                .setServerConfig("synchronous_commit", "off")
                .start();
        return server.getJdbcUrl("postgres", "postgres");
    }
}
