package io.godwit.archive;

import io.godwit.failure.PackageFault;
import io.godwit.failure.PackageRejectedException;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/**
 * An export of rows, an archive or a folder, that was read through and found to be what its manifest says; its files are read again, and
 * checked again, as they are asked for. Immutable and thread-safe; an archive needs the optional library commons-compress.
 */
public final class RowsFile implements TableRows {

    private final Path path;
    private final RowsManifest manifest;
    private final ArchiveAccess access;

    private RowsFile(Path path, RowsManifest manifest, ArchiveAccess access) {
        this.path = path;
        this.manifest = manifest;
        this.access = access;
    }

    /**
     * Reads all of one.
     *
     * @param path a {@code .zip}, {@code .tar.gz} or {@code .tar.gz.age} that export has written, or a folder
     * @param reader says what is too large, and opens what is encrypted
     * @throws PackageRejectedException if it is refused, with the reason
     */
    public static RowsFile read(Path path, PackageReader reader) {
        ArchiveAccess access = reader.access();
        try {
            return Files.isDirectory(path) ? folder(path, access) : archive(path, access);
        } catch (IOException | RuntimeException | LinkageError e) {
            throw PackageReader.refused(path, e);
        }
    }

    private static RowsFile archive(Path path, ArchiveAccess access) throws IOException {
        PackageReader.checkSize(path, access.limits());
        try (ArchiveEntries entries = ArchiveEntries.open(path, access)) {
            RowsManifest manifest = RowsManifestText.read(PackageReader.manifest(entries.next()));
            PackageContents contents = new PackageContents(manifest.files(), access.limits());
            for (ArchiveEntry entry = entries.next(); entry != null; entry = entries.next()) {
                contents.take(entry);
            }
            contents.complete();
            return new RowsFile(path, manifest, access);
        }
    }

    private static RowsFile folder(Path path, ArchiveAccess access) throws IOException {
        Path text = path.resolve(EntryName.MANIFEST);
        if (!Files.isRegularFile(text, LinkOption.NOFOLLOW_LINKS)) {
            throw new RefusedArchiveException(PackageFault.MANIFEST, "there is no " + EntryName.MANIFEST + " in it");
        }
        RowsManifest manifest;
        try (InputStream in = Files.newInputStream(text)) {
            manifest = RowsManifestText.read(
                    PackageReader.manifest(new ArchiveEntry(EntryName.MANIFEST, "", Files.size(text), in)));
        }
        RowsFile found = new RowsFile(path, manifest, access);
        for (PackagedTable table : manifest.tables()) {
            try (InputStream in = found.open(table)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
        }
        return found;
    }

    /** What it says of itself. */
    public RowsManifest manifest() {
        return manifest;
    }

    @Override
    public List<PackagedTable> tables() {
        return manifest.tables();
    }

    @Override
    public InputStream open(PackagedTable table) throws IOException {
        PackagedFile listed = listed(table);
        return Files.isDirectory(path) ? opened(listed) : ArchivedFiles.open(path, access, listed);
    }

    @Override
    public TableFiles files() {
        return Files.isDirectory(path)
                ? this::open
                : new ArchivedTables(new ArchivedFiles(path, access, manifest.files()), this::listed);
    }

    private PackagedFile listed(PackagedTable table) {
        return manifest.files().stream()
                .filter(file -> file.path().equals(table.file()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(table.name() + " is no table of " + path));
    }

    private InputStream opened(PackagedFile listed) throws IOException {
        Path file = path.resolve(listed.path());
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new RefusedArchiveException(
                    PackageFault.MISSING, "'" + listed.path() + "' is in its manifest and not in the folder");
        }
        InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        try {
            return new FilterInputStream(
                    new HashedEntry(new ArchiveEntry(listed.path(), "", Files.size(file), in), listed)) {
                @Override
                public void close() throws IOException {
                    in.close();
                }
            };
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }
}
