package io.godwit.plan.risk;

import io.godwit.dialect.TableChange;
import io.godwit.migration.Step;
import io.godwit.operation.InsertRows;
import io.godwit.operation.Operation;
import io.godwit.plan.RowTarget;
import io.godwit.schema.TableName;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the transaction that a migration's steps share has done so far. Mutable, for one plan. */
final class OpenTransaction {

    private final Set<TableName> altered = new HashSet<>();
    private final Set<TableName> written = new HashSet<>();
    private Step current = Step.of("", List.of());

    void end() {
        altered.clear();
        written.clear();
    }

    /** A step that stands by itself has a transaction of its own, or none. */
    void enter(Step step) {
        if (!step.id().equals(current.id()) && (!isShared(step) || !isShared(current))) {
            end();
        }
        current = step;
    }

    private static boolean isShared(Step step) {
        return step.transactional() && !step.skipOnError();
    }

    boolean hasAltered(TableName table) {
        return current.transactional() && altered.contains(table);
    }

    boolean hasWritten(TableName table) {
        return current.transactional() && written.contains(table);
    }

    void after(Operation operation) {
        TableChange.tableOf(operation).ifPresent(altered::add);
        if (!(operation instanceof InsertRows)) {
            written.addAll(RowTarget.of(operation));
        }
    }
}
