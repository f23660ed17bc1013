package io.godwit.archive;

import io.godwit.failure.PackageRejectedException;
import io.godwit.format.MigrationDocument;
import io.godwit.format.PluginSource;
import io.godwit.migration.DataContent;
import io.godwit.migration.Version;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes a plugin as one file: its migrations, the files that they name, and what is in its folder {@code docs}. The same content gives
 * the same bytes, whenever and wherever it is packed by the same Java. Immutable; needs the optional library commons-compress.
 */
public final class PackageWriter {

    private final String pluginId;
    private final PluginSource source;
    private final @Nullable Instant created;
    private final String tool;
    private final @Nullable SigningKey key;
    private final @Nullable TableRows rows;
    private final Recipients recipients;
    private final @Nullable Version from;
    private final Map<String, byte[]> more;

    private PackageWriter(
            String pluginId,
            PluginSource source,
            @Nullable Instant created,
            String tool,
            @Nullable SigningKey key,
            @Nullable TableRows rows,
            Recipients recipients,
            @Nullable Version from,
            Map<String, byte[]> more) {
        this.more = Map.copyOf(more);
        this.from = from;
        this.recipients = recipients;
        this.rows = rows;
        this.pluginId = pluginId;
        this.source = source;
        this.created = created;
        this.tool = tool;
        this.key = key;
    }

    /**
     * A writer of one plugin's package.
     *
     * @param source where it is, perhaps among others
     */
    public static PackageWriter of(String pluginId, PluginSource source) {
        return new PackageWriter(pluginId, source, null, "godwit", null, null, Recipients.NOBODY, null, Map.of());
    }

    /** The same with the plugin from elsewhere. */
    public PackageWriter from(PluginSource other) {
        return new PackageWriter(pluginId, other, created, tool, key, rows, recipients, from, more);
    }

    /** When the package says that it was made; when its newest document says that it was written unless said here. */
    public PackageWriter created(Instant time) {
        return new PackageWriter(pluginId, source, time, tool, key, rows, recipients, from, more);
    }

    /** What the package says that it was made by. */
    public PackageWriter tool(String name) {
        return new PackageWriter(pluginId, source, created, name, key, rows, recipients, from, more);
    }

    /** Who signs it; nobody unless said here. */
    public PackageWriter signedBy(SigningKey publisher) {
        return new PackageWriter(pluginId, source, created, tool, publisher, rows, recipients, from, more);
    }

    /** Which rows travel with it; {@code Packages.pack} takes them out of a database. */
    public PackageWriter with(TableRows data) {
        return new PackageWriter(pluginId, source, created, tool, key, data, recipients, from, more);
    }

    /** For whom it is encrypted, which only a tar file can be; two such files are never the same. Nobody unless said here. */
    public PackageWriter encryptedTo(Recipients readers) {
        return new PackageWriter(pluginId, source, created, tool, key, rows, readers, from, more);
    }

    /**
     * Only what is newer than a version, for databases where exactly all that is not newer is applied: a delta.
     *
     * @param base a version that the plugin has, and that is not its newest
     */
    public PackageWriter since(Version base) {
        return new PackageWriter(pluginId, source, created, tool, key, rows, recipients, base, more);
    }

    /** Also these files, by their paths in the package. */
    public PackageWriter with(Map<String, byte[]> files) {
        Map<String, byte[]> all = new HashMap<>(more);
        all.putAll(files);
        return new PackageWriter(pluginId, source, created, tool, key, rows, recipients, from, all);
    }

    /** For whom it is encrypted. */
    public Recipients recipients() {
        return recipients;
    }

    /** Whose package it writes. */
    public String pluginId() {
        return pluginId;
    }

    /**
     * The migrations that are applied where it is installed: those that are in it, and those that a delta starts from.
     *
     * @throws io.godwit.failure.InvalidMigrationException if a document is not valid, or there is none of the plugin, or no delta from that version
     */
    public List<String> migrations() {
        return draft().ids();
    }

    /**
     * The migrations that are in it.
     *
     * @throws io.godwit.failure.InvalidMigrationException as {@link #migrations}
     */
    public List<String> packed() {
        return draft().packed();
    }

    /** The name that a package of this plugin has by custom. */
    public String fileName(ArchiveFormat format) {
        String version = draft().version().toString();
        return from == null ? format.fileName(pluginId, version) : format.fileName(pluginId, from.toString(), version);
    }

    private PackageDraft draft() {
        List<MigrationDocument> documents = source.documents();
        return new PackageDraft(pluginId, documents, from);
    }

    /**
     * Writes the package; a file that is there is replaced once all of it is written.
     *
     * @throws io.godwit.failure.InvalidMigrationException if a document is not valid, or there is none of the plugin, or no delta from that version
     * @throws IOException if a file cannot be read or the package not be written; what was there is as it was
     */
    public PackageManifest writeTo(Path file, ArchiveFormat format) throws IOException {
        if (recipients.encrypt() && format != ArchiveFormat.TAR_GZ) {
            throw new IllegalArgumentException("what is encrypted streams by, so that it is a tar file");
        }
        PackageDraft draft = draft();
        if (rows != null) {
            draft.add(rows);
        }
        more.forEach(draft::add);
        List<PackagedFile> hashed = new ArrayList<>();
        for (Map.Entry<String, DataContent> entry : draft.files().entrySet()) {
            hashed.add(hashed(EntryName.checked(entry.getKey()), entry.getValue()));
        }
        PackageManifest manifest = draft.manifest(
                created == null ? draft.created() : created, tool, hashed, rows == null ? List.of() : rows.tables());
        Path whole = file.toAbsolutePath();
        Path beside = whole.resolveSibling("." + whole.getFileName() + "-" + UUID.randomUUID());
        try {
            try (OutputStream out = Files.newOutputStream(beside, StandardOpenOption.CREATE_NEW);
                    OutputStream closed = recipients.around(out)) {
                write(manifest, draft, ArchiveOutput.of(format, closed, manifest.created()));
            }
            Files.move(beside, whole, StandardCopyOption.REPLACE_EXISTING);
        } catch (LinkageError absent) {
            throw new PackageRejectedException(
                    "Packages cannot be written: the library for it is not on the class path. Add"
                            + " org.apache.commons:commons-compress.",
                    absent);
        } finally {
            Files.deleteIfExists(beside);
        }
        return manifest;
    }

    private static PackagedFile hashed(String path, DataContent content) throws IOException {
        MessageDigest digest = HashedEntry.sha256();
        try (InputStream in = content.open()) {
            long size = in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
            return new PackagedFile(path, size, HashedEntry.text(digest));
        }
    }

    private void write(PackageManifest manifest, PackageDraft draft, ArchiveOutput archive) throws IOException {
        try (archive) {
            byte[] text = new ManifestWriter(manifest).bytes();
            add(archive, EntryName.MANIFEST, text);
            if (key != null) {
                add(archive, EntryName.SIGNATURE, key.sign(text));
            }
            for (PackagedFile file : manifest.files()) {
                DataContent content = draft.files().get(file.path());
                // Hashed again on its way: a file that was changed in between would make a package that nobody can
                // read.
                archive.add(
                        file.path(),
                        file.size(),
                        () -> new HashedEntry(new ArchiveEntry(file.path(), "", file.size(), content.open()), file));
            }
            archive.finish();
        }
    }

    private static void add(ArchiveOutput archive, String name, byte[] bytes) throws IOException {
        archive.add(name, bytes.length, () -> new ByteArrayInputStream(bytes));
    }
}
