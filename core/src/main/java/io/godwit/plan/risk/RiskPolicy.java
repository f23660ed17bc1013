package io.godwit.plan.risk;

import io.godwit.failure.PlanRefusedException;
import io.godwit.migration.RiskLevel;
import io.godwit.plan.Direction;
import io.godwit.plan.Finding;
import io.godwit.plan.Plan;
import io.godwit.plan.Severity;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a host lets happen without a word. Immutable.
 *
 * @param refusedFrom findings of this weight and above refuse a plan unless their rule is accepted; null refuses none
 * @param backupFrom migrations of this risk and above need a backup before them; null says that only a migration's own requiresBackup does
 * @param accepted rules whose findings refuse nothing
 */
public record RiskPolicy(
        @Nullable Severity refusedFrom, @Nullable RiskLevel backupFrom, Set<String> accepted) {

    /** Refuses what is critical, and needs a backup where the risk is high. */
    public static final RiskPolicy STANDARD = new RiskPolicy(Severity.CRITICAL, RiskLevel.HIGH, Set.of());

    public RiskPolicy {
        accepted = Set.copyOf(accepted);
    }

    /** The same, refusing from another weight on; null refuses nothing. */
    public RiskPolicy refusingFrom(@Nullable Severity severity) {
        return new RiskPolicy(severity, backupFrom, accepted);
    }

    /** The same, needing a backup from another risk on; null for none but those that a migration requires. */
    public RiskPolicy backupFrom(@Nullable RiskLevel level) {
        return new RiskPolicy(refusedFrom, level, accepted);
    }

    /**
     * The same, accepting further rules.
     *
     * @throws IllegalArgumentException if there is no rule of that name
     */
    public RiskPolicy accepting(Collection<String> rules) {
        for (String rule : rules) {
            if (!RuleCatalogue.isKnown(rule)) {
                throw new IllegalArgumentException("there is no risk rule '" + rule + "'; the rules are "
                        + RuleCatalogue.texts().stream().map(RuleText::id).toList());
            }
        }
        Set<String> all = new HashSet<>(accepted);
        all.addAll(rules);
        return new RiskPolicy(refusedFrom, backupFrom, all);
    }

    /** The findings that stand against the plan; only what goes up is refused, for taking back says itself what is lost. */
    public List<Finding> refusals(Plan plan) {
        boolean up = plan.migrations().stream().anyMatch(migration -> migration.direction() == Direction.UP);
        if (!up || refusedFrom == null) {
            return List.of();
        }
        return plan.findings().stream()
                .filter(finding -> RuleCatalogue.isKnown(finding.rule()))
                .filter(finding -> finding.severity().compareTo(refusedFrom) >= 0)
                .filter(finding -> !accepted.contains(finding.rule()))
                .toList();
    }

    /**
     * Lets the plan pass, or not.
     *
     * @throws PlanRefusedException if a finding stands against it
     */
    public Plan passed(Plan plan) {
        List<Finding> refusals = refusals(plan);
        if (refusals.isEmpty()) {
            return plan;
        }
        String findings = refusals.stream()
                .map(finding -> "\n  " + finding.severity() + " " + finding.rule() + ", " + finding.migration() + "/"
                        + finding.step() + ": " + finding.message() + "; safer: " + finding.safer())
                .collect(Collectors.joining());
        String rules = refusals.stream().map(Finding::rule).distinct().collect(Collectors.joining(", "));
        throw new PlanRefusedException("The plan is too risky to run unasked:" + findings
                + "\nNothing was changed. Take the safer way, or accept the risk by its rule: " + rules + ".");
    }

    /** Whether a verified backup should exist before the plan runs: a migration wants it, or its risk is high enough. */
    public boolean needsBackup(Plan plan) {
        return !new BackupRule(backupFrom).of(plan).isEmpty();
    }

    /** The plan with the backups that this policy wants. */
    public Plan weighed(Plan plan) {
        return plan.isEmpty() ? plan : plan.withBackups(new BackupRule(backupFrom).of(plan));
    }
}
