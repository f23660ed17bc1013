package io.godwit.cli;

import io.godwit.Godwit;
import io.godwit.OfflineBuilder;
import io.godwit.changelog.CachedPackage;
import io.godwit.changelog.LiquibaseSource;
import io.godwit.changelog.PackageCache;
import io.godwit.changelog.PackageReport;
import io.godwit.failure.Problem;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Makes one SQL file of a Liquibase changelog. */
@Command(
        name = "sql",
        description =
                "Writes one SQL file of a changelog, for the engine's own client: with --url what ran on that database, in the"
                        + " order in which it ran; without, what Liquibase would run on an empty one.",
        footer = {
            "",
            "Each change set is found in its file and compared with its checksum. One that is missing, was",
            "changed or cannot be rendered is refused by name, and nothing is written."
        })
final class LiquibaseSqlCommand implements Callable<Integer> {

    @ParentCommand
    private LiquibaseCommand parent;

    @Option(
            names = "--changelog",
            required = true,
            paramLabel = "PATH",
            description = "The changelog, relative to the root, as Liquibase stores it.")
    private String changelog;

    @Mixin
    private ChangelogOptions options;

    @Option(
            names = "--engine",
            required = true,
            paramLabel = "NAME[:VERSION]",
            description = "Whose SQL, such as postgresql or mysql:8.0.")
    private String engine;

    @Option(names = "--output", required = true, paramLabel = "FILE", description = "Where the SQL goes.")
    private Path output;

    @Option(
            names = "--cache",
            paramLabel = "DIR",
            description =
                    "Where packages are kept: what was made of the same history and files before is not made again.")
    private @Nullable Path cache;

    @Override
    public Integer call() {
        GodwitCommand godwit = parent.parent();
        godwit.options().refusePlanFormats();
        LiquibaseSource source = options.source(changelog);
        OfflineBuilder target = Godwit.offline(engine);
        if (cache != null) {
            print(godwit, output, cached(target, source, PackageCache.directory(cache)));
            return ExitCode.DONE.number();
        }
        PackageReport report = godwit.host().hasUrl()
                ? target.packageChangelog(source, godwit.host().dataSource(), output)
                : target.packageChangelog(source, output);
        print(godwit, output, report);
        return ExitCode.DONE.number();
    }

    private PackageReport cached(OfflineBuilder target, LiquibaseSource source, PackageCache kept) {
        Host host = parent.parent().host();
        CachedPackage found = host.hasUrl()
                ? target.packageChangelog(source, host.dataSource(), kept)
                : target.packageChangelog(source, kept);
        found.copyTo(output);
        return found.report();
    }

    /** Tells what was written where, and what must be known of it. */
    static void print(GodwitCommand godwit, Path output, PackageReport report) {
        Terminal terminal = godwit.terminal();
        if (godwit.options().json()) {
            terminal.out()
                    .print(new Json()
                            .with("path", output)
                            .with("changeSets", report.changeSets())
                            .with("rows", report.rows())
                            .with("bytes", report.bytes())
                            .with("findings", ProblemJson.of(report.findings())));
            return;
        }
        for (Problem finding : report.findings()) {
            terminal.error().println(terminal.notable("finding: ") + terminal.plain(finding.toString()));
        }
        if (!godwit.options().quiet()) {
            terminal.out()
                    .println(output + ": " + Count.of(report.changeSets(), "change set") + ", "
                            + Count.of(report.rows(), "row") + " of history");
        }
    }
}
