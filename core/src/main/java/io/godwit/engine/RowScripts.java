package io.godwit.engine;

import io.godwit.dialect.Statement;
import io.godwit.operation.Operation;
import io.godwit.plan.JournalEntry;
import io.godwit.plan.OperationScript;
import io.godwit.plan.SqlKind;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts neighbours together that change rows alone, where each transaction writes all that its step has done so far: thousands of
 * them would write it thousands of times. Not thread-safe.
 */
final class RowScripts {

    /** So many statements are one transaction at the most, for what it locks is locked until its end. */
    private static final int MOST = 1000;

    private final List<OperationScript> scripts;
    private final List<OperationScript> grouped = new ArrayList<>();
    private final List<Operation> operations = new ArrayList<>();
    private final List<Statement> statements = new ArrayList<>();
    private final List<JournalEntry> inverses = new ArrayList<>();

    RowScripts(List<OperationScript> scripts) {
        this.scripts = scripts;
    }

    /** The same statements in the same order. */
    List<OperationScript> grouped() {
        for (OperationScript script : scripts) {
            if (!changesRows(script)) {
                close();
                grouped.add(script);
                continue;
            }
            if (statements.size() + script.statements().size() > MOST) {
                close();
            }
            operations.addAll(script.operations());
            statements.addAll(script.statements());
            inverses.addAll(script.inverses());
        }
        close();
        return grouped;
    }

    private static boolean changesRows(OperationScript script) {
        return !script.statements().isEmpty()
                && SqlKind.changesRowsOnly(
                        script.statements().stream().map(Statement::sql).toList());
    }

    private void close() {
        if (!operations.isEmpty()) {
            grouped.add(new OperationScript(operations, statements, inverses));
            operations.clear();
            statements.clear();
            inverses.clear();
        }
    }
}
