package io.godwit.engine;

import io.godwit.history.AppliedMigration;
import io.godwit.history.AuditEntry;
import io.godwit.history.MigrationState;
import io.godwit.history.ObjectChange;
import io.godwit.history.ObjectWriter;
import io.godwit.history.RowSeal;
import io.godwit.plan.Direction;
import io.godwit.plan.Handling;
import io.godwit.plan.Journal;
import io.godwit.plan.MigrationPlan;
import io.godwit.plan.MigrationRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the history gets for one migration, as statements that belong in its last transaction. */
final class HistoryEntry {

    private final Run run;
    private final MigrationPlan plan;
    private final MigrationRecord record;
    private final long startedNanos;
    private @Nullable AuditEntry audit;

    HistoryEntry(Run run, MigrationPlan plan, long startedNanos) {
        this.run = run;
        this.plan = plan;
        this.record = new MigrationRecord(plan);
        this.startedNanos = startedNanos;
    }

    /** For a migration that one transaction holds. */
    List<String> statements(Journal journal) {
        List<String> statements = new ArrayList<>();
        if (plan.handling() == Handling.ADOPT) {
            statements.add(run.writer().moved(plan.id(), MigrationState.APPLIED));
            statements.add(audit(List.of()));
        } else if (plan.handling() == Handling.KEEP) {
            statements.add(run.writer().moved(plan.id(), MigrationState.ORPHANED));
            statements.add(audit(List.of()));
        } else if (plan.direction() == Direction.DOWN) {
            List<ObjectChange> objects = record.objects(journal);
            statements.add(run.writer().rolledBack(plan.id()));
            statements.addAll(statements(objects));
            statements.add(audit(objects));
        } else {
            List<ObjectChange> objects = record.objects(journal);
            AppliedMigration row = row(plan.skipped() ? MigrationState.SKIPPED : MigrationState.APPLIED);
            String document = record.document();
            String steps = journal.toString();
            statements.add(run.writer().applied(row, document, steps));
            statements.addAll(statements(objects));
            statements.add(audit(row, RowSeal.of(row, document, steps), objects));
        }
        return statements;
    }

    /** For a migration in parts: it is on its way, so that nobody takes it for new. */
    String started() {
        return run.writer().begun(row(MigrationState.PARTIAL), record.document(), new Journal(List.of()).toString());
    }

    /** For a migration in parts: its last transaction. */
    List<String> finished(Journal journal) {
        List<String> statements = new ArrayList<>();
        List<ObjectChange> objects = record.objects(journal);
        String last;
        if (plan.direction() == Direction.DOWN) {
            statements.add(run.writer().rolledBack(plan.id()));
            last = audit(objects);
        } else {
            AppliedMigration row = row(MigrationState.APPLIED);
            String steps = journal.toString();
            statements.add(run.writer().finished(row, steps));
            last = audit(row, RowSeal.of(row, record.document(), steps), objects);
        }
        statements.addAll(statements(objects));
        statements.add(run.writer().stepsGone(plan.id()));
        statements.add(last);
        return statements;
    }

    private String audit(List<ObjectChange> objects) {
        return audit(run.next(record.action(), plan.migration(), objects));
    }

    /** The row and its entry have the same time, so that one tells the other's. */
    private String audit(AppliedMigration row, RowSeal seal, List<ObjectChange> objects) {
        String words = run.rows() == 0 ? "" : run.rows() == 1 ? "1 row" : run.rows() + " rows";
        return audit(run.next(row.appliedAt(), record.action(), plan.migration(), words, seal, objects));
    }

    private String audit(AuditEntry entry) {
        audit = entry;
        return run.writer().audit(entry);
    }

    private List<String> statements(List<ObjectChange> objects) {
        return new ObjectWriter(run.session().dialect())
                .statements(plan.migration().pluginId(), plan.id(), objects);
    }

    /** To be called once the statements are committed. */
    void committed() {
        run.committed(Objects.requireNonNull(audit, "audit"));
    }

    private AppliedMigration row(MigrationState state) {
        return record.row(
                state, run.head().sequence() + 1, Run.now(), run.options().actor(), millis());
    }

    /** Since it began. */
    long millis() {
        return (System.nanoTime() - startedNanos) / 1_000_000;
    }
}
