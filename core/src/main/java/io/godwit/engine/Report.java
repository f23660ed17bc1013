package io.godwit.engine;

import io.godwit.failure.GodwitException;
import io.godwit.failure.RepairNeededException;
import io.godwit.failure.StatementFailedException;
import io.godwit.failure.StatementFailure;
import io.godwit.plan.Finding;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a run did. Immutable.
 *
 * @param outcome how it ended
 * @param applied ids of the migrations that it applied, in order
 * @param rolledBack ids of the migrations that it took back, in order
 * @param findings what a person should know
 * @param backups the backups that it took before migrations that need one
 * @param moved what the transforms of the applied migrations did, in order
 * @param duration how long it took
 * @param failure what stopped it; null when nothing did
 */
public record Report(
        Outcome outcome,
        List<String> applied,
        List<String> rolledBack,
        List<Finding> findings,
        List<TakenBackup> backups,
        List<MovedRows> moved,
        Duration duration,
        @Nullable GodwitException failure) {

    public Report {
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(duration, "duration");
        applied = List.copyOf(applied);
        rolledBack = List.copyOf(rolledBack);
        findings = List.copyOf(findings);
        backups = List.copyOf(backups);
        moved = List.copyOf(moved);
    }

    /** The statement that failed, if a statement did. */
    public Optional<StatementFailure> failedStatement() {
        if (failure instanceof RepairNeededException doubt) {
            return doubt.failure();
        }
        return failure instanceof StatementFailedException failed ? Optional.of(failed.failure()) : Optional.empty();
    }

    /** This report, if the run did what it should; else what stopped it is thrown. */
    public Report orThrow() {
        if (failure != null) {
            throw failure;
        }
        return this;
    }
}
