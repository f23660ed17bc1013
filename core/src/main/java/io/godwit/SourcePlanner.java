package io.godwit;

import io.godwit.archive.DeltaCheck;
import io.godwit.archive.PackageManifest;
import io.godwit.changelog.ScriptedRows;
import io.godwit.changelog.SqlPackageOptions;
import io.godwit.changelog.SqlPackageReport;
import io.godwit.dialect.SchemaState;
import io.godwit.dialect.SchemaView;
import io.godwit.engine.Runner;
import io.godwit.engine.Session;
import io.godwit.failure.InvalidMigrationException;
import io.godwit.failure.PackageFault;
import io.godwit.failure.PackageRejectedException;
import io.godwit.failure.PlanRefusedException;
import io.godwit.failure.Problem;
import io.godwit.format.MigrationDocument;
import io.godwit.format.MigrationReader;
import io.godwit.format.PluginSource;
import io.godwit.history.AppliedMigration;
import io.godwit.history.Damages;
import io.godwit.history.History;
import io.godwit.history.HistoryCheck;
import io.godwit.history.HistoryReader;
import io.godwit.migration.Migration;
import io.godwit.plan.Belongings;
import io.godwit.plan.EditCheck;
import io.godwit.plan.ExpectedTables;
import io.godwit.plan.Finding;
import io.godwit.plan.Given;
import io.godwit.plan.LiveSchema;
import io.godwit.plan.Owners;
import io.godwit.plan.Plan;
import io.godwit.plan.PrivilegeReview;
import io.godwit.plan.ReadAhead;
import io.godwit.plan.RecordedMigrations;
import io.godwit.plan.RecordedOwners;
import io.godwit.plan.Rendering;
import io.godwit.plan.Rollback;
import io.godwit.plan.RollbackTarget;
import io.godwit.plan.UninstallMode;
import io.godwit.plan.Upgrade;
import io.godwit.plan.UpgradeTarget;
import io.godwit.plan.risk.LiveRows;
import io.godwit.plan.risk.Losses;
import io.godwit.plan.risk.RiskAnalyser;
import io.godwit.plan.risk.RiskPolicy;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one call plans: the sources are read before there is a connection. For one thread. */
final class SourcePlanner implements Runner.Planner {

    private final Planning planning;
    private final Way way;
    private final boolean reviews;
    private List<MigrationDocument> documents = List.of();
    private History history = History.EMPTY;

    /** Which plan. */
    interface Way {
        Plan plan(SourcePlanner planner, Session session) throws SQLException;
    }

    SourcePlanner(Planning planning, Way way) {
        this(planning, way, true);
    }

    private SourcePlanner(Planning planning, Way way, boolean reviews) {
        this.planning = planning;
        this.way = way;
        this.reviews = reviews;
    }

    /** The same for a plan that is only looked at: what the login may do has no say in it. */
    SourcePlanner forReading() {
        return new SourcePlanner(planning, way, false);
    }

    static Way up(UpgradeTarget target) {
        return (planner, session) -> planner.upgrade(session, target);
    }

    static Way install(String pluginId) {
        return (planner, session) -> planner.install(session, pluginId);
    }

    /** As {@link #up}, where the plan is to run: the host's policy has its say. */
    static Way up(UpgradeTarget target, RiskPolicy policy) {
        return (planner, session) -> policy.passed(planner.upgrade(session, target));
    }

    /** What a package brings, unless something newer of its plugin is applied. */
    static Way packaged(PackageManifest manifest) {
        return (planner, session) -> planner.packaged(session, manifest);
    }

    static Way down(String pluginId, RollbackTarget target) {
        return (planner, session) -> planner.rollback(session, pluginId, target);
    }

    static Way uninstall(String pluginId, UninstallMode mode) {
        return (planner, session) -> planner.uninstalled(session, pluginId, mode);
    }

    /** Goes on with one migration that stopped half-way, whichever way it went. */
    static Way resumed(String migrationId) {
        return (planner, session) -> planner.resumed(session, migrationId);
    }

    @Override
    public void prepare() {
        documents = planning.documents();
        ReadAhead.begin(documents);
    }

    /** Only where nothing else can be told: a document whose bytes the history knows need not be parsed. */
    @Override
    public void check() {
        List<Problem> problems = PluginSource.problems(() -> documents);
        if (!problems.isEmpty()) {
            throw new InvalidMigrationException(problems);
        }
    }

    @Override
    public Plan plan(Session session) throws SQLException {
        Plan plan = way.plan(this, session);
        new Belongings(new RecordedOwners(history, reader(session), session.dialect())).respectedBy(plan);
        return reviews ? new PrivilegeReview(session.dialect(), session.connection()).passed(plan, history) : plan;
    }

    private Plan upgrade(Session session, UpgradeTarget target) throws SQLException {
        history = reader(session).read();
        return upgradeFromHistory(session, target);
    }

    private Plan upgradeFromHistory(Session session, UpgradeTarget target) throws SQLException {
        LiveSchema live = live(session);
        return upgradeFromHistory(session, target, live, live);
    }

    /** @param base the live schema, or a state that goes on from it */
    private Plan upgradeFromHistory(Session session, UpgradeTarget target, LiveSchema live, SchemaView base)
            throws SQLException {
        Given given = Given.of(documents, history);
        List<Finding> findings = new EditCheck(history, reader(session)).check(given);
        Rendering rendering = planning.rendering(session);
        live.expect(() -> ExpectedTables.ofMigrations(given.pending()));
        Owners owners = new RecordedOwners(history, reader(session), session.dialect());
        RiskAnalyser analyser =
                new RiskAnalyser(rendering, new LiveRows(rendering, session.connection(), live), owners);
        RecordedMigrations applied = new RecordedMigrations(history, given, reader(session));
        return planning.risk()
                .weighed(
                        new Upgrade(rendering, base, analyser, applied, owners).plan(given, history, target, findings));
    }

