package io.godwit.tck.harness;

import io.godwit.dialect.Statement;
import io.godwit.operation.Operation;
import io.godwit.plan.Inverse;
import java.util.List;

/**
 * What the operations of one step became. Immutable.
 *
 * @param operations what was rendered, universal definitions as the operations that say the same
 * @param statements in the order in which they run
 * @param inverses one for each operation, in their order
 */
record RenderedStep(List<Operation> operations, List<Statement> statements, List<Inverse> inverses) {

    RenderedStep {
        operations = List.copyOf(operations);
        statements = List.copyOf(statements);
        inverses = List.copyOf(inverses);
    }
}
