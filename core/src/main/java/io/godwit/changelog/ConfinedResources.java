package io.godwit.changelog;

import java.io.FileNotFoundException;
import java.nio.file.Path;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.resource.Resource;

/** The files of a changelog, for Liquibase: below the root, and nowhere else. */
final class ConfinedResources extends DirectoryResourceAccessor {

    private final Path root;
    private final FileLimits limits;

    /** @param root its real path */
    ConfinedResources(Path root, FileLimits limits) throws FileNotFoundException {
        super(root);
        this.root = root;
        this.limits = limits;
    }

    @Override
    protected Resource createResource(Path file, String path) {
        return new ConfinedResource(path, file, root, limits);
    }

    /** There is nothing to close. */
    @Override
    public void close() {}
}
