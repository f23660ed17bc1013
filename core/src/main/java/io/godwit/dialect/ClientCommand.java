package io.godwit.dialect;

import org.jspecify.annotations.Nullable;

/**
 * One command of a client. Immutable.
 *
 * @param end where the script goes on behind it
 * @param effect what it does to the script
 * @param file what it includes, as it is written; null for every other effect
 */
public record ClientCommand(
        int end, Effect effect, @Nullable String file) {

    /** What a command does to the script around it. */
    public enum Effect {
        /** Nothing that changes how the script is read. */
        NONE,
        /** It runs, or forgets, the statement that has begun. */
        ENDS_STATEMENT,
        /** The client leaves this file, and goes on in the one that included it. */
        ENDS_FILE,
        /** It includes a file; its name is relative to the place where the client runs. */
        INCLUDES,
        /** It includes a file; its name is relative to the including one. */
        INCLUDES_BESIDE
    }

    /** A command that includes nothing. */
    public static ClientCommand of(int end, Effect effect) {
        return new ClientCommand(end, effect, null);
    }

    /** Where the line of a position ends: at its line feed, or with the script. */
    public static int endOfLine(String script, int position) {
        int newline = script.indexOf('\n', position);
        return newline < 0 ? script.length() : newline;
    }

    /** Whether there is nothing but blanks before a position on its line. */
    public static boolean startsLine(String script, int position) {
        int before = position - 1;
        while (before >= 0 && (script.charAt(before) == ' ' || script.charAt(before) == '\t')) {
            before--;
        }
        return before < 0 || script.charAt(before) == '\n';
    }
}
