package io.godwit.tck.harness;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * The PostgreSQL server with which other engines are compared: the one that {@code GODWIT_TEST_POSTGRESQL_URL} names, else the
 * prepared one. One for all tests of a JVM; thread-safe.
 */
final class ReferenceServer {

    /** SQLSTATE cannot_connect_now. */
    private static final String STARTING = "57P03";

    private static final int ATTEMPTS = 200;

    private static final ReferenceServer SHARED = new ReferenceServer(url());

    private final String url;

    private ReferenceServer(String url) {
        this.url = url;
    }

    private static String url() {
        String given = System.getenv("GODWIT_TEST_POSTGRESQL_URL");
        if (given != null && !given.isBlank()) {
            return given;
        }
        Optional<PreparedServer> prepared = PreparedServer.start("postgresql-17");
        return prepared.map(server -> "jdbc:postgresql://127.0.0.1:" + server.port() + "/postgres?user=postgres")
                .orElse("");
    }

    /** A server that has just begun to listen says for a moment that it is starting up. */
    private Connection connect() throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                return DriverManager.getConnection(url);
            } catch (SQLException e) {
                if (!STARTING.equals(e.getSQLState()) || attempt == ATTEMPTS) {
                    throw e;
                }
            }
            LockSupport.parkNanos(100_000_000L);
        }
    }

    /**
     * A connection to a schema of its own that holds the table of edge values; it goes with the connection.
     *
     * @throws AssertionError if there is no server and the environment requires one
     * @throws org.opentest4j.TestAbortedException if there is none and none is required
     */
    static Connection edges() {
        RequiredEngines required = RequiredEngines.from(System.getenv());
        try {
            Connection connection = SHARED.connect();
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET search_path = pg_temp");
            }
            ReferenceAnswers.prepare(connection);
            return connection;
        } catch (SQLException e) {
            System.err.println(required.loudLine("postgresql", "nothing to compare with: " + e.getMessage()));
            throw required.missing("postgresql", e.getMessage());
        }
    }
}
