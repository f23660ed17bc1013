package io.godwit;

import io.godwit.archive.ArchiveFormat;
import io.godwit.archive.PackageManifest;
import io.godwit.archive.PackageReader;
import io.godwit.archive.PackageWriter;
import io.godwit.archive.PluginPackage;
import io.godwit.archive.RowsDraft;
import io.godwit.engine.Dump;
import io.godwit.engine.Outcome;
import io.godwit.engine.Report;
import io.godwit.engine.RowExport;
import io.godwit.engine.RowsExporter;
import io.godwit.engine.RowsImporter;
import io.godwit.engine.RowsReport;
import io.godwit.engine.Runner;
import io.godwit.engine.SteadyPlanner;
import io.godwit.failure.GodwitException;
import io.godwit.failure.PackageRejectedException;
import io.godwit.failure.PlanRefusedException;
import io.godwit.history.History;
import io.godwit.history.HistoryReader;
import io.godwit.migration.OnConflict;
import io.godwit.plan.Plan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

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
    private final RowMoves rows;

    Packages(PackageReader reader, Planning planning, Sessions sessions, Runner runner, RowMoves rows) {
        this.rows = rows;
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
        PluginPackage found = reader.readToRun(file);
        Runner.Planner planner =
                new SteadyPlanner(planning.withPackage(found).of(SourcePlanner.packaged(found.manifest())));
        return sessions.prepared(planner, planner::plan);
    }

    /**
     * Writes a package with the rows of the plugin's own tables, all of one moment, without what is sensitive unless it is asked for by name.
     *
     * @param writer of a plugin whose migrations are all applied here, and no others
     * @param asked which of the plugin's rows
     * @throws PlanRefusedException if the plugin is not here as the package has it
     * @throws io.godwit.failure.TransferFailedException if rows could not be taken out
     * @throws IOException if the package could not be written; what was there is as it was
     */
    public PackageManifest pack(PackageWriter writer, RowExport asked, Path file, ArchiveFormat format)
            throws IOException {
        if (!asked.pluginId().equals(writer.pluginId())) {
            throw new IllegalArgumentException(
                    "a package of '" + writer.pluginId() + "' has no rows of '" + asked.pluginId() + "'");
        }
        requireApplied(writer);
        RowsDraft draft = RowsExporter.draft(file, writer.recipients());
        try {
            return writer.with(rows.out().collect(asked, draft)).writeTo(file, format);
        } finally {
            Rows.close(draft);
        }
    }

    /**
     * Writes a whole database as a package, whoever made it: migrations that make its schema again on every engine, and its rows, all of one
     * moment. The database is only read.
     *
     * @param finish what else the writer is told, such as who signs
     * @param output the file, which ends with {@code .tar.gz} or {@code .zip}, and {@code .age} where it is encrypted; or a folder, where
     *     it gets the name that packages have
     * @throws PlanRefusedException if there is nothing to dump, or a name is wrong
     * @throws io.godwit.failure.TransferFailedException if the database could not be read
     * @throws IOException if the package could not be written; what was there is as it was
     */
    public DumpReport dump(Dump asked, UnaryOperator<PackageWriter> finish, Path output) throws IOException {
        return new DumpWriting(rows.dumper(), asked, finish).write(output);
    }

    /** The rows fit the tables that the package makes. */
    private void requireApplied(PackageWriter writer) {
        History history = sessions.with(session -> new HistoryReader(session.dialect(), session.connection()).read());
        new ExactlyApplied(history, writer.pluginId()).require(new TreeSet<>(writer.migrations()));
    }

    /**
     * Brings a plugin to the version of a package, with what it depends on from the host's own sources, and then its rows into its tables: the
     * package's rows win over those that have the same primary key. What the host has of the plugin itself does not count. What stops a
     * migration is in the report; run again, it goes on. Rows that came in already since then are not brought in again.
     *
     * @throws PackageRejectedException if the package is refused, with the reason; nothing was changed
     * @throws io.godwit.failure.TransferFailedException if the database does not take its rows; the migrations are applied
     */
    public PackageInstall install(Path file) {
        PluginPackage found = reader.readToRun(file);
        Report report = run(found);
        return new PackageInstall(report, report.failure() == null ? imported(found) : null);
    }

    /** As {@link #install}, and leaves the rows of the package where they are. */
    public PackageInstall installWithoutData(Path file) {
        return new PackageInstall(run(reader.readToRun(file)), null);
    }

    private @Nullable RowsReport imported(PluginPackage found) {
        RowsImporter.Origin origin = new RowsImporter.Origin(found.manifest().pluginId(), found.fingerprint());
        if (found.tables().isEmpty() || rows.in().isThere(origin)) {
            return null;
        }
        return rows.in().importFrom(found, origin, OnConflict.UPDATE);
    }

    private Report run(PluginPackage found) {
        SourcePlanner.Way way = SourcePlanner.packaged(found.manifest());
        Report report = runner.run(planning.withPackage(found)
                .of((planner, session) -> planning.risk().passed(way.plan(planner, session))));
        if (report.outcome() == Outcome.SUCCEEDED || report.outcome() == Outcome.FAILED) {
            note(found, report);
        }
        return report;
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
