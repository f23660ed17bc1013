package io.godwit.changelog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The files below a folder, which no name and no link leaves. For one thread. */
final class ConfinedFiles {

    private final Path root;
    private final FileLimits limits;
    private final Map<Path, Path> folders = new HashMap<>();
    private long total;

    /** @throws IOException if the folder is not there */
    ConfinedFiles(Path root, FileLimits limits) throws IOException {
        this.root = root.toRealPath();
        this.limits = limits;
    }

    Path root() {
        return root;
    }

    /**
     * Where a file really is.
     *
     * @param name as it is written
     * @param folder what a relative name is relative to
     * @throws IOException if it is not there, no regular file, or outside of the root; its message says so in a sentence's words
     */
    Path file(String name, Path folder) throws IOException {
        Path named;
        try {
            named = folder.resolve(name).normalize();
        } catch (InvalidPathException unwritable) {
            throw new IOException("'" + name + "' is no name of a file: " + unwritable.getReason(), unwritable);
        }
        try {
            return real(named, name);
        } catch (NoSuchFileException absent) {
            if (!named.startsWith(root)) {
                throw outside(name, absent);
            }
            throw new IOException("there is no file '" + name + "' (looked for " + shown(named) + ")", absent);
        }
    }

    /** How a file is called in messages and comments: from the root, on one line. */
    String shown(Path file) {
        Path shown = file.startsWith(root) ? root.relativize(file) : file;
        return shown.toString().replace('\\', '/').replaceAll("\\p{Cntrl}", "?");
    }

    /** The bytes of a file that {@link #file} found. */
    byte[] read(Path file) throws IOException {
        byte[] bytes;
        try (var input = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            bytes = input.readNBytes((int) Math.min(limits.largestFile() + 1, Integer.MAX_VALUE - 8));
        }
        if (bytes.length > limits.largestFile()) {
            throw new IOException("it is longer than " + limits.largestFile() + " bytes");
        }
        total += bytes.length;
        if (total > limits.total()) {
            throw new IOException("with it, what is read is longer than " + limits.total() + " bytes");
        }
        return bytes;
    }

    /** A folder is looked up once; of a file it is enough that it is no link. */
    private Path real(Path named, String name) throws IOException {
        Path folder = folder(named.getParent() == null ? root : named.getParent());
        Path file = folder.resolve(named.getFileName() == null ? Path.of("") : named.getFileName());
        BasicFileAttributes attributes =
                Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (attributes.isSymbolicLink()) {
            file = file.toRealPath();
            attributes = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        }
        if (!file.startsWith(root)) {
            throw outside(name, null);
        }
        if (!attributes.isRegularFile()) {
            throw new IOException("'" + name + "' is not a file");
        }
        return file;
    }

    private Path folder(Path named) throws IOException {
        Path known = folders.get(named);
        if (known == null) {
            known = named.toRealPath();
            folders.put(named, known);
        }
        return known;
    }

    private IOException outside(String name, @Nullable Throwable cause) {
        return new IOException("'" + name + "' is outside of the root " + root, cause);
    }
}
