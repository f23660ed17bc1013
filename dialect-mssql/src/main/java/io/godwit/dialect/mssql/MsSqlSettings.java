package io.godwit.dialect.mssql;

import io.godwit.dialect.SessionSettings;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What a session is told: an error ends its transaction, a lock is waited for so long and no longer, and whatever an index on a
 * filter or a computed column asks for is on (https://learn.microsoft.com/sql/t-sql/statements/set-statements-transact-sql).
 *
 * <p>The server has no time limit for statements of a session: the driver's cancel is used instead. Stateless and thread-safe.
 */
final class MsSqlSettings implements SessionSettings {

    private static final List<String> ALWAYS_ON = List.of(
            "XACT_ABORT",
            "QUOTED_IDENTIFIER",
            "ANSI_NULLS",
            "ANSI_PADDING",
            "ANSI_WARNINGS",
            "ARITHABORT",
            "CONCAT_NULL_YIELDS_NULL");

    @Override
    public List<String> open(Duration lockTimeout) {
        List<String> statements = new ArrayList<>();
        ALWAYS_ON.forEach(option -> statements.add("SET " + option + " ON"));
        statements.add("SET NUMERIC_ROUNDABORT OFF");
        statements.add("SET LANGUAGE us_english");
        statements.add("SET LOCK_TIMEOUT " + Math.max(1, lockTimeout.toMillis()));
        return statements;
    }

    @Override
    public List<String> limit(Duration statementTimeout) {
        return List.of();
    }

    @Override
    public List<String> restore(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT @@LOCK_TIMEOUT, @@LANGUAGE, @@OPTIONS & 16384")) {
            if (!result.next()) {
                return close();
            }
            return List.of(
                    "SET LOCK_TIMEOUT " + result.getInt(1),
                    "SET LANGUAGE [" + result.getString(2).replace("]", "]]") + "]",
                    "SET XACT_ABORT " + (result.getInt(3) == 0 ? "OFF" : "ON"));
        }
    }

    @Override
    public List<String> close() {
        return List.of("SET LOCK_TIMEOUT -1", "SET XACT_ABORT OFF");
    }
}
