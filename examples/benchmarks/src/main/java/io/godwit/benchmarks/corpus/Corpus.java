package io.godwit.benchmarks.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder of migrations in every contender's form.
 *
 * @param root the folder that holds them all
 */
public record Corpus(Path root) {

    /** Whose migrations they are. */
    public static final String PLUGIN = "bench";

    /** Portable migrations, one a file. */
    public Path documents() {
        return root.resolve("documents");
    }

    /** SQL files with Flyway's names; the plain loop reads them too. */
    public Path versionedSql() {
        return root.resolve("sql");
    }

    /** One SQL-formatted changelog. */
    public Path changelog() {
        return root.resolve("changelog").resolve("changelog.sql");
    }

    Path undo() {
        return root.resolve("undo");
    }

    /** All versioned SQL files in their order. */
    public List<Path> sqlFiles() throws IOException {
        try (Stream<Path> files = Files.list(versionedSql())) {
            return files.sorted().toList();
        }
    }

    /** The file that takes a versioned SQL file back. */
    public Path undoOf(Path sqlFile) {
        return undo().resolve(sqlFile.getFileName());
    }
}
