package io.godwit.tck.harness;

import io.godwit.dialect.Statement;
import io.godwit.plan.Inverse;
import java.util.List;

/**
 * What the operations of one step became. Immutable.
 *
 * @param statements in the order in which they run
 * @param inverses one for each operation, in their order
 */
record RenderedStep(List<Statement> statements, List<Inverse> inverses) {

    RenderedStep {
        statements = List.copyOf(statements);
        inverses = List.copyOf(inverses);
    }
}
