package io.godwit.plan.risk;

import io.godwit.migration.RiskLevel;
import io.godwit.plan.BackupNeed;
import io.godwit.plan.Direction;
import io.godwit.plan.Finding;
import io.godwit.plan.MigrationPlan;
import io.godwit.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Before which migrations a backup should exist. Immutable.
 *
 * @param from the risk from which one is wanted; null for what authors want only
 */
record BackupRule(@Nullable RiskLevel from) {

    List<BackupNeed> of(Plan plan) {
        Map<String, List<Finding>> findings =
                plan.findings().stream().collect(Collectors.groupingBy(Finding::migration));
        List<BackupNeed> needs = new ArrayList<>();
        for (MigrationPlan migration : plan.migrations()) {
            if (migration.direction() == Direction.UP && migration.runs()) {
                reason(migration, findings.getOrDefault(migration.id(), List.of()))
                        .ifPresent(reason -> needs.add(new BackupNeed(migration.id(), reason)));
            }
        }
        return needs;
    }

    private Optional<String> reason(MigrationPlan migration, List<Finding> findings) {
        if (migration.requiresBackup()) {
            return Optional.of(BackupNeed.AUTHOR);
        }
        if (from == null) {
            return Optional.empty();
        }
        List<String> rules = findings.stream()
                .filter(finding -> finding.severity().risk().compareTo(from) >= 0)
                .map(Finding::rule)
                .distinct()
                .toList();
        if (!rules.isEmpty()) {
            return Optional.of("its risk is " + from + " or above: " + String.join(", ", rules));
        }
        RiskLevel said = migration.migration().riskLevel();
        return said.compareTo(from) >= 0 ? Optional.of("its author says that its risk is " + said) : Optional.empty();
    }
}
