package io.godwit.cli;

import io.godwit.archive.PluginPackage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Writes the files of a package into a folder. */
@Command(
        name = "unpack",
        description =
                "Writes the files of a package into a folder, after reading all of it: what is refused leaves nothing there.")
final class UnpackCommand implements Callable<Integer> {

    @ParentCommand
    private GodwitCommand parent;

    @Parameters(paramLabel = "FILE", description = "The package.")
    private Path file;

    @Option(
            names = "--output",
            required = true,
            paramLabel = "DIR",
            description = "The folder, which is not there yet or empty.")
    private Path output;

    @Mixin
    private final TrustedKey trust = new TrustedKey();

    @Mixin
    private final OpeningKey opening = new OpeningKey();

    @Override
    public Integer call() {
        parent.options().refusePlanFormats();
        PluginPackage found = new PackageFile(file).read(trust.file(), opening.file());
        try {
            found.unpackTo(output);
        } catch (IOException e) {
            throw new UsageException("the package was not unpacked: " + e);
        }
        int files = found.manifest().files().size();
        if (parent.options().json()) {
            parent.terminal()
                    .out()
                    .print(new Json().with("folder", output.toString()).with("files", files));
        } else if (!parent.options().quiet()) {
            parent.terminal().out().println(parent.terminal().good("✓ ") + Count.of(files, "file") + " in " + output);
        }
        return ExitCode.DONE.number();
    }
}
