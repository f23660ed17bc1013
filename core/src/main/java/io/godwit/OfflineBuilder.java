package io.godwit;

import io.godwit.archive.PluginPackage;
import io.godwit.changelog.CachedPackage;
import io.godwit.changelog.FileLimits;
import io.godwit.changelog.LiquibaseSource;
import io.godwit.changelog.LiquibaseSqlPackage;
import io.godwit.changelog.LiquibaseXmlPackage;
import io.godwit.changelog.PackageCache;
import io.godwit.changelog.PackageReport;
import io.godwit.changelog.ScriptExpansion;
import io.godwit.changelog.SqlPackageOptions;
import io.godwit.changelog.SqlPackageReport;
import io.godwit.dialect.Dialect;
import io.godwit.dialect.DialectProvider;
import io.godwit.engine.DialectFinder;
import io.godwit.engine.Session;
import io.godwit.format.PluginSource;
import io.godwit.migration.CustomTransforms;
import io.godwit.plan.Plan;
import io.godwit.plan.Rendering;
import io.godwit.plan.UpgradeTarget;
import io.godwit.schema.TableName;
import io.godwit.transfer.file.FileTables;
import io.godwit.universal.UniversalTranslator;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Configures rendering without a database: from an empty one, through a plugin's own migrations. Not thread-safe. */
public final class OfflineBuilder {

    /** How long reading a history may wait for a lock. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String engine;
    private final String version;
    private final List<PluginSource> plugins = new ArrayList<>();
    private final List<DialectProvider> dialects = new ArrayList<>();
    private UpgradeTarget target = UpgradeTarget.ALL;
    private @Nullable PlannedRows rows;
    private @Nullable DialectFinder finder;

    OfflineBuilder(String engineAndVersion) {
        int colon = engineAndVersion.indexOf(':');
        this.engine = colon < 0 ? engineAndVersion : engineAndVersion.substring(0, colon);
        this.version = colon < 0 ? "" : engineAndVersion.substring(colon + 1);
    }

    /** Adds a source of migrations. */
    public OfflineBuilder plugins(PluginSource source) {
        plugins.add(source);
        return this;
    }

    /** Adds a dialect that the service loader does not find. */
    public OfflineBuilder dialect(DialectProvider provider) {
        dialects.add(provider);
        finder = null;
        return this;
    }

    /**
     * The engine's own name.
     *
     * @throws io.godwit.failure.UnknownEngineException if no dialect answers to the engine's name and version
     */
    public String engine() {
        return dialect().engine();
    }

    /** Only this plugin, with what it depends on; all unless said. */
    public OfflineBuilder plugin(String id) {
        return target(new UpgradeTarget(id, null));
    }

    /** Only so far; all unless said. */
    public OfflineBuilder target(UpgradeTarget wanted) {
        target = wanted;
        return this;
    }

    /**
     * A self-contained SQL file brings the rows of this package in, too.
     *
     * @throws io.godwit.failure.PlanRefusedException if it has none
     */
    public OfflineBuilder rows(PluginPackage found) {
        return rows(PlannedRows.of(found));
    }

    OfflineBuilder rows(PlannedRows planned) {
        rows = planned;
        return this;
    }

    /** The tables that are there when all up sides ran. */
    List<TableName> tables() {
        return new OfflinePlanning(rendering(), plugins).tables(target);
    }

    /**
     * All up sides, in the order in which they would run.
     *
     * @throws io.godwit.failure.UnknownEngineException if no dialect answers to the engine's name and version
     */
    public Plan planUp() {
        return new OfflinePlanning(rendering(), plugins).up(target);
    }

    /**
     * All down sides, the last migration first.
     *
     * @throws io.godwit.failure.UnknownEngineException if no dialect answers to the engine's name and version
     */
    public Plan planDown() {
        return new OfflinePlanning(rendering(), plugins).down(target);
    }

    /**
     * Makes one script of a script that includes others, as the engine's own client would run it in a folder.
     *
     * @param root where the client would run; no file may lie outside of it
     * @throws io.godwit.failure.UnknownEngineException if no dialect answers to the engine's name and version
     */
    public ScriptExpansion expansion(Path root) {
        return new ScriptExpansion(dialect(), root, FileLimits.STANDARD);
    }

