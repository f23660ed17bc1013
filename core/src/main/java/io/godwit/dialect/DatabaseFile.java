package io.godwit.dialect;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** How a database that is one file is copied while others work with it, and put back. Stateless and thread-safe. */
public interface DatabaseFile {

    /**
     * Copies the database as it was last committed, and checks the copy.
     *
     * @param connection inside a transaction of the caller's that keeps other writers out and has changed nothing yet
     * @param copy is not there yet, or empty
     */
    void copy(Connection connection, Path copy) throws SQLException;

    /**
     * Puts a copy in the place of all that is in the database: wholly, or not at all. Other connections may stay open, and see it from
     * their next transaction on.
     *
     * @param connection outside a transaction
     * @param copy as {@link #copy} made it; it is checked before the database is touched
     */
    void restore(Connection connection, Path copy) throws SQLException;

    /**
     * Keeps every other run out of the database until what it gives is closed, or this process ends, however it ends; its readers and
     * the host's own writers are not kept out.
     *
     * @param connection to the database
     * @return empty if another run is kept in; a hold of nothing for a database that nobody else can open
     */
    Optional<Hold> tryHold(Connection connection) throws SQLException;

    /** The database is one run's own. */
    interface Hold extends AutoCloseable {

        @Override
        void close();
    }
}
