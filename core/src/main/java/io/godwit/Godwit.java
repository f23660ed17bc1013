package io.godwit;

import io.godwit.archive.PackageReader;
import io.godwit.dialect.DialectProvider;
import io.godwit.engine.DialectFinder;
import io.godwit.engine.ExclusiveWork;
import io.godwit.engine.OwnershipTransfer;
import io.godwit.engine.Repair;
import io.godwit.engine.RepairAction;
import io.godwit.engine.RepairChoice;
import io.godwit.engine.RepairPlan;
import io.godwit.engine.RepairReport;
import io.godwit.engine.Report;
import io.godwit.engine.Restore;
import io.godwit.engine.RestorePlan;
import io.godwit.engine.RestoreReport;
import io.godwit.engine.RunOptions;
import io.godwit.engine.Runner;
import io.godwit.engine.ScratchDatabase;
import io.godwit.engine.SteadyPlanner;
import io.godwit.failure.DatabaseUnavailableException;
import io.godwit.failure.PlanRefusedException;
import io.godwit.failure.Problem;
import io.godwit.format.PluginSource;
import io.godwit.history.AuditEntry;
import io.godwit.history.AuditHead;
import io.godwit.history.AuditVerdict;
import io.godwit.history.OwnedObject;
import io.godwit.history.Statistics;
import io.godwit.migration.Version;
import io.godwit.plan.Finding;
import io.godwit.plan.Plan;
import io.godwit.plan.RollbackTarget;
import io.godwit.plan.Severity;
import io.godwit.plan.UninstallMode;
import io.godwit.plan.UpgradeTarget;
import io.godwit.schema.TableName;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Runs the migrations of a host's plugins on one database.
 *
 * <pre>{@code
 * Godwit godwit = Godwit.on(dataSource)
 *         .plugins(PluginSource.directory(Path.of("plugins")))
 *         .actor("admin")
 *         .build();
 * godwit.migrate();
 * }</pre>
 *
 * <p>Thread-safe and without state of its own: each call takes connections from the data source, gives them back, and reads the
 * history anew. Every method may throw a {@link io.godwit.failure.GodwitException}.
 */
public final class Godwit {

    private final DataSource dataSource;
    private final DialectFinder dialects;
    private final RunOptions options;
    private final Planning planning;
    private final Sessions sessions;
    private final @Nullable Function<String, DataSource> opener;
    private final PackageReader packages;

    Godwit(
            DataSource dataSource,
            DialectFinder dialects,
            RunOptions options,
            Planning planning,
            @Nullable Function<String, DataSource> opener,
            PackageReader packages) {
        this.packages = packages;
        this.opener = opener;
        this.dataSource = dataSource;
        this.dialects = dialects;
        this.options = options;
        this.planning = planning;
        this.sessions = new Sessions(dataSource, dialects, options);
    }

    /** Begins to configure Godwit for a database; it needs a pool of two connections, and SQLite one. */
    public static GodwitBuilder on(DataSource dataSource) {
        return new GodwitBuilder(dataSource);
    }

    /**
     * Begins to configure the same plugins on many databases.
     *
     * <pre>{@code
     * FleetReport report = Godwit.fleet()
     *         .target("north", north)
     *         .target("south", south)
     *         .each(godwit -> godwit.plugins(plugins).actor("admin"))
     *         .build()
     *         .migrate();
     * }</pre>
     */
    public static FleetBuilder fleet() {
        return new FleetBuilder();
    }

    /**
     * Begins to configure rendering without a database.
     *
     * @param engine such as {@code postgresql} or {@code sqlite:3.37}: a name or an alias such as {@code postgres}, and a version
     *     after a colon where it matters
     */
    public static OfflineBuilder offline(String engine) {
        return new OfflineBuilder(engine);
    }

    /**
     * The engines whose dialects are at hand, in order of their names.
     *
     * @param registered dialects that the service loader does not find
     */
    public static List<String> engines(DialectProvider... registered) {
        return DialectFinder.with(List.of(registered)).engines();
    }

    /** What makes migrations of another tool portable ones, and the other way round. */
    public static Conversions conversions() {
        return new Conversions();
    }

    /** Every problem of every document, without a database; empty if all is well. */
    public static List<Problem> validate(PluginSource... sources) {
        return DocumentCheck.problems(sources);
    }

    /** What {@link #migrate()} would do. */
    public Plan planAll() {
        return steadily(SourcePlanner.up(UpgradeTarget.ALL));
    }

    /**
     * What would install a plugin of which nothing is applied, with what it depends on.
     *
     * @throws PlanRefusedException if it is installed
     */
    public Plan planInstall(String pluginId) {
        return steadily(SourcePlanner.install(pluginId));
    }

    /** What would bring one plugin, with what it depends on, to its newest version. */
    public Plan planUpgrade(String pluginId) {
        return steadily(SourcePlanner.up(new UpgradeTarget(pluginId, null)));
    }

