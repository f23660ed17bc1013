package io.godwit.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * The files beside a plugin's documents, which a document may name.
 *
 * <p>An implementation gives nothing from outside the plugin's root, whatever links it meets. Documents' own checks (no
 * {@code ..}, no absolute path, no backslash) come first, so {@code path} is relative and has forward slashes.
 */
@FunctionalInterface
public interface PluginFiles {

    /** Those of a document by itself: there are none. */
    PluginFiles NONE = path -> {
        throw new NoSuchFileException(path, null, "the document was read without the files beside it");
    };

    /**
     * The bytes of a file.
     *
     * @throws IOException if there is no such file in the plugin's root or it cannot be read; the message is shown to authors
     */
    byte[] read(String path) throws IOException;

    /**
     * The bytes of a file of any length, for the caller to close.
     *
     * @throws IOException as {@link #read}
     */
    default InputStream open(String path) throws IOException {
        return new ByteArrayInputStream(read(path));
    }

    /**
     * The paths of the regular files in a folder and in the folders in it, in order; none if there is no such folder, or the source cannot
     * tell.
     */
    default List<String> below(String folder) throws IOException {
        return List.of();
    }

    /** The files below a folder; links are followed and must not lead out of it. */
    static PluginFiles directory(Path root) {
        return new DirectoryFiles(root);
    }
}
