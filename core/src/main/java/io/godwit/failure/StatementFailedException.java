package io.godwit.failure;

/** The engine refused a statement of a migration. */
public final class StatementFailedException extends GodwitException {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial")
    private final StatementFailure failure;

    /**
     * With the failure and what to do about it.
     *
     * @param next what to do next, in a sentence
     */
    public StatementFailedException(StatementFailure failure, String next, Throwable cause) {
        super(message(failure, next), cause);
        this.failure = failure;
    }

    public StatementFailure failure() {
        return failure;
    }

    private static String message(StatementFailure failure, String next) {
        return "Migration " + failure.migration() + ", step " + failure.step() + " failed: " + failure.message()
                + (failure.sqlState().isEmpty() ? "" : " (SQLSTATE " + failure.sqlState() + ")")
                + (failure.statement().isEmpty() ? "" : "\n  statement: " + failure.shownStatement())
                + "\n  database: " + failure.databaseState()
                + "\n  next: " + next;
    }
}
