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
import java.util.UUID;

/** What one run carries along: its session, its place in the audit trail, its options. For one thread. */
final class Run {

    private static final System.Logger LOG = System.getLogger(Run.class.getName());

    private final String id = UUID.randomUUID().toString();
    private final Session session;
    private final Rendering rendering;
    private final RunOptions options;
    private final HistoryWriter writer;
    private final WaitingRecords waiting = new WaitingRecords();
    private AuditHead head;

    Run(Session session, Rendering rendering, RunOptions options, AuditHead head) {
        this.session = session;
        this.rendering = rendering;
        this.options = options;
        this.writer = new HistoryWriter(session.dialect(), id);
        this.head = head;
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
        return id;
    }

    AuditEntry next(String action, Migration migration, String outcome, String detail) {
        return head.next(now(), options.actor(), action, migration.pluginId(), migration.id(), id, outcome, detail);
    }

    /** Of a plugin as a whole. */
    AuditEntry next(String action, String pluginId, String detail) {
        return head.next(now(), options.actor(), action, pluginId, "", id, "done", detail);
    }

    /** Of a repair. */
    AuditEntry next(String pluginId, String migrationId, String outcome, String detail) {
        return head.next(now(), options.actor(), "repair", pluginId, migrationId, id, outcome, detail);
    }

    /** Says that this run may write from now on. */
    void begin() throws SQLException {
        session.execute(writer.begin(options.actor(), now()));
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
