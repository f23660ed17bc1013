package io.godwit.examples.plugins;

import io.godwit.tck.harness.RequiredEngines;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The server that {@code GODWIT_TEST_POSTGRESQL_URL} names, else an embedded one; one for all tests. */
final class PostgresServer {

    private static final PostgresServer SHARED = start();

    private final @Nullable String url;
    private final String reason;

    private PostgresServer(@Nullable String url, String reason) {
        this.url = url;
        this.reason = reason;
    }

    /** The JDBC URL of its maintenance database; a test that asks is aborted, or fails where PostgreSQL is required, if there is none. */
    static String url() {
        if (SHARED.url == null) {
            throw RequiredEngines.from(System.getenv()).missing("postgresql", SHARED.reason);
        }
        return SHARED.url;
    }

    private static PostgresServer start() {
        String given = System.getenv("GODWIT_TEST_POSTGRESQL_URL");
        if (given != null && !given.isBlank()) {
            return new PostgresServer(given, "");
        }
        try {
            EmbeddedPostgres server =
                    EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
            return new PostgresServer(server.getJdbcUrl("postgres", "postgres"), "");
        } catch (IOException | RuntimeException e) {
            System.err.println(RequiredEngines.from(System.getenv()).loudLine("postgresql", String.valueOf(e)));
            return new PostgresServer(null, String.valueOf(e));
        }
    }
}
