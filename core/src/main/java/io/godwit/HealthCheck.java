package io.godwit;

import io.godwit.changelog.LiquibaseSqlPackage;
import io.godwit.engine.LockState;
import io.godwit.engine.Session;
import io.godwit.failure.GodwitException;
import io.godwit.failure.HistoryConflictException;
import io.godwit.failure.InvalidMigrationException;
import io.godwit.history.AppliedMigration;
import io.godwit.history.AuditVerdict;
import io.godwit.history.History;
import io.godwit.history.HistoryReader;
import io.godwit.migration.Migration;
import io.godwit.plan.EditCheck;
import io.godwit.plan.Given;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks a database how its version state is; what cannot be asked is told, and what else can be asked is. For one use. */
final class HealthCheck {

    private static final System.Logger LOG = System.getLogger(HealthCheck.class.getName());

    private static final int PATIENCE_SECONDS = 5;

    private final Sessions sessions;
    private final Planning planning;
    private final Map<String, Duration> timings = new LinkedHashMap<>();
    private final List<String> grave = new ArrayList<>();
    private final List<String> slight = new ArrayList<>();
    private final List<String> drift = new ArrayList<>();
    private boolean connected;
    private String engine = "";
    private History history = History.EMPTY;
    private List<String> pending = List.of();
    private LockState lock = LockState.FREE;

    HealthCheck(Sessions sessions, Planning planning) {
        this.sessions = sessions;
        this.planning = planning;
    }

    Health check() {
        long begin = System.nanoTime();
        try {
            sessions.with(session -> {
                connected = true;
                engine = session.dialect().engine();
                took("connect", begin);
                look(session);
                return session;
            });
        } catch (RuntimeException failure) {
            // a pool throws what it likes
            connected = false;
            timings.putIfAbsent("connect", Duration.ofNanos(System.nanoTime() - begin));
            failed("database", failure);
        }
        took("total", begin);
        return health();
    }

    private interface Question {
        void ask() throws SQLException;
    }

    private void look(Session session) {
        HistoryReader reader = new HistoryReader(session.dialect(), session.connection());
        ask("lock", session, () -> lock = LockState.of(session));
        ask("history", session, () -> history(session, reader));
        ask("documents", session, () -> documents(reader));
        ask("drift", session, () -> drift(session, reader));
    }

    /** Each by itself: that one cannot be answered says nothing of the others. */
    private void ask(String name, Session session, Question question) {
        long begin = System.nanoTime();
        try {
            question.ask();
        } catch (SQLException failure) {
            failed(name, session.unreadable(failure));
            connected = isAlive(session);
        } catch (GodwitException failure) {
            failed(name, failure);
            connected = isAlive(session);
        }
        took(name, begin);
    }

    private static boolean isAlive(Session session) {
        try {
            return session.connection().isValid(PATIENCE_SECONDS);
        } catch (SQLException dead) {
            LOG.log(System.Logger.Level.DEBUG, "the connection cannot be asked whether it lives", dead);
            return false;
        }
    }

    private void took(String name, long begin) {
        timings.put(name, Duration.ofNanos(System.nanoTime() - begin));
    }

    private void failed(String what, RuntimeException failure) {
        LOG.log(System.Logger.Level.DEBUG, what, failure);
        grave.add(what + ": " + String.valueOf(failure.getMessage()).strip());
    }

    private void history(Session session, HistoryReader reader) throws SQLException {
        history = reader.read();
        AuditVerdict verdict = HistoryAnswers.verdict(session);
        if (!verdict.intact()) {
            grave.add("the history is damaged in " + verdict.damages().size() + " places, the first: "
                    + verdict.damages().get(0) + "; see repair");
        }
        List<String> partial = partial();
        if (!partial.isEmpty() && lock.held()) {
            slight.add("a run is under way: " + String.join(", ", partial));
        } else if (!partial.isEmpty()) {
            grave.add("stopped half-way: " + String.join(", ", partial)
                    + "; migrate goes on with it, or says what to repair");
        }
    }

    private void documents(HistoryReader reader) throws SQLException {
        Given given;
        try {
            given = Given.of(planning.documents(), history);
        } catch (InvalidMigrationException invalid) {
            grave.add("the documents have faults, so that every run is refused: "
                    + invalid.problems().size() + ", the first: "
                    + invalid.problems().get(0) + "; validate tells all");
            return;
        }
        List<String> partial = partial();
        pending = given.pending().stream()
                .map(Migration::id)
                .filter(id -> !partial.contains(id))
                .toList();
        if (!pending.isEmpty()) {
            slight.add("pending: " + pending.size() + " of what is given");
        }
        try {
            new EditCheck(history, reader).check(given);
        } catch (HistoryConflictException edited) {
            String words = String.valueOf(edited.getMessage());
            drift.add(words.lines().findFirst().orElse(words));
            grave.add("a document was edited after it was applied, so that every run is refused");
        }
    }

    private void drift(Session session, HistoryReader reader) throws SQLException {
        List<String> found = new SchemaDrift(session, planning.rendering(session), history, reader).found();
        drift.addAll(found);
        if (!found.isEmpty()) {
            slight.add("the schema is other than the migrations left it, in " + found.size()
                    + (found.size() == 1 ? " place" : " places"));
        }
    }

    private List<String> partial() {
        return history.applied().stream()
                .filter(migration -> !migration.isWhole())
                .map(AppliedMigration::migrationId)
                .toList();
    }

    private Health health() {
        List<AppliedMigration> whole =
                history.applied().stream().filter(AppliedMigration::isWhole).toList();
        @Nullable AppliedMigration last = whole.isEmpty() ? null : whole.get(whole.size() - 1);
        List<String> reasons = new ArrayList<>(grave);
        reasons.addAll(slight);
        return new Health(
                grave.isEmpty()
                        ? slight.isEmpty() ? Health.State.HEALTHY : Health.State.DEGRADED
                        : Health.State.UNHEALTHY,
                connected,
                connected ? engine : "",
                whole.size(),
                last,
                pending,
                partial(),
                drift,
                lock,
                LiquibaseSqlPackage.isAvailable(),
                reasons,
                timings);
    }
}
