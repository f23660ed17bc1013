package io.godwit.dialect.sqlite;

import java.util.Optional;

/**
 * A simple regular expression as a GLOB pattern of SQLite: anchors, literal characters, a dot, {@code .*} and lists of characters,
 * each of them once. Immutable.
 *
 * @param pattern what the whole text must be
 * @param everyOf the list of characters of which all of the text is, as in {@code ^[a-z]+$}; empty if it is no such expression
 * @param mayBeEmpty whether an empty text fits such a list
 */
record GlobText(String pattern, String everyOf, boolean mayBeEmpty) {

    private static final String SPECIAL = "*+?{}|()";

    /** Reads a POSIX regular expression; empty if GLOB cannot say it. */
    static Optional<GlobText> ofExpression(String expression) {
        boolean start = expression.startsWith("^");
        boolean end = expression.endsWith("$") && !expression.endsWith("\\$");
        String body = expression.substring(start ? 1 : 0, expression.length() - (end ? 1 : 0));
        if (start && end && body.matches("\\[\\^?[A-Za-z0-9_ -]+][+*]")) {
            return Optional.of(new GlobText("", body.substring(1, body.length() - 2), body.endsWith("*")));
        }
        return glob(body).map(glob -> new GlobText((start ? "" : "*") + glob + (end ? "" : "*"), "", false));
    }

    /** Reads a pattern of SIMILAR TO; empty if GLOB cannot say it. */
    static Optional<GlobText> ofSimilar(String pattern) {
        if (pattern.matches("\\[\\^?[A-Za-z0-9_ -]+][+*]")) {
            return Optional.of(new GlobText("", pattern.substring(1, pattern.length() - 2), pattern.endsWith("*")));
        }
        if (!pattern.matches("[A-Za-z0-9 @,;:/%_-]*")) {
            return Optional.empty();
        }
        return Optional.of(new GlobText(pattern.replace('%', '*').replace('_', '?'), "", false));
    }

    private static Optional<String> glob(String body) {
        StringBuilder glob = new StringBuilder();
        for (int at = 0; at < body.length(); at++) {
            char character = body.charAt(at);
            boolean repeated = at + 1 < body.length() && SPECIAL.indexOf(body.charAt(at + 1)) >= 0;
            if (character == '.' && body.startsWith(".*", at)) {
                glob.append('*');
                at++;
            } else if (character == '[' && body.substring(at).matches("(?s)\\[\\^?[A-Za-z0-9_ -]+](?![*+?{]).*")) {
                int close = body.indexOf(']', at);
                glob.append(body, at, close + 1);
                at = close;
            } else if (character == '\\' && at + 1 < body.length() && isPunctuation(body.charAt(at + 1))) {
                boolean quantified = at + 2 < body.length() && SPECIAL.indexOf(body.charAt(at + 2)) >= 0;
                if (quantified) {
                    return Optional.empty();
                }
                glob.append(literal(body.charAt(++at)));
            } else if (repeated || SPECIAL.indexOf(character) >= 0 || "[]\\^$".indexOf(character) >= 0) {
                return Optional.empty();
            } else {
                glob.append(character == '.' ? "?" : String.valueOf(character));
            }
        }
        return Optional.of(glob.toString());
    }

    private static boolean isPunctuation(char character) {
        return !Character.isLetterOrDigit(character) && character < 128;
    }

    private static String literal(char character) {
        return character == '*' || character == '?' || character == '['
                ? "[" + character + "]"
                : String.valueOf(character);
    }
}
