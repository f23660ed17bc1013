package io.godwit.plan;

import io.godwit.dialect.Statement;

/** A plan as its statements, with comments that say where they come from. */
final class PlanSql {

    private final Plan plan;

    PlanSql(Plan plan) {
        this.plan = plan;
    }

    String text() {
        StringBuilder text = new StringBuilder("-- ")
                .append(comment(plan.engine() + " " + plan.version()))
                .append('\n');
        for (MigrationPlan migration : plan.migrations()) {
            text.append("\n-- ")
                    .append(comment(
                            migration.id() + " (" + migration.migration().pluginId() + " "
                                    + migration.migration().version() + ", " + migration.direction() + ")"))
                    .append('\n');
            new MigrationSummary(plan, migration)
                    .facts()
                    .forEach((fact, words) -> text.append("-- ")
                            .append(comment(fact + ": " + words))
                            .append('\n'));
            for (StepPlan step : migration.steps()) {
                text.append("-- step ")
                        .append(comment(step.step().id() + ", undo: " + migration.undo(step)))
                        .append('\n');
                for (Statement statement : step.statements()) {
                    text.append(statement.sql()).append(";\n");
                }
            }
        }
        return text.toString();
    }

    private static String comment(String words) {
        return words.replaceAll("[\\p{Cntrl}\\s\\u2028\\u2029]+", " ").strip();
    }
}
