package io.godwit.changelog;

import io.godwit.failure.ChangelogRefusedException;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** A file that is there when it is whole: written beside its place, and moved there at the end. For one thread. */
final class OutputFile implements Closeable {

    private static final int BUFFER_BYTES = 1 << 16;

    private final Path place;
    private final Path part;
    private final OutputStream output;
    private long bytes;

    private OutputFile(Path place, Path part) throws IOException {
        this.place = place;
        this.part = part;
        this.output = new BufferedOutputStream(
                Files.newOutputStream(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), BUFFER_BYTES);
    }

    /**
     * Begins to write.
     *
     * @throws ChangelogRefusedException if there is something else than a file at the place
     */
    static OutputFile at(Path path) throws IOException {
        Path place = place(path);
        return new OutputFile(place, place.resolveSibling("." + place.getFileName() + "." + UUID.randomUUID()));
    }

    /** Where a file will be, with links followed: a device, a pipe and a folder are never replaced. */
    static Path place(Path path) throws IOException {
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw new ChangelogRefusedException(path.toString(), "there is something else than a file");
        }
        Path absolute = path.toAbsolutePath();
        return Files.exists(path)
                ? path.toRealPath()
                : absolute.getParent().toRealPath().resolve(path.getFileName());
    }

    void write(byte[] data) throws IOException {
        output.write(data);
        bytes += data.length;
    }

    void write(String text) throws IOException {
        write(text.getBytes(StandardCharsets.UTF_8));
    }

    long bytes() {
        return bytes;
    }

    /** Puts the file in its place, over one that was there. */
    void commit() throws IOException {
        output.close();
        Files.move(part, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Takes back what was not committed. */
    @Override
    public void close() throws IOException {
        output.close();
        Files.deleteIfExists(part);
    }
}
