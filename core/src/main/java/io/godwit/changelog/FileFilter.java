package io.godwit.changelog;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;

/**
 * Which files are wanted, by patterns such as {@code db/*.xml}, where {@code **} goes through folders. Immutable.
 *
 * @param included empty for all
 * @param excluded wins over {@code included}
 */
public record FileFilter(List<String> included, List<String> excluded) {

    /** Every file. */
    public static final FileFilter ALL = new FileFilter(List.of(), List.of());

    public FileFilter {
        included = List.copyOf(included);
        excluded = List.copyOf(excluded);
    }

    /** Whether a path from the root is wanted. */
    public boolean accepts(String path) {
        boolean wanted = included.isEmpty() || included.stream().anyMatch(pattern -> matches(pattern, path));
        return wanted && excluded.stream().noneMatch(pattern -> matches(pattern, path));
    }

    private static boolean matches(String pattern, String path) {
        return FileSystems.getDefault().getPathMatcher("glob:" + pattern).matches(Path.of(path));
    }
}
