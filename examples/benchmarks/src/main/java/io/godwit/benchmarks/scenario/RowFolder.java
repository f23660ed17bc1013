package io.godwit.benchmarks.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder for files of rows. Closing it takes it away. */
final class RowFolder implements AutoCloseable {

    private final Path folder;

    private RowFolder(Path folder) {
        this.folder = folder;
    }

    /** One that servers may write into too. */
    static RowFolder create() throws IOException {
        return new RowFolder(Files.createTempDirectory("godwit-rows"));
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    /** A place at which nothing is. */
    Path empty(String name) throws IOException {
        if (Files.exists(path(name))) {
            Movings.delete(path(name));
        }
        return path(name);
    }

    @Override
    public void close() throws IOException {
        Movings.delete(folder);
    }
}
