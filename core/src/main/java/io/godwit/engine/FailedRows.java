package io.godwit.engine;

import io.godwit.failure.ValidationFailedException;
import io.godwit.history.RejectedTable.Rejected;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says which rows of a transform fail, where none may. */
record FailedRows(String migration, String step) {

    /** As many are named as anybody reads. */
    static final int MOST_SHOWN = 20;

    /**
     * The failure.
     *
     * @param cause of the first row; null if there is no more to say than its reason
     */
    ValidationFailedException failure(List<Rejected> rows, @Nullable Throwable cause) {
        String message = "Migration " + migration + ", step " + step + ": " + rows.size() + " rows of a batch fail:\n"
                + rows.stream()
                        .limit(MOST_SHOWN)
                        .map(row -> "  row " + row.key() + ": " + row.reason())
                        .collect(Collectors.joining("\n"))
                + (rows.size() > MOST_SHOWN ? "\n  …" : "")
                + "\n  next: correct them in the source, give a defaultValue, or leave them out by \"onError\": \"skip\"";
        return cause == null ? new ValidationFailedException(message) : new ValidationFailedException(message, cause);
    }

    /**
     * The failure of the one row that the engine refuses.
     *
     * @param key of the row, as JSON
     */
    static StepFailure refused(String key, StepFailure failure) {
        SQLException cause = failure.cause();
        String message = "row " + key + " of the source: " + cause.getMessage();
        return new StepFailure(
                failure.step(),
                failure.statement(),
                new SQLException(message, cause.getSQLState(), cause.getErrorCode(), cause));
    }
}
