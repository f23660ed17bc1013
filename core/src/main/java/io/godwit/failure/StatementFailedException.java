package io.godwit.failure;

/** The engine refused a statement of a migration. */
public final class StatementFailedException extends GodwitException {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial")
    private final StatementFailure failure;

    private final boolean forbidden;

    /**
     * With the failure and what to do about it.
     *
     * @param next what to do next, in a sentence
     */
    public StatementFailedException(StatementFailure failure, String next, Throwable cause) {
        this(failure, false, next, cause);
    }

    /** As the other, where the engine may have said that the login has no right to it. */
    public StatementFailedException(StatementFailure failure, boolean forbidden, String next, Throwable cause) {
        super(message(failure, next), cause);
        this.failure = failure;
        this.forbidden = forbidden;
    }

    /** Whether the login lacks a privilege for it. */
    public boolean forbidden() {
        return forbidden;
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
