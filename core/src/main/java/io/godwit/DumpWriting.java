package io.godwit;

import io.godwit.archive.ArchiveFormat;
import io.godwit.archive.PackageManifest;
import io.godwit.archive.PackageWriter;
import io.godwit.archive.RowsDraft;
import io.godwit.engine.DatabaseDumper;
import io.godwit.engine.Dump;
import io.godwit.engine.DumpedDatabase;
import io.godwit.engine.RowsExporter;
import io.godwit.failure.PlanRefusedException;
import io.godwit.format.MigrationDocument;
import io.godwit.format.MigrationWriter;
import io.godwit.format.PluginFiles;
import io.godwit.format.PluginSource;
import io.godwit.migration.Migration;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/** Writes a dump as a package. For one use. */
final class DumpWriting {

    private static final PluginSource NOTHING = () -> List.of();

    private final DatabaseDumper dumper;
    private final Dump asked;
    private final UnaryOperator<PackageWriter> finish;

    DumpWriting(DatabaseDumper dumper, Dump asked, UnaryOperator<PackageWriter> finish) {
        this.dumper = dumper;
        this.asked = asked;
        this.finish = finish;
    }

    DumpReport write(Path output) throws IOException {
        boolean folder = Files.isDirectory(output);
        PackageWriter shape = finish.apply(PackageWriter.of(asked.pluginId(), NOTHING));
        String ending = shape.recipients().encrypt() ? ".age" : "";
        ArchiveFormat format = folder ? ArchiveFormat.TAR_GZ : format(shape, output);
        // The name of the plugin may come from the database; rows wait beside their place until then.
        Path beside = folder ? output.resolve("dump.tar.gz" + ending) : output;
        RowsDraft draft = RowsExporter.draft(beside, shape.recipients());
        try {
            DumpedDatabase dumped = dumper.dump(asked, draft);
            PackageWriter writer = finish.apply(PackageWriter.of(
                    dumped.pluginId(), documents(dumped.schema().migrations())));
            Path file = folder ? output.resolve(writer.fileName(format) + ending) : output;
            PackageManifest manifest = writer.with(dumped.rows()).writeTo(file, format);
            return new DumpReport(
                    file,
                    manifest,
                    dumped.schema().tables().size(),
                    dumped.schema().views(),
                    dumped.schema().indexes(),
                    dumped.notes());
        } finally {
            Rows.close(draft);
        }
    }

    private static ArchiveFormat format(PackageWriter shape, Path output) {
        try {
            return shape.recipients()
                    .format(output.getFileName().toString())
                    .orElseThrow(() -> new IllegalArgumentException(
                            output + " ends neither with .tar.gz nor with .zip, and is no folder"));
        } catch (IllegalArgumentException e) {
            throw new PlanRefusedException(
                    "The database cannot be dumped: " + e.getMessage() + ". Nothing was written.");
        }
    }

    /** As authors write them, so that what only the history can say cannot slip in. */
    private static PluginSource documents(List<Migration> migrations) {
        List<MigrationDocument> documents = migrations.stream()
                .map(migration -> MigrationDocument.of(
                        migration.id() + ".json",
                        MigrationWriter.write(migration).getBytes(StandardCharsets.UTF_8),
                        PluginFiles.NONE))
                .toList();
        return () -> documents;
    }
}
