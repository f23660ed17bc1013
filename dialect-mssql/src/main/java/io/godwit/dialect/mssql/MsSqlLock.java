package io.godwit.dialect.mssql;

import io.godwit.dialect.SessionLock;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * An application lock of the session: it goes with the session, however that ends
 * (https://learn.microsoft.com/sql/relational-databases/system-stored-procedures/sp-getapplock-transact-sql). Stateless and
 * thread-safe.
 */
final class MsSqlLock implements SessionLock {

    /** A resource's name has 255 characters at most, of which the server shows 32. */
    private static final int LONGEST = 255;

    private static final String TAKE = """
            DECLARE @result INT;
            EXEC @result = sp_getapplock @Resource = ?, @LockMode = 'Exclusive', @LockOwner = 'Session', @LockTimeout = 0;
            SELECT @result""";

    private static final String RELEASE = """
            DECLARE @result INT;
            EXEC @result = sp_releaseapplock @Resource = ?, @LockOwner = 'Session';
            SELECT @result""";

    /** Without the permission VIEW SERVER STATE a session sees itself alone. */
    private static final String HOLDER = """
            SELECT TOP (1) l.request_session_id, s.program_name, s.login_name, s.host_name
            FROM sys.dm_tran_locks AS l LEFT JOIN sys.dm_exec_sessions AS s ON s.session_id = l.request_session_id
            WHERE l.resource_type = 'APPLICATION' AND l.request_mode = 'X' AND l.request_status = 'GRANT'
                AND l.resource_database_id = DB_ID() AND CHARINDEX(?, l.resource_description) > 0""";

    @Override
    public boolean tryAcquire(Connection connection, String key) throws SQLException {
        return ask(connection, TAKE, key) >= 0;
    }

    @Override
    public void release(Connection connection, String key) throws SQLException {
        ask(connection, RELEASE, key);
    }

    @Override
    public String holder(Connection connection, String key) throws SQLException {
        String shown = "[" + key.substring(0, Math.min(key.length(), 32));
        try (PreparedStatement statement = connection.prepareStatement(HOLDER)) {
            statement.setString(1, shown);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() ? words(result) : "another session";
            }
        } catch (SQLException noPermission) {
            return "another session (" + noPermission.getMessage() + ")";
        }
    }

    private static String words(ResultSet row) throws SQLException {
        return "session " + row.getInt(1) + part(", application ", row.getString(2))
                + part(", login ", row.getString(3)) + part(", client ", row.getString(4));
    }

    private static String part(String words, @Nullable String value) {
        return value == null || value.isBlank() ? "" : words + value.strip();
    }

    private static int ask(Connection connection, String sql, String key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, key.substring(0, Math.min(key.length(), LONGEST)));
            try (ResultSet result = statement.executeQuery()) {
                return result.next() ? result.getInt(1) : -1;
            }
        }
    }
}
