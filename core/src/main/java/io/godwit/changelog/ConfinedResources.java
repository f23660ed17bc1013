package io.godwit.changelog;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.resource.Resource;
import org.jspecify.annotations.Nullable;

/** The files of a changelog, for Liquibase: below the root, and nowhere else. */
final class ConfinedResources extends DirectoryResourceAccessor {

    private final Path root;
    private final FileLimits limits;
    private final boolean looks;
    private final @Nullable FileTrace trace;

    /** @param root its real path */
    ConfinedResources(Path root, FileLimits limits, @Nullable FileTrace trace) throws FileNotFoundException {
        this(root, limits, true, trace);
    }

    private ConfinedResources(Path root, FileLimits limits, boolean looks, @Nullable FileTrace trace)
            throws FileNotFoundException {
        super(root);
        this.root = root;
        this.limits = limits;
        this.looks = looks;
        this.trace = trace;
    }

    /** The same, for who looks through a file before Liquibase gets it. */
    ConfinedResources plain() throws FileNotFoundException {
        return new ConfinedResources(root, limits, false, trace);
    }

    Path root() {
        return root;
    }

    FileLimits limits() {
        return limits;
    }

    /** Whether files are looked through for classes that they name. */
    boolean looks() {
        return looks;
    }

    @Override
    protected Resource createResource(Path file, String path) {
        return new ConfinedResource(path, file, this);
    }

    @Override
    public List<Resource> getAll(String path) throws IOException {
        List<Resource> found = super.getAll(path);
        if (trace != null && (found == null || found.isEmpty())) {
            trace.absent(root.resolve(path.replaceFirst("^/+", "")));
        }
        return found;
    }

    @Override
    public List<Resource> search(String path, SearchOptions options) throws IOException {
        if (trace != null) {
            trace.listed(root.resolve(path.replaceFirst("^(file:)?/+", "")));
        }
        return super.search(path, options);
    }

    /** Remembers how a file is before it is read. */
    void begin(Path file) throws IOException {
        if (trace != null) {
            trace.begin(file.toRealPath());
        }
    }

    /** Remembers what was read. */
    void read(Path file, byte[] content) throws IOException {
        if (trace != null) {
            trace.read(file.toRealPath(), content);
        }
    }

    /** There is nothing to close. */
    @Override
    public void close() {}
}
