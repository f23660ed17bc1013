package io.godwit.changelog;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Locale;
import liquibase.resource.OpenOptions;
import liquibase.resource.PathResource;
import liquibase.resource.Resource;

/** One file of a changelog: read only, inside of the root, of bounded size, and without a DTD if it is XML. */
final class ConfinedResource extends PathResource {

    private final Path file;
    private final Path root;
    private final FileLimits limits;

    ConfinedResource(String name, Path file, Path root, FileLimits limits) {
        super(name, file);
        this.file = file;
        this.root = root;
        this.limits = limits;
    }

    @Override
    public InputStream openInputStream() throws IOException {
        if (exists() && !file.toRealPath().startsWith(root)) {
            throw new IOException("'" + getPath() + "' is outside of the root " + root);
        }
        byte[] content;
        try (InputStream input = super.openInputStream()) {
            content = input.readNBytes((int) Math.min(limits.largestFile() + 1, Integer.MAX_VALUE - 8));
        }
        if (content.length > limits.largestFile()) {
            throw new IOException("'" + getPath() + "' is longer than " + limits.largestFile() + " bytes");
        }
        boolean xml = getPath().toLowerCase(Locale.ROOT).endsWith(".xml");
        if (xml && ScriptText.of(content).toUpperCase(Locale.ROOT).contains("<!DOCTYPE")) {
            throw new IOException("'" + getPath() + "' has a DTD, which is not read");
        }
        return new ByteArrayInputStream(content);
    }

    @Override
    public Resource resolve(String other) {
        return new ConfinedResource(resolvePath(other), file.resolve(other), root, limits);
    }

    @Override
    public Resource resolveSibling(String other) {
        return new ConfinedResource(resolveSiblingPath(other), file.resolveSibling(other), root, limits);
    }

    @Override
    public boolean isWritable() {
        return false;
    }

    @Override
    public OutputStream openOutputStream(OpenOptions options) throws IOException {
        throw new IOException("'" + getPath() + "' is only read");
    }
}
