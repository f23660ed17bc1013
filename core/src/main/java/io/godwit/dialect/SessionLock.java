package io.godwit.dialect;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Keeps other runners out for as long as a session holds it; tried, never waited for inside the server, so that it holds no
 * snapshot. Stateless and thread-safe.
 */
public interface SessionLock {

    /**
     * Takes the lock if it is free.
     *
     * @param connection the lock's own connection, in autocommit mode
     * @param key what is locked: the history's schema and name
     * @return whether it is held now
     */
    boolean tryAcquire(Connection connection, String key) throws SQLException;

    /** Gives the lock back. */
    void release(Connection connection, String key) throws SQLException;

    /** Who holds the lock, in words; empty when the engine does not tell. */
    String holder(Connection connection, String key) throws SQLException;
}
