package io.godwit.format;

import java.util.Locale;

/** The leading words of a statement, past blanks and comments. */
final class SqlWords {

    private final String sql;
    private int at;

    SqlWords(String sql) {
        this.sql = sql;
    }

    /** The next word in upper case, or the one character that stands there; empty at the end. */
    String next() {
        skip();
        int start = at;
        while (at < sql.length() && (Character.isLetterOrDigit(sql.charAt(at)) || sql.charAt(at) == '_')) {
            at++;
        }
        if (at == start && at < sql.length()) {
            at++;
        }
        return sql.substring(start, at).toUpperCase(Locale.ROOT);
    }

    private void skip() {
        while (at < sql.length()) {
            if (sql.startsWith("--", at)) {
                at = after("\n");
            } else if (sql.startsWith("/*", at)) {
                at = after("*/");
            } else if (Character.isWhitespace(sql.charAt(at))) {
                at++;
            } else {
                return;
            }
        }
    }

    private int after(String end) {
        int found = sql.indexOf(end, at + 2);
        return found < 0 ? sql.length() : found + end.length();
    }
}