    /**
     * Makes one SQL file of a Liquibase changelog: what Liquibase would run on an empty database, with its history. Needs liquibase-core
     * on the class path.
     *
     * @throws io.godwit.failure.ChangelogRefusedException with every problem; nothing is written then
     */
    public PackageReport packageChangelog(LiquibaseSource source, Path output) {
        return new LiquibaseSqlPackage(dialect(), source).write(output);
    }

    /**
     * As the other, but what ran on a database, which is only read, and need not be of the same engine.
     *
     * @throws io.godwit.failure.ChangelogRefusedException with every change set that is missing, was changed or cannot be rendered;
     *     nothing is written then
     */
    public PackageReport packageChangelog(LiquibaseSource source, DataSource history, Path output) {
        LiquibaseSqlPackage made = new LiquibaseSqlPackage(dialect(), source);
        return read(history, session -> made.write(session.connection(), session.dialect(), output));
    }

    /**
     * As {@link #packageChangelog(LiquibaseSource, Path)}, but what was made of the same files before is not made again.
     *
     * @throws io.godwit.failure.ChangelogRefusedException with every problem; nothing is kept then
     */
    public CachedPackage packageChangelog(LiquibaseSource source, PackageCache cache) {
        return new LiquibaseSqlPackage(dialect(), source).cached(cache);
    }

    /**
     * As {@link #packageChangelog(LiquibaseSource, DataSource, Path)}, but what was made of the same history and files before is not made
     * again. Many may ask at once.
     *
     * @throws io.godwit.failure.ChangelogRefusedException with every problem; nothing is kept then
     */
    public CachedPackage packageChangelog(LiquibaseSource source, DataSource history, PackageCache cache) {
        LiquibaseSqlPackage made = new LiquibaseSqlPackage(dialect(), source);
        return read(history, session -> made.cached(session.connection(), session.dialect(), cache));
    }

    /**
     * Makes one Liquibase changelog in XML of all that ran on a database, which is only read, from however many files it came. Needs
     * liquibase-core on the class path.
     *
     * @throws io.godwit.failure.ChangelogRefusedException with every change set that is missing, was changed or has no form in XML; nothing
     *     is written then
     */
    public PackageReport packageChangelogAsXml(LiquibaseSource source, DataSource history, Path output) {
        LiquibaseXmlPackage made = new LiquibaseXmlPackage(dialect(), source);
        return read(history, session -> made.write(session.connection(), session.dialect(), output));
    }

    private interface Reading<T> {
        T read(Session session) throws SQLException;
    }

    private <T> T read(DataSource history, Reading<T> reading) {
        try (Session session = Session.open(history, finder(), PATIENCE)) {
            return read(session, reading);
        }
    }

    /**
     * Makes one self-contained SQL file of all up sides for the engine's own client, with the history that lets Godwit go on from there, and
     * {@code OUTPUT.rollback.sql} of all down sides, if there is a way back.
     *
     * @throws io.godwit.failure.ChangelogRefusedException with every step that no file can say; nothing is written then
     * @throws io.godwit.failure.UnknownEngineException if no dialect answers to the engine's name and version
     */
    public SqlPackageReport packageSql(SqlPackageOptions options, Path output) {
        return new OfflinePlanning(rendering(), plugins).write(target, rows, options, output);
    }

    private static <T> T read(Session session, Reading<T> reading) {
        try {
            return reading.read(session);
        } catch (SQLException failure) {
            throw session.unreadable(failure);
        }
    }

    private Dialect dialect() {
        return finder().forEngine(engine, version);
    }

    /** The service loader looks through the whole class path. */
    private DialectFinder finder() {
        DialectFinder known = finder;
        if (known == null) {
            known = DialectFinder.with(dialects);
            finder = known;
        }
        return known;
    }

    private Rendering rendering() {
        Dialect dialect = dialect();
        return new Rendering(
                dialect, new UniversalTranslator(dialect), Map.of(), new FileTables(), CustomTransforms.UNASKED);
    }
}
