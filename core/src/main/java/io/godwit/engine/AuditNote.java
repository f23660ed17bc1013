package io.godwit.engine;

import io.godwit.dialect.Feature;
import io.godwit.history.AuditEntry;
import io.godwit.history.AuditHead;
import io.godwit.history.HistoryReader;
import io.godwit.history.HistoryWriter;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Writes what is not part of a run into the audit trail; the caller keeps other runners out. For one use. */
final class AuditNote {

    private final Session session;
    private final RunOptions options;
    private final String run = UUID.randomUUID().toString();

    AuditNote(Session session, RunOptions options) {
        this.session = session;
        this.options = options;
    }

    /**
     * One entry.
     *
     * @param pluginId empty for what concerns no plugin, or several
     * @param migrationId empty for what concerns no migration
     */
    record Line(String action, String pluginId, String migrationId, String outcome, String detail) {

        Line(String action, String pluginId, String outcome, String detail) {
            this(action, pluginId, "", outcome, detail);
        }
    }

    void write(List<Line> lines) throws SQLException {
        write(() -> {}, lines);
    }

    /**
     * All or nothing; the end of the trail is read in the transaction that goes on from there.
     *
     * @param work what the lines tell of, done first
     */
    void write(WorkTransaction.Work work, List<Line> lines) throws SQLException {
        write(work, () -> lines);
    }

    /** As the other, where only the work shows what the lines say. */
    void write(WorkTransaction.Work work, Supplier<List<Line>> lines) throws SQLException {
        HistoryWriter writer = new HistoryWriter(session.dialect(), run);
        new WorkTransaction(session, List.of()).run(() -> {
            if (!session.dialect().supports(Feature.SINGLE_WRITER)) {
                session.update(writer.begin(options.actor(), Run.now()));
            }
            work.run();
            AuditHead head = new HistoryReader(session.dialect(), session.connection()).head();
            for (Line line : lines.get()) {
                AuditEntry entry = head.next(
                        Run.now(),
                        options.actor(),
                        line.action(),
                        line.pluginId(),
                        line.migrationId(),
                        run,
                        line.outcome(),
                        line.detail());
                session.update(writer.audit(entry));
                head = AuditHead.at(entry);
            }
        });
    }
}
