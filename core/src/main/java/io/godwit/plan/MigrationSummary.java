package io.godwit.plan;

import io.godwit.migration.Dependency;
import io.godwit.migration.Down;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What a plan says of one migration beside its steps, for people. */
final class MigrationSummary {

    private final Plan plan;
    private final MigrationPlan migration;

    MigrationSummary(Plan plan, MigrationPlan migration) {
        this.plan = plan;
        this.migration = migration;
    }

    /** What is known, in the order in which it is told. */
    Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        if (!migration.runs()) {
            facts.put("runs", "no: " + migration.handling().reason());
            return facts;
        }
        if (!migration.migration().dependencies().isEmpty()) {
            facts.put(
                    "needs",
                    migration.migration().dependencies().stream()
                            .map(Dependency::toString)
                            .collect(Collectors.joining(", ")));
        }
        Touches touches = migration.touches();
        if (!touches.isEmpty()) {
            facts.put("touches", touches.toString());
        }
        plan.estimate(migration).ifPresent(estimate -> facts.put("expected to take", estimate.toString()));
        plan.backup(migration).ifPresent(need -> facts.put("backup before", "yes: " + need.reason()));
        if (migration.direction() == Direction.UP) {
            facts.put("way back", wayBack());
        }
        return facts;
    }

    private String wayBack() {
        Down down = migration.migration().down();
        if (down instanceof Down.Irreversible irreversible) {
            return "none: " + irreversible.reason();
        }
        return down instanceof Down.Explicit ? "steps.down, as its author wrote it" : "derived from its operations";
    }
}