    /** What a package brings, written as SQL for the engine's own client. */
    SqlPackageReport write(
            Session session,
            PackageManifest manifest,
            @Nullable PlannedRows rows,
            SqlPackageOptions options,
            Path output)
            throws SQLException {
        new DeltaCheck(manifest, reader(session).read()).pass();
        return write(session, new UpgradeTarget(manifest.pluginId(), manifest.version()), rows, options, output);
    }

    /** What is pending, written as SQL for the engine's own client. */
    SqlPackageReport write(
            Session session, UpgradeTarget target, @Nullable PlannedRows rows, SqlPackageOptions options, Path output)
            throws SQLException {
        history = reader(session).read();
        if (history.installed()) {
            Set<String> plugins =
                    history.applied().stream().map(AppliedMigration::pluginId).collect(Collectors.toSet());
            Damages.refuse(new HistoryCheck(reader(session)).damages(history, plugins));
        }
        LiveSchema live = live(session);
        SchemaState state = new SchemaState(live, session.dialect());
        Plan up = upgradeFromHistory(session, target, live, state);
        Owners owners = new RecordedOwners(history, reader(session), session.dialect());
        new Belongings(owners).respectedBy(up);
        ScriptedRows scripted = rows == null ? null : rows.behind(session.dialect(), up, state, owners);
        return ScriptedPlan.of(planning.rendering(session), state, up)
                .pack(options, scripted)
                .write(history, output);
    }

    private Plan install(Session session, String pluginId) throws SQLException {
        history = reader(session).read();
        boolean installed = history.ofPlugin(pluginId).stream().anyMatch(AppliedMigration::isWhole);
        if (installed) {
            throw new PlanRefusedException(
                    "Plugin '" + pluginId + "' is installed. Nothing was changed. Plan an upgrade instead.");
        }
        return upgradeFromHistory(session, new UpgradeTarget(pluginId, null));
    }

    private Plan packaged(Session session, PackageManifest manifest) throws SQLException {
        history = reader(session).read();
        history.ofPlugin(manifest.pluginId()).stream()
                .map(AppliedMigration::version)
                .max(Comparator.naturalOrder())
                .filter(applied -> applied.compareTo(manifest.version()) > 0)
                .ifPresent(applied -> {
                    throw new PackageRejectedException(
                            PackageFault.DOWNGRADE,
                            "The package of '" + manifest.pluginId() + "' is refused: it is version "
                                    + manifest.version() + ", and " + applied
                                    + " is applied. Nothing was changed.\nTo go back, use rollback.",
                            null);
                });
        new DeltaCheck(manifest, history).pass();
        Plan plan = upgradeFromHistory(session, new UpgradeTarget(manifest.pluginId(), manifest.version()));
        return manifest.delta().isEmpty()
                ? plan
                : plan.withFindings(plan.findings().stream()
                        .filter(finding -> !finding.rule().equals(EditCheck.UNKNOWN_APPLIED))
                        .toList());
    }

    private Plan resumed(Session session, String id) throws SQLException {
        history = reader(session).read();
        AppliedMigration partial = history.migration(id)
                .filter(applied -> !applied.isWhole())
                .orElseThrow(
                        () -> new PlanRefusedException("Migration " + id + " is not partial. Nothing was changed."));
        if (history.isGoingBack(id)) {
            return rollback(session, partial.pluginId(), RollbackTarget.steps(1));
        }
        if (Given.of(documents, history).pending().stream()
                .noneMatch(migration -> migration.id().equals(id))) {
            Migration recorded =
                    MigrationReader.ofHistory().read("history", reader(session).document(id));
            documents = Stream.concat(documents.stream(), Stream.of(MigrationDocument.of(recorded)))
                    .toList();
        }
        return upgradeFromHistory(session, new UpgradeTarget(partial.pluginId(), partial.version()))
                .upTo(id);
    }

    private Plan rollback(Session session, String pluginId, RollbackTarget target) throws SQLException {
        history = reader(session).read();
        Given given = Given.of(documents, history);
        new EditCheck(history, reader(session)).check(given);
        return new Rollback(planning.rendering(session), live(session), reader(session))
                .plan(given, history, pluginId, target);
    }

    private Plan uninstalled(Session session, String pluginId, UninstallMode mode) throws SQLException {
        history = reader(session).read();
        Given given = Given.of(documents, history);
        Rendering rendering = planning.rendering(session);
        LiveSchema live = live(session);
        Plan plan = new Rollback(rendering, live, reader(session)).uninstall(given, history, pluginId, mode);
        return new Losses(rendering, session.connection(), live).shownIn(plan);
    }

    /** Whether anything is applied or given of a plugin. */
    boolean knows(Session session, String pluginId) throws SQLException {
        history = reader(session).read();
        return !history.ofPlugin(pluginId).isEmpty()
                || Given.of(documents, history).plugins().contains(pluginId);
    }

    Status status(Session session) throws SQLException {
        history = reader(session).read();
        return Status.of(session.dialect().engine(), history, Given.of(documents, history));
    }

    private static HistoryReader reader(Session session) {
        return new HistoryReader(session.dialect(), session.connection());
    }

    private static LiveSchema live(Session session) {
        return new LiveSchema(session.dialect().introspector(), session.connection());
    }
}
