package io.godwit.format;

/** The paths that a document may name: relative, with forward slashes, and never upwards. */
final class FilePath {

    private static final int LONGEST = 1000;

    private FilePath() {}

    /**
     * The path itself.
     *
     * @throws IllegalArgumentException if a document may not name it
     */
    static String checked(String path) {
        if (path.isBlank() || path.length() > LONGEST) {
            throw new IllegalArgumentException("a path has between 1 and " + LONGEST + " characters");
        }
        if (path.indexOf('\\') >= 0 || path.indexOf(0) >= 0) {
            throw refused(path, "it must have forward slashes, and no backslash or NUL");
        }
        if (path.startsWith("/") || (path.length() > 1 && path.charAt(1) == ':')) {
            throw refused(path, "it must be relative to the plugin's folder");
        }
        for (String segment : path.split("/", -1)) {
            if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
                throw refused(path, "it must not have '.', '..' or an empty part");
            }
        }
        return path;
    }

    private static IllegalArgumentException refused(String path, String reason) {
        return new IllegalArgumentException("the path '" + path + "' is refused: " + reason);
    }
}
