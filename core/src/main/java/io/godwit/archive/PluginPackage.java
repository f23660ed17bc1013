package io.godwit.archive;

import io.godwit.failure.PackageFault;
import io.godwit.failure.PackageRejectedException;
import io.godwit.format.MigrationDocument;
import io.godwit.format.PluginFiles;
import io.godwit.format.PluginSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A package that was read through and found to be what its manifest says. Documents are kept in memory; data is read from the file again,
 * and checked again. Immutable and thread-safe.
 */
public final class PluginPackage implements TableRows {

    private static final int LONGEST_READ = 256 << 20;

    private final Path file;
    private final PackageManifest manifest;
    private final byte[] manifestText;
    private final byte @Nullable [] signature;
    private final Map<String, byte[]> held;
    private final ArchiveAccess access;

    PluginPackage(
            Path file,
            PackageManifest manifest,
            byte[] manifestText,
            byte @Nullable [] signature,
            Map<String, byte[]> held,
            ArchiveAccess access) {
        this.file = file;
        this.manifest = manifest;
        this.manifestText = manifestText;
        this.signature = signature;
        this.held = new HashMap<>(held);
        this.access = access;
    }

    /** Where it is. */
    public Path file() {
        return file;
    }

    public PackageManifest manifest() {
        return manifest;
    }

    /** The manifest as it was signed: JSON. */
    public String manifestText() {
        return new String(manifestText, StandardCharsets.UTF_8);
    }

    /** SHA-256 of the manifest, and so of all that it lists: 64 hexadecimal digits. */
    public String fingerprint() {
        MessageDigest digest = HashedEntry.sha256();
        digest.update(manifestText);
        return HashedEntry.text(digest);
    }

    /** Whether there is a signature; by whom is for {@link PackageTrust} to say. */
    public boolean isSigned() {
        return signature != null;
    }

    /** Its migrations, with the files beside them. */
    public PluginSource source() {
        PluginFiles files = new Files();
        List<MigrationDocument> documents = manifest.migrations().stream()
                .map(migration -> MigrationDocument.of(documentName(migration), held(migration.file()), files))
                .toList();
        return () -> documents;
    }

    String documentName(PackagedMigration migration) {
        return file.getFileName() + ":" + migration.file();
    }

    private byte[] held(String path) {
        byte[] bytes = held.get(path);
        if (bytes == null) {
            throw new IllegalArgumentException("'" + path + "' is no document of this package");
        }
        return bytes;
    }

    /**
     * Lets a whole package pass, for where there is no database that a delta could start from.
     *
     * @throws PackageRejectedException if it is a delta
     */
    public void requireWhole() {
        PackageBase base = manifest.base();
        if (base != null) {
            throw new PackageRejectedException(
                    PackageFault.BASE,
                    file.getFileName() + " is refused: it is a delta from " + base.from() + " to " + manifest.version()
                            + ", and without a database nobody knows whether that is there. Name the database (--url),"
                            + " or take the whole package.\nNothing of it was used.",
                    null);
        }
    }

    /** The steps with an engine's own SQL, which goes to the database as it is; empty if all of it can be checked. */
    public List<String> rawSql() {
        return source().documents().stream()
                .flatMap(document -> RawSql.of(document.read()).stream())
                .toList();
    }

    /** The engines that it has SQL of its own for, in order of their names; empty if all of it can be checked. */
    public List<String> rawSqlEngines() {
        return source().documents().stream()
                .flatMap(document -> RawSql.engines(document.read()).stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** SHA-256 of the whole file as it lies there: 64 hexadecimal digits. */
    public String sha256() throws IOException {
        MessageDigest digest = HashedEntry.sha256();
        try (InputStream in = java.nio.file.Files.newInputStream(file)) {
            in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        }
        return HashedEntry.text(digest);
    }

    @Override
    public List<PackagedTable> tables() {
        return manifest.tables();
    }

    @Override
    public InputStream open(PackagedTable table) throws IOException {
        return open(table.file());
    }

    /**
     * A file's bytes, for the caller to close; who reads to the end knows that they are those of the manifest.
     *
     * @throws IOException if there is no such file, or the package is not the one any more that was read
     */
    public InputStream open(String path) throws IOException {
        byte[] bytes = held.get(path);
        if (bytes != null) {
            return new ByteArrayInputStream(bytes);
        }
        return ArchivedFiles.open(file, access, listed(path));
    }

    @Override
    public TableFiles files() {
        return new ArchivedTables(new ArchivedFiles(file, access, manifest.files()), table -> listed(table.file()));
    }

    private PackagedFile listed(String path) throws NoSuchFileException {
        return manifest.files().stream()
                .filter(candidate -> candidate.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new NoSuchFileException(
                        path, null, "there is no such file in the package " + file.getFileName()));
    }

    /**
     * Writes all files into a folder, as they are in the package; the documents in it are a plugin's.
     *
     * @param folder not there yet, or empty
     * @throws PackageRejectedException if the package is not the one any more that was read; nothing is left
     * @throws IOException if the folder cannot be written, or holds something
     */
    public void unpackTo(Path folder) throws IOException {
        new Unpacking(folder).write(this, manifestText.clone(), signature == null ? null : signature.clone());
    }

    /** The files that documents name. */
    private final class Files implements PluginFiles {

        @Override
        public byte[] read(String path) throws IOException {
            try (InputStream in = open(path)) {
                byte[] bytes = in.readNBytes(LONGEST_READ + 1);
                if (bytes.length > LONGEST_READ) {
                    throw new IOException("'" + path + "' is longer than " + LONGEST_READ + " bytes");
                }
                return bytes;
            }
        }

        @Override
        public InputStream open(String path) throws IOException {
            return PluginPackage.this.open(path);
        }
    }
}
