package io.godwit.dialect.mysql;

import io.godwit.dialect.SessionProbe;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Asks the list of processes, in which everybody sees the sessions of their own login. Stateless and thread-safe. */
final class MySqlProbe implements SessionProbe {

    @Override
    public String id(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT connection_id()")) {
            return row.next() ? row.getString(1) : "";
        }
    }

    @Override
    public boolean isWorking(Connection other, String id) throws SQLException {
        String sql = "SELECT command <> 'Sleep' FROM information_schema.processlist WHERE id = ?";
        try (PreparedStatement statement = other.prepareStatement(sql)) {
            statement.setLong(1, Long.parseLong(id));
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
