package io.godwit.engine;

import io.godwit.failure.GodwitException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;

/** Renews a lease, and stops the run that can no longer be sure of it. For the thread of the watch. */
record Heartbeat(LeaseLock lease, String key, Session work, Supplier<Session> sessions) {

    private static final System.Logger LOG = System.getLogger(Heartbeat.class.getName());

    /**
     * Once more.
     *
     * @param connection of the lock; where it does not do, another is taken for this once
     */
    void beat(Connection connection) {
        if (lease.isLost()) {
            return;
        }
        try {
            lease.renew(connection, key);
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, "the lease cannot be renewed on the lock's connection", e);
            beatElsewhere();
        }
        if (!lease.isSafe()) {
            LOG.log(System.Logger.Level.WARNING, "the lease of the lock could not be renewed: the run is stopped");
            work.abort();
        }
    }

    private void beatElsewhere() {
        try (Session another = sessions.get()) {
            lease.renew(another.connection(), key);
        } catch (SQLException | GodwitException e) {
            LOG.log(System.Logger.Level.DEBUG, "the lease cannot be renewed on another connection either", e);
        }
    }
}
