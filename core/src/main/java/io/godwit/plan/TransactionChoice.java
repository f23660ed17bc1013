package io.godwit.plan;

import io.godwit.dialect.Statement;
import io.godwit.failure.PlanRefusedException;
import io.godwit.migration.Step;
import java.util.List;

/** Whether a step runs in a transaction. */
final class TransactionChoice {

    private final String migration;
    private final Step step;

    TransactionChoice(String migration, Step step) {
        this.migration = migration;
        this.step = step;
    }

    /** What the author says, but for a step that moves rows, whose batches are transactions, and a step of nothing else than statements that no transaction can hold. */
    boolean transactional(List<OperationScript> scripts, List<Finding> findings) {
        if (step.transform() != null) {
            return false;
        }
        List<Statement> statements =
                scripts.stream().flatMap(script -> script.statements().stream()).toList();
        long outside = statements.stream()
                .filter(statement -> statement.mode() == Statement.Mode.OUTSIDE_TRANSACTION)
                .count();
        if (!step.transactional() || outside == 0) {
            return step.transactional();
        }
        if (outside < statements.size()) {
            throw new PlanRefusedException(migration + ", step " + step.id()
                    + ": an index made or dropped concurrently cannot be in a transaction, and other operations of this step"
                    + " need one. Nothing was changed. Give it a step of its own, with \"transactional\": false.");
        }
        findings.add(new Finding(
                "concurrent-in-transaction",
                Severity.LOW,
                migration,
                step.id(),
                "the step runs outside a transaction, because an index is made or dropped concurrently",
                "say \"transactional\": false"));
        return false;
    }
}
