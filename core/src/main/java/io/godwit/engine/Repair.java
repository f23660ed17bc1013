package io.godwit.engine;

import io.godwit.failure.PlanRefusedException;
import io.godwit.history.History;
import io.godwit.history.HistoryReader;
import io.godwit.history.RowTexts;
import io.godwit.plan.Rendering;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * Finds what a run would not get over by itself, and goes the way that a person chose.
 *
 * <p>Thread-safe: each repair has its own connections.
 */
public final class Repair {

    private final DataSource dataSource;
    private final DialectFinder dialects;
    private final Function<Session, Rendering> renderings;
    private final RunOptions options;
    private final Function<Session, RowTexts> texts;

    public Repair(
            DataSource dataSource,
            DialectFinder dialects,
            Function<Session, Rendering> renderings,
            RunOptions options,
            Function<Session, RowTexts> texts) {
        this.texts = texts;
        this.dataSource = dataSource;
        this.dialects = dialects;
        this.renderings = renderings;
        this.options = options;
    }

    /** What there is to repair; changes nothing. */
    public RepairPlan plan(Session session) throws SQLException {
        HistoryReader reader = new HistoryReader(session.dialect(), session.connection());
        List<RepairAction> actions = new ArrayList<>();
        if (reader.isThere()) {
            actions.addAll(new HistoryRepair(session, options, texts).actions());
        }
        History history = actions.isEmpty() ? reader.read() : History.EMPTY;
        if (history.installed()) {
            actions.addAll(new PartialMigrations(session, renderings.apply(session)).actions(history));
        }
        return new RepairPlan(session.dialect().engine(), actions);
    }

    /**
     * Goes one way, under the lock; the audit trail says so. {@link RepairWay#RESUME} of what goes up or down is a run like any other,
     * and not for this.
     *
     * @return what was done, in a sentence
     * @throws PlanRefusedException if it is no way out of anything
     */
    public String carryOut(RepairChoice choice) {
        try (Session session = new Runner(dataSource, dialects, renderings, options).open()) {
            String[] words = {""};
            try {
                ExclusiveWork exclusive = new ExclusiveWork(dataSource, dialects, options);
                new Authorization(options).check(List.of(action(session, choice)), session, exclusive);
                exclusive.run(session, options.lockWait(), lock -> {
                    RepairAction action = plan(session).chosen(choice);
                    words[0] = action.kind() == RepairAction.Kind.DAMAGED && choice.way() != RepairWay.FORGET
                            ? new HistoryRepair(session, options, texts).run(action)
                            : new RepairRun(session, renderings.apply(session), options).run(action, choice.way());
                });
            } catch (SQLException e) {
                throw Session.unavailable(e);
            }
            return words[0];
        }
    }

    private Action action(Session session, RepairChoice choice) throws SQLException {
        String plugin = plan(session).chosen(choice).pluginId();
        return new Action(Action.Kind.REPAIR, plugin, List.of(choice.migrationId() + ": " + choice.way()));
    }
}
