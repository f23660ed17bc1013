package io.godwit.plan;

import io.godwit.dialect.Statement;
import io.godwit.operation.Operation;
import java.util.List;

/**
 * Operations that are rendered together, their statements, and the inverse of each. Immutable.
 *
 * @param operations at least one
 * @param statements in the order in which they run
 * @param inverses as many as operations, in their order
 */
public record OperationScript(List<Operation> operations, List<Statement> statements, List<JournalEntry> inverses) {

    public OperationScript {
        operations = List.copyOf(operations);
        statements = List.copyOf(statements);
        inverses = List.copyOf(inverses);
    }
}
