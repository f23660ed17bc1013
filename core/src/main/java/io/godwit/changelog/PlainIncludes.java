package io.godwit.changelog;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Follows a changelog that does nothing but include files of formatted SQL, or changelogs that do the same. For one call.
 */
final class PlainIncludes {

    /** A path that Liquibase takes as it is. */
    private static final Pattern PLAIN =
            Pattern.compile("(?!\\.{1,2}(/|$))[\\w@+=,. -]+(/(?!\\.{1,2}(/|$))[\\w@+=,. -]+)*");

    private final ConfinedFiles files;
    private final List<String> scripts = new ArrayList<>();
    private int depth;

    PlainIncludes(ConfinedFiles files) {
        this.files = files;
    }

    /** One line of a changelog: a file, or all of a folder, from the root or from the changelog's own folder. */
    record Include(String path, boolean all, boolean relative) {}

    /**
     * All files of formatted SQL, in their order, from the root.
     *
     * @throws NotPlainException if there is anything else in a changelog
     */
    List<String> scripts(String changelog) throws NotPlainException {
        if (!PLAIN.matcher(changelog).matches()) {
            throw new NotPlainException("the path " + changelog);
        }
        try {
            add(changelog);
        } catch (IOException unreadable) {
            throw new NotPlainException(String.valueOf(unreadable.getMessage()));
        }
        return scripts;
    }

    private void add(String path) throws NotPlainException, IOException {
        String lower = path.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".sql")) {
            scripts.add(path);
            return;
        }
        if (depth == FileLimits.STANDARD.depth()) {
            throw new NotPlainException("changelogs that include each other");
        }
        depth++;
        byte[] content = files.read(files.file(path, files.root()));
        for (Include include : includes(lower, content)) {
            add(path, include);
        }
        depth--;
    }

    private static List<Include> includes(String name, byte[] content) throws NotPlainException, IOException {
        if (name.endsWith(".xml")) {
            return IncludesInXml.read(content);
        }
        if (name.endsWith(".yaml") || name.endsWith(".yml")) {
            return IncludesInYaml.read(content);
        }
        if (name.endsWith(".json")) {
            return IncludesInJson.read(content);
        }
        throw new NotPlainException("another kind of file");
    }

    private void add(String changelog, Include include) throws NotPlainException, IOException {
        String path = include.path();
        if (include.relative()) {
            path = Path.of("/" + changelog)
                    .resolveSibling(path)
                    .normalize()
                    .toString()
                    .substring(1);
        } else if (include.all() && path.endsWith("/")) {
            path = path.substring(0, path.length() - 1);
        }
        if (!PLAIN.matcher(path).matches()) {
            throw new NotPlainException("the path " + path);
        }
        if (!include.all()) {
            add(path);
            return;
        }
        SortedSet<String> found = found(path);
        if (found.isEmpty()) {
            throw new NotPlainException("an empty folder");
        }
        for (String each : found) {
            add(each);
        }
    }

    /** All files of a folder and of the folders in it, by their names. */
    private SortedSet<String> found(String path) throws IOException, NotPlainException {
        SortedSet<String> found = new TreeSet<>();
        List<Path> odd = new ArrayList<>();
        Path root = files.root();
        int start = root.toString().length() + 1;
        files.listed(root.resolve(path));
        Files.walkFileTree(root.resolve(path), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String name = file.toString().substring(start);
                boolean plain =
                        attributes.isRegularFile() && PLAIN.matcher(name).matches();
                if (!plain || !found.add(name)) {
                    odd.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        if (!odd.isEmpty()) {
            throw new NotPlainException("links, or strange names");
        }
        return found;
    }
}
