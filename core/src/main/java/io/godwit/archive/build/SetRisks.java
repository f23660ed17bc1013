package io.godwit.archive.build;

import io.godwit.plan.Finding;
import io.godwit.plan.MigrationPlan;
import io.godwit.plan.Plan;
import io.godwit.plan.StepPlan;
import io.godwit.plan.StepUndo;
import io.godwit.plan.Undo;
import io.godwit.plan.risk.RiskPolicy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** What the plans of one package say of its own migrations, whatever the engine. For one thread. */
final class SetRisks {

    private final Set<String> own;
    private final Map<Finding, SortedSet<String>> findings = new LinkedHashMap<>();
    private final Map<BuildUndo, SortedSet<String>> undos = new LinkedHashMap<>();
    private final SortedSet<String> accept = new TreeSet<>();

    /** @param own the package's migrations, by id */
    SetRisks(Set<String> own) {
        this.own = Set.copyOf(own);
    }

    void take(Plan plan) {
        plan.findings().stream()
                .filter(finding -> own.contains(finding.migration()))
                .forEach(finding -> findings.computeIfAbsent(finding, any -> new TreeSet<>())
                        .add(plan.engine()));
        RiskPolicy.STANDARD.refusals(plan).stream()
                .filter(finding -> own.contains(finding.migration()))
                .forEach(finding -> accept.add(finding.rule()));
        for (MigrationPlan migration : plan.migrations()) {
            if (own.contains(migration.id())) {
                migration.steps().forEach(step -> take(plan, migration, step));
            }
        }
    }

    private void take(Plan plan, MigrationPlan migration, StepPlan step) {
        StepUndo undo = migration.undo(step);
        if (undo.undo() != Undo.EXACT) {
            undos.computeIfAbsent(
                            new BuildUndo(migration.id(), step.step().id(), undo.undo(), undo.reason(), List.of()),
                            any -> new TreeSet<>())
                    .add(plan.engine());
        }
    }

    /** The gravest first. */
    List<BuildFinding> findings() {
        List<BuildFinding> all = new ArrayList<>();
        findings.forEach((finding, engines) -> all.add(new BuildFinding(finding, List.copyOf(engines))));
        all.sort(Comparator.comparing((BuildFinding found) -> found.finding().severity())
                .reversed()
                .thenComparing(found -> found.finding().migration())
                .thenComparing(found -> found.finding().step())
                .thenComparing(found -> found.finding().rule())
                .thenComparing(found -> found.finding().message())
                .thenComparing(found -> found.finding().safer()));
        return all;
    }

    /** The rules that the standard policy refuses unless they are accepted. */
    List<String> accept() {
        return List.copyOf(accept);
    }

    List<BuildUndo> irreversible() {
        List<BuildUndo> all = new ArrayList<>();
        undos.forEach((undo, engines) -> all.add(
                new BuildUndo(undo.migration(), undo.step(), undo.undo(), undo.reason(), List.copyOf(engines))));
        all.sort(Comparator.comparing(BuildUndo::migration)
                .thenComparing(BuildUndo::step)
                .thenComparing(BuildUndo::undo)
                .thenComparing(BuildUndo::reason));
        return all;
    }
}
