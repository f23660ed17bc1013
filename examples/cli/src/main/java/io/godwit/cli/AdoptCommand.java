package io.godwit.cli;

import io.godwit.changelog.AdoptedHistory;
import io.godwit.changelog.FileFilter;
import io.godwit.changelog.FlywayHistory;
import io.godwit.changelog.LiquibaseHistory;
import io.godwit.changelog.LiquibaseSource;
import io.godwit.engine.Report;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Takes over a database from another tool. */
@Command(
        name = "adopt",
        description =
                "Takes over a database whose history is Liquibase's or Flyway's: what ran there is verified, and the migrations of"
                        + " --plugins that it became (convert) are recorded as applied. Nothing is run again.",
        footer = {
            "",
            "Refused, with exit code 6: a row without its file, another checksum, a failed row, a change that",
            "did not run although a later one did, a schema that is not what the migrations would make."
        })
final class AdoptCommand implements Callable<Integer> {

    @ParentCommand
    private GodwitCommand parent;

    @Parameters(
            paramLabel = "INPUT",
            description = "Liquibase: the changelog, relative to --root, as Liquibase stores it. Flyway: the folder.")
    private String input;

    @Option(names = "--from", required = true, paramLabel = "TOOL", description = "Whose history: liquibase or flyway.")
    private String from;

    @Option(
            names = "--root",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "The folder that holds all files of a changelog; this one unless said.")
    private Path root;

    @Option(names = "-D", paramLabel = "NAME=VALUE", description = "A value for $${NAME} in a changelog or a script.")
    private Map<String, String> parameters = Map.of();

    @Option(
            names = "--history-table",
            paramLabel = "TABLE",
            defaultValue = FlywayHistory.TABLE,
            description = "Flyway: the table of its history; flyway_schema_history unless said.")
    private String table;

    @Override
    public Integer call() {
        parent.options().refusePlanFormats();
        AdoptedHistory history = switch (from) {
            case "liquibase" ->
                new LiquibaseHistory(new LiquibaseSource(
                        folder(root), input, "", "", parameters, null, null, FileFilter.ALL, false));
            case "flyway" -> new FlywayHistory(folder(Path.of(input)), table, parameters);
            default -> throw new UsageException("--from " + from + ": there are liquibase and flyway");
        };
        Report report = parent.host().on().build().adoption().of(history).orThrow();
        if (parent.options().json()) {
            parent.terminal()
                    .out()
                    .print(new Json()
                            .with("outcome", report.outcome().toString())
                            .with("adopted", report.applied()));
        } else if (!parent.options().quiet()) {
            parent.terminal()
                    .out()
                    .println(Count.of(report.applied().size(), "migration") + " recorded as applied; nothing was run");
        }
        return ExitCode.DONE.number();
    }

    private static Path folder(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new UsageException("there is no folder " + folder);
        }
        return folder;
    }
}
