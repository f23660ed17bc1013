package io.godwit.engine;

import io.godwit.backup.BackupContent;
import io.godwit.migration.Version;
import io.godwit.plan.Direction;
import java.time.Duration;

/** Something happened in a run. Every event is immutable. */
public sealed interface ProgressEvent {

    /**
     * Another runner holds the lock; told once a second.
     *
     * @param holder who, in words; empty when the engine does not tell
     * @param waited for how long already
     */
    record LockAwaited(String holder, Duration waited) implements ProgressEvent {}

    /**
     * A plan begins to run.
     *
     * @param migrations how many it has
     */
    record PlanStarted(int migrations) implements ProgressEvent {}

    /**
     * A backup begins, before a migration that needs one.
     *
     * @param migration the migration
     * @param name the backup's name in the store
     * @param reason why it is needed
     */
    record BackupStarted(String migration, String name, String reason) implements ProgressEvent {}

    /**
     * A backup goes on; told now and then.
     *
     * @param name the backup's name in the store
     * @param table the table that is being written
     * @param rows how many of its rows are written
     */
    record BackupProgress(String name, String table, long rows) implements ProgressEvent {}

    /**
     * A backup is on the disk and was read back.
     *
     * @param name its name in the store
     * @param content what it is made of
     * @param tables how many tables it holds, if it holds tables
     * @param rows how many rows it holds, if it holds tables
     * @param bytes how long its file is
     */
    record BackupWritten(String name, BackupContent content, int tables, long rows, long bytes)
            implements ProgressEvent {}

    /**
     * A restore begins: its backup was read through and is whole.
     *
     * @param name the backup's name in the store
     * @param tables how many tables come back
     * @param rows how many rows
     */
    record RestoreStarted(String name, int tables, long rows) implements ProgressEvent {}

    /**
     * The rows of a table are back, and were compared.
     *
     * @param name the backup's name in the store
     * @param table the table
     * @param rows how many there are
     */
    record RestoreProgress(String name, String table, long rows) implements ProgressEvent {}

    /**
     * A restore is done and recorded.
     *
     * @param name the backup's name in the store
     * @param tables how many tables came back
     * @param rows how many rows
     */
    record RestoreFinished(String name, int tables, long rows) implements ProgressEvent {}

    /**
     * The rows of a table are written into a file, or brought in from one.
     *
     * @param table as the file names it
     * @param rows how many there are
     */
    record RowsMoved(String table, long rows) implements ProgressEvent {}

    /**
     * A migration begins.
     *
     * @param id the migration
     * @param pluginId its plugin
     * @param direction which way
     * @param index its place in the plan, from 1
     * @param of how many there are, or might be
     */
    record MigrationStarted(String id, String pluginId, Direction direction, int index, int of)
            implements ProgressEvent {}

    /**
     * A step begins; not told where all statements of a migration travel in one message.
     *
     * @param migration the migration
     * @param step the step
     */
    record StepStarted(String migration, String step) implements ProgressEvent {}

    /**
     * A step is done; not told where all statements of a migration travel in one message.
     *
     * @param migration the migration
     * @param step the step
     * @param rows how many rows it changed, as far as the engine says
     * @param duration how long it took
     */
    record StepFinished(String migration, String step, long rows, Duration duration) implements ProgressEvent {}

    /**
     * A batch of a step's rows is moved and recorded.
     *
     * @param migration the migration
     * @param step the step
     * @param rows how many rows of the source are read so far
     * @param of how many there are
     * @param rejected how many of them were left out so far
     * @param perSecond how many are read in a second
     * @param left how long the rest will take at that speed
     */
    record BatchFinished(
            String migration, String step, long rows, long of, long rejected, long perSecond, Duration left)
            implements ProgressEvent {}

    /**
     * The rows of a step wait, because the host's question says so.
     *
     * @param migration the migration
     * @param step the step
     */
    record BatchThrottled(String migration, String step) implements ProgressEvent {}

    /**
     * A step was left out.
     *
     * @param migration the migration
     * @param step the step
     * @param reason why
     */
    record StepSkipped(String migration, String step, String reason) implements ProgressEvent {}

    /**
     * A migration is done and recorded.
     *
     * @param id the migration
     * @param pluginId its plugin
     * @param version the plugin's version once it is applied
     * @param direction which way
     * @param done what it is now, for people: {@code applied}, {@code rolled back}, {@code skipped}, {@code adopted} or {@code kept}
     * @param duration how long it took
     */
    record MigrationFinished(
            String id, String pluginId, Version version, Direction direction, String done, Duration duration)
            implements ProgressEvent {}

    /**
     * A transaction is run again after an error that may pass.
     *
     * @param migration the migration; empty where nothing had begun
     * @param attempt which attempt begins, from 2
     * @param reason the engine's words
     */
    record Retried(String migration, int attempt, String reason) implements ProgressEvent {}

    /**
     * A migration failed; the run ends.
     *
     * @param id the migration
     * @param message what happened
     */
    record MigrationFailed(String id, String message) implements ProgressEvent {}

    /**
     * The run is over.
     *
     * @param report what it did
     */
    record PlanFinished(Report report) implements ProgressEvent {}
}
