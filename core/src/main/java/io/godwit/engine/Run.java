package io.godwit.engine;

import io.godwit.history.AuditEntry;
import io.godwit.history.AuditHead;
import io.godwit.history.HistoryReader;
import io.godwit.history.HistoryWriter;
import io.godwit.migration.Migration;
import io.godwit.plan.Rendering;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

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
    private final boolean plansAgain;
    private AuditHead head;

    /**
     * A run that begins.
     *
     * @param plansAgain whether another plan may take the place of the one that was made
     */
    Run(Session session, Rendering rendering, RunOptions options, AuditHead head, boolean plansAgain) {
        this(UUID.randomUUID().toString(), 1, session, rendering, options, head, plansAgain, new HashSet<>());
    }

    private Run(
            String id,
            int attempt,
            Session session,
            Rendering rendering,
            RunOptions options,
            AuditHead head,
            boolean plansAgain,
            Set<String> own) {
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
        return new Run(id, attempt + 1, session, rendering, options, from, plansAgain, own);
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

    AuditEntry next(String action, Migration migration, String outcome, String detail) {
        return own(
                head.next(now(), options.actor(), action, migration.pluginId(), migration.id(), id(), outcome, detail));
    }

    /** Of a plugin as a whole. */
    AuditEntry next(String action, String pluginId, String detail) {
        return own(head.next(now(), options.actor(), action, pluginId, "", id(), "done", detail));
    }

    private AuditEntry own(AuditEntry entry) {
        own.add(entry.hash());
        return entry;
    }

    /** Of a plugin, or of one of its migrations. */
    AuditEntry next(String action, String pluginId, String migrationId, String outcome, String detail) {
        return own(head.next(now(), options.actor(), action, pluginId, migrationId, id(), outcome, detail));
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
