package io.godwit.changelog;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a package was made of, by hashes: files, names in folders, what was looked for in vain, and values that the process gives. For one thread.
 */
final class FileTrace {

    /** No hash: what a file held when it was read again. */
    private static final String ANOTHER = "another";

    private static final Pattern PROPERTY = Pattern.compile("\\$\\{\\s*:?([^}$]{1,200}?)\\s*}");

    private record Begun(FileStamp stamp, Instant when) {}

    private final Path root;
    private final FileStamps stamps;
    private final Map<String, String> seen = new TreeMap<>();
    private final Map<Path, Begun> begun = new HashMap<>();

    /**
     * Of nothing yet.
     *
     * @param root its real path
     * @param stamps learn what is read
     */
    FileTrace(Path root, FileStamps stamps) {
        this.root = root;
        this.stamps = stamps;
    }

    /** Hashes by what they are of. */
    Map<String, String> seen() {
        return seen;
    }

    /** A file is going to be read. */
    void begin(Path file) throws IOException {
        begun.put(file, new Begun(FileStamp.of(file), Instant.now()));
    }

    /** What a file held. */
    void read(Path file, byte[] content) {
        String hash = FileStamps.of(content);
        Begun before = begun.remove(file);
        if (before != null) {
            stamps.keep(file, Map.of(file, before.stamp()), before.when(), hash);
        }
        seen.merge(SeenFiles.FILE + root.relativize(file), hash, (old, now) -> old.equals(now) ? now : ANOTHER);
        String text = new String(content, StandardCharsets.ISO_8859_1);
        if (text.contains("${")) {
            Matcher property = PROPERTY.matcher(new String(content, StandardCharsets.UTF_8));
            while (property.find()) {
                String name = property.group(1);
                seen.put(SeenFiles.VALUE + name, SeenFiles.value(name));
            }
        }
    }

    void absent(Path file) {
        seen.putIfAbsent(SeenFiles.FILE + root.relativize(file.normalize()), SeenFiles.ABSENT);
    }

    void listed(Path folder) throws IOException {
        seen.put(
                SeenFiles.FOLDER + root.relativize(folder.normalize()),
                FolderNames.of(folder).hash());
    }
}
