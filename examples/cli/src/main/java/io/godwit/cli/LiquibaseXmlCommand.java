package io.godwit.cli;

import io.godwit.Godwit;
import io.godwit.changelog.LiquibaseXml;
import io.godwit.changelog.PackageReport;
import io.godwit.failure.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Makes a Liquibase changelog of portable migrations. */
@Command(
        name = "xml",
        description =
                "Writes one Liquibase changelog in XML: of the portable migrations of --plugins, a change set a step, with each engine's"
                        + " statements, and rollback blocks where all of them have a way back; or, with --changelog, of all change sets"
                        + " that ran on the database of --url, in the order in which they ran.",
        footer = {
            "",
            "Exit code 6 if something of a migration has no form in a change set; the file is written all the same.",
            "With --changelog, each change set is compared with its checksum, and nothing is written if one is missing,",
            "was changed or has no form in XML."
        })
final class LiquibaseXmlCommand implements Callable<Integer> {

    @ParentCommand
    private LiquibaseCommand parent;

    @Option(
            names = "--engine",
            paramLabel = "NAME[:VERSION]",
            split = ",",
            description = "For which engines; all whose dialects are there, unless said.")
    private List<String> engines = List.of();

    @Option(
            names = "--logical-path",
            paramLabel = "PATH",
            description = "What Liquibase calls it in its history; the file's name unless said.")
    private @Nullable String logicalPath;

    @Option(
            names = "--changelog",
            paramLabel = "PATH",
            description = "The changelog of what ran, relative to the root, as Liquibase stores it.")
    private @Nullable String changelog;

    @Mixin
    private ChangelogOptions options;

    @Option(names = "--output", required = true, paramLabel = "FILE", description = "Where the changelog goes.")
    private Path output;

    @Override
    public Integer call() {
        GodwitCommand godwit = parent.parent();
        godwit.options().refusePlanFormats();
        if (changelog != null) {
            return ran(godwit, changelog);
        }
        String called = logicalPath == null ? String.valueOf(output.getFileName()) : logicalPath;
        LiquibaseXml xml = Godwit.conversions()
                .toLiquibase(
                        godwit.host().checkedPlugins(), engines.isEmpty() ? Godwit.engines() : engines, called, output);
        print(godwit, output, xml);
        return (xml.byHand().isEmpty() ? ExitCode.DONE : ExitCode.REFUSED).number();
    }

    private int ran(GodwitCommand godwit, String path) {
        if (!godwit.host().hasUrl() || engines.size() != 1 || logicalPath != null) {
            throw new UsageException(
                    "--changelog writes what ran on a database: it needs --url and one --engine, and each"
                            + " change set keeps its own --logical-path");
        }
        PackageReport report = Godwit.offline(engines.get(0))
                .packageChangelogAsXml(options.source(path), godwit.host().dataSource(), output);
        LiquibaseSqlCommand.print(godwit, output, report);
        return ExitCode.DONE.number();
    }

    /** Tells what was written where. */
    static void print(GodwitCommand godwit, Path output, LiquibaseXml xml) {
        Terminal terminal = godwit.terminal();
        if (godwit.options().json()) {
            terminal.out()
                    .print(new Json()
                            .with("path", output)
                            .with("changeSets", xml.changeSets())
                            .with("byHand", ProblemJson.of(xml.byHand())));
            return;
        }
        for (Problem left : xml.byHand()) {
            terminal.error().println(terminal.notable("by hand: ") + terminal.plain(left.toString()));
        }
        if (!godwit.options().quiet()) {
            terminal.out().println(output + ": " + Count.of(xml.changeSets(), "change set"));
        }
    }
}
