package io.godwit.engine;

import io.godwit.failure.GodwitException;
import io.godwit.history.AuditHead;
import io.godwit.history.History;
import io.godwit.history.HistoryReader;
import io.godwit.plan.Plan;
import java.sql.SQLException;

/**
 * Plans without a lock: history and schema are read one after the other, and another runner may finish a migration in between. A
 * refusal counts only if the history stood still while it came about.
 */
public final class SteadyPlanner implements Runner.Planner {

    private final Runner.Planner planner;

    public SteadyPlanner(Runner.Planner planner) {
        this.planner = planner;
    }

    @Override
    public void prepare() {
        planner.prepare();
    }

    @Override
    public void check() {
        planner.check();
    }

    @Override
    public Plan plan(Session session) throws SQLException {
        AuditHead before = null;
        while (true) {
            try {
                return planner.plan(session);
            } catch (GodwitException refusal) {
                History history = new HistoryReader(session.dialect(), session.connection()).read();
                if (!history.installed() || history.head().equals(before)) {
                    throw HistoryWholeness.cause(session, history, refusal);
                }
                before = history.head();
            }
        }
    }
}
