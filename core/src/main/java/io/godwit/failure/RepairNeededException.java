package io.godwit.failure;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The state of the database is in doubt; the message names the repair action that settles it. */
public final class RepairNeededException extends GodwitException {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial")
    private final @Nullable StatementFailure failure;

    public RepairNeededException(String message) {
        super(message);
        this.failure = null;
    }

    public RepairNeededException(String message, Throwable cause) {
        super(message, cause);
        this.failure = null;
    }

    /** As the other constructors, with the statement that brought it about. */
    public RepairNeededException(String message, StatementFailure failure, Throwable cause) {
        super(message, cause);
        this.failure = failure;
    }

    /** The statement that brought it about, if a statement did. */
    public Optional<StatementFailure> failure() {
        return Optional.ofNullable(failure);
    }
}
