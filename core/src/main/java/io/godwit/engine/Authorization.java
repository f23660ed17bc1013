package io.godwit.engine;

import io.godwit.failure.ActionDeniedException;
import io.godwit.failure.GodwitException;
import io.godwit.history.HistoryReader;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks the host's authorizer, and writes what it denies into the audit trail. */
final class Authorization {

    private static final System.Logger LOG = System.getLogger(Authorization.class.getName());

    /** Nobody waits long for an entry about what did not happen. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final RunOptions options;
    private final Map<Action, String> denied = new LinkedHashMap<>();

    Authorization(RunOptions options) {
        this.options = options;
    }

    /** Asks about all of them, and throws if one is denied; the entry is written under the lock. */
    void check(List<Action> actions, Session session, ExclusiveWork exclusive) {
        if (!allows(actions)) {
            Duration wait = options.lockWait().compareTo(PATIENCE) < 0 ? options.lockWait() : PATIENCE;
            recordQuietly(session, () -> {
                session.together(session.dialect().settings().open(wait));
                exclusive.run(session, wait, lock -> record(session));
            });
            throw exception();
        }
    }

    /** As {@link #check}, where the lock is held already. */
    void checkLocked(List<Action> actions, Session session) {
        if (!allows(actions)) {
            recordQuietly(session, () -> record(session));
            throw exception();
        }
    }

    private boolean allows(List<Action> actions) {
        denied.clear();
        for (Action action : actions) {
            Decision decision = decision(action);
            if (!decision.allowed()) {
                denied.put(action, decision.reason());
            }
        }
        return denied.isEmpty();
    }

    private Decision decision(Action action) {
        try {
            return options.authorizer().decide(options.actor(), action);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "the authorizer failed, which denies " + action, e);
            return Decision.deny("the authorizer failed");
        }
    }

    private ActionDeniedException exception() {
        return new ActionDeniedException(
                options.actor(),
                denied.entrySet().stream()
                        .map(entry -> entry.getKey() + (entry.getValue().isEmpty() ? "" : ": " + entry.getValue()))
                        .toList());
    }

    /** Not to be let in counts, whether or not it could be written down. */
    private static void recordQuietly(Session session, WorkTransaction.Work work) {
        try {
            if (reader(session).read().installed()) {
                work.run();
            }
        } catch (SQLException | GodwitException e) {
            LOG.log(System.Logger.Level.WARNING, "a denial could not be recorded: " + e.getMessage());
            LOG.log(System.Logger.Level.DEBUG, "why it could not be recorded", e);
        }
    }

    private void record(Session session) throws SQLException {
        new AuditNote(session, options)
                .write(denied.entrySet().stream()
                        .map(entry -> denial(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private static AuditNote.Line denial(Action action, String reason) {
        String detail = String.join(", ", action.subjects()) + (reason.isEmpty() ? "" : ": " + reason);
        return new AuditNote.Line(action.kind().toString(), action.pluginId(), "denied", detail);
    }

    private static HistoryReader reader(Session session) {
        return new HistoryReader(session.dialect(), session.connection());
    }
}
