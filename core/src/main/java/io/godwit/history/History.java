package io.godwit.history;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is applied, at one moment. Immutable. */
public final class History {

    /** Of a database that Godwit has never touched. */
    public static final History EMPTY = new History(0, AuditHead.NONE, List.of(), Map.of());

    private final int layout;
    private final AuditHead head;
    private final Map<String, AppliedMigration> byId = new LinkedHashMap<>();
    private final Map<String, AppliedMigration> orphans = new LinkedHashMap<>();
    private final Map<String, AppliedMigration> bySource = new HashMap<>();
    private final Map<String, List<RecordedStep>> steps;
    private final List<AppliedMigration> rows;

    History(int layout, AuditHead head, List<AppliedMigration> applied, Map<String, List<RecordedStep>> steps) {
        this.steps = Map.copyOf(steps);
        this.rows = List.copyOf(applied);
        this.layout = layout;
        this.head = head;
        for (AppliedMigration migration : applied) {
            if (migration.state() == MigrationState.ORPHANED) {
                orphans.put(migration.migrationId(), migration);
                continue;
            }
            byId.put(migration.migrationId(), migration);
            if (!migration.sourceHash().isEmpty()) {
                bySource.put(migration.sourceHash(), migration);
            }
        }
    }

    /**
     * As if exactly these were applied, in this order: for planning where there is no database.
     *
     * @param applied in its order
     */
    public static History of(List<AppliedMigration> applied) {
        return new History(0, AuditHead.NONE, applied, Map.of());
    }

    /** Whether the history's tables are there. */
    public boolean installed() {
        return layout > 0;
    }

    /** Whether its tables are laid out as this version of Godwit wants them. */
    public boolean upToDate() {
        return layout == HistoryTables.LAYOUT;
    }

    /** Whether there is a table that says which plugin made what. */
    public boolean knowsObjects() {
        return layout > 1;
    }

    public AuditHead head() {
        return head;
    }

    /** In the order in which they were applied. */
    public Collection<AppliedMigration> applied() {
        return byId.values();
    }

    /** One of a plugin that is uninstalled while what it made was kept. */
    public Optional<AppliedMigration> orphan(String id) {
        return Optional.ofNullable(orphans.get(id));
    }

    /** All of uninstalled plugins whose tables were kept, in the order in which they were applied. */
    public Collection<AppliedMigration> orphans() {
        return orphans.values();
    }

    public Optional<AppliedMigration> migration(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The migration that was read from a document of exactly these bytes. */
    public Optional<AppliedMigration> fromSource(String sourceHash) {
        return Optional.ofNullable(bySource.get(sourceHash));
    }

    /** The steps of a partly applied migration that are done. */
    public Set<String> doneSteps(String migrationId) {
        return recorded(migrationId).stream()
                .filter(step -> step.state().equals(RecordedStep.DONE))
                .map(RecordedStep::stepId)
                .collect(Collectors.toSet());
    }

    /** Whether the database may be in the midst of a step, so that only a look at it then tells what is left to do. */
    public boolean isUnderWay(String migrationId, String stepId) {
        return recorded(migrationId).stream()
                .anyMatch(step -> step.direction().equals(RecordedStep.UNDO)
                        || (step.stepId().equals(stepId) && !step.progress().equals(StepProgress.NONE)));
    }

    /** How many operations of a step are done that an interrupted run was in the midst of. */
    public int doneOperations(String migrationId, String stepId) {
        return recorded(migrationId).stream()
                .filter(step -> step.stepId().equals(stepId))
                .mapToInt(step -> step.progress().operations())
                .max()
                .orElse(0);
    }

    /** Whether a rollback of the migration was interrupted, so that only a rollback goes on with it. */
    public boolean isGoingBack(String migrationId) {
        return recorded(migrationId).stream().anyMatch(step -> step.direction().equals(RecordedStep.DOWN));
    }

    /** Whether nothing was ever written. */
    public boolean isEmpty() {
        return head.sequence() == 0 && rows.isEmpty();
    }

    /** All rows as they are, also such as are there twice. */
    List<AppliedMigration> rows() {
        return rows;
    }

    /** The migrations that are partial and of which steps are recorded. */
    Set<String> underWay() {
        return steps.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private List<RecordedStep> recorded(String migrationId) {
        return steps.getOrDefault(migrationId, List.of());
    }

    public List<AppliedMigration> ofPlugin(String pluginId) {
        return byId.values().stream()
                .filter(migration -> migration.pluginId().equals(pluginId))
                .toList();
    }
}
