package io.godwit.engine;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Keeps each backup in a file: written under another name, forced to the disk, then named. Thread-safe. */
final class BackupDirectory implements BackupStore {

    private final Path folder;

    BackupDirectory(Path folder) {
        this.folder = folder;
    }

    @Override
    public void write(String name, Content content) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(name);
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        Path part = folder.resolve(name + ".part");
        try {
            forced(part, content);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            forceNames();
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void forced(Path part, Content content) throws IOException {
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel));
            content.writeTo(out);
            out.flush();
            channel.force(true);
        }
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
        return Files.newInputStream(folder.resolve(name));
    }
}
