package io.godwit.cli;

import io.godwit.Godwit;
import io.godwit.changelog.LiquibaseXml;
import io.godwit.failure.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Makes a Liquibase changelog of portable migrations. */
@Command(
        name = "xml",
        description =
                "Writes one Liquibase changelog in XML of the portable migrations of --plugins: a change set a step, with each engine's"
                        + " statements, and rollback blocks where all of them have a way back.",
        footer = {"", "Exit code 6 if something has no form in a change set; the file is written all the same."})
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

    @Option(names = "--output", required = true, paramLabel = "FILE", description = "Where the changelog goes.")
    private Path output;

    @Override
    public Integer call() {
        GodwitCommand godwit = parent.parent();
        godwit.options().refusePlanFormats();
        String called = logicalPath == null ? String.valueOf(output.getFileName()) : logicalPath;
        LiquibaseXml xml = Godwit.conversions()
                .toLiquibase(
                        godwit.host().checkedPlugins(), engines.isEmpty() ? Godwit.engines() : engines, called, output);
        print(godwit, output, xml);
        return (xml.byHand().isEmpty() ? ExitCode.DONE : ExitCode.REFUSED).number();
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
