package io.godwit.failure;

/** What is applied disagrees with what was given: an edited migration, a damaged or doubled history row. */
public final class HistoryConflictException extends GodwitException {

    private static final long serialVersionUID = 1L;

    public HistoryConflictException(String message) {
        super(message);
    }

    public HistoryConflictException(String message, Throwable cause) {
        super(message, cause);
    }
}
