package io.godwit.dialect.sqlite;

/**
 * One token of SQLite's SQL.
 *
 * @param kind what it is
 * @param text as it stands there, quotes included
 * @param start where it begins
 */
record Token(Kind kind, String text, int start) {

    /** What a token is. */
    enum Kind {
        /** A key word or a bare name. */
        WORD,
        /** A name in double quotes, backticks or brackets. */
        QUOTED,
        /** A text in single quotes, which SQLite takes for a name where only a name can stand. */
        STRING,
        NUMBER,
        BLOB,
        COMMENT,
        SIGN
    }

    int end() {
        return start + text.length();
    }

    /** Whether it is that key word or sign. */
    boolean is(String word) {
        return (kind == Kind.WORD || kind == Kind.SIGN) && text.equalsIgnoreCase(word);
    }

    /** Whether it is that name, however it is written; SQLite's names have no case. */
    boolean names(String name) {
        return (kind == Kind.WORD || kind == Kind.QUOTED) && value().equalsIgnoreCase(name);
    }

    boolean isName() {
        return kind == Kind.WORD || kind == Kind.QUOTED || kind == Kind.STRING;
    }

    /** Without its quotes. */
    String value() {
        if (kind == Kind.QUOTED || kind == Kind.STRING) {
            String inside = text.substring(1, Math.max(1, text.length() - 1));
            String quote = text.substring(0, 1);
            return quote.equals("[") ? inside : inside.replace(quote + quote, quote);
        }
        return text;
    }
}
