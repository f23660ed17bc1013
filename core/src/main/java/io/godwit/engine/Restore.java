package io.godwit.engine;

import io.godwit.backup.BackupContent;
import io.godwit.backup.BackupManifest;
import io.godwit.backup.BackupPlace;
import io.godwit.backup.RestoreSource;
import io.godwit.dialect.Feature;
import io.godwit.failure.BackupFailedException;
import io.godwit.failure.PackageRejectedException;
import io.godwit.failure.PlanRefusedException;
import io.godwit.history.History;
import io.godwit.history.HistoryReader;
import io.godwit.plan.Rendering;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * Brings back what a backup holds: tables with their rows, the plugin's views and sequences, and what the history said of it.
 *
 * <p>Thread-safe: each restore has its own connections.
 */
public final class Restore {

    private final DataSource dataSource;
    private final DialectFinder dialects;
    private final Function<Session, Rendering> renderings;
    private final RunOptions options;

    public Restore(
            DataSource dataSource,
            DialectFinder dialects,
            Function<Session, Rendering> renderings,
            RunOptions options) {
        this.dataSource = dataSource;
        this.dialects = dialects;
        this.renderings = renderings;
        this.options = options;
    }

    /**
     * What a restore would do; changes nothing.
     *
     * @param name the backup's name in the store
     * @throws PackageRejectedException if the backup is damaged, or cannot be restored here
     */
    public RestorePlan plan(String name) {
        RestoreSource source = source(name);
        try (Session session = runner().open()) {
            checkEngine(session, source);
            if (FileRestore.suits(session, source.backup())) {
                return new FileRestore(session, source.backup()).plan();
            }
            return new RestorePlanner(session, source, RestoredHistory.of(source), history(session)).plan(true);
        } catch (SQLException e) {
            throw Session.unavailable(e);
        } catch (IOException e) {
            throw rejected(name, e);
        }
    }

    /**
     * Restores, under the lock: all of it, or nothing where DDL is transactional. Elsewhere the tables are made and filled under other
     * names before the first of them takes its place, and a restore that is cut off is done again.
     *
     * @param name the backup's name in the store
     * @throws PackageRejectedException if the backup is damaged, or cannot be restored here
     * @throws PlanRefusedException if something stands against it, by name
     * @throws BackupFailedException if the database did not take it
     */
    public RestoreReport carryOut(String name) {
        long started = System.nanoTime();
        RestoreSource source = source(name);
        RestorePlan[] done = new RestorePlan[1];
        try (Session session = runner().open()) {
            checkEngine(session, source);
            new ExclusiveWork(dataSource, dialects, options)
                    .run(session, options.lockWait(), lock -> done[0] = locked(session, source));
        } catch (SQLException e) {
            throw failed(name, e);
        }
        return new RestoreReport(done[0], Duration.ofNanos(System.nanoTime() - started));
    }

    private RestorePlan locked(Session session, RestoreSource source) throws SQLException {
        String pluginId = source.backup().manifest().pluginId();
        Action action = new Action(
                Action.Kind.RESTORE, pluginId, List.of(source.backup().name()));
        new Authorization(options).checkLocked(List.of(action), session);
        Rendering rendering = renderings.apply(session);
        if (FileRestore.suits(session, source.backup())) {
            return whole(session, source, rendering);
        }
        History history = history(session);
        if (!history.upToDate()) {
            history = new HistoryInstaller(session, rendering).install();
        }
        Run run = new Run(session, rendering, options, history.head(), false);
        if (!session.dialect().supports(Feature.SINGLE_WRITER)) {
            run.begin();
        }
        try {
            RestoredHistory before = RestoredHistory.of(source);
            RestorePlanner planner = new RestorePlanner(session, source, before, history);
            RestorePlan plan = planner.plan(false);
            if (!plan.obstacles().isEmpty()) {
                throw new PlanRefusedException("The backup " + plan.backup() + " is not restored:\n  "
                        + String.join("\n  ", plan.obstacles()) + "\nNothing was changed.");
            }
            run.tell(new ProgressEvent.RestoreStarted(
                    plan.backup(), plan.tables().size(), plan.rows()));
            new RestoreRun(run, source, before, planner, plan).run();
            run.tell(new ProgressEvent.RestoreFinished(
                    plan.backup(), plan.tables().size(), plan.rows()));
            return plan;
        } catch (IOException e) {
            throw rejected(source.backup().name(), e);
        }
    }

    private RestorePlan whole(Session session, RestoreSource source, Rendering rendering) throws SQLException {
        try {
            return new FileRestore(session, source.backup()).carryOut(rendering, options);
        } catch (IOException e) {
            throw rejected(source.backup().name(), e);
        }
    }

    /** Also when a restore was cut off, which stops everything else. */
    private static History history(Session session) throws SQLException {
        return HistoryReader.duringRestore(session.dialect(), session.connection())
                .read();
    }

    private RestoreSource source(String name) {
        BackupPlace place = options.backups().place();
        if (place == null) {
            throw new PlanRefusedException(
                    "There is no place to restore from: give Godwit a backup store. Nothing was changed.");
        }
        try {
            return RestoreSource.of(place.read(name));
        } catch (IOException e) {
            throw rejected(name, e);
        }
    }

    private static void checkEngine(Session session, RestoreSource source) {
        BackupManifest manifest = source.backup().manifest();
        if (manifest.content() != BackupContent.TABLES && !FileRestore.suits(session, source.backup())) {
            throw new PackageRejectedException("The backup " + source.backup().name() + " is the database as a "
                    + manifest.content() + ", and holds no tables to restore one by one. Nothing was changed.");
        }
        if (!manifest.engine().equals(session.dialect().engine())) {
            throw new PackageRejectedException("The backup " + source.backup().name() + " was taken on "
                    + manifest.engine() + ", and this is " + session.dialect().engine() + ". Nothing was changed.");
        }
    }

    private static PackageRejectedException rejected(String name, IOException e) {
        return new PackageRejectedException(
                "The backup " + name + " cannot be restored: " + Words.of(e) + ". Nothing was changed.", e);
    }

    private static BackupFailedException failed(String name, SQLException e) {
        return new BackupFailedException(
                "The backup " + name + " could not be restored: " + Words.of(e)
                        + "\nThe database is as it was before; if the connection was lost in the last moment,"
                        + " it is restored, and the audit trail says so.",
                e);
    }

    private Runner runner() {
        return new Runner(dataSource, dialects, renderings, options);
    }
}
