package io.godwit.cli;

import io.godwit.Godwit;
import io.godwit.RenderedSql;
import io.godwit.archive.ArchiveFormat;
import io.godwit.archive.PackageManifest;
import io.godwit.archive.PackageWriter;
import io.godwit.archive.Recipients;
import io.godwit.engine.RowExport;
import io.godwit.failure.UnknownEngineException;
import io.godwit.format.PluginSource;
import io.godwit.migration.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Writes a plugin as one file. */
@Command(
        name = "pack",
        description =
                "Writes a plugin of --plugins as one file: its migrations, the files that they name, and its folder"
                        + " docs. Needs no database, but for --with-data. The same plugin gives the same bytes; SOURCE_DATE_EPOCH sets when it says that"
                        + " it was made.")
final class PackCommand implements Callable<Integer> {

    @ParentCommand
    private GodwitCommand parent;

    @Option(names = "--plugin", required = true, paramLabel = "ID", description = "Which plugin.")
    private String plugin;

    @Option(
            names = "--output",
            required = true,
            paramLabel = "FILE",
            description =
                    "The file, which ends with .tar.gz or .zip; or a folder, where it gets the name"
                            + " ID-VERSION.godwit.tar.gz, a delta ID-FROM-to-VERSION.godwit.tar.gz. A file that is there is replaced.")
    private Path output;

    @Mixin
    private PublisherSeal seal;

    @Option(
            names = "--with-data",
            description = "With the rows of the plugin's tables in the database, where all of the plugin is applied.")
    private boolean withData;

    @Option(
            names = "--sensitive",
            paramLabel = "TABLE.COLUMN",
            split = ",",
            description = "With --with-data: also this column, although it is sensitive.")
    private List<String> sensitive = List.of();

    @Option(
            names = "--sql",
            paramLabel = "ENGINE[:VERSION]",
            split = ",",
            description =
                    "Also what the migrations are in this engine's SQL, up and down, to be read: sql/rendered/. Nothing runs it.")
    private List<String> rendered = List.of();

    @Mixin
    private final NamedFilters named = new NamedFilters();

    @Mixin
    private final ParallelReading parallel = new ParallelReading();

    @Mixin
    private EncryptionKeys encryption;

    @Option(
            names = "--from",
            paramLabel = "VERSION",
            description = "Only what is newer than this version of the plugin, for databases that are at it: a delta.")
    private @Nullable String from;

    @Override
    public Integer call() {
        parent.options().refusePlanFormats();
        if (named.isAsked() && !withData) {
            throw new UsageException("--filter chooses rows: say --with-data");
        }
        PluginSource source = parent.host().checkedPlugins();
        PackageWriter writer = PackageWriter.of(plugin, source).tool(new VersionText().getVersion()[0]);
        if (from != null) {
            writer = writer.since(version(from));
        }
        try {
            writer = RenderedSql.with(writer, source, rendered);
        } catch (UnknownEngineException e) {
            throw new UsageException("--sql: " + e.getMessage());
        }
        writer = seal.signing().apply(writer);
        writer = parent.host().sourceDate().map(writer::created).orElse(writer);
        Recipients readers = encryption.recipients();
        writer = writer.encryptedTo(readers);
        boolean folder = Files.isDirectory(output);
        ArchiveFormat format = folder ? ArchiveFormat.TAR_GZ : named(readers);
        String ending = readers.encrypt() ? ".age" : "";
        Path file = folder ? output.resolve(writer.fileName(format) + ending) : output;
        try {
            print(file, withData ? packed(writer, file, format) : writer.writeTo(file, format));
        } catch (IOException e) {
            throw new UsageException("the package " + file + " was not written: " + e.getMessage());
        }
        return ExitCode.DONE.number();
    }

    private static Version version(String text) {
        try {
            return Version.parse(text);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--from: " + e.getMessage());
        }
    }

    private ArchiveFormat named(Recipients readers) {
        try {
            return readers.format(output.toString())
                    .orElseThrow(() -> new UsageException(
                            "--output: " + output + " ends neither with .tar.gz nor with .zip, and is no folder"));
        } catch (IllegalArgumentException e) {
            throw new UsageException("--output: " + e.getMessage());
        }
    }

    private static String rows(PackageManifest manifest) {
        return manifest.tables().isEmpty()
                ? ""
                : ", " + Count.of(manifest.rows(), "row") + " of "
                        + Count.of(manifest.tables().size(), "table");
    }

    private PackageManifest packed(PackageWriter writer, Path file, ArchiveFormat format) throws IOException {
        RowExport asked = parallel.applied(RowExport.ofPlugin(plugin));
        for (String column : sensitive) {
            asked = asked.including(column);
        }
        RunOutput output = new RunOutput(parent.terminal(), parent.options());
        Godwit godwit = parent.host().on().listener(output.listener()).build();
        return godwit.packages().pack(writer, named.applied(godwit, asked), file, format);
    }

    private void print(Path file, PackageManifest manifest) {
        boolean signed = seal.isThere();
        if (parent.options().json()) {
            Json about = new Json()
                    .with("file", file.toString())
                    .with("pluginId", manifest.pluginId())
                    .with("version", manifest.version());
            manifest.delta().ifPresent(base -> about.with("from", base.from()));
            parent.terminal()
                    .out()
                    .print(about.with("migrations", manifest.migrations().size())
                            .with("files", manifest.files().size())
                            .with("tables", manifest.tables().size())
                            .with("rows", manifest.rows())
                            .with("signed", signed));
        } else if (!parent.options().quiet()) {
            parent.terminal()
                    .out()
                    .println(parent.terminal().good("✓ ") + file + ": " + DeltaText.title(manifest)
                            + ", " + Count.of(manifest.migrations().size(), "migration") + " in "
                            + Count.of(manifest.files().size(), "file") + rows(manifest)
                            + (signed ? ", signed" : ", not signed"));
        }
    }
}
