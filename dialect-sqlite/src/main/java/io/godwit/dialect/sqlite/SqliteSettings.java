package io.godwit.dialect.sqlite;

import io.godwit.dialect.SessionSettings;
import java.time.Duration;
import java.util.List;

/** What a session is told: foreign keys as SQL means them, and how long to wait for another writer. */
final class SqliteSettings implements SessionSettings {

    SqliteSettings() {}

    @Override
    public List<String> open(Duration lockTimeout) {
        return List.of(
                "PRAGMA busy_timeout = " + Math.min(lockTimeout.toMillis(), Integer.MAX_VALUE),
                "PRAGMA foreign_keys = ON",
                "PRAGMA recursive_triggers = OFF",
                "PRAGMA legacy_alter_table = OFF",
                "PRAGMA ignore_check_constraints = OFF");
    }

    /** SQLite has no limit of its own; the engine's query timeout interrupts the statement. */
    @Override
    public List<String> limit(Duration statementTimeout) {
        return List.of();
    }

    /** What SQLite itself starts with is put back where that harms nobody. */
    @Override
    public List<String> close() {
        return List.of("PRAGMA legacy_alter_table = OFF");
    }
}
