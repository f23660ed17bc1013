package io.godwit.dialect;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

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
}
