package io.godwit.changelog;

import io.godwit.history.Digest;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The names of all files below a folder. Immutable.
 *
 * @param hash of the names; {@link #ABSENT} if there is no such folder
 * @param folders it, and those in it, as they were before they were looked into
 * @param hasLinks whether some of it may change without a change of the folders
 */
record FolderNames(String hash, Map<Path, FileStamp> folders, boolean hasLinks) {

    static final String ABSENT = "-";

    static FolderNames of(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return new FolderNames(ABSENT, Map.of(), true);
        }
        Map<Path, FileStamp> folders = new HashMap<>();
        List<String> names = new ArrayList<>();
        boolean links = false;
        try (Stream<Path> found = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            for (Path each : (Iterable<Path>) found::iterator) {
                links |= Files.isSymbolicLink(each);
                if (Files.isDirectory(each)) {
                    folders.put(each, FileStamp.of(each));
                } else if (Files.isRegularFile(each)) {
                    names.add(folder.relativize(each).toString());
                }
            }
        }
        names.sort(null);
        return new FolderNames(new Digest().add(String.join("\n", names)).text(), Map.copyOf(folders), links);
    }
}
