package io.godwit.cli;

import io.godwit.Godwit;
import io.godwit.OfflineBuilder;
import io.godwit.archive.PackageReader;
import io.godwit.archive.PluginPackage;
import io.godwit.changelog.SqlPackageOptions;
import io.godwit.changelog.SqlPackageReport;
import io.godwit.engine.RowExport;
import io.godwit.failure.Problem;
import io.godwit.failure.UnknownEngineException;
import io.godwit.format.PluginSource;
import io.godwit.plan.UpgradeTarget;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Writes migrations as one self-contained SQL file. */
@Command(
        name = "sql-package",
        description =
                "Writes migrations as one self-contained SQL file for the engine's own client, with Godwit's history, and"
                        + " FILE.rollback.sql, which takes them back: with --url what is pending on that database, without all, from"
                        + " an empty one.",
        footer = {
            "",
            "The file refuses to run on a database whose history is not the one that it was made for.",
            "What no file can say is refused by name, and nothing is written."
        })
final class SqlPackageCommand implements Callable<Integer> {

    @ParentCommand
    private GodwitCommand parent;

    @Option(
            names = "--engine",
            paramLabel = "NAME[:VERSION]",
            description = "Whose SQL, such as postgresql:17; with --url that of the database.")
    private @Nullable String engine;

    @Option(names = "--output", required = true, paramLabel = "FILE", description = "Where the SQL goes.")
    private Path output;

    @Option(
            names = "--plugin",
            paramLabel = "ID[@VERSION]",
            converter = PluginVersion.Converter.class,
            description = "Only this plugin, with what it depends on; all unless said.")
    private @Nullable PluginVersion plugin;

    @Option(
            names = "--package",
            paramLabel = "PACKAGE",
            description = "The migrations of this package; what it depends on comes from --plugins.")
    private @Nullable Path packaged;

    @Mixin
    private final TrustedKey trust = new TrustedKey();

    @Option(names = "--trust-sql", description = "Takes a package's SQL of an engine's own too.")
    private boolean rawSql;

    @Option(
            names = "--keep-findings",
            description = "Write the file also where something of it can only be a preview, and say so at its top.")
    private boolean keepsFindings;

    @Option(
            names = "--with-data",
            description =
                    "Also the rows: of --package, or of the database of --url, where all of the migrations are applied;"
                            + " the file is then for an empty database of --engine.")
    private boolean withData;

    @Option(
            names = "--sensitive",
            paramLabel = "TABLE.COLUMN",
            split = ",",
            description = "With --with-data of a database: also this column, although it is sensitive.")
    private List<String> sensitive = List.of();

    @Mixin
    private final NamedFilters named = new NamedFilters();

    @Mixin
    private final ParallelReading parallel = new ParallelReading();

    @Mixin
    private final OpeningKey opening = new OpeningKey();

    @Override
    public Integer call() {
        parent.options().refusePlanFormats();
        if (packaged != null && plugin != null) {
            throw new UsageException("--package names one plugin at one version: leave --plugin out");
        }
        if (!sensitive.isEmpty() && (!withData || packaged != null)) {
            throw new UsageException(
                    "--sensitive names columns of a database whose rows are taken along (--with-data)");
        }
        if (named.isAsked() && (!withData || packaged != null)) {
            throw new UsageException("--filter chooses rows of a database that are taken along (--with-data)");
        }
        print(report());
        return ExitCode.DONE.number();
    }

    private SqlPackageReport report() {
        if (withData && packaged == null) {
            return copied();
        }
        return parent.host().hasUrl() ? live() : offline();
    }

    /** For an empty database, with the rows of this one. */
    private SqlPackageReport copied() {
        if (!parent.host().hasUrl()) {
            throw new UsageException("--with-data takes rows from a database or a package: say --url or --package");
        }
        RunOutput progress = new RunOutput(parent.terminal(), parent.options());
        Godwit godwit = parent.host().on().listener(progress.listener()).build();
        OfflineBuilder builder = named(engine == null ? godwit.status().engine() : engine)
                .plugins(parent.host().checkedPlugins())
                .target(target());
        RowExport asked = parallel.applied(RowExport.ofTables());
        for (String column : sensitive) {
            asked = asked.including(column);
        }
        return godwit.sqlPackages().writeWithRows(builder, named.applied(godwit, asked), options(), output);
    }

