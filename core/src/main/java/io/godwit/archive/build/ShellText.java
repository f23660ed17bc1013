package io.godwit.archive.build;

/** A word of a command of a POSIX shell. Stateless. */
final class ShellText {

    private ShellText() {}

    /** The word itself, quoted where a shell would take it for more. */
    static String of(String word) {
        if (word.matches("[A-Za-z0-9_./:@%+,][A-Za-z0-9_./:@%+,=-]*")) {
            return word;
        }
        String path = word.startsWith("-") ? "./" + word : word;
        return "'" + path.replace("'", "'\\''") + "'";
    }
}
