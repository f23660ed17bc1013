package io.godwit.cli;

import io.godwit.Godwit;
import io.godwit.changelog.ExpandedScript;
import io.godwit.changelog.ScriptExpansion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Makes one script of a script that includes others. */
@Command(
        name = "expand",
        description =
                "Writes one script of a script that includes others: \\i and \\ir of psql, source of mysql, .read of"
                        + " sqlite3, :r of sqlcmd.",
        footer = {
            "",
            "Names are relative to --root, where the client would run; those of \\ir to the including file.",
            "A cycle, a missing file or one outside of the root is refused, and nothing is written."
        })
final class ExpandCommand implements Callable<Integer> {

    private static final String WITHOUT_INCLUDES = "postgresql";

    @ParentCommand
    private GodwitCommand parent;

    @Parameters(paramLabel = "SCRIPT", description = "The script; a path from here, or from the root.")
    private Path script;

    @Option(
            names = "--root",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "The folder that holds all files, where the client would run; this one unless said.")
    private Path root;

    @Option(names = "--output", required = true, paramLabel = "FILE", description = "Where the one script goes.")
    private Path output;

    @Option(
            names = "--engine",
            paramLabel = "NAME",
            description = "Whose client reads the script; the one whose includes it has, unless said.")
    private @Nullable String engine;

    @Override
    public Integer call() {
        parent.options().refusePlanFormats();
        if (!Files.isDirectory(root)) {
            throw new UsageException("--root names " + root + ", and there is no such folder");
        }
        Path file = Files.exists(script) ? script.toAbsolutePath() : script;
        if (!Files.exists(root.resolve(file))) {
            throw new UsageException("there is no script " + script);
        }
        String client = engine == null ? guessed(file) : engine;
        ExpandedScript expanded = Godwit.offline(client).expansion(root).write(file, output);
        print(client, expanded);
        return ExitCode.DONE.number();
    }

    /** The only engine whose client finds includes; MariaDB's is MySQL's. */
    private String guessed(Path file) {
        List<String> engines = Godwit.engines().stream()
                .filter(name -> expansion(name).includes(file))
                .filter(name -> !name.equals("mariadb"))
                .toList();
        if (engines.size() > 1) {
            throw new UsageException("the script has includes of several clients: say --engine " + engines);
        }
        return engines.isEmpty() ? WITHOUT_INCLUDES : engines.get(0);
    }

    private ScriptExpansion expansion(String name) {
        return Godwit.offline(name).expansion(root);
    }

    private void print(String client, ExpandedScript expanded) {
        if (parent.options().json()) {
            parent.terminal()
                    .out()
                    .print(new Json()
                            .with("path", output)
                            .with("engine", client)
                            .with("files", expanded.files())
                            .with("bytes", expanded.bytes()));
        } else if (!parent.options().quiet()) {
            parent.terminal().out().println(output + ": " + Count.of(expanded.files(), "file") + " put in");
        }
    }
}
