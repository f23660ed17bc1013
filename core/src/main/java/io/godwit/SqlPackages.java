package io.godwit;

import io.godwit.archive.PackageManifest;
import io.godwit.archive.PackageReader;
import io.godwit.archive.PluginPackage;
import io.godwit.archive.Recipients;
import io.godwit.archive.RowsDraft;
import io.godwit.archive.TableRows;
import io.godwit.changelog.SqlPackageOptions;
import io.godwit.changelog.SqlPackageReport;
import io.godwit.engine.RowExport;
import io.godwit.engine.RowsExporter;
import io.godwit.engine.RowsImporter;
import io.godwit.failure.PlanRefusedException;
import io.godwit.history.History;
import io.godwit.history.HistoryReader;
import io.godwit.migration.Migration;
import io.godwit.plan.MigrationPlan;
import io.godwit.plan.UpgradeTarget;
import io.godwit.schema.TableName;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Migrations as one self-contained SQL file for the engine's own client, and {@code OUTPUT.rollback.sql}, which takes them back, if there is a
 * way back. The file refuses to run where the history is not as it is here now, and Godwit afterwards knows all of it as applied. Only reads
 * the database. Thread-safe.
 */
public final class SqlPackages {

    private final PackageReader reader;
    private final Planning planning;
    private final Sessions sessions;
    private final RowMoves moves;

    SqlPackages(PackageReader reader, Planning planning, Sessions sessions, RowMoves moves) {
        this.moves = moves;
        this.reader = reader;
        this.planning = planning;
        this.sessions = sessions;
    }

    /**
     * Writes what {@link Godwit#migrate(UpgradeTarget)} would do.
     *
     * @throws io.godwit.failure.ChangelogRefusedException with every step that no file can say; nothing is written then
     */
    public SqlPackageReport write(UpgradeTarget target, SqlPackageOptions options, Path output) {
        SourcePlanner planner = planning.of(SourcePlanner.up(target));
        return sessions.prepared(planner, session -> planner.write(session, target, null, options, output));
    }

    /**
     * Writes what {@link Packages#installWithoutData} would do.
     *
     * @throws io.godwit.failure.PackageRejectedException if the package is refused, with the reason
     * @throws io.godwit.failure.ChangelogRefusedException with every step that no file can say; nothing is written then
     */
    public SqlPackageReport writePackage(Path file, SqlPackageOptions options, Path output) {
        return write(reader.readToRun(file), null, options, output);
    }

    /**
     * Writes what {@link Packages#install} would do: also the rows of the package, which win over those that have the same primary key.
     *
     * @throws io.godwit.failure.PackageRejectedException if the package is refused, with the reason
     * @throws PlanRefusedException if the package has no rows, or they do not fit
     * @throws io.godwit.failure.ChangelogRefusedException with every step that no file can say; nothing is written then
     */
    public SqlPackageReport writePackageWithRows(Path file, SqlPackageOptions options, Path output) {
        PluginPackage found = reader.readToRun(file);
        return write(found, PlannedRows.of(found), options, output);
    }

    private SqlPackageReport write(
            PluginPackage found, @Nullable PlannedRows rows, SqlPackageOptions options, Path output) {
        PackageManifest manifest = found.manifest();
        SourcePlanner planner = planning.withPackage(found).of(SourcePlanner.packaged(manifest));
        planner.prepare();
        return sessions.patiently(session -> planner.write(session, manifest, rows, options, output));
    }

    /**
     * Writes a file for an empty database of any engine, with rows of this one, all of one moment, without what is sensitive unless it is
     * asked for by name. Rows wait in a folder beside the file until they are counted.
     *
     * @param made whose migrations the file has; all of them are applied here, and no others of their plugins
     * @param asked which rows: if it names neither a plugin nor tables, those of all tables that these migrations make
     * @throws PlanRefusedException if the plugins are not here as the file has them, or something asked for is not there
     * @throws io.godwit.failure.ChangelogRefusedException with every step that no file can say; nothing is written then
     * @throws io.godwit.failure.TransferFailedException if rows could not be taken out
     */
    public SqlPackageReport writeWithRows(
            OfflineBuilder made, RowExport asked, SqlPackageOptions options, Path output) {
        Map<String, Set<String>> plugins = made.planUp().migrations().stream()
                .map(MigrationPlan::migration)
                .collect(Collectors.groupingBy(
                        Migration::pluginId,
                        TreeMap::new,
                        Collectors.mapping(Migration::id, Collectors.toCollection(TreeSet::new))));
        History history = sessions.with(session -> new HistoryReader(session.dialect(), session.connection()).read());
        plugins.forEach((plugin, ids) -> new ExactlyApplied(history, plugin).require(ids));
        boolean all = asked.pluginId().isEmpty() && asked.tables().isEmpty();
        RowExport wanted = all
                ? asked.tables(made.tables().stream().map(TableName::toString).toList())
                : asked;
        String owner = plugins.size() == 1 ? plugins.keySet().iterator().next() : asked.pluginId();
        RowsDraft draft =
                RowsExporter.draft(output.resolveSibling(output.getFileName() + ".rows.zip"), Recipients.NOBODY);
        try {
            TableRows rows = moves.out().collect(wanted, draft);
            return made.rows(new PlannedRows(rows, new RowsImporter.Origin(owner, "")))
                    .packageSql(options, output);
        } finally {
            Rows.close(draft);
        }
    }
}
