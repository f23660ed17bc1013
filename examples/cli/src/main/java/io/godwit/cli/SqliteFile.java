package io.godwit.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** The file that a URL of SQLite names. The driver makes it when it connects, which only a command that changes a database may. */
final class SqliteFile {

    /** An empty database that leaves nothing behind, for as long as a connection is open. */
    static final String EMPTY = "jdbc:sqlite::memory:";

    private static final String PREFIX = "jdbc:sqlite:";

    private SqliteFile() {}

    /** The file, if the URL names one that is not there and could be. */
    static Optional<Path> missing(String url) {
        if (!url.startsWith(PREFIX)) {
            return Optional.empty();
        }
        String name = url.substring(PREFIX.length()).replaceFirst("\\?.*", "");
        boolean special = name.isEmpty() || name.startsWith(":") || name.startsWith("file:");
        try {
            return special ? Optional.empty() : Optional.of(Path.of(name)).filter(SqliteFile::canBeMade);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static boolean canBeMade(Path file) {
        return Files.notExists(file) && Files.isDirectory(file.toAbsolutePath().getParent());
    }
}
