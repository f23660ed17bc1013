package io.godwit.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** How a server writes a backup of the whole database into a file of its own machine. Stateless and thread-safe. */
public interface ServerBackup {

    /**
     * Writes it, and lets the server verify it.
     *
     * @param connection to the database, outside a transaction
     * @param file a path as the server's machine knows it; there is no such file yet
     */
    void write(Connection connection, String file) throws SQLException;

    /**
     * The statements that a person runs to bring it back, on a connection to another database of that server.
     *
     * @param connection to the database
     */
    List<String> restoring(Connection connection, String file) throws SQLException;
}
