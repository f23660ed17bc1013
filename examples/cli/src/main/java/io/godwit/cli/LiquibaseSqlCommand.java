package io.godwit.cli;

import io.godwit.Godwit;
import io.godwit.OfflineBuilder;
import io.godwit.changelog.CachedPackage;
import io.godwit.changelog.FileFilter;
import io.godwit.changelog.LiquibaseSource;
import io.godwit.changelog.PackageCache;
import io.godwit.changelog.PackageReport;
import io.godwit.failure.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
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

    @Option(
            names = "--root",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "The folder that holds all of its files; this one unless said.")
    private Path root;

    @Option(
            names = "--engine",
            required = true,
            paramLabel = "NAME[:VERSION]",
            description = "Whose SQL, such as postgresql or mysql:8.0.")
    private String engine;

    @Option(names = "--output", required = true, paramLabel = "FILE", description = "Where the SQL goes.")
    private Path output;

    @Option(
            names = "--contexts",
            paramLabel = "CONTEXTS",
            defaultValue = "",
            description = "As Liquibase's --contexts.")
    private String contexts;

    @Option(
            names = "--labels",
            paramLabel = "FILTER",
            defaultValue = "",
            description = "As Liquibase's --label-filter.")
    private String labels;

    @Option(names = "-D", paramLabel = "NAME=VALUE", description = "A value for $${NAME} in the changelog.")
    private Map<String, String> parameters = Map.of();

    @Option(names = "--from-tag", paramLabel = "TAG", description = "Only what ran after this tag.")
    private @Nullable String fromTag;

    @Option(names = "--to-tag", paramLabel = "TAG", description = "Only what ran up to this tag.")
    private @Nullable String toTag;

    @Option(names = "--include", paramLabel = "PATTERN", description = "Only change sets of files such as db/*.xml.")
    private List<String> included = List.of();

    @Option(names = "--exclude", paramLabel = "PATTERN", description = "No change sets of such files.")
    private List<String> excluded = List.of();

    @Option(
            names = "--keep-findings",
            description =
                    "Write the file also when something is missing, was changed or cannot be rendered, and say so at its top.")
    private boolean keepsFindings;

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
        if (!Files.isDirectory(root)) {
            throw new UsageException("--root names " + root + ", and there is no such folder");
        }
        LiquibaseSource source = new LiquibaseSource(
                root,
                changelog,
                contexts,
                labels,
                parameters,
                fromTag,
                toTag,
                new FileFilter(included, excluded),
                keepsFindings);
        OfflineBuilder target = Godwit.offline(engine);
        if (cache != null) {
            print(godwit, cached(target, source, PackageCache.directory(cache)));
            return ExitCode.DONE.number();
        }
        PackageReport report = godwit.host().hasUrl()
                ? target.packageChangelog(source, godwit.host().dataSource(), output)
                : target.packageChangelog(source, output);
        print(godwit, report);
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

    private void print(GodwitCommand godwit, PackageReport report) {
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
