package io.godwit.dialect.mysql;

import io.godwit.dialect.SessionSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a session is told. Stateless and thread-safe. */
class MySqlSettings implements SessionSettings {

    /** Settings that change what a text means, or how the catalog is read back, and their standard. */
    static final List<String> PINNED = List.of(
            "SET NAMES utf8mb4",
            "SET SESSION sql_mode = 'STRICT_ALL_TABLES,NO_ZERO_DATE,NO_ZERO_IN_DATE,ERROR_FOR_DIVISION_BY_ZERO,"
                    + "NO_ENGINE_SUBSTITUTION,ONLY_FULL_GROUP_BY,NO_AUTO_VALUE_ON_ZERO'",
            "SET SESSION time_zone = '+00:00'",
            "SET SESSION foreign_key_checks = 1",
            "SET SESSION unique_checks = 1");

    @Override
    public List<String> open(Duration lockTimeout) {
        long seconds = Math.max(1, lockTimeout.toSeconds());
        List<String> statements = new ArrayList<>(PINNED);
        statements.add(
                "SET SESSION lock_wait_timeout = " + seconds + ", SESSION innodb_lock_wait_timeout = " + seconds);
        return statements;
    }

    @Override
    public List<String> limit(Duration statementTimeout) {
        return List.of("SET SESSION max_execution_time = " + statementTimeout.toMillis());
    }

    @Override
    public List<String> close() {
        return List.of();
    }
}
