package io.godwit.plan;

import io.godwit.history.AuditHead;
import io.godwit.migration.RiskLevel;
import java.util.List;

/** Puts a plan together and judges its risk. */
final class PlanAssembly {

    private final Rendering rendering;

    PlanAssembly(Rendering rendering) {
        this.rendering = rendering;
    }

    Plan plan(List<MigrationPlan> migrations, List<Finding> findings, AuditHead head) {
        return new Plan(
                rendering.dialect().engine(),
                rendering.dialect().version(),
                migrations,
                findings,
                risk(migrations, findings),
                head);
    }

    static RiskLevel risk(List<MigrationPlan> migrations, List<Finding> findings) {
        RiskLevel authors = migrations.stream()
                .map(plan -> plan.migration().riskLevel())
                .reduce(RiskLevel.LOW, PlanAssembly::higher);
        return findings.stream().map(finding -> level(finding.severity())).reduce(authors, PlanAssembly::higher);
    }

    private static RiskLevel higher(RiskLevel one, RiskLevel other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static RiskLevel level(Severity severity) {
        return switch (severity) {
            case INFO, LOW -> RiskLevel.LOW;
            case MEDIUM -> RiskLevel.MEDIUM;
            case HIGH -> RiskLevel.HIGH;
            case CRITICAL -> RiskLevel.CRITICAL;
        };
    }
}
