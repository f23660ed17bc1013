package io.godwit.changelog;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import liquibase.resource.OpenOptions;
import liquibase.resource.PathResource;
import liquibase.resource.Resource;

/**
 * One file of a changelog: read only, inside of the root, of bounded size, without a DTD if it is XML, and without
 * classes that Liquibase would load to read it.
 */
final class ConfinedResource extends PathResource {

    private final Path file;
    private final ConfinedResources all;

    ConfinedResource(String name, Path file, ConfinedResources all) {
        super(name, file);
        this.file = file;
        this.all = all;
    }

    @Override
    public InputStream openInputStream() throws IOException {
        if (includes() > all.limits().depth()) {
            throw new IOException("'" + getPath() + "' is included by files that include each other, more than "
                    + all.limits().depth() + " in a row");
        }
        if (exists()) {
            if (!file.toRealPath().startsWith(all.root())) {
                throw new IOException("'" + getPath() + "' is outside of the root " + all.root());
            }
            if (!Files.isRegularFile(file)) {
                throw new IOException("'" + getPath() + "' is not a file");
            }
            all.begin(file);
        }
        byte[] content;
        try (InputStream input = super.openInputStream()) {
            content = input.readNBytes((int) Math.min(all.limits().largestFile() + 1, Integer.MAX_VALUE - 8));
        }
        if (content.length > all.limits().largestFile()) {
            throw new IOException(
                    "'" + getPath() + "' is longer than " + all.limits().largestFile() + " bytes");
        }
        boolean xml = getPath().toLowerCase(Locale.ROOT).endsWith(".xml");
        if (xml && ScriptText.of(content).toUpperCase(Locale.ROOT).contains("<!DOCTYPE")) {
            throw new IOException("'" + getPath() + "' has a DTD, which is not read");
        }
        all.read(file, content);
        if (all.looks()) {
            NamedClasses.refuse(getPath(), content, all.plain());
        }
        return new ByteArrayInputStream(content);
    }

    /** How many files Liquibase is in the middle of that include another: it follows a circle of them until its stack is full. */
    private static long includes() {
        return StackWalker.getInstance()
                .walk(frames -> frames.filter(ConfinedResource::isInclude).count());
    }

    private static boolean isInclude(StackWalker.StackFrame frame) {
        return frame.getMethodName().equals("load")
                && frame.getClassName().equals("liquibase.changelog.DatabaseChangeLog");
    }

    @Override
    public Resource resolve(String other) {
        return new ConfinedResource(resolvePath(other), file.resolve(other), all);
    }

    @Override
    public Resource resolveSibling(String other) {
        return new ConfinedResource(resolveSiblingPath(other), file.resolveSibling(other), all);
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
