package io.godwit.engine;

import io.godwit.failure.GodwitException;
import io.godwit.migration.Migration;
import io.godwit.plan.Finding;
import io.godwit.plan.MigrationPlan;
import io.godwit.plan.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The migrations that failed in a run that went on, and those that could not run for them. For one thread. */
final class FailedMigrations {

    private final Set<String> stopped = new HashSet<>();
    private final List<Finding> findings = new ArrayList<>();
    private @Nullable GodwitException first;

    /** From now on what stands on it is stopped, too. */
    void add(MigrationPlan plan, GodwitException failure) {
        stop(plan.migration());
        if (first == null) {
            first = failure;
        } else {
            findings.add(new Finding("failed", Severity.HIGH, plan.id(), "", String.valueOf(failure.getMessage()), ""));
        }
    }

    /** Whether a migration failed, or stands on one that did: a later one of its plugin, or one that depends on it. */
    boolean stops(MigrationPlan plan) {
        Migration migration = plan.migration();
        if (stopped.contains(key(migration.id()))) {
            return true;
        }
        Optional<String> cause = stopped.contains(migration.pluginId())
                ? Optional.of("an earlier one of " + migration.pluginId())
                : migration.dependencies().stream()
                        .map(dependency -> dependency.target())
                        .filter(target -> stopped.contains(target) || stopped.contains(key(target)))
                        .findFirst();
        cause.ifPresent(what -> {
            stop(migration);
            findings.add(new Finding(
                    "not-run",
                    Severity.MEDIUM,
                    plan.id(),
                    "",
                    "it was not run, for it needs " + what + ", which failed",
                    ""));
        });
        return cause.isPresent();
    }

    /** A plugin's id, and a migration's, which might be the same text. */
    private void stop(Migration migration) {
        stopped.add(migration.pluginId());
        stopped.add(key(migration.id()));
    }

    private static String key(String migrationId) {
        return "migration " + migrationId;
    }

    /** The first failure; null if there was none. */
    @Nullable
    GodwitException first() {
        return first;
    }

    /** The other failures, and what was not run. */
    List<Finding> findings() {
        return List.copyOf(findings);
    }
}
