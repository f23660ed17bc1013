package io.godwit.cli;

import io.godwit.RenderedSql;
import io.godwit.archive.PackageManifest;
import io.godwit.archive.PluginPackage;
import io.godwit.failure.PackageFault;
import io.godwit.failure.PackageRejectedException;
import io.godwit.format.PluginSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Says whether a package is whole, and whose it is. */
@Command(
        name = "verify",
        description =
                "Reads all of a package and refuses what is not as its manifest says. Without --trust nothing is said"
                        + " of whose it is, and an unsigned one is as good as any.")
final class VerifyCommand implements Callable<Integer> {

    @ParentCommand
    private GodwitCommand parent;

    @Parameters(paramLabel = "FILE", description = "The package.")
    private Path file;

    @Mixin
    private final TrustedKey trust = new TrustedKey();

    @Mixin
    private final OpeningKey opening = new OpeningKey();

    @Override
    public Integer call() {
        parent.options().refusePlanFormats();
        PluginPackage found = new PackageFile(file).read(trust.file(), opening.file());
        PackageManifest manifest = found.manifest();
        List<String> notes = checkRendered(found);
        String whose = trust.file() == null
                ? found.isSigned() ? "signed, by whom was not asked" : "not signed"
                : "signed by the trusted key";
        if (parent.options().json()) {
            Json about = new Json()
                    .with("file", file.toString())
                    .with("valid", true)
                    .with("pluginId", manifest.pluginId())
                    .with("version", manifest.version());
            manifest.delta().ifPresent(base -> about.with("from", base.from()));
            parent.terminal()
                    .out()
                    .print(about.with("signed", found.isSigned())
                            .with("trusted", trust.file() != null)
                            .with("notes", notes));
        } else if (!parent.options().quiet()) {
            parent.terminal()
                    .out()
                    .println(parent.terminal().good("✓ ") + file + ": " + DeltaText.title(manifest) + ", "
                            + Count.of(manifest.files().size(), "file") + " as the manifest says; " + whose);
        }
        notes.forEach(note -> parent.terminal()
                .error()
                .println(parent.terminal().notable("note: ") + parent.terminal().plain(note)));
        return ExitCode.DONE.number();
    }

    /** Another version may write the same in other words; this one must not. */
    private List<String> checkRendered(PluginPackage found) {
        boolean same = found.manifest().tool().equals(new VersionText().getVersion()[0]);
        PluginSource others = parent.host().hasPlugins() ? parent.host().requiredPlugins() : List::of;
        List<String> notes = new ArrayList<>();
        try {
            for (RenderedSql.Doubt doubt : RenderedSql.doubts(found, others)) {
                String words = doubt.file() + ": " + doubt.words();
                if (doubt.differs() && same) {
                    throw new PackageRejectedException(
                            PackageFault.CONTENT, file.getFileName() + " is refused: " + words + ".", null);
                }
                notes.add(words
                        + (doubt.differs()
                                ? "; it was made by " + found.manifest().tool()
                                : ""));
            }
        } catch (IOException e) {
            throw new UsageException("the package " + file + " cannot be read: " + e.getMessage());
        }
        return notes;
    }
}
