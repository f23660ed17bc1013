package io.godwit.dialect.sqlite;

import org.jspecify.annotations.Nullable;

/** Text for people as a comment inside a CREATE statement, which SQLite keeps as it was written. */
final class SqliteComment {

    private SqliteComment() {}

    /** {@code  /* text *}{@code /} with its leading space, or nothing. */
    static String write(@Nullable String text) {
        return text == null
                ? ""
                : " /* " + text.replace("\\", "\\\\").replace("*/", "*\\/").replace("\0", "\\0") + " */";
    }

    /** The text of a comment, its signs included, as {@link #write} or anybody else wrote it. */
    static String read(String comment) {
        int end = comment.endsWith("*/") ? comment.length() - 2 : comment.length();
        String inside = comment.substring(2, end);
        boolean ours = inside.length() >= 2 && inside.startsWith(" ") && inside.endsWith(" ");
        String text = ours ? inside.substring(1, inside.length() - 1) : inside.strip();
        StringBuilder read = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\\' && at + 1 < text.length()) {
                at++;
                read.append(text.charAt(at) == '0' ? '\0' : text.charAt(at));
            } else {
                read.append(c);
            }
        }
        return read.toString();
    }
}
