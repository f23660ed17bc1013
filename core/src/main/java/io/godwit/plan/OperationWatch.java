package io.godwit.plan;

import io.godwit.dialect.SchemaView;
import io.godwit.dialect.Statement;
import io.godwit.migration.Migration;
import io.godwit.migration.Step;
import io.godwit.operation.Operation;
import java.util.List;

/** Looks on while the up side of a plan is made, and says what a person should know. For one plan, on one thread. */
public interface OperationWatch {

    /** Finds nothing. */
    OperationWatch NONE = (step, operation, statements, before) -> List.of();

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
