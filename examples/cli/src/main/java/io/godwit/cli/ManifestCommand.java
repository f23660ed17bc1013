package io.godwit.cli;

import io.godwit.PackageSet;
import io.godwit.archive.build.BuildManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Says what a set of packages is. */
@Command(
        name = "manifest",
        description =
                "Says of a set of packages what is in them, in which order they can be installed, on which engines and versions they are"
                        + " rendered, what they risk, and whether they are fit to be deployed. Needs no database. What they depend on"
                        + " may also come from --plugins.",
        footer = {
            "",
            "--format is summary (one line a package) unless it is json, yaml, or report, which is Markdown.",
            "The same packages give the same text. SOURCE_DATE_EPOCH sets when it says that it was made.",
            "The exit code is 0 however fit they are, and 6 if a package is refused."
        })
final class ManifestCommand implements Callable<Integer> {

    private static final List<String> ENDINGS = List.of(".godwit.tar.gz", ".godwit.zip", ".godwit.tar.gz.age");

    @ParentCommand
    private GodwitCommand parent;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description =
                    "Packages; or folders, of which all files are taken that end with .godwit.tar.gz, .godwit.zip or .godwit.tar.gz.age.")
    private List<Path> files;

    @Mixin
    private final TrustedKey trust = new TrustedKey();

    @Mixin
    private final OpeningKey opening = new OpeningKey();

    @Override
    public Integer call() {
        OutputFormat format = parent.options().setFormat();
        List<Path> packages = new ArrayList<>();
        files.forEach(file -> packages.addAll(packages(file)));
        PackageSet set = new PackageSet();
        for (Path file : packages) {
            set.reader(new PackageFile(file).reader(trust.file(), opening.file(), false));
        }
        if (parent.host().hasPlugins()) {
            set.plugins(parent.host().checkedPlugins());
        }
        parent.host().sourceDate().ifPresent(set::created);
        try {
            print(set.manifest(packages), format);
        } catch (IOException e) {
            throw new UsageException("the packages cannot be read: " + e);
        }
        return ExitCode.DONE.number();
    }

    private static List<Path> packages(Path named) {
        if (!Files.isDirectory(named)) {
            return List.of(named);
        }
        try (Stream<Path> all = Files.walk(named)) {
            List<Path> found = all.filter(Files::isRegularFile)
                    .filter(ManifestCommand::isPackage)
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new UsageException("there is no package in the folder " + named + ": no file that ends with "
                        + String.join(", ", ENDINGS));
            }
            return found;
        } catch (IOException e) {
            throw new UsageException("the folder " + named + " cannot be read: " + e);
        }
    }

    private static boolean isPackage(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(name::endsWith);
    }

    private void print(BuildManifest manifest, OutputFormat format) {
        parent.terminal()
                .out()
                .print(
                        switch (format) {
                            case JSON -> manifest.toJson();
                            case YAML -> manifest.toYaml();
                            case REPORT -> manifest.toMarkdown();
                            default -> manifest.summary();
                        });
    }
}
