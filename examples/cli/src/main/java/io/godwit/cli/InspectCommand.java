package io.godwit.cli;

import io.godwit.RenderedSql;
import io.godwit.archive.PackageManifest;
import io.godwit.archive.PackagedFile;
import io.godwit.archive.PluginPackage;
import io.godwit.archive.RequiredMigration;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Shows what a package holds. */
@Command(
        name = "inspect",
        description =
                "Shows what a package holds, after reading all of it: what is not as its manifest says is refused.")
final class InspectCommand implements Callable<Integer> {

    @ParentCommand
    private GodwitCommand parent;

    @Parameters(paramLabel = "FILE", description = "The package.")
    private Path file;

    @Mixin
    private final OpeningKey opening = new OpeningKey();

    @Override
    public Integer call() {
        parent.options().refusePlanFormats();
        PluginPackage found = new PackageFile(file).read(null, opening.file());
        if (parent.options().json()) {
            parent.terminal()
                    .out()
                    .print(new Json()
                            .with("file", file.toString())
                            .with("signed", found.isSigned())
                            .with("rawSql", found.rawSql())
                            .with("manifest", new Json.Document(found.manifestText())));
        } else {
            print(found);
        }
        return ExitCode.DONE.number();
    }

    private void print(PluginPackage found) {
        PackageManifest manifest = found.manifest();
        Terminal terminal = parent.terminal();
        terminal.out().println(terminal.bold(DeltaText.title(manifest)));
        line("made at", manifest.created() + " by " + manifest.tool());
        line("engines", words(manifest.engines(), "every one"));
        line("needs", words(manifest.dependencies(), "nothing else"));
        manifest.delta()
                .ifPresent(base -> line(
                        "a delta, for where these are applied, and no others",
                        words(
                                base.requires().stream()
                                        .map(RequiredMigration::toString)
                                        .toList(),
                                "none")));
        line("signed", found.isSigned() ? "yes; verify --trust KEY tells by whom" : "no");
        line("SQL of an engine's own", words(found.rawSql(), "none"));
        line(
                "rendered SQL, to be read",
                words(
                        manifest.files().stream()
                                .map(PackagedFile::path)
                                .filter(path -> path.startsWith(RenderedSql.FOLDER) && path.endsWith(".up.sql"))
                                .map(path ->
                                        path.substring(RenderedSql.FOLDER.length(), path.length() - ".up.sql".length()))
                                .toList(),
                        "none"));
        TextTable migrations = new TextTable("MIGRATION", "VERSION", "FILE");
        manifest.migrations().forEach(one -> migrations.row(terminal.plain(one.id()), one.version(), one.file()));
        terminal.out().println();
        migrations.lines().forEach(terminal.out()::println);
        if (!manifest.tables().isEmpty()) {
            TextTable tables = new TextTable("TABLE", "ROWS", "LEFT OUT AS SENSITIVE", "FILE");
            manifest.tables()
                    .forEach(one -> tables.row(
                            terminal.plain(one.name().toString()),
                            one.rows(),
                            terminal.plain(String.join(", ", one.leftOut())),
                            one.file()));
            terminal.out().println();
            tables.lines().forEach(terminal.out()::println);
        }
        TextTable files = new TextTable("FILE", "BYTES", "SHA256");
        manifest.files().forEach(one -> files.row(one.path(), one.size(), one.sha256()));
        terminal.out().println();
        files.lines().forEach(terminal.out()::println);
    }

    private void line(String what, String words) {
        parent.terminal().out().println("  " + what + ": " + parent.terminal().plain(words));
    }

    private static String words(List<String> all, String none) {
        return all.isEmpty() ? none : String.join(", ", all);
    }
}
