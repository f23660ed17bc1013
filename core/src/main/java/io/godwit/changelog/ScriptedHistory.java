package io.godwit.changelog;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.Feature;
import io.godwit.dialect.RenderContext;
import io.godwit.dialect.SchemaState;
import io.godwit.dialect.Statement;
import io.godwit.dialect.UnknownSchema;
import io.godwit.history.AppliedMigration;
import io.godwit.history.AuditEntry;
import io.godwit.history.AuditHead;
import io.godwit.history.Evidence;
import io.godwit.history.HistoryTables;
import io.godwit.history.HistoryWriter;
import io.godwit.history.MigrationState;
import io.godwit.history.ObjectChange;
import io.godwit.history.ObjectWriter;
import io.godwit.history.RowSeal;
import io.godwit.operation.Operation;
import io.godwit.plan.Direction;
import io.godwit.plan.Handling;
import io.godwit.plan.Journal;
import io.godwit.plan.MigrationPlan;
import io.godwit.plan.MigrationRecord;
import io.godwit.plan.Plan;
import io.godwit.plan.Rendering;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What the history gets when a script runs: the same rows as a run of Godwit's writes, with all that a run knows only then said before it.
 * For one thread.
 */
final class ScriptedHistory {

    private static final String WORDS = "by a self-contained SQL file";

    private final Dialect dialect;
    private final HistoryWriter writer;
    private final Evidence planned;
    private final SqlPackageOptions options;
    private AuditHead head;

    /** @param from the end of the audit trail when the script begins */
    ScriptedHistory(Dialect dialect, Plan plan, AuditHead from, SqlPackageOptions options) {
        this.dialect = dialect;
        this.options = options;
        this.head = from;
        this.planned = Evidence.ofPlan(plan.hash());
        String run = from.hash() + plan.hash() + options.actor() + options.at();
        this.writer = new HistoryWriter(
                dialect,
                UUID.nameUUIDFromBytes(run.getBytes(StandardCharsets.UTF_8)).toString());
    }

    HistoryWriter writer() {
        return writer;
    }

    /** The end of the audit trail behind what was made so far. */
    AuditHead head() {
        return head;
    }

    /** Its tables, where there are none. */
    static List<Statement> tables(Rendering rendering) {
        SchemaState state =
                new SchemaState(new UnknownSchema(), rendering.dialect().naming());
        List<Statement> statements = new ArrayList<>();
        for (Operation operation : HistoryTables.create()) {
            RenderContext context = new RenderContext(state, rendering.translator(), Map.of(), note -> {});
            statements.addAll(rendering.dialect().renderer(context).render(List.of(operation)));
            state.apply(operation);
        }
        return statements;
    }

    /** Says that nobody else may write from now on; nothing where the transaction is the lock. */
    List<String> begin() {
        return dialect.supports(Feature.SINGLE_WRITER)
                ? List.of()
                : List.of(writer.begin(options.actor(), options.at().toString()));
    }

    /** Of a migration that one transaction holds. */
    List<String> whole(MigrationPlan plan, Journal journal) {
        MigrationRecord record = new MigrationRecord(plan);
        List<String> statements = new ArrayList<>();
        if (plan.handling() == Handling.ADOPT) {
            statements.add(writer.moved(plan.id(), MigrationState.APPLIED));
            statements.add(entry(record, planned));
            return statements;
        }
        List<ObjectChange> objects = record.objects(journal);
        if (plan.direction() == Direction.DOWN) {
            statements.add(writer.rolledBack(plan.id()));
            statements.addAll(objects(plan, objects));
            statements.add(entry(record, planned.with(objects)));
            return statements;
        }
        AppliedMigration row = row(record, plan.skipped() ? MigrationState.SKIPPED : MigrationState.APPLIED);
        statements.add(writer.applied(row, record.document(), journal.toString()));
        statements.addAll(objects(plan, objects));
        statements.add(entry(record, proof(record, row, journal).with(objects)));
        return statements;
    }

    /** Of a migration in parts: it is under way. */
    String started(MigrationPlan plan) {
        MigrationRecord record = new MigrationRecord(plan);
        return plan.direction() == Direction.DOWN
                ? writer.moved(plan.id(), MigrationState.PARTIAL)
                : writer.begun(
                        row(record, MigrationState.PARTIAL), record.document(), new Journal(List.of()).toString());
    }

    /** Of a migration in parts: its last transaction. */
    List<String> finished(MigrationPlan plan, Journal journal) {
        MigrationRecord record = new MigrationRecord(plan);
        List<ObjectChange> objects = record.objects(journal);
        List<String> statements = new ArrayList<>();
        Evidence evidence = planned;
        if (plan.direction() == Direction.DOWN) {
            statements.add(writer.rolledBack(plan.id()));
        } else {
            AppliedMigration row = row(record, MigrationState.APPLIED);
            statements.add(writer.finished(row, journal.toString()));
            evidence = proof(record, row, journal);
        }
        statements.addAll(objects(plan, objects));
        statements.add(writer.stepsGone(plan.id()));
        statements.add(entry(record, evidence.with(objects)));
        return statements;
    }

    private Evidence proof(MigrationRecord record, AppliedMigration row, Journal journal) {
        return planned.with(RowSeal.of(row, record.document(), journal.toString()));
    }

    /** Of rows that came in. */
    String imported(String pluginId, String detail) {
        AuditEntry entry = head.next(
                options.at().toString(),
                options.actor(),
                "import",
                pluginId,
                "",
                writer.runId(),
                "done",
                WORDS + ": " + detail);
        head = AuditHead.at(entry);
        return writer.audit(entry);
    }

    private AppliedMigration row(MigrationRecord record, MigrationState state) {
        return record.row(state, head.sequence() + 1, options.at().toString(), options.actor(), 0);
    }

    private List<String> objects(MigrationPlan plan, List<ObjectChange> objects) {
        return new ObjectWriter(dialect).statements(plan.migration().pluginId(), plan.id(), objects);
    }

    private String entry(MigrationRecord record, Evidence evidence) {
        AuditEntry entry = head.next(
                options.at().toString(),
                options.actor(),
                record.action(),
                record.plan().migration().pluginId(),
                record.plan().id(),
                writer.runId(),
                "done",
                evidence.behind(WORDS));
        head = AuditHead.at(entry);
        return writer.audit(entry);
    }
}
