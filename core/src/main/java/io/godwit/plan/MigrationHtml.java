package io.godwit.plan;

import io.godwit.dialect.Statement;
import java.util.stream.Collectors;

/** The part of a report on one migration. */
final class MigrationHtml {

    private final Plan plan;
    private final int at;
    private final HtmlWriter html;

    MigrationHtml(Plan plan, int at, HtmlWriter html) {
        this.plan = plan;
        this.at = at;
        this.html = html;
    }

    /** Where links of the page's drawing find it. */
    void writeAnchored() {
        html.open("article", "id", PlanHtml.anchor(at + 1));
        content();
    }

    void write() {
        html.open("article");
        content();
    }

    private void content() {
        MigrationPlan migration = plan.migrations().get(at);
        html.element(
                "h3",
                (at + 1) + ". " + (migration.direction() == Direction.UP ? "↑ " : "↓ ") + migration.id() + " ("
                        + migration.migration().pluginId() + " "
                        + migration.migration().version() + ")");
        String name = migration.migration().name();
        if (name != null) {
            html.element("p", name);
        }
        html.open("dl");
        new MigrationSummary(plan, migration)
                .facts()
                .forEach((fact, words) -> html.element("dt", fact).element("dd", words));
        html.close();
        migration.steps().forEach(step -> step(migration, step));
        html.close();
    }

    private void step(MigrationPlan migration, StepPlan step) {
        StepUndo undo = migration.undo(step);
        html.element("h4", step.step().id());
        html.open("p")
                .text(step.atomicity() + ", undo ")
                .element("span", undo.toString(), "class", undo.undo().toString())
                .text(step.deferred() ? ", rendered when its turn comes, behind opaque SQL; a preview:" : "")
                .close();
        if (!step.statements().isEmpty()) {
            String code = step.statements().stream().map(Statement::sql).collect(Collectors.joining(";\n", "", ";"));
            html.open("pre").element("code", code).close();
        }
    }
}
