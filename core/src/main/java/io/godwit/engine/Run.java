package io.godwit.engine;

import io.godwit.dialect.SchemaState;
import io.godwit.failure.RunCancelledException;
import io.godwit.history.AuditEntry;
import io.godwit.history.AuditHead;
import io.godwit.history.Evidence;
import io.godwit.history.HistoryReader;
import io.godwit.history.HistoryWriter;
import io.godwit.history.ObjectChange;
import io.godwit.history.RowSeal;
import io.godwit.migration.Migration;
import io.godwit.plan.LiveSchema;
import io.godwit.plan.Plan;
import io.godwit.plan.Rendering;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one run carries along: its session, its place in the audit trail, its options. For one thread. */
final class Run {

    private static final System.Logger LOG = System.getLogger(Run.class.getName());

    private final String id;
    private final int attempt;
    private final Session session;
    private final Rendering rendering;
    private final RunOptions options;
    private final HistoryWriter writer;
    private final WaitingRecords waiting = new WaitingRecords();
    private final Set<String> own;
    private final List<MovedRows> moved;
    private final boolean plansAgain;
    private Evidence planned = Evidence.NONE;
    private AuditHead head;
    private boolean ending;
    private long rows;

    /**
     * A run that begins.
     *
     * @param plansAgain whether another plan may take the place of the one that was made
     */
    Run(Session session, Rendering rendering, RunOptions options, AuditHead head, boolean plansAgain) {
        this(
                UUID.randomUUID().toString(),
                1,
                session,
                rendering,
                options,
                head,
                plansAgain,
                new HashSet<>(),
                new ArrayList<>());
    }

    private Run(
            String id,
            int attempt,
            Session session,
            Rendering rendering,
            RunOptions options,
            AuditHead head,
            boolean plansAgain,
            Set<String> own,
            List<MovedRows> moved) {
        this.moved = moved;
        this.id = id;
        this.attempt = attempt;
        this.session = session;
        this.rendering = rendering;
        this.options = options;
        this.plansAgain = plansAgain;
        this.writer = new HistoryWriter(session.dialect(), id());
        this.own = own;
        this.head = head;
        own.add(head.hash());
    }

    /** The same once more, under an id of its own: what the server still does for this one can no longer write. */
    Run again(AuditHead from) {
        return new Run(id, attempt + 1, session, rendering, options, from, plansAgain, own, moved);
    }

    /** Whether another plan may take the place of the one that was made. */
    boolean plansAgain() {
        return plansAgain;
    }

    /** Whether the trail ended so when this run began, or with an entry of its own. */
    boolean isOwn(AuditHead end) {
        return own.contains(end.hash());
    }

    Session session() {
        return session;
    }

    /** The schema as it is from now on. */
    SchemaState live() {
        LiveSchema live = new LiveSchema(session.dialect().introspector(), session.connection());
        return new SchemaState(live, session.dialect());
    }

    Rendering rendering() {
        return rendering;
    }

    RunOptions options() {
        return options;
    }

    HistoryWriter writer() {
        return writer;
    }

    WaitingRecords waiting() {
        return waiting;
    }

    HistoryReader reader() {
        return new HistoryReader(session.dialect(), session.connection());
    }

    AuditHead head() {
        return head;
    }

    /** Moves on once {@code entry} is committed. */
    void committed(AuditEntry entry) {
        head = AuditHead.at(entry);
    }

    /** Goes back to where it was: what was written since is rolled back. */
    void backTo(AuditHead former) {
        head = former;
    }

    /** Whether nobody else has written since; asked where the transaction itself is the lock. */
    boolean stillCurrent() throws SQLException {
        return reader().head().equals(head);
    }

    String id() {
        return attempt == 1 ? id : id + "-" + attempt;
    }

    /** Whether running it again may end otherwise. */
    boolean mayPass(SQLException failure) {
        return session.dialect().failures().classify(failure).retryable();
    }

    /** The plan that it runs, for the audit trail. */
    void planned(Plan plan) {
        planned = Evidence.ofPlan(plan.hash());
    }

    AuditEntry next(String action, Migration migration, String outcome, String detail) {
        return next(now(), action, migration.pluginId(), migration.id(), outcome, planned.behind(detail));
    }

    /** Of a migration that is done, with what it did to who owns what. */
    AuditEntry next(String action, Migration migration, List<ObjectChange> objects) {
        return next(
                now(),
                action,
                migration.pluginId(),
                migration.id(),
                "done",
                planned.with(objects).behind(""));
    }

    /** Of a migration whose row is written, at the time that the row has. */
    AuditEntry next(
            String at, String action, Migration migration, String words, RowSeal seal, List<ObjectChange> objects) {
        return next(
                at,
                action,
                migration.pluginId(),
                migration.id(),
                "done",
                planned.with(seal).with(objects).behind(words));
    }

    /** Of a plugin as a whole. */
    AuditEntry next(String action, String pluginId, String detail) {
        return next(now(), action, pluginId, "", "done", planned.behind(detail));
    }

    private AuditEntry next(
            String at, String action, String pluginId, String migrationId, String outcome, String detail) {
        return own(head.next(at, options.actor(), action, pluginId, migrationId, id(), outcome, detail));
    }

    private AuditEntry own(AuditEntry entry) {
        own.add(entry.hash());
        return entry;
    }

    /** Of a plugin, or of one of its migrations. */
    AuditEntry next(String action, String pluginId, String migrationId, String outcome, String detail) {
        return next(now(), action, pluginId, migrationId, outcome, planned.behind(detail));
    }

    /** Of a repair. */
    AuditEntry next(String pluginId, String migrationId, String outcome, String detail) {
        return head.next(now(), options.actor(), "repair", pluginId, migrationId, id, outcome, detail);
    }

    /** Says that this run may write from now on. */
    void begin() throws SQLException {
        session.execute(writer.begin(options.actor(), now()));
        session.reached("run begun");
    }

    /** A migration begins. */
    void begins() {
        ending = false;
        rows = 0;
    }

    /** A step changed rows of the migration that began last. */
    void changed(long more) {
        rows += more;
    }

    /** A transform is done. */
    void moved(MovedRows rows) {
        moved.add(rows);
    }

    /** What its transforms did so far, also before it was run again. */
    List<MovedRows> moved() {
        return List.copyOf(moved);
    }

    /** How many rows the migration changed that began last, as far as anybody counted. */
    long rows() {
        return rows;
    }

    /** A failed migration is taken back, which nobody cancels. */
    void ends() {
        ending = true;
    }

    boolean isCancelled() {
        return !ending
                && (options.cancellation().isCancelled()
                        || Thread.currentThread().isInterrupted());
    }

    /** Whether everything that follows may be cancelled while it runs. */
    void cancellable(boolean now) {
        session.cancellable(now && !ending ? options.cancellation() : null);
    }

    /** What is thrown in a migration that is cancelled: whoever catches it puts the database back. */
    RunCancelledException cancelled(String migration, @Nullable Exception cause) {
        return new RunCancelledException(
                "Migration " + migration + " was cancelled.\n  database: as it was before this migration"
                        + "\n  next: run again when you want it; it is pending",
                cause);
    }

    void tell(ProgressEvent event) {
        try {
            options.listener().onEvent(event);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "a progress listener failed", e);
        }
    }

    static String now() {
        LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MILLIS);
        // A time's own text, which leaves out seconds that are zero: a formatter costs a short process more than all
        // times it writes.
        return now + (now.getSecond() == 0 && now.getNano() == 0 ? ":00Z" : "Z");
    }
}
