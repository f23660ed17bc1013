package io.godwit.engine;

import io.godwit.dialect.Feature;
import io.godwit.failure.GodwitException;
import io.godwit.failure.RepairNeededException;
import io.godwit.history.Damage;
import io.godwit.history.Damages;
import io.godwit.history.History;
import io.godwit.history.HistoryCheck;
import io.godwit.history.HistoryReader;
import io.godwit.plan.Plan;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Refuses to go on with a history that is not as Godwit wrote it. */
final class HistoryWholeness {

    private HistoryWholeness() {}

    /**
     * Before a plan runs: the audit trail and all rows, and documents and journals of the plugins concerned.
     *
     * @param history as it was just read, under the lock
     */
    static void require(Session session, History history, Plan plan) throws SQLException {
        require(
                session,
                history,
                plan.migrations().stream()
                        .map(migration -> migration.migration().pluginId())
                        .collect(Collectors.toSet()));
    }

    /** Before anything else that relies on the history: all but documents and journals of other plugins than these. */
    static void require(Session session, History history, Set<String> plugins) throws SQLException {
        if (history.isEmpty()) {
            return;
        }
        refuse(session, history, check(session).damages(history, plugins));
    }

    /** What differs because another runner was writing is no damage: where the work transaction is the lock, none was held yet. */
    private static void refuse(Session session, History history, List<Damage> damages) throws SQLException {
        boolean moved = !damages.isEmpty()
                && session.dialect().supports(Feature.SINGLE_WRITER)
                && !reader(session).head().equals(history.head());
        if (!moved) {
            Damages.refuse(damages);
        }
    }

    /** What a refusal comes from, if the history is damaged: then it is that which must be told. */
    static GodwitException cause(Session session, History history, GodwitException refusal) throws SQLException {
        if (!history.installed() || refusal instanceof RepairNeededException) {
            return refusal;
        }
        try {
            refuse(session, history, check(session).verdict().damages());
            return refusal;
        } catch (RepairNeededException damage) {
            damage.addSuppressed(refusal);
            return damage;
        }
    }

    private static HistoryCheck check(Session session) {
        return new HistoryCheck(reader(session));
    }

    private static HistoryReader reader(Session session) {
        return new HistoryReader(session.dialect(), session.connection());
    }
}
