package io.godwit.dialect;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Asks a list of sessions that the server shows. Immutable and thread-safe.
 *
 * @param own asks for the number of the connection's own session
 * @param working asks whether the session of a number, its one parameter, is at work; a session that is not listed is not
 */
public record QueriedSessions(String own, String working) implements SessionProbe {

    @Override
    public String id(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(own)) {
            return row.next() ? row.getString(1) : "";
        }
    }

    @Override
    public boolean isWorking(Connection other, String id) throws SQLException {
        try (PreparedStatement statement = other.prepareStatement(working)) {
            statement.setLong(1, Long.parseLong(id));
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
