package io.godwit.cli;

import io.godwit.plan.Direction;
import io.godwit.plan.Finding;
import io.godwit.plan.MigrationPlan;
import io.godwit.plan.Plan;
import io.godwit.plan.StepPlan;
import io.godwit.plan.StepUndo;
import io.godwit.plan.Undo;
import java.util.ArrayList;
import java.util.List;

/** A plan for people: what would happen, in what order, and how each step is undone. */
final class PlanText {

    private final Terminal terminal;
    private final boolean statements;

    PlanText(Terminal terminal, boolean statements) {
        this.terminal = terminal;
        this.statements = statements;
    }

    void print(Plan plan) {
        String database = plan.engine() + " " + plan.version();
        if (plan.isEmpty()) {
            terminal.out().println("Nothing to do on " + database + ".");
            findings(plan);
            return;
        }
        terminal.out()
                .println(terminal.bold(Count.of(plan.migrations().size(), "migration") + " on " + database) + ", risk "
                        + plan.risk()
                        + plan.estimate()
                                .map(estimate -> ", expected to take " + estimate)
                                .orElse(""));
        plan.migrations().forEach(migration -> migration(plan, migration));
        findings(plan);
    }

    private void migration(Plan plan, MigrationPlan migration) {
        String arrow = migration.direction() == Direction.UP ? "↑ " : "↓ ";
        String name = migration.migration().name();
        terminal.out().println();
        terminal.out()
                .println(terminal.bold(arrow + migration.id()) + "  "
                        + migration.migration().pluginId() + " "
                        + migration.migration().version()
                        + (name == null ? "" : terminal.dim("  " + terminal.plain(name))));
        if (migration.skipped()) {
            terminal.out().println("    not for this engine: only recorded");
        }
        if (!migration.touches().isEmpty()) {
            terminal.out().println("    " + terminal.plain(migration.touches().toString()));
        }
        plan.estimate(migration).ifPresent(estimate -> terminal.out().println("    expected to take " + estimate));
        plan.backup(migration)
                .ifPresent(
                        need -> terminal.out().println("    " + terminal.notable("backup before: " + need.reason())));
        migration.steps().forEach(step -> step(migration, step));
    }

    private void step(MigrationPlan migration, StepPlan step) {
        terminal.out()
                .println("    " + terminal.plain(step.step().id()) + ": " + String.join(", ", facts(migration, step)));
        if (statements) {
            step.statements()
                    .forEach(statement -> (statement.sql() + ";")
                            .lines()
                            .forEach(line -> terminal.out().println("        " + terminal.dim(terminal.plain(line)))));
        }
    }

    private List<String> facts(MigrationPlan migration, StepPlan step) {
        List<String> facts = new ArrayList<>();
        facts.add(Count.of(step.statements().size(), "statement"));
        facts.add(step.atomic() ? step.atomicity() : terminal.notable(step.atomicity()));
        StepUndo undo = migration.undo(step);
        String words = "undo " + terminal.plain(undo.toString());
        facts.add(undo.undo() == Undo.EXACT ? words : terminal.notable(words));
        if (step.deferred()) {
            facts.add("rendered when its turn comes, behind opaque SQL");
        }
        return facts;
    }

    private void findings(Plan plan) {
        if (plan.findings().isEmpty()) {
            return;
        }
        terminal.out().println();
        terminal.out().println(terminal.bold("Findings"));
        for (Finding finding : plan.findings()) {
            terminal.out().println("    " + new FindingText(terminal, finding).line());
        }
    }
}
