package io.godwit.engine;

import io.godwit.dialect.Statement;
import io.godwit.plan.OperationScript;
import java.sql.SQLException;

/** Runs statements one after the other in whatever transaction is open. */
final class OpenScripts implements ScriptRunner {

    private final Session session;

    OpenScripts(Session session) {
        this.session = session;
    }

    @Override
    public long run(String step, OperationScript script) throws StepFailure {
        long rows = 0;
        for (Statement statement : script.statements()) {
            try {
                session.reached("before a statement");
                rows += session.execute(statement.sql());
                session.reached("after a statement");
            } catch (SQLException e) {
                throw new StepFailure(step, statement.sql(), e);
            }
        }
        return rows;
    }
}
