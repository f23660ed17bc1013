package io.godwit.format;

import io.godwit.failure.InvalidMigrationException;
import io.godwit.failure.Problem;
import io.godwit.migration.Migration;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Where a host's migrations come from.
 *
 * <p>A source may be asked more than once and looks again each time. Implementations are thread-safe.
 */
@FunctionalInterface
public interface PluginSource {

    /**
     * The documents, always in the same order.
     *
     * @throws InvalidMigrationException if the source itself cannot be read
     */
    List<MigrationDocument> documents();

    /**
     * The {@code *.json} files of a tree.
     *
     * <p>Each folder right below the root is a plugin's root for the files that its documents name; a document beside those folders
     * has the tree's root. Hidden files and folders are passed over, and so are JSON files in a folder {@code data} that have no
     * {@code format}, and the manifests of unpacked packages. Links are followed.
     */
    static PluginSource directory(Path root) {
        return new DirectorySource(root);
    }

    /**
     * The {@code *.json} files below a folder of the class path, in folders and in jars alike, by the rules of {@link #directory}.
     *
     * @param loader whose class path it is
     * @param prefix the folder, such as {@code migrations} or {@code com/example/plugins}
     */
    static PluginSource classpath(ClassLoader loader, String prefix) {
        return new ClasspathSource(loader, prefix);
    }

    /** Migrations made in Java. */
    static PluginSource of(Migration... migrations) {
        return of(Arrays.asList(migrations));
    }

    /** Migrations made in Java. */
    static PluginSource of(Collection<Migration> migrations) {
        List<MigrationDocument> documents =
                migrations.stream().map(MigrationDocument::of).toList();
        return () -> documents;
    }

    /** Every problem of every document, and of all of them together (an id that is there twice); empty if all is well. */
    static List<Problem> problems(PluginSource... sources) {
        return new SourceCheck().problems(Arrays.asList(sources));
    }
}
