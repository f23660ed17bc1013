package io.godwit.cli;

import io.godwit.Godwit;
import io.godwit.changelog.Conversion;
import io.godwit.changelog.ConversionFolder;
import io.godwit.changelog.LiquibaseXml;
import io.godwit.failure.Problem;
import io.godwit.format.PluginSource;
import io.godwit.migration.Migration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Makes migrations of one tool those of another. */
@Command(
        name = "convert",
        description =
                "Makes portable migrations of a Liquibase changelog or a folder of Flyway's, and a changelog or scripts for Flyway of portable ones.",
        footer = {
            "",
            "OUTPUT gets a document for each migration, and conversion-report.md, which lists what has no form and is",
            "left to do by hand. Exit code 6 if there is any such thing; the documents are written all the same."
        })
final class ConvertCommand implements Callable<Integer> {

    private static final String DEFAULT_PLUGIN = "converted";
    private static final String CHANGELOG = "changelog.xml";

    @ParentCommand
    private GodwitCommand parent;

    @Parameters(
            paramLabel = "INPUT",
            description = "Liquibase: the changelog, relative to --root, as Liquibase stores it. Else a folder.")
    private String input;

    @Option(
            names = "--from",
            required = true,
            paramLabel = "TOOL",
            description = "Whose migrations these are: liquibase, flyway or portable.")
    private String from;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "TOOL",
            description = "Whose they become: portable, liquibase or flyway.")
    private String to;

    @Option(names = "--output", required = true, paramLabel = "DIR", description = "A folder that is new, or empty.")
    private Path output;

    @Mixin
    private ChangelogPlace place;

    @Option(
            names = "--plugin",
            paramLabel = "ID",
            defaultValue = DEFAULT_PLUGIN,
            description = "Whose migrations they become; 'converted' unless said.")
    private String plugin;

    @Option(
            names = "--engine",
            paramLabel = "NAME[:VERSION]",
            split = ",",
            description = "For which engines; all whose dialects are there, unless said.")
    private List<String> engines = List.of();

    @Override
    public Integer call() {
        parent.options().refusePlanFormats();
        if (from.equals("portable") && to.equals("liquibase")) {
            return toLiquibase();
        }
        Conversion conversion = switch (from + " to " + to) {
            case "liquibase to portable" -> written(liquibase());
            case "flyway to portable" ->
                written(Godwit.conversions().fromFlyway(folder(input), plugin, place.parameters(), targets()));
            case "portable to flyway" -> toFlyway();
            default ->
                throw new UsageException(
                        "--from " + from + " --to " + to
                                + ": there are liquibase to portable, flyway to portable, portable to liquibase and portable to flyway");
        };
        print(conversion);
        return (conversion.isWhole() ? ExitCode.DONE : ExitCode.REFUSED).number();
    }

    private Conversion liquibase() {
        return Godwit.conversions().fromLiquibase(place.source(input), plugin, targets());
    }

    private Conversion toFlyway() {
        if (engines.size() != 1) {
            throw new UsageException("a folder of Flyway's is for one engine: say --engine NAME");
        }
        return Godwit.conversions().toFlyway(PluginSource.directory(folder(input)), engines.get(0), output);
    }

    /** What {@code liquibase xml} writes, in a folder. */
    private Integer toLiquibase() {
        Path file = output.resolve(CHANGELOG);
        if (Files.exists(file)) {
            throw new UsageException("--output names " + output + ", which has a " + CHANGELOG);
        }
        try {
            Files.createDirectories(output);
        } catch (IOException unmade) {
            throw new UsageException("--output names " + output + ", which cannot be made: " + unmade.getMessage());
        }
        LiquibaseXml xml =
                Godwit.conversions().toLiquibase(PluginSource.directory(folder(input)), targets(), CHANGELOG, file);
        LiquibaseXmlCommand.print(parent, file, xml);
        return (xml.byHand().isEmpty() ? ExitCode.DONE : ExitCode.REFUSED).number();
    }

    private Conversion written(Conversion conversion) {
        ConversionFolder.write(conversion, input, output);
        return conversion;
    }

    private List<String> targets() {
        return engines.isEmpty() ? Godwit.engines() : engines;
    }

    private static Path folder(String name) {
        Path folder = Path.of(name);
        if (!Files.isDirectory(folder)) {
            throw new UsageException("there is no folder " + name);
        }
        return folder;
    }

    private void print(Conversion conversion) {
        Terminal terminal = parent.terminal();
        Path report = output.resolve(ConversionFolder.REPORT);
        if (parent.options().json()) {
            terminal.out()
                    .print(new Json()
                            .with("path", output)
                            .with("report", report)
                            .with("sources", conversion.sources())
                            .with(
                                    "migrations",
                                    conversion.migrations().stream()
                                            .map(Migration::id)
                                            .toList())
                            .with("byHand", ProblemJson.of(conversion.byHand()))
                            .with("notes", ProblemJson.of(conversion.notes())));
            return;
        }
        for (Problem left : conversion.byHand()) {
            terminal.error().println(terminal.notable("by hand: ") + terminal.plain(left.toString()));
        }
        if (!parent.options().quiet()) {
            terminal.out()
                    .println(output + ": " + Count.of(conversion.migrations().size(), "migration") + " of "
                            + conversion.sources() + "; " + conversion.byHand().size() + " left to do by hand, "
                            + conversion.notes().size() + " to know: see " + report);
        }
    }
}
