package io.godwit;

import io.godwit.archive.PackageManifest;
import io.godwit.archive.PackageReader;
import io.godwit.archive.PluginPackage;
import io.godwit.engine.Outcome;
import io.godwit.engine.Report;
import io.godwit.engine.Runner;
import io.godwit.engine.SteadyPlanner;
import io.godwit.failure.GodwitException;
import io.godwit.failure.PackageFault;
import io.godwit.failure.PackageRejectedException;
import io.godwit.plan.Plan;
import java.nio.file.Path;
import java.util.List;

/**
 * Plugins that come as one file, perhaps from a stranger: nothing of one is used before all of it was checked, and nothing of it is written
 * to disk. Thread-safe.
 */
public final class Packages {

    private static final System.Logger LOG = System.getLogger(Packages.class.getName());

    private final PackageReader reader;
    private final Planning planning;
    private final Sessions sessions;
    private final Runner runner;

    Packages(PackageReader reader, Planning planning, Sessions sessions, Runner runner) {
        this.reader = reader;
        this.planning = planning;
        this.sessions = sessions;
        this.runner = runner;
    }

    /**
     * Reads all of one, as the host said that packages are read.
     *
     * @throws PackageRejectedException if it is refused, with the reason
     */
    public PluginPackage read(Path file) {
        return reader.read(file);
    }

    /**
     * What {@link #install} would do.
     *
     * @throws PackageRejectedException if the package is refused, with the reason
     */
    public Plan plan(Path file) {
        PluginPackage found = trusted(file);
        Runner.Planner planner =
                new SteadyPlanner(planning.withPackage(found).of(SourcePlanner.packaged(found.manifest())));
        return sessions.prepared(planner, planner::plan);
    }

    /**
     * Brings a plugin to the version of a package, with what it depends on from the host's own sources; what the host has of the plugin itself
     * does not count. What stops it is in the report.
     *
     * @throws PackageRejectedException if the package is refused, with the reason; nothing was changed
     */
    public Report install(Path file) {
        PluginPackage found = trusted(file);
        SourcePlanner.Way way = SourcePlanner.packaged(found.manifest());
        Report report = runner.run(planning.withPackage(found)
                .of((planner, session) -> planning.risk().passed(way.plan(planner, session))));
        if (report.outcome() == Outcome.SUCCEEDED || report.outcome() == Outcome.FAILED) {
            note(found, report);
        }
        return report;
    }

    private PluginPackage trusted(Path file) {
        PluginPackage found = read(file);
        List<String> raw = found.rawSql();
        if (!raw.isEmpty() && !reader.trusted().rawSql()) {
            throw new PackageRejectedException(
                    PackageFault.RAW_SQL,
                    file.getFileName() + " is refused: it holds SQL of an engine's own, which cannot be checked: "
                            + String.join("; ", raw)
                            + ".\nNothing was changed. Read it, and then trust it (PackageTrust.withRawSql, --trust-sql).",
                    null);
        }
        return found;
    }

    /** What was run has its own entries; this one says where it came from. */
    private void note(PluginPackage found, Report report) {
        PackageManifest manifest = found.manifest();
        String detail = manifest.pluginId() + " " + manifest.version() + " of "
                + found.file().getFileName() + ", manifest " + found.fingerprint()
                + (found.isSigned() ? ", signed" : ", not signed");
        try {
            runner.note("install", report.outcome() == Outcome.SUCCEEDED ? "done" : "failed", detail);
        } catch (GodwitException e) {
            LOG.log(System.Logger.Level.WARNING, "the audit trail does not say where the package came from", e);
        }
    }
}
