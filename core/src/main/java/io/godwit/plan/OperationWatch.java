package io.godwit.plan;

import io.godwit.dialect.SchemaView;
import io.godwit.dialect.Statement;
import io.godwit.migration.Migration;
import io.godwit.migration.Step;
import io.godwit.operation.Operation;
import java.util.ArrayList;
import java.util.List;

/** Looks on while the up side of a plan is made, and says what a person should know. For one plan, on one thread. */
public interface OperationWatch {

    /** Finds nothing. */
    OperationWatch NONE = (step, operation, statements, before) -> List.of();

    /** Both look on, the first one first. */
    static OperationWatch both(OperationWatch first, OperationWatch second) {
        return new OperationWatch() {

            @Override
            public List<Finding> begin(Migration migration) {
                return joined(first.begin(migration), second.begin(migration));
            }

            @Override
            public List<Finding> operation(
                    Step step, Operation operation, List<Statement> statements, SchemaView before) {
                return joined(
                        first.operation(step, operation, statements, before),
                        second.operation(step, operation, statements, before));
            }

            @Override
            public List<Finding> end(MigrationPlan plan) {
                return joined(first.end(plan), second.end(plan));
            }
        };
    }

    private static List<Finding> joined(List<Finding> some, List<Finding> more) {
        if (some.isEmpty() || more.isEmpty()) {
            return some.isEmpty() ? more : some;
        }
        List<Finding> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    /** A migration begins; its steps follow. */
    default List<Finding> begin(Migration migration) {
        return List.of();
    }

    /**
     * One operation that has something to do.
     *
     * @param statements what it is rendered as; shared with the operations that are rendered together with it
     * @param before the schema before it; good only while this is called
     */
    List<Finding> operation(Step step, Operation operation, List<Statement> statements, SchemaView before);

    /** The migration is planned whole. */
    default List<Finding> end(MigrationPlan plan) {
        return List.of();
    }
}
