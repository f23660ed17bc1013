package io.godwit.plan;

import io.godwit.dialect.Statement;
import io.godwit.history.AuditHead;
import io.godwit.migration.Migration;
import io.godwit.migration.Step;
import io.godwit.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A plan of migrations that nobody rendered: each operation is its own name. For one test. */
final class SamplePlan {

    private final List<MigrationPlan> migrations = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    SamplePlan up(Migration... more) {
        return add(Direction.UP, more);
    }

    SamplePlan down(Migration... more) {
        return add(Direction.DOWN, more);
    }

    SamplePlan finding(Finding finding) {
        findings.add(finding);
        return this;
    }

    private SamplePlan add(Direction direction, Migration... more) {
        for (Migration migration : more) {
            List<StepPlan> steps = migration.up().stream()
                    .map(step -> step(step, Inverse.none("nobody asked")))
                    .toList();
            migrations.add(new MigrationPlan(migration, direction, steps, Handling.RUN, "", false));
        }
        return this;
    }

    /** With a statement for each operation, and its name where it is no SQL text. */
    static StepPlan step(Step step, Inverse inverse) {
        List<OperationScript> scripts = new ArrayList<>();
        for (Operation operation : step.allOperations()) {
            String sql = step.sql() == null
                    ? operation.getClass().getSimpleName()
                    : step.sql().texts().values().toString();
            scripts.add(new OperationScript(
                    List.of(operation),
                    List.of(Statement.of(sql)),
                    List.of(new JournalEntry(inverse, RowTarget.of(operation)))));
        }
        return new StepPlan(step, scripts, null, null, null, true, true, Set.of(), new PluginDefinitions(), false);
    }

    Plan build() {
        return new Plan(
                "fake",
                "1",
                migrations,
                findings,
                PlanAssembly.risk(migrations, findings),
                AuditHead.NONE,
                Map.of(),
                List.of(),
                false);
    }
}
