package io.godwit.changelog;

import java.io.FileNotFoundException;
import java.nio.file.Path;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.resource.Resource;

/** The files of a changelog, for Liquibase: below the root, and nowhere else. */
final class ConfinedResources extends DirectoryResourceAccessor {

    private final Path root;
    private final FileLimits limits;
    private final boolean looks;

    /** @param root its real path */
    ConfinedResources(Path root, FileLimits limits) throws FileNotFoundException {
        this(root, limits, true);
    }

    private ConfinedResources(Path root, FileLimits limits, boolean looks) throws FileNotFoundException {
        super(root);
        this.root = root;
        this.limits = limits;
        this.looks = looks;
    }

    /** The same, for who looks through a file before Liquibase gets it. */
    ConfinedResources plain() throws FileNotFoundException {
        return new ConfinedResources(root, limits, false);
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

    /** There is nothing to close. */
    @Override
    public void close() {}
}
