package io.godwit.failure;

import java.util.Objects;

/**
 * Where and how a statement failed.
 *
 * @param migration id of the migration
 * @param step id of the step
 * @param statement the SQL text as it was sent; empty when the failure was not in a statement
 * @param sqlState the five characters of SQLSTATE; empty when the driver gave none
 * @param vendorCode the driver's own error code, 0 when it gave none
 * @param message the engine's own words
 * @param databaseState what the database looks like now, in a sentence
 */
public record StatementFailure(
        String migration,
        String step,
        String statement,
        String sqlState,
        int vendorCode,
        String message,
        String databaseState) {

    private static final int LONGEST_SHOWN = 2000;

    public StatementFailure {
        Objects.requireNonNull(migration, "migration");
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(statement, "statement");
        Objects.requireNonNull(sqlState, "sqlState");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(databaseState, "databaseState");
    }

    /** The statement as messages show it: of one that is very long, its beginning. */
    public String shownStatement() {
        return statement.length() <= LONGEST_SHOWN
                ? statement
                : statement.substring(0, LONGEST_SHOWN) + " … (" + statement.length() + " characters)";
    }
}
