package io.godwit.engine;

import io.godwit.backup.RestoreSource;
import io.godwit.dialect.Feature;
import io.godwit.dialect.TableDefinitions;
import io.godwit.history.AuditEntry;
import io.godwit.history.Evidence;
import io.godwit.history.HistoryReader;
import io.godwit.history.ObjectChange;
import io.godwit.history.ObjectRow;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** Carries a restore out, by the way that the engine has; the lock is held. For one use. */
final class RestoreRun {

    private static final System.Logger LOG = System.getLogger(RestoreRun.class.getName());

    private final Run run;
    private final RestoreSource source;
    private final RestoredHistory history;
    private final RestorePlanner planner;
    private final RestorePlan plan;
    private String head = "";

    RestoreRun(Run run, RestoreSource source, RestoredHistory history, RestorePlanner planner, RestorePlan plan) {
        this.run = run;
        this.source = source;
        this.history = history;
        this.planner = planner;
        this.plan = plan;
    }

    void run() throws SQLException, IOException {
        head = source.head();
        if (run.session().dialect().supports(Feature.TRANSACTIONAL_DDL)) {
            new WholeRestore(this).run();
        } else {
            new SwappedRestore(this).run();
        }
    }

    Run within() {
        return run;
    }

    Session session() {
        return run.session();
    }

    RestoreSource source() {
        return source;
    }

    RestorePlanner planner() {
        return planner;
    }

    RestorePlan plan() {
        return plan;
    }

    /** Puts the session's settings back; one that is lost has none. */
    void close(TableDefinitions definitions) {
        try {
            session().together(definitions.close());
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, "the settings of a restore could not be put back", e);
        }
    }

    /** What the history says from now on; inside a transaction, the last of all. */
    AuditEntry record() throws SQLException, IOException {
        HistoryReader reader = run.reader();
        List<ObjectRow> before = reader.objectRows();
        history.write(session(), plan.pluginId());
        return audit("done", ObjectChange.between(before, reader.objectRows()));
    }

    AuditEntry audit(String outcome, List<ObjectChange> objects) throws SQLException {
        String words = plan.backup() + ": " + plan.tables().size() + " tables, " + plan.rows() + " rows";
        AuditEntry entry = run.head()
                .next(
                        Run.now(),
                        run.options().actor(),
                        "restore",
                        plan.pluginId(),
                        "",
                        run.id(),
                        outcome,
                        Evidence.ofHead(head).with(objects).behind(words));
        session().update(run.writer().audit(entry));
        return entry;
    }
}
