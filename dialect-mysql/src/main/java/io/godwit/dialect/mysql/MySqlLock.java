package io.godwit.dialect.mysql;

import io.godwit.dialect.SessionLock;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;

/**
 * A named lock of the session: it goes with the session, however that ends. Names hold for the whole server, so the database is
 * part of it; they may be 64 characters long. Stateless and thread-safe.
 */
final class MySqlLock implements SessionLock {

    private static final String HOLDER = """
            SELECT concat('connection ', p.id, ', user ', p.user, ', client ', coalesce(p.host, ''))
            FROM information_schema.processlist p WHERE p.id = is_used_lock(?)""";

    @Override
    public boolean tryAcquire(Connection connection, String key) throws SQLException {
        return "1".equals(ask(connection, "SELECT get_lock(?, 0)", key));
    }

    @Override
    public void release(Connection connection, String key) throws SQLException {
        ask(connection, "SELECT release_lock(?)", key);
    }

    /** Whoever may not see other sessions is told nothing. */
    @Override
    public String holder(Connection connection, String key) throws SQLException {
        return ask(connection, HOLDER, key);
    }

    private static String ask(Connection connection, String sql, String key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, lockName(connection, key));
            try (ResultSet result = statement.executeQuery()) {
                String answer = result.next() ? result.getString(1) : null;
                return answer == null ? "" : answer;
            }
        }
    }

    private static String lockName(Connection connection, String key) throws SQLException {
        try {
            String text = key + ":" + connection.getCatalog();
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "godwit:" + HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
