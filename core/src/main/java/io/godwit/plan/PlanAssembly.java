package io.godwit.plan;

import io.godwit.history.History;
import io.godwit.migration.RiskLevel;
import java.util.List;

/** Puts a plan together and judges its risk. */
final class PlanAssembly {

    private final Rendering rendering;

    PlanAssembly(Rendering rendering) {
        this.rendering = rendering;
    }

    Plan plan(List<MigrationPlan> migrations, List<Finding> findings, History history) {
        return new Plan(
                rendering.dialect().engine(),
                rendering.dialect().version(),
                migrations,
                findings,
                risk(migrations, findings),
                history.head(),
                new Estimates(history.applied()).of(migrations),
                backups(migrations),
                false);
    }

    private static List<BackupNeed> backups(List<MigrationPlan> migrations) {
        return migrations.stream()
                .filter(MigrationPlan::requiresBackup)
                .map(plan -> new BackupNeed(plan.id(), BackupNeed.AUTHOR))
                .toList();
    }

    static RiskLevel risk(List<MigrationPlan> migrations, List<Finding> findings) {
        RiskLevel authors = migrations.stream()
                .map(plan -> plan.migration().riskLevel())
                .reduce(RiskLevel.LOW, PlanAssembly::higher);
        return findings.stream().map(finding -> finding.severity().risk()).reduce(authors, PlanAssembly::higher);
    }

    private static RiskLevel higher(RiskLevel one, RiskLevel other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
