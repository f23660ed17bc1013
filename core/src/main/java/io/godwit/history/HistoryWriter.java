package io.godwit.history;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.Feature;
import io.godwit.schema.Literal;
import io.godwit.schema.SimpleType;
import io.godwit.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The statements that write the history, as text, so that they travel in the same message as the work they record.
 *
 * <p>The run's id is read from {@code godwit_lock} where another connection holds the lock: a run that was fenced off finds no
 * such row, and its write fails on NOT NULL. Immutable and thread-safe.
 */
public final class HistoryWriter {

    private static final String MIGRATION_COLUMNS =
            "seq, plugin_id, migration_id, version, state, up_hash, down_hash, source_hash, relations, document, journal,"
                    + " applied_at, actor, duration_ms, run_id";

    private static final String STEP_COLUMNS =
            "migration_id, step_id, direction, position, state, inverse, progress, evidence, run_id";

    private final Dialect dialect;
    private final String runId;

    public HistoryWriter(Dialect dialect, String runId) {
        this.dialect = dialect;
        this.runId = runId;
    }

    /** The run that writes. */
    public String runId() {
        return runId;
    }

    ObjectWriter objects() {
        return new ObjectWriter(dialect);
    }

    /** The lock's one row, whatever is there. */
    List<String> lockAfresh() {
        String lock = table(HistoryTables.LOCK);
        return List.of(
                "DELETE FROM " + lock,
                "INSERT INTO " + lock + " (id, layout, run_id, holder, since) VALUES (1, " + HistoryTables.LAYOUT + ", "
                        + text(runId) + ", " + text("") + ", " + text("") + ")");
    }

    /** A row as it was once. */
    String again(StoredRow row) {
        List<String> names = new ArrayList<>();
        List<String> values = new ArrayList<>();
        row.columns().forEach((name, text) -> {
            if (!name.equals("run_id")) {
                names.add(name);
                values.add(value(name, text));
            }
        });
        names.add("run_id");
        values.add(fencedRunId());
        return insert(HistoryTables.MIGRATION, String.join(", ", names), values);
    }

    private String value(String column, String text) {
        return switch (column) {
            case "seq", "duration_ms" -> text;
            case "steps" -> text.isEmpty() ? "NULL" : text;
            case "evidence" -> text.isEmpty() ? "NULL" : text(text);
            default -> text(text);
        };
    }

    /** A row of {@code godwit_step} as it was once. */
    List<String> again(StoredStep row) {
        return List.of(
                stepGone(row.migrationId(), row.stepId()),
                insert(
                        HistoryTables.STEP,
                        STEP_COLUMNS,
                        List.of(
                                text(row.migrationId()),
                                text(row.stepId()),
                                text(row.direction()),
                                row.position(),
                                text(row.state()),
                                text(row.inverse()),
                                text(row.progress()),
                                text(row.evidence()),
                                fencedRunId())));
    }

    /** A row of a migration that is under way is taken as it is. */
    String sealed(StoredRow row) {
        RowSeal seal = RowSeal.of(
                row.with("state", MigrationState.PARTIAL.toString()).row(), row.text("document"), row.text("journal"));
        return "UPDATE " + table(HistoryTables.MIGRATION) + " SET state = "
                + text(MigrationState.PARTIAL.toString()) + ", evidence = "
                + text(Evidence.NONE.with(seal).behind("")) + " WHERE migration_id = " + text(row.id());
    }

    /** Says that this run may write from now on. */
    public String begin(String holder, String since) {
        return "UPDATE " + table(HistoryTables.LOCK) + " SET run_id = " + text(runId) + ", holder = " + text(holder)
                + ", since = " + text(since) + " WHERE id = 1";
    }

    /** Says that the history's tables are as this version of Godwit wants them. */
    public static String upToDate(Dialect dialect) {
        return "UPDATE " + dialect.syntax().table(HistoryTables.LOCK) + " SET layout = " + HistoryTables.LAYOUT;
    }

    /** Says that a restore is at work, and that nothing else may be until it has ended. */
    public static String closed(Dialect dialect) {
        return "UPDATE " + dialect.syntax().table(HistoryTables.LOCK) + " SET layout = " + -HistoryTables.LAYOUT;
    }

    public String applied(AppliedMigration row, String document, String journal) {
        return insert(HistoryTables.MIGRATION, MIGRATION_COLUMNS, values(row, document, journal));
    }

    /** Of a migration that is under way: the row proves itself, and counts its steps. */
    public String begun(AppliedMigration row, String document, String journal) {
        List<String> values = new ArrayList<>(values(row, document, journal));
        values.add(countOfSteps(row.migrationId()));
        values.add(text(Evidence.NONE.with(RowSeal.of(row, document, journal)).behind("")));
        return insert(HistoryTables.MIGRATION, MIGRATION_COLUMNS + ", steps, evidence", values);
    }

    private List<String> values(AppliedMigration row, String document, String journal) {
        return List.of(
                Long.toString(row.sequence()),
                text(row.pluginId()),
                text(row.migrationId()),
                text(row.version().toString()),
                text(row.state().toString()),
                text(row.upHash()),
                text(row.downHash()),
                text(row.sourceHash()),
                text(row.relations().toString()),
                text(document),
                text(journal),
                text(row.appliedAt()),
                text(row.actor()),
                Long.toString(row.durationMillis()),
                fencedRunId());
    }

