package io.godwit.plan;

import io.godwit.dialect.Statement;

/** A plan as a page for people. */
final class PlanMarkdown {

    private final Plan plan;
    private final StringBuilder text = new StringBuilder();

    PlanMarkdown(Plan plan) {
        this.plan = plan;
    }

    String text() {
        line("# Plan for " + plan.engine() + " " + plan.version());
        line("");
        if (plan.isEmpty()) {
            line("Nothing to do.");
            return text.toString();
        }
        line(plan.migrations().size() + (plan.migrations().size() == 1 ? " migration" : " migrations") + ", risk "
                + plan.risk() + ".");
        plan.migrations().forEach(this::migration);
        findings();
        return text.toString();
    }

    private void migration(MigrationPlan migration) {
        line("");
        line("## " + (migration.direction() == Direction.UP ? "↑ " : "↓ ") + migration.id() + " ("
                + migration.migration().pluginId() + " " + migration.migration().version() + ")");
        String name = migration.migration().name();
        if (name != null) {
            line("");
            line(name);
        }
        if (migration.skipped()) {
            line("");
            line("Not for this engine: only recorded.");
        }
        migration.steps().forEach(this::step);
    }

    private void step(StepPlan step) {
        line("");
        line("- **" + step.step().id() + "**: atomic: " + (step.atomic() ? "yes" : "no") + ", undo: " + step.undo()
                + (step.undoReason().isEmpty() ? "" : " (" + step.undoReason() + ")")
                + (step.deferred() ? ", rendered when its turn comes (behind opaque SQL); a preview:" : ""));
        if (!step.statements().isEmpty()) {
            line("");
            line("  ```sql");
            for (Statement statement : step.statements()) {
                (statement.sql() + ";").lines().forEach(part -> line("  " + part));
            }
            line("  ```");
        }
    }

    private void findings() {
        if (plan.findings().isEmpty()) {
            return;
        }
        line("");
        line("## Findings");
        line("");
        for (Finding finding : plan.findings()) {
            line("- " + finding.severity() + " `" + finding.rule() + "` " + finding.migration()
                    + (finding.step().isEmpty() ? "" : "/" + finding.step()) + ": " + finding.message()
                    + (finding.safer().isEmpty() ? "" : " Safer: " + finding.safer() + "."));
        }
    }

    private void line(String words) {
        text.append(words).append('\n');
    }
}