    /** What would bring one plugin, with what it depends on, to a version. */
    public Plan planUpgrade(String pluginId, String version) {
        return steadily(SourcePlanner.up(new UpgradeTarget(pluginId, Version.parse(version))));
    }

    /** The plan with what the data says against it in its findings: NULLs, duplicates, orphans, values that do not fit. Reads only. */
    public Plan checkData(Plan plan) {
        return sessions.patiently(session -> planning.checked(session, plan));
    }

    /** Whether the host's policy, or a migration, wants a backup before the plan runs. */
    public boolean needsBackup(Plan plan) {
        return planning.risk().needsBackup(plan);
    }

    /** What would take a plugin back. */
    public Plan planRollback(String pluginId, RollbackTarget target) {
        return steadily(SourcePlanner.down(pluginId, target));
    }

    /** What would take a plugin back to an older version, which stays applied. */
    public Plan planDowngrade(String pluginId, String version) {
        return planRollback(pluginId, RollbackTarget.toVersion(version));
    }

    /** How a plugin would go, with a finding for each table and column that would go with it, and its rows. */
    public Plan planUninstall(String pluginId, UninstallMode mode) {
        return steadily(SourcePlanner.uninstall(pluginId, mode));
    }

    /** Takes a plugin out, also when its files are gone; what stops it is in the report. */
    public Report uninstall(String pluginId, UninstallMode mode) {
        return runner().run(planning.of(SourcePlanner.uninstall(pluginId, mode)));
    }

    /**
     * Hands a table, view or sequence over to another plugin, with the columns, indexes and the like that its owner added; only the
     * history changes. From then on no way back of the former owner drops it.
     *
     * @param object as documents write it, such as {@code crm.contacts}
     * @return as it is now
     * @throws PlanRefusedException if no plugin made it, or nothing is known of {@code toPlugin}
     */
    public OwnedObject transferOwnership(String object, String toPlugin) {
        TableName name = TableName.parse(object);
        SourcePlanner planner = planning.of(SourcePlanner.up(UpgradeTarget.ALL));
        return sessions.prepared(planner, session -> {
            if (!planner.knows(session, toPlugin)) {
                throw new PlanRefusedException(
                        "There is no plugin '" + toPlugin + "', neither applied nor given. Nothing was changed.");
            }
            ExclusiveWork exclusive = new ExclusiveWork(dataSource, dialects, options);
            return new OwnershipTransfer(session, exclusive, options).transfer(name, toPlugin);
        });
    }

    /** Applies all that is pending; what stops it is thrown. Nothing to do is success. */
    public Report migrate() {
        return migrate(UpgradeTarget.ALL).orThrow();
    }

    /** Applies what is pending up to a target; what stops it is in the report. */
    public Report migrate(UpgradeTarget target) {
        return runner().run(planning.of(SourcePlanner.up(target, planning.risk())));
    }

    /** Takes a plugin back; what stops it is in the report. */
    public Report rollback(String pluginId, RollbackTarget target) {
        return runner().run(planning.of(SourcePlanner.down(pluginId, target)));
    }

    /**
     * What a restore would do: which tables become what they were, what goes, what stands against it. The backup is read through.
     *
     * @param backup its name in the store
     * @throws io.godwit.failure.PackageRejectedException if it is damaged, or cannot be restored here
     */
    public RestorePlan planRestore(String backup) {
        return restoring().plan(backup);
    }

    /**
     * Makes the tables of a backup what they were, with the plugin's views and sequences and what the history said of it; also after
     * the plugin was taken out.
     *
     * @param backup its name in the store
     * @throws io.godwit.failure.PackageRejectedException if it is damaged, or cannot be restored here
     * @throws PlanRefusedException if something stands against it, by name
     */
    public RestoreReport restore(String backup) {
        return restoring().carryOut(backup);
    }

    private Restore restoring() {
        return new Restore(dataSource, dialects, planning::rendering, options);
    }

    /** Runs a plan that was made, and perhaps shown, before; refused if the history has moved on since. */
    public Report execute(Plan plan) {
        return tryExecute(plan).orThrow();
    }

    /** As {@link #execute}; what stops it is in the report instead of thrown. */
    public Report tryExecute(Plan plan) {
        return runner().run(plan, planning.risk()::passed, planning.rest(plan));
    }