    private SqlPackageReport live() {
        Path file = packaged;
        if (file == null) {
            Godwit godwit = checked(parent.host().withPlugins().reading().build());
            return godwit.sqlPackages().write(target(), options(), output);
        }
        Godwit godwit = checked(parent.host().reading().packages(reader(file)).build());
        return withData
                ? godwit.sqlPackages().writePackageWithRows(file, options(), output)
                : godwit.sqlPackages().writePackage(file, options(), output);
    }

    /** A file is for the engine of the database that it is made for. */
    private Godwit checked(Godwit godwit) {
        if (engine != null) {
            String wanted = named(engine).engine();
            String found = godwit.status().engine();
            if (!wanted.equals(found)) {
                throw new UsageException("--engine names " + wanted + ", and the database of --url is " + found);
            }
        }
        return godwit;
    }

    private static OfflineBuilder named(String engine) {
        try {
            OfflineBuilder builder = Godwit.offline(engine);
            builder.engine();
            return builder;
        } catch (UnknownEngineException e) {
            throw new UsageException(e.getMessage());
        }
    }

    private SqlPackageReport offline() {
        if (engine == null) {
            throw new UsageException("say --engine NAME[:VERSION], or --url of a database");
        }
        OfflineBuilder builder = named(engine);
        Path file = packaged;
        if (file == null) {
            builder.plugins(parent.host().checkedPlugins()).target(target());
        } else {
            PluginPackage found = reader(file).readToRun(file);
            found.requireWhole();
            String pluginId = found.manifest().pluginId();
            if (parent.host().hasPlugins()) {
                PluginSource others = parent.host().checkedPlugins();
                builder.plugins(() -> others.documents().stream()
                        .filter(document -> !document.read().pluginId().equals(pluginId))
                        .toList());
            }
            builder.plugins(found.source())
                    .target(new UpgradeTarget(pluginId, found.manifest().version()));
            if (withData) {
                builder.rows(found);
            }
        }
        return builder.packageSql(options(), output);
    }

    private PackageReader reader(Path file) {
        return new PackageFile(file).reader(trust.file(), opening.file(), rawSql);
    }

    private UpgradeTarget target() {
        return plugin == null ? UpgradeTarget.ALL : plugin.target();
    }

    private SqlPackageOptions options() {
        Host host = parent.host();
        return new SqlPackageOptions(host.actorName(), host.sourceDate().orElseGet(Instant::now), keepsFindings);
    }

    private void print(SqlPackageReport report) {
        Terminal terminal = parent.terminal();
        String rollback = report.rollback().map(Path::toString).orElse("");
        if (parent.options().json()) {
            terminal.out()
                    .print(new Json()
                            .with("path", output)
                            .with("rollback", rollback)
                            .with("noWayBack", report.noWayBack())
                            .with("migrations", report.migrations())
                            .with("statements", report.statements())
                            .with("rows", report.rows())
                            .with("bytes", report.bytes())
                            .with("findings", ProblemJson.of(report.findings())));
            return;
        }
        for (Problem finding : report.findings()) {
            terminal.error().println(terminal.notable("finding: ") + terminal.plain(finding.toString()));
        }
        if (!report.noWayBack().isEmpty()) {
            terminal.error().println(terminal.notable("no way back: ") + terminal.plain(report.noWayBack()));
        }
        if (!parent.options().quiet()) {
            terminal.out()
                    .println(output + ": " + Count.of(report.migrations().size(), "migration") + ", "
                            + Count.of(report.statements(), "statement")
                            + (withData ? ", " + Count.of(report.rows(), "row") : ""));
            if (!rollback.isEmpty()) {
                terminal.out().println(rollback + ": takes them back");
            }
        }
    }
}
