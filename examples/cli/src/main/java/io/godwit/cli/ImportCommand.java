package io.godwit.cli;

import io.godwit.engine.RowsReport;
import io.godwit.migration.OnConflict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Brings rows in that export has written. */
@Command(
        name = "import",
        description =
                "Brings the rows of a file of export into tables that are there, after reading all of it: all of them, or"
                        + " none.")
final class ImportCommand implements Callable<Integer> {

    @ParentCommand
    private GodwitCommand parent;

    @Parameters(paramLabel = "FILE", description = "What export has written: a file or a folder.")
    private Path file;

    @Option(
            names = "--on-conflict",
            paramLabel = "WHAT",
            description = "What becomes of a row whose primary key is there: fail (the default), skip or update.")
    private OnConflict onConflict = OnConflict.FAIL;

    @Mixin
    private final OpeningKey opening = new OpeningKey();

    @Override
    public Integer call() {
        parent.options().refusePlanFormats();
        if (!Files.isReadable(file)) {
            throw new UsageException("there is no file " + file + " to read");
        }
        RowsReport report = parent.host()
                .on()
                .packages(PackageFile.opening(opening.file()))
                .listener(new RunOutput(parent.terminal(), parent.options()).listener())
                .build()
                .rows()
                .importFrom(file, onConflict);
        new RowOutput(parent.terminal(), parent.options()).imported(report, file);
        return ExitCode.DONE.number();
    }
}
