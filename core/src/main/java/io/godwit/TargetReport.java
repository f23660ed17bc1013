package io.godwit;

import io.godwit.engine.Outcome;
import io.godwit.engine.Report;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a fleet did on one target. Immutable.
 *
 * @param target its name
 * @param outcome how it ended; null if it never began
 * @param applied ids of the migrations that were applied, in order
 * @param rolledBack ids of the migrations that were taken back, in order
 * @param failure what stopped it; null when nothing did
 * @param duration how long it took
 */
public record TargetReport(
        String target,
        @Nullable Outcome outcome,
        List<String> applied,
        List<String> rolledBack,
        @Nullable RuntimeException failure,
        Duration duration) {

    public TargetReport {
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(duration, "duration");
        applied = List.copyOf(applied);
        rolledBack = List.copyOf(rolledBack);
    }

    static TargetReport of(String target, Report report) {
        return new TargetReport(
                target, report.outcome(), report.applied(), report.rolledBack(), report.failure(), report.duration());
    }

    /** Of what threw before there was a report. */
    static TargetReport failed(String target, RuntimeException failure, Duration duration) {
        return new TargetReport(target, Outcome.REFUSED, List.of(), List.of(), failure, duration);
    }

    static TargetReport notStarted(String target) {
        return new TargetReport(target, null, List.of(), List.of(), null, Duration.ZERO);
    }

    /** Whether it began and did not do what it should. */
    public boolean hasFailed() {
        return failure != null;
    }

    /** As scripts read it, such as {@code succeeded} or {@code not-started}. */
    public String outcomeText() {
        return outcome == null ? "not-started" : outcome.toString();
    }
}
