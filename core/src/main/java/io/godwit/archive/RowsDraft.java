package io.godwit.archive;

import io.godwit.failure.PackageRejectedException;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * An export of rows that is being written: its files wait in a folder beside their place, since the manifest, which comes first, counts and
 * hashes them. An archive where the name ends with {@code .zip} or {@code .tar.gz}, else a folder. For one thread.
 */
public final class RowsDraft implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final Path output;
    private final Optional<ArchiveFormat> format;
    private final Recipients recipients;
    private final String secret;
    private final Path folder;
    private final Path archive;

    private RowsDraft(Path output, Recipients recipients) {
        this.output = output;
        this.recipients = recipients;
        this.format = recipients.format(output.getFileName().toString());
        this.secret = recipients.encrypt() ? AgeEncryption.generate() : "";
        String name = "." + output.getFileName() + "-" + UUID.randomUUID();
        this.folder = output.resolveSibling(name);
        this.archive = output.resolveSibling(name + ".archive");
    }

    /** Writes one file of rows, and leaves the stream open. */
    public interface Content<X extends Exception> {
        void writeTo(OutputStream out) throws IOException, X;
    }

    /**
     * One that is to be at a place.
     *
     * @param recipients for whom it is encrypted; what waits is encrypted too, for nobody else than this draft
     * @throws IllegalArgumentException if it is called otherwise than what it is to be
     * @throws IOException if it can be written neither there nor beside it
     */
    public static RowsDraft at(Path output, Recipients recipients) throws IOException {
        RowsDraft draft = new RowsDraft(output.toAbsolutePath().normalize(), recipients);
        Path parent = draft.output.getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw new NoSuchFileException(output.toString(), null, "there is no folder for it");
        }
        if (draft.format.isEmpty() && Files.exists(draft.output) && !isEmptyFolder(draft.output)) {
            throw new FileAlreadyExistsException(
                    output.toString(),
                    null,
                    "it is there already: name a new folder, or a file that ends with .zip or .tar.gz");
        }
        Files.createDirectories(draft.folder.resolve(PackageContents.DATA));
        return draft;
    }

    private static boolean isEmptyFolder(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return false;
        }
        try (Stream<Path> inside = Files.list(path)) {
            return inside.findAny().isEmpty();
        }
    }

    /**
     * Writes a file.
     *
     * @param name below {@code data/}
     * @return as the manifest has to list it
     */
    public <X extends Exception> PackagedFile add(String name, Content<X> content) throws IOException, X {
        String path = EntryName.checked(PackageContents.DATA + name);
        MessageDigest digest = HashedEntry.sha256();
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        CountedOutput counted = new CountedOutput(waiting(file));
        try (OutputStream out = new DigestOutputStream(counted, digest)) {
            content.writeTo(out);
        }
        return new PackagedFile(path, counted.bytes(), HashedEntry.text(digest));
    }

    private OutputStream waiting(Path file) throws IOException {
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW), BUFFER);
        return secret.isEmpty() ? out : new SealedOutput(AgeEncryption.encrypting(out, secret), out);
    }

    private InputStream waited(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        return secret.isEmpty() ? in : AgeEncryption.decrypting(in, List.of(secret));
    }

    /** The rows that wait, for a package to take. */
    public TableRows rows(List<PackagedTable> tables) {
        List<PackagedTable> all = List.copyOf(tables);
        return new TableRows() {
            @Override
            public List<PackagedTable> tables() {
                return all;
            }

            @Override
            public InputStream open(PackagedTable table) throws IOException {
                return waited(folder.resolve(table.file()));
            }
        };
    }

    /** Writes all of it, still beside its place. */
    public void finish(RowsManifest manifest) throws IOException {
        byte[] text = RowsManifestText.write(manifest);
        if (format.isEmpty()) {
            Files.write(folder.resolve(EntryName.MANIFEST), text, StandardOpenOption.CREATE_NEW);
            return;
        }
        try (OutputStream out = Files.newOutputStream(archive, StandardOpenOption.CREATE_NEW);
                OutputStream closed = recipients.around(out);
                ArchiveOutput entries = ArchiveOutput.of(format.get(), closed, manifest.created())) {
            entries.add(EntryName.MANIFEST, text.length, () -> new ByteArrayInputStream(text));
            for (PackagedFile file : manifest.files()) {
                entries.add(file.path(), file.size(), () -> waited(folder.resolve(file.path())));
            }
            entries.finish();
        } catch (LinkageError absent) {
            throw new PackageRejectedException(
                    "Archives of this kind cannot be written: the library for it is not on the class path. Add"
                            + " org.apache.commons:commons-compress, or name a .zip file or a folder.",
                    absent);
        }
    }

    /** Puts what is finished into its place; a file that is there is replaced. */
    public void publish() throws IOException {
        if (format.isPresent()) {
            Files.move(archive, output, StandardCopyOption.REPLACE_EXISTING);
            return;
        }
        try {
            Files.move(folder, output, StandardCopyOption.REPLACE_EXISTING);
        } catch (DirectoryNotEmptyException filled) {
            throw new FileAlreadyExistsException(output.toString(), null, "something was put there meanwhile");
        }
    }

    /** Takes away what is not published. */
    @Override
    public void close() throws IOException {
        Files.deleteIfExists(archive);
        if (Files.exists(folder)) {
            List<Path> all;
            try (Stream<Path> inside = Files.walk(folder)) {
                all = inside.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path path : all) {
                Files.delete(path);
            }
        }
    }
}
