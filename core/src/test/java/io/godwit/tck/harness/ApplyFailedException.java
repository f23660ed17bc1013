package io.godwit.tck.harness;

import io.godwit.dialect.FailureKind;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A statement of a step failed on the database; the step was rolled back as far as the engine can. */
public final class ApplyFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final FailureKind kind;
    private final String statement;

    ApplyFailedException(FailureKind kind, String statement, String reason, @Nullable SQLException cause) {
        super(kind + ": " + reason + "\n  in: " + statement, cause);
        this.kind = kind;
        this.statement = statement;
    }

    /** What the dialect makes of the failure. */
    public FailureKind kind() {
        return kind;
    }

    /** The statement that failed. */
    public String statement() {
        return statement;
    }
}
