package io.godwit.changelog;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The files below a folder, which no name and no link leaves. For one thread. */
final class ConfinedFiles {

    private static final Set<OpenOption> OPTIONS = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

    private final Path root;
    private final FileLimits limits;
    private final Map<Path, Path> folders = new HashMap<>();
    private final @Nullable FileTrace trace;
    private long total;

    /** @throws IOException if the folder is not there */
    ConfinedFiles(Path root, FileLimits limits) throws IOException {
        this(root.toRealPath(), limits, null);
    }

    /** @param root its real path */
    ConfinedFiles(Path root, FileLimits limits, @Nullable FileTrace trace) {
        this.root = root;
        this.limits = limits;
        this.trace = trace;
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
        String shown = (file.startsWith(root) ? root.relativize(file) : file).toString();
        boolean plain = shown.chars().noneMatch(character -> Character.isISOControl(character) || character == '\\');
        return plain ? shown : shown.replace('\\', '/').replaceAll("\\p{Cntrl}", "?");
    }

    /** Tells that all of a folder is taken. */
    void listed(Path folder) throws IOException {
        if (trace != null) {
            trace.listed(folder);
        }
    }

    /** The bytes of a file that {@link #file} found. */
    byte[] read(Path file) throws IOException {
        if (trace != null) {
            trace.begin(file);
        }
        byte[] bytes = content(file);
        if (bytes.length > limits.largestFile()) {
            throw new IOException("it is longer than " + limits.largestFile() + " bytes");
        }
        total += bytes.length;
        if (total > limits.total()) {
            throw new IOException("with it, what is read is longer than " + limits.total() + " bytes");
        }
        if (trace != null) {
            trace.read(file, bytes);
        }
        return bytes;
    }

    /** The file as it was found: no link has taken its place since. */
    private byte[] content(Path file) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file, OPTIONS)) {
            ByteBuffer content = ByteBuffer.allocate((int) Math.min(channel.size(), limits.largestFile() + 1));
            int read = 0;
            while (content.hasRemaining() && read >= 0) {
                read = channel.read(content);
            }
            return content.hasRemaining() ? Arrays.copyOf(content.array(), content.position()) : content.array();
        }
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
