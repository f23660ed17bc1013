package io.godwit.dialect;

import java.util.Objects;

/**
 * One statement in the engine's SQL, without a closing semicolon. Immutable.
 *
 * @param sql the text
 * @param mode what it needs around it
 */
public record Statement(String sql, Mode mode) {

    /** What a statement needs around it. */
    public enum Mode {
        /** Runs in the migration's transaction. */
        NORMAL,
        /** Cannot run in a transaction, such as CREATE INDEX CONCURRENTLY. */
        OUTSIDE_TRANSACTION,
        /** Runs in a transaction in which foreign keys are checked at its end only, such as SQLite's table rebuild. */
        FOREIGN_KEYS_SUSPENDED,
        /**
         * Changes rows whose foreign keys have actions, such as ON DELETE CASCADE: where {@link #FOREIGN_KEYS_SUSPENDED} keeps
         * actions from happening, the two cannot share a transaction.
         */
        FOREIGN_KEYS_ENFORCED
    }

    public Statement {
        Objects.requireNonNull(sql, "sql");
        Objects.requireNonNull(mode, "mode");
    }

    public static Statement of(String sql) {
        return new Statement(sql, Mode.NORMAL);
    }

    @Override
    public String toString() {
        return sql;
    }
}
