package io.godwit.changelog;

import io.godwit.history.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a package was made of, by hashes: files, names in folders, what was looked for in vain, and values that the process gives. For one thread.
 */
final class FileTrace {

    private static final String ABSENT = "-";
    private static final String FOLDER = "folder ";
    private static final String FILE = "file ";
    private static final String VALUE = "value ";
    private static final Pattern PROPERTY = Pattern.compile("\\$\\{\\s*:?([^}$]{1,200}?)\\s*}");

    private final Path root;
    private final Map<String, String> seen = new TreeMap<>();

    /** @param root its real path */
    FileTrace(Path root) {
        this.root = root;
    }

    /** Hashes by what they are of. */
    Map<String, String> seen() {
        return seen;
    }

    void read(Path file, byte[] content) {
        seen.put(FILE + root.relativize(file), FileStamps.of(content));
        Matcher property = PROPERTY.matcher(new String(content, StandardCharsets.UTF_8));
        while (property.find()) {
            String name = property.group(1);
            seen.put(VALUE + name, value(name));
        }
    }

    void absent(Path file) {
        seen.putIfAbsent(FILE + root.relativize(file.normalize()), ABSENT);
    }

    void listed(Path folder) throws IOException {
        seen.put(FOLDER + root.relativize(folder.normalize()), names(folder));
    }

    /** Whether something is still as it was. */
    boolean holds(String what, String hash, FileStamps stamps) throws IOException {
        if (what.startsWith(VALUE)) {
            return value(what.substring(VALUE.length())).equals(hash);
        }
        if (what.startsWith(FOLDER)) {
            return names(root.resolve(what.substring(FOLDER.length()))).equals(hash);
        }
        Path file = root.resolve(what.substring(FILE.length()));
        return hash.equals(ABSENT) ? !Files.exists(file) : stamps.hash(file).equals(hash);
    }

    /** As Liquibase finds it: in the environment and in the system's properties, whatever its case. */
    private static String value(String name) {
        String found = System.getenv().entrySet().stream()
                .filter(each -> each.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining("\n"));
        String property = System.getProperties().stringPropertyNames().stream()
                .filter(each -> each.equalsIgnoreCase(name))
                .map(System::getProperty)
                .collect(Collectors.joining("\n"));
        return new Digest().add(found).add(property).text();
    }

    private static String names(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return ABSENT;
        }
        try (Stream<Path> found = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            String names = found.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .collect(Collectors.joining("\n"));
            return new Digest().add(names).text();
        }
    }
}
