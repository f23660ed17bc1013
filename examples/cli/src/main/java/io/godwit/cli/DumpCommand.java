package io.godwit.cli;

import io.godwit.DumpReport;
import io.godwit.archive.DumpPart;
import io.godwit.archive.PackageManifest;
import io.godwit.archive.PackageWriter;
import io.godwit.archive.Recipients;
import io.godwit.engine.Dump;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Writes a database as one file. */
@Command(
        name = "dump",
        description =
                "Writes a whole database, whoever made it, as a package that install brings into any engine: migrations that make"
                        + " its tables, keys, checks, indexes and views, and its rows, all of one moment. The database is only read."
                        + " What does not travel is listed.")
final class DumpCommand implements Callable<Integer> {

    @ParentCommand
    private GodwitCommand parent;

    @Option(
            names = "--output",
            required = true,
            paramLabel = "FILE",
            description = "The file, which ends with .tar.gz or .zip; or a folder, where it gets the name"
                    + " ID-VERSION.godwit.tar.gz. A file that is there is replaced.")
    private Path output;

    @Option(
            names = "--plugin",
            paramLabel = "ID",
            description = "What the package's plugin is called; the database's name unless said.")
    private String plugin = "";

    @Option(
            names = "--version",
            paramLabel = "VERSION",
            defaultValue = "1.0.0",
            description = "The package's version; 1.0.0 unless said.")
    private String version;

    @Option(names = "--tables", paramLabel = "TABLE", split = ",", description = "Only these tables.")
    private List<String> tables = List.of();

    @Option(names = "--exclude", paramLabel = "TABLE", split = ",", description = "All tables but these.")
    private List<String> excluded = List.of();

    @Option(names = "--without-data", description = "Without the rows.")
    private boolean withoutData;

    @Option(names = "--without-indexes", description = "Without indexes that no key brings.")
    private boolean withoutIndexes;

    @Option(names = "--without-functions", description = "Without functions, procedures and triggers.")
    private boolean withoutFunctions;

    @Option(names = "--without-views", description = "Without views.")
    private boolean withoutViews;

    @Option(
            names = "--sensitive",
            paramLabel = "TABLE.COLUMN",
            split = ",",
            description = "Also the values of this column, although it is sensitive.")
    private List<String> sensitive = List.of();

    @Mixin
    private PublisherSeal seal;

    @Mixin
    private EncryptionKeys encryption;

    @Override
    public Integer call() {
        parent.options().refusePlanFormats();
        Dump asked = asked();
        UnaryOperator<PackageWriter> finish = finish();
        RunOutput progress = new RunOutput(parent.terminal(), parent.options());
        try {
            DumpReport report = parent.host()
                    .reading()
                    .listener(progress.listener())
                    .build()
                    .packages()
                    .dump(asked, finish, output);
            print(report);
        } catch (IOException e) {
            throw new UsageException("the package " + output + " was not written: " + e.getMessage());
        }
        return ExitCode.DONE.number();
    }

    private Dump asked() {
        Dump asked;
        try {
            asked = Dump.ofAll().as(plugin, version);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--version: " + e.getMessage());
        }
        asked = asked.tables(tables).excluding(excluded).including(sensitive);
        if (withoutData) {
            asked = asked.withoutRows();
        }
        if (withoutIndexes) {
            asked = asked.without(DumpPart.INDEXES);
        }
        if (withoutFunctions) {
            asked = asked.without(DumpPart.FUNCTIONS);
        }
        return withoutViews ? asked.without(DumpPart.VIEWS) : asked;
    }

    private UnaryOperator<PackageWriter> finish() {
        Recipients readers = encryption.recipients();
        Instant created =
                parent.host().sourceDate().orElseGet(() -> Instant.now().truncatedTo(ChronoUnit.SECONDS));
        String tool = new VersionText().getVersion()[0];
        UnaryOperator<PackageWriter> signing = seal.signing();
        return writer -> signing.apply(writer.tool(tool).created(created).encryptedTo(readers));
    }

    private void print(DumpReport report) {
        PackageManifest manifest = report.manifest();
        if (parent.options().json()) {
            parent.terminal()
                    .out()
                    .print(new Json()
                            .with("file", report.file().toString())
                            .with("pluginId", manifest.pluginId())
                            .with("version", manifest.version())
                            .with("migrations", manifest.migrations().size())
                            .with("tables", report.tables())
                            .with("views", report.views())
                            .with("indexes", report.indexes())
                            .with("rows", manifest.rows())
                            .with("signed", seal.isThere())
                            .with(
                                    "notes",
                                    report.notes().stream()
                                            .map(note -> new Json()
                                                    .with("of", note.file())
                                                    .with("message", note.message()))
                                            .toList()));
        } else if (!parent.options().quiet()) {
            report.notes()
                    .forEach(note -> parent.terminal()
                            .out()
                            .println(parent.terminal().notable("note: ")
                                    + parent.terminal().plain(note.toString())));
            parent.terminal()
                    .out()
                    .println(parent.terminal().good("✓ ") + report.file() + ": " + manifest.pluginId() + " "
                            + manifest.version() + ", " + Count.of(report.tables(), "table") + ", "
                            + Count.of(report.views(), "view") + ", "
                            + (report.indexes() == 1 ? "1 index" : report.indexes() + " indexes") + ", "
                            + Count.of(manifest.rows(), "row") + (!seal.isThere() ? ", not signed" : ", signed"));
        }
    }
}
