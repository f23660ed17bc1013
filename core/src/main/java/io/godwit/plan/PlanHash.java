package io.godwit.plan;

import io.godwit.dialect.Statement;
import io.godwit.history.Digest;
import org.jspecify.annotations.Nullable;

/** SHA-256 of what a plan would run, each text behind its length. For one plan. */
final class PlanHash {

    private final Digest digest = new Digest();

    private PlanHash() {}

    static String of(Plan plan) {
        PlanHash hash = new PlanHash();
        hash.add(plan.engine());
        hash.add(String.valueOf(plan.uninstalls()));
        plan.migrations().forEach(hash::add);
        return hash.digest.text();
    }

    private void add(MigrationPlan migration) {
        add(migration.id());
        add(migration.direction().toString());
        add(migration.handling().name());
        for (StepPlan step : migration.steps()) {
            add(step.step().id());
            add(step.preValidation());
            for (Statement statement : step.statements()) {
                add(statement.sql());
            }
            add(step.postValidation());
        }
    }

    private void add(@Nullable ValidationScript validation) {
        add(validation == null ? "" : validation.sql());
    }

    private void add(String text) {
        digest.add(text);
    }
}
