package io.godwit.dialect;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Tells of a session of the server, seen from another one: whether an answer that somebody waits for will ever come. Stateless and
 * thread-safe.
 */
public interface SessionProbe {

    /** For engines that do not tell: whoever waits goes on waiting. */
    SessionProbe NONE = new SessionProbe() {
        @Override
        public String id(Connection connection) {
            return "";
        }

        @Override
        public boolean isWorking(Connection other, String id) {
            return true;
        }
    };

    /** What the server calls the connection's session; empty where it cannot be told. */
    String id(Connection connection) throws SQLException;

    /**
     * Whether the server is in the midst of a statement of a session, as far as the login may see: in doubt it is.
     *
     * @param other any other connection to the same server
     * @param id what {@link #id} said
     */
    boolean isWorking(Connection other, String id) throws SQLException;
}
