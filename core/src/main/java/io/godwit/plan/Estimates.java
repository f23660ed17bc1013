package io.godwit.plan;

import io.godwit.history.AppliedMigration;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Expects how long migrations take, from what their authors say and from what the history has measured. */
final class Estimates {

    private final Collection<AppliedMigration> applied;

    Estimates(Collection<AppliedMigration> applied) {
        this.applied = applied;
    }

    /** By the migrations' ids; those of which nothing is known are left out. */
    Map<String, Estimate> of(List<MigrationPlan> plans) {
        Map<String, Estimate> estimates = new LinkedHashMap<>();
        if (plans.isEmpty()) {
            return estimates;
        }
        Map<String, Estimate> before = before();
        Optional<Estimate> usual = usual();
        for (MigrationPlan plan : plans) {
            if (plan.runs()) {
                author(plan)
                        .or(() -> Optional.ofNullable(before.get(plan.id())))
                        .or(() -> usual)
                        .ifPresent(estimate -> estimates.put(plan.id(), estimate));
            }
        }
        return estimates;
    }

    private static Optional<Estimate> author(MigrationPlan plan) {
        return Optional.ofNullable(plan.migration().estimatedDuration())
                .map(seconds -> new Estimate(Duration.ofSeconds(seconds), Estimate.Basis.AUTHOR));
    }

    private Map<String, Estimate> before() {
        Map<String, Estimate> before = new HashMap<>();
        applied.stream()
                .filter(Estimates::isMeasured)
                .forEach(row -> before.put(
                        row.migrationId(),
                        new Estimate(Duration.ofMillis(row.durationMillis()), Estimate.Basis.HISTORY)));
        return before;
    }

    private Optional<Estimate> usual() {
        long[] measured = applied.stream()
                .filter(Estimates::isMeasured)
                .mapToLong(AppliedMigration::durationMillis)
                .sorted()
                .toArray();
        return measured.length == 0
                ? Optional.empty()
                : Optional.of(new Estimate(Duration.ofMillis(measured[measured.length / 2]), Estimate.Basis.GUESS));
    }

    /** What went to the server in one message, or was too quick for the clock, says 0. */
    private static boolean isMeasured(AppliedMigration applied) {
        return applied.isWhole() && applied.durationMillis() > 0;
    }
}
