package io.godwit.plan;

import io.godwit.dialect.Statement;
import io.godwit.operation.AddColumn;
import io.godwit.operation.CreateIndex;
import io.godwit.operation.CreateTable;
import io.godwit.operation.Operation;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts neighbours together that one record is enough for: those that change rows alone, which are one transaction, and those that
 * make something that cannot be made twice, of which the engine itself tells later which were done. Not thread-safe.
 */
public final class ScriptGroups {

    /** So many statements are one group at the most: what a transaction locks is locked until its end. */
    private static final int MOST = 1000;

    private final List<OperationScript> scripts;
    private final List<OperationScript> grouped = new ArrayList<>();
    private final List<Operation> operations = new ArrayList<>();
    private final List<Statement> statements = new ArrayList<>();
    private final List<JournalEntry> inverses = new ArrayList<>();
    private Kind open = Kind.ALONE;

    private enum Kind {
        ALONE,
        ROWS,
        MAKES
    }

    public ScriptGroups(List<OperationScript> scripts) {
        this.scripts = scripts;
    }

    /** Whether the engine refuses each of the statements where it has run before: then all of them may be tried again. */
    public static boolean canBeTriedAgain(OperationScript script) {
        return script.operations().size() == script.statements().size()
                && script.operations().stream().allMatch(ScriptGroups::isMade);
    }

    private static boolean isMade(Operation operation) {
        return (operation instanceof CreateTable table && !table.ifNotExists())
                || (operation instanceof CreateIndex index && !index.ifNotExists())
                || (operation instanceof AddColumn column && !column.ifNotExists());
    }

    /** The same statements in the same order. */
    public List<OperationScript> grouped() {
        for (OperationScript script : scripts) {
            Kind kind = kind(script);
            if (kind != open || statements.size() + script.statements().size() > MOST) {
                close();
                open = kind;
            }
            if (kind == Kind.ALONE) {
                grouped.add(script);
            } else {
                operations.addAll(script.operations());
                statements.addAll(script.statements());
                inverses.addAll(script.inverses());
            }
        }
        close();
        return grouped;
    }

    private static Kind kind(OperationScript script) {
        if (script.statements().isEmpty()) {
            return Kind.ALONE;
        }
        boolean rows = SqlKind.changesRowsOnly(
                script.statements().stream().map(Statement::sql).toList());
        return rows ? Kind.ROWS : canBeTriedAgain(script) ? Kind.MAKES : Kind.ALONE;
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
