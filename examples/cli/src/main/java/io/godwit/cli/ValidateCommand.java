package io.godwit.cli;

import io.godwit.Godwit;
import io.godwit.failure.Problem;
import io.godwit.format.MigrationDocument;
import io.godwit.format.PluginFiles;
import io.godwit.format.PluginSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Reads every migration and tells every problem. */
@Command(
        name = "validate",
        description = "Reads every migration and tells every problem with its place; needs no database.")
final class ValidateCommand implements Callable<Integer> {

    @ParentCommand
    private GodwitCommand parent;

    @Parameters(paramLabel = "PATH", arity = "0..*", description = "Files and folders; those of --plugins unless said.")
    private final List<Path> paths = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        parent.options().refusePlanFormats();
        List<MigrationDocument> documents = new ArrayList<>();
        if (paths.isEmpty()) {
            documents.addAll(parent.host().requiredPlugins().documents());
        }
        for (Path path : paths) {
            documents.addAll(documents(path));
        }
        if (documents.isEmpty()) {
            parent.terminal().error().println(parent.terminal().notable("note: ") + "there is no migration here");
        }
        List<Problem> problems = Godwit.validate(() -> documents);
        if (parent.options().json()) {
            parent.terminal()
                    .out()
                    .print(new Json().with("valid", problems.isEmpty()).with("problems", ProblemJson.of(problems)));
        } else {
            print(problems, documents.size());
        }
        return (problems.isEmpty() ? ExitCode.DONE : ExitCode.INVALID).number();
    }

    private static List<MigrationDocument> documents(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return PluginSource.directory(path).documents();
        }
        if (!Files.isReadable(path)) {
            throw new UsageException("there is no " + path + " to read");
        }
        Path folder = path.toAbsolutePath().getParent();
        return List.of(MigrationDocument.of(path.toString(), Files.readAllBytes(path), PluginFiles.directory(folder)));
    }

    private void print(List<Problem> problems, int documents) {
        Terminal terminal = parent.terminal();
        problems.forEach(terminal.out()::println);
        if (!problems.isEmpty()) {
            terminal.error()
                    .println(terminal.bad(Count.of(problems.size(), "problem")) + " in "
                            + Count.of(documents, "document"));
        } else if (!parent.options().quiet()) {
            terminal.out().println(terminal.good("valid: ") + Count.of(documents, "document"));
        }
    }
}
