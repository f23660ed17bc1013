package io.godwit.dialect.sqlite;

import io.godwit.dialect.SessionSettings;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a session is told: foreign keys as SQL means them, and how long to wait for another writer. */
final class SqliteSettings implements SessionSettings {

    private static final List<String> PINNED = List.of(
            "busy_timeout", "foreign_keys", "recursive_triggers", "legacy_alter_table", "ignore_check_constraints");

    SqliteSettings() {}

    @Override
    public void prepare(Connection connection) throws SQLException {
        StatementLength.lift(connection);
    }

    @Override
    public List<String> open(Duration lockTimeout) {
        return List.of(
                "PRAGMA busy_timeout = " + Math.min(lockTimeout.toMillis(), Integer.MAX_VALUE),
                "PRAGMA foreign_keys = ON",
                "PRAGMA recursive_triggers = OFF",
                "PRAGMA legacy_alter_table = OFF",
                "PRAGMA ignore_check_constraints = OFF");
    }

    /** SQLite has no limit of its own; it can only be interrupted. */
    @Override
    public List<String> limit(Duration statementTimeout) {
        return List.of();
    }

    /** The host may have set any of them on its connections. */
    @Override
    public List<String> restore(Connection connection) throws SQLException {
        List<String> restore = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            for (String pragma : PINNED) {
                try (ResultSet result = statement.executeQuery("PRAGMA " + pragma)) {
                    if (result.next()) {
                        restore.add("PRAGMA " + pragma + " = " + result.getLong(1));
                    }
                }
            }
        }
        return restore;
    }

    /** What SQLite itself starts with. */
    @Override
    public List<String> close() {
        return List.of("PRAGMA foreign_keys = OFF");
    }
}
