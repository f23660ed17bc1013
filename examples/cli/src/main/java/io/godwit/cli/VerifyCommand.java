package io.godwit.cli;

import io.godwit.archive.PackageManifest;
import io.godwit.archive.PluginPackage;
import java.nio.file.Path;
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
            parent.terminal().out().print(about.with("signed", found.isSigned()).with("trusted", trust.file() != null));
        } else if (!parent.options().quiet()) {
            parent.terminal()
                    .out()
                    .println(parent.terminal().good("✓ ") + file + ": " + DeltaText.title(manifest) + ", "
                            + Count.of(manifest.files().size(), "file") + " as the manifest says; " + whose);
        }
        return ExitCode.DONE.number();
    }
}