    /** The last word on a migration that was written as partial before. */
    public String finished(AppliedMigration row, String journal) {
        return "UPDATE " + table(HistoryTables.MIGRATION) + " SET seq = " + row.sequence() + ", state = "
                + text(row.state().toString()) + ", journal = " + text(journal) + ", applied_at = "
                + text(row.appliedAt()) + ", duration_ms = " + row.durationMillis()
                + ", steps = NULL, evidence = NULL, run_id = "
                + fencedRunId()
                + " WHERE migration_id = " + text(row.migrationId());
    }

    /** Another state of a migration that is recorded, as while it is rolled back step by step. */
    public String moved(String migrationId, MigrationState state) {
        return "UPDATE " + table(HistoryTables.MIGRATION) + " SET state = " + text(state.toString()) + ", run_id = "
                + fencedRunId() + " WHERE migration_id = " + text(migrationId);
    }

    /** How long a migration took, once that is known. */
    public String lasted(String migrationId, long millis) {
        return "UPDATE " + table(HistoryTables.MIGRATION) + " SET duration_ms = " + millis + ", run_id = "
                + fencedRunId() + " WHERE migration_id = " + text(migrationId);
    }

    public String rolledBack(String migrationId) {
        return "DELETE FROM " + table(HistoryTables.MIGRATION) + " WHERE migration_id = " + text(migrationId);
    }

    /** A step that was not recorded before; in one transaction with {@link #stepsCounted}. */
    public String step(String migrationId, RecordedStep step) {
        return insert(
                HistoryTables.STEP,
                STEP_COLUMNS,
                List.of(
                        text(migrationId),
                        text(step.stepId()),
                        text(step.direction()),
                        Integer.toString(step.position()),
                        text(step.state()),
                        text(step.inverse()),
                        text(step.progress().toString()),
                        evidence(migrationId, step),
                        fencedRunId()));
    }

    /** Behind what adds rows of {@code godwit_step} or takes some out: how many there are now. */
    public String stepsCounted(String migrationId) {
        return "UPDATE " + table(HistoryTables.MIGRATION) + " SET steps = " + countOfSteps(migrationId)
                + " WHERE migration_id = " + text(migrationId);
    }

    private String countOfSteps(String migrationId) {
        return "(SELECT count(*) FROM " + table(HistoryTables.STEP) + " s WHERE s.migration_id = " + text(migrationId)
                + ")";
    }

    private String evidence(String migrationId, RecordedStep step) {
        return text(StepSeal.of(migrationId, step).text());
    }

    /** A step that was recorded before, as it is now. */
    public String stepMoved(String migrationId, RecordedStep step) {
        return "UPDATE " + table(HistoryTables.STEP) + " SET state = " + text(step.state()) + ", inverse = "
                + text(step.inverse()) + ", progress = "
                + text(step.progress().toString()) + ", evidence = " + evidence(migrationId, step) + ", run_id = "
                + fencedRunId() + " WHERE migration_id = "
                + text(migrationId) + " AND step_id = " + text(step.stepId());
    }

    /** How far a step got that this run has begun, or gone on with: changes no row if another run has taken it over since. */
    public String stepReached(String migrationId, RecordedStep step) {
        return "UPDATE " + table(HistoryTables.STEP) + " SET progress = "
                + text(step.progress().toString()) + ", evidence = " + evidence(migrationId, step) + ", run_id = "
                + fencedRunId() + " WHERE migration_id = " + text(migrationId) + " AND step_id = "
                + text(step.stepId()) + " AND run_id = " + text(runId);
    }

    public String stepGone(String migrationId, String stepId) {
        return "DELETE FROM " + table(HistoryTables.STEP) + " WHERE migration_id = " + text(migrationId)
                + " AND step_id = " + text(stepId);
    }

    public String stepsGone(String migrationId) {
        return "DELETE FROM " + table(HistoryTables.STEP) + " WHERE migration_id = " + text(migrationId);
    }

    public String audit(AuditEntry entry) {
        return insert(
                HistoryTables.AUDIT,
                "seq, at, actor, action, plugin_id, migration_id, outcome, detail, previous_hash, hash, run_id",
                List.of(
                        Long.toString(entry.sequence()),
                        text(entry.at()),
                        text(entry.actor()),
                        text(entry.action()),
                        text(entry.pluginId()),
                        text(entry.migrationId()),
                        text(entry.outcome()),
                        text(entry.detail()),
                        text(entry.previousHash()),
                        text(entry.hash()),
                        fencedRunId()));
    }

    private String insert(TableName table, String columns, List<String> values) {
        return "INSERT INTO " + table(table) + " (" + columns + ") VALUES "
                + values.stream().collect(Collectors.joining(", ", "(", ")"));
    }

    private String fencedRunId() {
        return !dialect.supports(Feature.SINGLE_WRITER)
                ? "("
                        + dialect.syntax()
                                .selectForUpdate(
                                        "l.run_id", table(HistoryTables.LOCK) + " l", "l.run_id = " + text(runId))
                        + ")"
                : text(runId);
    }

    private String text(String characters) {
        return dialect.syntax().literal(Literal.of(characters), SimpleType.TEXT);
    }

    private String table(TableName name) {
        return dialect.syntax().table(name);
    }
}
