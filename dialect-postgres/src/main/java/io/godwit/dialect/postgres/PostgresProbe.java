package io.godwit.dialect.postgres;

import io.godwit.dialect.SessionProbe;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Asks pg_stat_activity, in which everybody sees the sessions of their own role. A state that is not told, as with track_activities
 * off, counts as working. Stateless and thread-safe.
 */
final class PostgresProbe implements SessionProbe {

    @Override
    public String id(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_backend_pid()")) {
            return row.next() ? row.getString(1) : "";
        }
    }

    @Override
    public boolean isWorking(Connection other, String id) throws SQLException {
        String sql = "SELECT coalesce(state, '') NOT LIKE 'idle%' FROM pg_stat_activity WHERE pid = ?";
        try (PreparedStatement statement = other.prepareStatement(sql)) {
            statement.setInt(1, Integer.parseInt(id));
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
