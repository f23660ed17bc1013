package io.godwit.dialect.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads string literals in text that the server deparsed.
 *
 * @param text an expression
 */
record SqlTokens(String text) {

    /** Every string literal, in order. */
    List<String> strings() {
        List<String> strings = new ArrayList<>();
        for (int at = 0; at < text.length(); ) {
            char c = text.charAt(at);
            int end = at + 1;
            if (c == '\'') {
                end = end(at);
                strings.add(decode(at, end));
            } else if (c == '"') {
                end = end(at);
            }
            at = end;
        }
        return strings;
    }

    /** The value, if all of the text is one string literal with casts behind it. */
    Optional<String> castString() {
        int start = text.startsWith("E'") ? 1 : 0;
        if (text.length() < 2 || text.charAt(start) != '\'') {
            return Optional.empty();
        }
        int end = end(start);
        return isCasts(text.substring(end)) ? Optional.of(decode(start, end)) : Optional.empty();
    }

    /** The elements, if all of the text is one ARRAY[…] with casts behind it. */
    Optional<List<String>> castArray() {
        if (!text.startsWith("ARRAY[")) {
            return Optional.empty();
        }
        List<String> elements = new ArrayList<>();
        int start = "ARRAY[".length();
        int depth = 0;
        for (int at = start; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\'' || c == '"') {
                at = end(at) - 1;
            } else if (c == '(' || c == '[') {
                depth++;
            } else if (depth == 0 && (c == ',' || c == ']')) {
                String element = text.substring(start, at).strip();
                if (!element.isEmpty()) {
                    elements.add(element);
                }
                start = at + 1;
                if (c == ']') {
                    return isCasts(text.substring(start)) ? Optional.of(elements) : Optional.empty();
                }
            } else if (c == ')' || c == ']') {
                depth--;
            }
        }
        return Optional.empty();
    }

    /** Where the balanced bracket that opens at {@code open} closes, or -1. */
    int closing(int open) {
        int depth = 0;
        for (int at = open; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\'' || c == '"') {
                at = end(at) - 1;
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                return at;
            }
        }
        return -1;
    }

    /** Just behind the quoted text that begins at {@code start}. */
    private int end(int start) {
        char quote = text.charAt(start);
        boolean escapes = start > 0 && quote == '\'' && text.charAt(start - 1) == 'E';
        for (int at = start + 1; at < text.length(); at++) {
            char c = text.charAt(at);
            if (escapes && c == '\\') {
                at++;
            } else if (c == quote) {
                if (at + 1 < text.length() && text.charAt(at + 1) == quote) {
                    at++;
                } else {
                    return at + 1;
                }
            }
        }
        return text.length();
    }

    private String decode(int start, int end) {
        boolean escapes = start > 0 && text.charAt(start - 1) == 'E';
        String inside = text.substring(start + 1, end - 1).replace("''", "'");
        return escapes ? inside.replace("\\\\", "\\") : inside;
    }

    /** Nothing, or {@code ::type} once or more: words, blanks, digits, brackets, dots and quoted names. */
    private static boolean isCasts(String rest) {
        return rest.isEmpty() || rest.matches("(?:::(?:\"[^\"]*\"|[\\w .(),\\[\\]])+)+");
    }
}
