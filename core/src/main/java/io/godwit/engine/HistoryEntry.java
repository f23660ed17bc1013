package io.godwit.engine;

import io.godwit.format.CanonicalHash;
import io.godwit.format.Hashes;
import io.godwit.history.AppliedMigration;
import io.godwit.history.AuditEntry;
import io.godwit.history.MigrationState;
import io.godwit.history.ObjectChange;
import io.godwit.history.ObjectWriter;
import io.godwit.history.Relations;
import io.godwit.migration.Down;
import io.godwit.migration.Migration;
import io.godwit.plan.Direction;
import io.godwit.plan.Handling;
import io.godwit.plan.Journal;
import io.godwit.plan.MigrationPlan;
import io.godwit.plan.ObjectChanges;
import java.util.ArrayList;
import java.util.List;

/** What the history gets for one migration, as statements that belong in its last transaction. */
final class HistoryEntry {

    private final Run run;
    private final MigrationPlan plan;
    private final AuditEntry audit;
    private final long startedNanos;

    HistoryEntry(Run run, MigrationPlan plan, long startedNanos) {
        this.run = run;
        this.plan = plan;
        this.startedNanos = startedNanos;
        this.audit = run.next(action(plan), plan.migration(), "done", "");
    }

    private static String action(MigrationPlan plan) {
        return switch (plan.handling()) {
            case RUN -> plan.direction() == Direction.DOWN ? "rollback" : "apply";
            case SKIP -> plan.direction() == Direction.DOWN ? "rollback" : "skip";
            case ADOPT -> "adopt";
            case KEEP -> "keep";
        };
    }

    /** For a migration that one transaction holds. */
    List<String> statements(Journal journal) {
        List<String> statements = new ArrayList<>();
        if (plan.handling() == Handling.ADOPT) {
            statements.add(run.writer().moved(plan.id(), MigrationState.APPLIED));
        } else if (plan.handling() == Handling.KEEP) {
            statements.add(run.writer().moved(plan.id(), MigrationState.ORPHANED));
        } else if (plan.direction() == Direction.DOWN) {
            statements.add(run.writer().rolledBack(plan.id()));
            statements.addAll(objects(journal));
        } else {
            MigrationState state = plan.skipped() ? MigrationState.SKIPPED : MigrationState.APPLIED;
            statements.add(applied(state, journal));
            statements.addAll(objects(journal));
        }
        statements.add(run.writer().audit(audit));
        return statements;
    }

    /** For a migration in parts: it is on its way, so that nobody takes it for new. */
    String started() {
        return applied(MigrationState.PARTIAL, new Journal(List.of()));
    }

    /** For a migration in parts: its last transaction. */
    List<String> finished(Journal journal) {
        List<String> statements = new ArrayList<>();
        statements.add(
                plan.direction() == Direction.DOWN
                        ? run.writer().rolledBack(plan.id())
                        : run.writer().finished(plan.id(), MigrationState.APPLIED, journal.toString(), millis()));
        statements.addAll(objects(journal));
        statements.add(run.writer().stepsGone(plan.id()));
        statements.add(run.writer().audit(audit));
        return statements;
    }

    /** Who owns what is said where it changes. */
    private List<String> objects(Journal journal) {
        ObjectWriter writer = new ObjectWriter(run.session().dialect());
        List<ObjectChange> changes = ObjectChanges.of(journal);
        if (plan.direction() == Direction.UP) {
            return writer.applied(plan.migration().pluginId(), plan.id(), changes);
        }
        boolean written = plan.migration().down() instanceof Down.Explicit;
        return writer.rolledBack(plan.id(), changes, written);
    }

    /** To be called once the statements are committed. */
    void committed() {
        run.committed(audit);
    }

    private String applied(MigrationState state, Journal journal) {
        Migration migration = plan.migration();
        Hashes hashes = CanonicalHash.hash(migration);
        AppliedMigration row = new AppliedMigration(
                audit.sequence(),
                migration.pluginId(),
                migration.id(),
                migration.version(),
                state,
                hashes.up(),
                hashes.down(),
                plan.sourceHash(),
                Relations.of(migration),
                Run.now(),
                run.options().actor(),
                millis());
        return run.writer().applied(row, CanonicalHash.canonicalDocument(migration), journal.toString());
    }

    /** Since it began. */
    long millis() {
        return (System.nanoTime() - startedNanos) / 1_000_000;
    }
}
