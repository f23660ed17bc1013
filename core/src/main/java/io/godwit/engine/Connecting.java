package io.godwit.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/** Takes a connection, and where there is none yet tries again after pauses that grow. For one use. */
final class Connecting {

    private static final RetryPolicy PAUSES = RetryPolicy.STANDARD;

    /** A login that is wrong now is wrong later: SQLSTATE class 28, invalid authorization specification. */
    private static final String WRONG_LOGIN = "28";

    private final DataSource dataSource;
    private final long patienceNanos;

    Connecting(DataSource dataSource, Duration patience) {
        this.dataSource = dataSource;
        this.patienceNanos = patience.toNanos();
    }

    /** What is done with a connection before it counts as one. */
    interface Preparation<T> {
        T with(Connection connection) throws SQLException;
    }

    /**
     * A connection of the host's, made ready.
     *
     * @throws io.godwit.failure.DatabaseUnavailableException if there is none to be had in time
     */
    <T> T connect(Preparation<T> preparation) {
        long start = System.nanoTime();
        for (int attempt = 1; ; attempt++) {
            try {
                return prepared(dataSource.getConnection(), preparation);
            } catch (SQLException e) {
                boolean late = System.nanoTime() - start >= patienceNanos;
                if (late || String.valueOf(e.getSQLState()).startsWith(WRONG_LOGIN) || !PAUSES.pause(attempt)) {
                    throw Session.unavailable(e);
                }
            }
        }
    }

    private static <T> T prepared(Connection connection, Preparation<T> preparation) throws SQLException {
        try {
            return preparation.with(connection);
        } catch (SQLException | RuntimeException e) {
            Session.closeQuietly(connection);
            throw e;
        }
    }
}
