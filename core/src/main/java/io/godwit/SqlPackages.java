package io.godwit;

import io.godwit.archive.PackageManifest;
import io.godwit.archive.PackageReader;
import io.godwit.archive.PluginPackage;
import io.godwit.changelog.SqlPackageOptions;
import io.godwit.changelog.SqlPackageReport;
import io.godwit.plan.UpgradeTarget;
import java.nio.file.Path;

/**
 * Migrations as one self-contained SQL file for the engine's own client, and {@code OUTPUT.rollback.sql}, which takes them back, if there is a
 * way back. The file refuses to run where the history is not as it is here now, and Godwit afterwards knows all of it as applied. Only reads
 * the database. Thread-safe.
 */
public final class SqlPackages {

    private final PackageReader reader;
    private final Planning planning;
    private final Sessions sessions;

    SqlPackages(PackageReader reader, Planning planning, Sessions sessions) {
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
        return sessions.prepared(planner, session -> planner.write(session, target, options, output));
    }

    /**
     * Writes what {@link Packages#installWithoutData} would do.
     *
     * @throws io.godwit.failure.PackageRejectedException if the package is refused, with the reason
     * @throws io.godwit.failure.ChangelogRefusedException with every step that no file can say; nothing is written then
     */
    public SqlPackageReport writePackage(Path file, SqlPackageOptions options, Path output) {
        PluginPackage found = reader.readToRun(file);
        PackageManifest manifest = found.manifest();
        SourcePlanner planner = planning.withPackage(found).of(SourcePlanner.packaged(manifest));
        return sessions.prepared(planner, session -> planner.write(session, manifest, options, output));
    }
}
