package io.godwit.universal;

/**
 * One token of universal SQL.
 *
 * @param kind what it is
 * @param text what it means: a word in lower case, a name or string without its quotes, a number's digits, an operator's symbol
 * @param start offset of its first character
 * @param end offset after its last character
 */
record Token(Kind kind, String text, int start, int end) {

    enum Kind {
        /** A key word or an unquoted name. */
        WORD,
        /** A name in double quotes. */
        NAME,
        STRING,
        NUMBER,
        OPERATOR,
        /** What PostgreSQL may know and Godwit does not: {@code X'00'}, {@code 1_000}, {@code $1}. */
        OPAQUE,
        /** Brackets, comma, semicolon, dot, {@code ::} and the like. */
        PUNCTUATION,
        END
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equals(word);
    }

    boolean isSymbol(String symbol) {
        return (kind == Kind.OPERATOR || kind == Kind.PUNCTUATION) && text.equals(symbol);
    }
}