    /**
     * Takes what is pending up, down and up again on a scratch database, and compares the schema after each: a copy of the file on
     * SQLite, elsewhere a database that is made beside this one, or opened by {@link GodwitBuilder#scratch}, into which the history's own
     * documents are run first. The target gets nothing but an entry in its audit trail.
     *
     * @throws PlanRefusedException if there is nothing to rehearse on
     */
    public Rehearsal rehearse(UpgradeTarget target) {
        SourcePlanner planner = planning.of(SourcePlanner.up(target));
        Replay replay = sessions.prepared(planner, session -> Replay.of(session, planner.plan(session)));
        if (replay.plan().isEmpty()) {
            return new Rehearsal(List.of());
        }
        Rehearsal rehearsal;
        try (ScratchDatabase scratch = ScratchDatabase.beside(dataSource, dialects, options.lockTimeout(), opener)) {
            rehearsal = new RehearsalRun(scratch.source(), dialects, options, planning).run(replay, target);
        } catch (SQLException e) {
            throw new DatabaseUnavailableException(
                    "The rehearsal was cut short: " + e.getMessage() + "\nNothing was changed.", e);
        }
        runner().note("rehearse", rehearsal.failed() ? "failed" : "done", rehearsal.toString());
        return rehearsal;
    }

    /** What is kept in the place for backups, and more of it on request. */
    public Backups backups() {
        return new Backups(options.backups().place(), runner());
    }

    /** Packages that come as files, read as {@link GodwitBuilder#packages} says. */
    public Packages packages() {
        return new Packages(
                packages, planning, sessions, runner(), new RowMoves(dataSource, dialects, planning, options));
    }

    /** Rows that leave the database in files, and come into it from files. */
    public Rows rows() {
        return new Rows(new RowMoves(dataSource, dialects, planning, options), packages);
    }

    /** How the version state is at this moment, for a host to publish; what stands against it is in the answer instead of thrown. */
    public Health health() {
        return new HealthCheck(sessions, planning).check();
    }

    /** This database beside others. */
    public Comparisons comparisons() {
        return new Comparisons(dataSource, dialects, planning, options);
    }

    /** Takes over what another tool has run here. */
    public Adoption adoption() {
        return new Adoption(planning, dataSource, dialects, options);
    }

    /** What is pending here as files for the engine's own client. */
    public SqlPackages sqlPackages() {
        return new SqlPackages(packages, planning, sessions, new RowMoves(dataSource, dialects, planning, options));
    }

    /** What is applied and what is pending, by plugin. */
    public Status status() {
        SourcePlanner planner = planning.of(SourcePlanner.up(UpgradeTarget.ALL));
        return sessions.prepared(planner, planner::status);
    }

    /**
     * What stands between the plugins: what would be made twice, declared conflicts, dependencies that cannot be met, and tables that
     * a plugin changes without depending on their maker. Those of high severity refuse a run.
     */
    public List<Finding> conflicts() {
        try {
            return steadily(planning.of(SourcePlanner.up(UpgradeTarget.ALL)).forReading()).findings().stream()
                    .filter(finding -> finding.rule().equals("escapes-namespace"))
                    .toList();
        } catch (PlanRefusedException e) {
            return List.of(new Finding("conflict", Severity.HIGH, "", "", String.valueOf(e.getMessage()), ""));
        }
    }

    /** What a run does not get over by itself, and the ways out. Reads only. */
    public RepairPlan planRepair() {
        return sessions.with(repair()::plan);
    }

    /**
     * Goes ways out that {@link #planRepair} offers, one after the other, each under the lock and with an entry in the audit trail. What
     * stops it is in the report.
     */
    public RepairReport repair(RepairChoice... choices) {
        return new Repairs(repair(), this::planRepair, this::resume).run(List.of(choices));
    }

    private Repair repair() {
        return new Repair(dataSource, dialects, planning::rendering, options, planning::rowTexts);
    }

    private Report resume(RepairAction action) {
        return runner().run(planning.of(SourcePlanner.resumed(action.migrationId())));
    }

    /** All that was ever done here, the oldest first. */
    public List<AuditEntry> history() {
        return sessions.with(session -> HistoryAnswers.of(session).entries());
    }

    /** The end of the audit trail: kept elsewhere, it shows later whether the trail was cut off or rewritten. */
    public AuditHead audit() {
        return sessions.with(session -> HistoryAnswers.of(session).head());
    }

    /** Whether the audit trail, and the rows that it tells of, are as they were written; reads all of the history. */
    public AuditVerdict verifyAudit() {
        return sessions.with(HistoryAnswers::verdict);
    }

    /** As {@link #verifyAudit()}, and whether the trail still has the entry that was its head once. */
    public AuditVerdict verifyAudit(AuditHead exported) {
        return verifyAudit().beside(exported, history());
    }

    /** The history in numbers; reads the audit trail, and of what is applied all but the documents. */
    public Statistics statistics() {
        return sessions.with(session -> HistoryAnswers.of(session).statistics());
    }

    private Runner runner() {
        return new Runner(dataSource, dialects, planning::rendering, options);
    }

    private Plan steadily(SourcePlanner.Way way) {
        return steadily(planning.of(way));
    }

    private Plan steadily(SourcePlanner sources) {
        Runner.Planner planner = new SteadyPlanner(sources);
        return sessions.prepared(planner, planner::plan);
    }
}
