package io.godwit.changelog;

import io.godwit.history.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells whether what a {@link FileTrace} saw is still as it was. For one thread. */
final class SeenFiles {

    static final String FOLDER = "folder ";
    static final String FILE = "file ";
    static final String VALUE = "value ";

    /** It was looked for in vain. */
    static final String ABSENT = "-";

    private static final int MANY = 200;

    private final Path root;
    private final FileStamps stamps;

    /** @param root its real path */
    SeenFiles(Path root, FileStamps stamps) {
        this.root = root;
        this.stamps = stamps;
    }

    /** Many are asked for on more than one thread: it is waiting for the system. */
    boolean hold(Map<String, String> seen) throws IOException {
        Collection<Map.Entry<String, String>> all = seen.entrySet();
        Stream<Map.Entry<String, String>> asked = all.size() > MANY ? all.parallelStream() : all.stream();
        try {
            return asked.allMatch(this::holds);
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    private boolean holds(Map.Entry<String, String> seen) {
        String what = seen.getKey();
        String hash = seen.getValue();
        try {
            if (what.startsWith(VALUE)) {
                return value(what.substring(VALUE.length())).equals(hash);
            }
            if (what.startsWith(FOLDER)) {
                return stamps.folder(root.resolve(what.substring(FOLDER.length())))
                        .equals(hash);
            }
            Path file = root.resolve(what.substring(FILE.length()));
            return hash.equals(ABSENT) ? !Files.exists(file) : stamps.file(file).equals(hash);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** As Liquibase finds it: in the environment and in the system's properties, whatever its case. */
    static String value(String name) {
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
}
