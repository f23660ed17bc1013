package io.godwit.format;

import java.util.List;
import java.util.Locale;

/**
 * The path of a file in a tree of plugins.
 *
 * @param segments folders and then the file, relative to the tree's root
 */
record DocumentPath(List<String> segments) {

    private static final String DATA = "data";

    static DocumentPath of(String path) {
        return new DocumentPath(List.of(path.split("/", -1)));
    }

    /** A folder's path without slashes at its ends. */
    static String trimmed(String folder) {
        int start = 0;
        int end = folder.length();
        while (start < end && folder.charAt(start) == '/') {
            start++;
        }
        while (end > start && folder.charAt(end - 1) == '/') {
            end--;
        }
        return folder.substring(start, end);
    }

    String name() {
        return String.join("/", segments);
    }

    /** The folder that is the plugin's root; empty if that is the tree's own. */
    String plugin() {
        return segments.size() > 1 ? segments.get(0) : "";
    }

    boolean isJson() {
        return segments.stream().noneMatch(segment -> segment.startsWith("."))
                && segments.get(segments.size() - 1).toLowerCase(Locale.ROOT).endsWith(".json");
    }

    boolean mayBeManifest() {
        String file = segments.get(segments.size() - 1);
        return file.equals("manifest.json") || file.equals(PluginDescriptor.FILE);
    }

    boolean isBelowData() {
        return segments.subList(0, segments.size() - 1).contains(DATA);
    }
}
