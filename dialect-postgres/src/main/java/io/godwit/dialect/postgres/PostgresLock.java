package io.godwit.dialect.postgres;

import io.godwit.dialect.SessionLock;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** An advisory lock of the session: it goes with the session, however that ends. Stateless and thread-safe. */
final class PostgresLock implements SessionLock {

    /** pg_locks shows a 64-bit key as two halves, with objsubid 1. */
    private static final String HOLDER = """
            SELECT format('process %s%s%s%s%s', a.pid,
                coalesce(', application ' || nullif(a.application_name, ''), ''),
                coalesce(', user ' || a.usename, ''),
                coalesce(', client ' || host(a.client_addr), ''),
                coalesce(', connected since ' || to_char(a.backend_start AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS "UTC"'), ''))
            FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
            WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1
                AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
                AND l.classid::bigint = ? AND l.objid::bigint = ?""";

    @Override
    public boolean tryAcquire(Connection connection, String key) throws SQLException {
        return ask(connection, "SELECT pg_try_advisory_lock(?)", number(key));
    }

    @Override
    public void release(Connection connection, String key) throws SQLException {
        ask(connection, "SELECT pg_advisory_unlock(?)", number(key));
    }

    @Override
    public String holder(Connection connection, String key) throws SQLException {
        long number = number(key);
        try (PreparedStatement statement = connection.prepareStatement(HOLDER)) {
            statement.setLong(1, number >>> 32);
            statement.setLong(2, number & 0xFFFF_FFFFL);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() ? result.getString(1) : "";
            }
        }
    }

    private static boolean ask(Connection connection, String sql, long number) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, number);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }

    private static long number(String key) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(("godwit:" + key).getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(hash).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
