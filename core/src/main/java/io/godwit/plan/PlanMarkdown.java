package io.godwit.plan;

import io.godwit.dialect.Statement;
import java.util.stream.Collectors;

/** A plan as a page for people. */
final class PlanMarkdown {

    private final Plan plan;
    private final StringBuilder text = new StringBuilder();

    PlanMarkdown(Plan plan) {
        this.plan = plan;
    }

    String text() {
        line("# Plan for " + plan.engine() + " " + MarkdownText.of(plan.version()));
        line("");
        if (plan.isEmpty()) {
            line("Nothing to do.");
        } else {
            line(new PlanSummary(plan).text() + ".");
            plan.migrations().forEach(this::migration);
        }
        findings();
        return text.toString();
    }

    private void migration(MigrationPlan migration) {
        line("");
        line("## " + (migration.direction() == Direction.UP ? "↑ " : "↓ ") + MarkdownText.of(migration.id()) + " ("
                + MarkdownText.of(migration.migration().pluginId() + " "
                        + migration.migration().version()) + ")");
        String name = migration.migration().name();
        if (name != null) {
            line("");
            line(MarkdownText.of(name));
        }
        line("");
        new MigrationSummary(plan, migration)
                .facts()
                .forEach((fact, words) -> line("- " + fact + ": " + MarkdownText.of(words)));
        migration.steps().forEach(step -> step(migration, step));
    }

    private void step(MigrationPlan migration, StepPlan step) {
        line("");
        line("- **" + MarkdownText.of(step.step().id()) + "**: atomic: " + (step.atomic() ? "yes" : "no") + moves(step)
                + ", undo: "
                + MarkdownText.of(migration.undo(step).toString())
                + (step.deferred() ? ", rendered when its turn comes (behind opaque SQL); a preview:" : ""));
        if (!step.statements().isEmpty()) {
            String code = step.statements().stream().map(Statement::sql).collect(Collectors.joining(";\n", "", ";"));
            String fence = MarkdownText.fence(code);
            line("");
            line("  " + fence + "sql");
            code.lines().forEach(part -> line("  " + part));
            line("  " + fence);
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
            line("- " + finding.severity() + " `" + finding.rule() + "` "
                    + MarkdownText.of(finding.migration()
                            + (finding.step().isEmpty() ? "" : "/" + finding.step()) + ": " + finding.message()
                            + (finding.safer().isEmpty() ? "" : "; safer: " + finding.safer())));
        }
    }

    private void line(String words) {
        text.append(words).append('\n');
    }

    private static String moves(StepPlan step) {
        return step.transform() == null ? "" : " (" + MarkdownText.of(step.atomicity()) + ")";
    }
}
