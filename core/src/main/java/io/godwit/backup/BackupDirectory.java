package io.godwit.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Keeps each backup in a file: written under another name, forced to the disk, then named. Thread-safe. */
final class BackupDirectory implements BackupStore {

    private static final String UNFINISHED = ".part";

    private final Path folder;

    BackupDirectory(Path folder) {
        this.folder = folder;
    }

    @Override
    public void write(String name, Content content) throws IOException {
        Path file = file(name);
        Files.createDirectories(folder);
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        Path part = folder.resolve(name + UNFINISHED);
        try {
            forced(part, content);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            forceNames();
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void forced(Path part, Content content) throws IOException {
        Set<OpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(part, options, forOwnerOnly(part))) {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel));
            content.writeTo(out);
            out.flush();
            channel.force(true);
        }
    }

    /** Rows are nobody else's business; where the file system knows no such permissions, the folder's own rules hold. */
    private static FileAttribute<?>[] forOwnerOnly(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** A new name is durable once its folder is; not every system lets a folder be opened. */
    private void forceNames() {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        } catch (IOException e) {
            System.getLogger(BackupDirectory.class.getName())
                    .log(System.Logger.Level.DEBUG, "the folder of backups could not be forced to the disk", e);
        }
    }

    @Override
    public InputStream read(String name) throws IOException {
        return Files.newInputStream(file(name));
    }

    /** What a run that was cut off has left, and files that are no backups, are not among them. */
    @Override
    public List<StoredBackup> list() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<StoredBackup> backups = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                String name = file.getFileName().toString();
                if (BackupName.isOne(name)) {
                    add(backups, name, file);
                }
            }
        }
        return backups;
    }

    private static void add(List<StoredBackup> backups, String name, Path file) throws IOException {
        try {
            backups.add(new StoredBackup(
                    name, Files.size(file), Files.getLastModifiedTime(file).toInstant()));
        } catch (NoSuchFileException gone) {
            // Somebody has deleted it meanwhile.
        }
    }

    @Override
    public void delete(String name) throws IOException {
        Files.deleteIfExists(file(name));
    }

    /** No name leads out of the folder. */
    private Path file(String name) throws NoSuchFileException {
        if (!BackupName.isSafe(name)) {
            throw new NoSuchFileException(name, null, "this is no name of a backup");
        }
        return folder.resolve(name);
    }
}
