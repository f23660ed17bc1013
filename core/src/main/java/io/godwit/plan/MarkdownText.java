package io.godwit.plan;

import java.util.Arrays;

/** Puts text of others into Markdown so that it stays text. Stateless. */
public final class MarkdownText {

    private static final String MARKS = "\\`*[]<>|~&";

    private MarkdownText() {}

    /** In the midst of a line, or as a line of its own. */
    public static String of(String words) {
        StringBuilder text = new StringBuilder();
        String line = words.replaceAll("[\\p{Cntrl}\\s\\u2028\\u2029]+", " ").strip();
        for (int at = 0; at < line.length(); at++) {
            char character = line.charAt(at);
            boolean mark = MARKS.indexOf(character) >= 0
                    || (character == '_' && !isInWord(line, at))
                    || (at == 0 && "#+-=".indexOf(character) >= 0);
            text.append(mark ? "\\" : "").append(character);
        }
        return text.toString();
    }

    /** An underscore between letters marks nothing. */
    private static boolean isInWord(String line, int at) {
        return at > 0
                && at < line.length() - 1
                && Character.isLetterOrDigit(line.charAt(at - 1))
                && Character.isLetterOrDigit(line.charAt(at + 1));
    }

    /** The marks around a block of code: longer than any in it. */
    public static String fence(String code) {
        int longest = Arrays.stream(code.split("[^`]+"))
                .mapToInt(String::length)
                .max()
                .orElse(0);
        return "`".repeat(Math.max(3, longest + 1));
    }
}
