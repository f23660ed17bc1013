package io.godwit.plan;

import io.godwit.migration.Step;
import io.godwit.operation.CreateIndex;
import io.godwit.operation.DropIndex;
import io.godwit.operation.Operation;
import io.godwit.operation.Sql;
import java.util.regex.Pattern;

/** Indexes that are made or dropped beside their table's readers and writers, told by a step that cannot be rendered yet. */
final class ConcurrentOperations {

    private static final Pattern WORD = Pattern.compile("\\bindex\\s+concurrently\\b", Pattern.CASE_INSENSITIVE);

    private ConcurrentOperations() {}

    /** Whether the step does nothing else, so that it runs outside a transaction also where it does not say so. */
    static boolean areAllOf(Step step) {
        return !step.allOperations().isEmpty() && step.allOperations().stream().allMatch(ConcurrentOperations::isOne);
    }

    private static boolean isOne(Operation operation) {
        if (operation instanceof Sql sql) {
            return sql.text().texts().values().stream()
                    .anyMatch(source -> WORD.matcher(source.toString()).find());
        }
        return (operation instanceof CreateIndex create && create.concurrently())
                || (operation instanceof DropIndex drop && drop.concurrently());
    }
}
