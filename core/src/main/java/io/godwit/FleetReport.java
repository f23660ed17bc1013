package io.godwit;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * What a fleet did. Immutable.
 *
 * @param targets one for each target, in their order, also for those that never began
 * @param stopped why not all targets began; empty if nothing stopped it
 * @param duration how long all of it took
 */
public record FleetReport(List<TargetReport> targets, String stopped, Duration duration) {

    public FleetReport {
        targets = List.copyOf(targets);
        Objects.requireNonNull(stopped, "stopped");
        Objects.requireNonNull(duration, "duration");
    }

    /** Whether every target did what it should. */
    public boolean succeeded() {
        return targets.stream().allMatch(target -> target.outcome() != null && !target.hasFailed());
    }

    /** Those that failed. */
    public List<TargetReport> failed() {
        return targets.stream().filter(TargetReport::hasFailed).toList();
    }

    /** As a JSON document; keys are added, never taken away. */
    public String toJson() {
        return new FleetJson(this).text();
    }

    /** As a page for people. */
    public String toMarkdown() {
        return new FleetMarkdown(this).text();
    }
}
