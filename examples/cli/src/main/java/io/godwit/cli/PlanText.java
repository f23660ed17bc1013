package io.godwit.cli;

import io.godwit.plan.Direction;
import io.godwit.plan.Finding;
import io.godwit.plan.MigrationPlan;
import io.godwit.plan.Plan;
import io.godwit.plan.StepPlan;
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
                        + plan.risk());
        plan.migrations().forEach(this::migration);
        findings(plan);
    }

    private void migration(MigrationPlan migration) {
        String arrow = migration.direction() == Direction.UP ? "↑ " : "↓ ";
        String name = migration.migration().name();
        terminal.out().println();
        terminal.out()
                .println(terminal.bold(arrow + migration.id()) + "  "
                        + migration.migration().pluginId() + " "
                        + migration.migration().version() + (name == null ? "" : terminal.dim("  " + name)));
        if (migration.skipped()) {
            terminal.out().println("    not for this engine: only recorded");
        }
        migration.steps().forEach(this::step);
    }

    private void step(StepPlan step) {
        terminal.out().println("    " + step.step().id() + ": " + String.join(", ", facts(step)));
        if (statements) {
            step.statements()
                    .forEach(statement -> (statement.sql() + ";")
                            .lines()
                            .forEach(line -> terminal.out().println("        " + terminal.dim(line))));
        }
    }

    private List<String> facts(StepPlan step) {
        List<String> facts = new ArrayList<>();
        facts.add(Count.of(step.statements().size(), "statement"));
        facts.add(step.atomic() ? "atomic" : terminal.notable("not atomic"));
        String reason = step.undoReason().isEmpty() ? "" : " (" + step.undoReason() + ")";
        String undo = "undo " + step.undo() + reason;
        facts.add(step.undo() == Undo.EXACT ? undo : terminal.notable(undo));
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
