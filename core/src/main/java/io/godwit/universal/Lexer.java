package io.godwit.universal;

import io.godwit.universal.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Cuts universal SQL into tokens by PostgreSQL's lexical rules (manual, chapter 4.1). For one thread. */
final class Lexer {

    private static final String OPERATOR_CHARACTERS = "+-*/<>=~!@#%^&|`?";
    /** An operator may end in + or - only if it holds one of these. */
    private static final String LETS_END_IN_SIGN = "~!@#%^&|`?";

    private final Source source;
    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    Lexer(Source source) {
        this.source = source;
        this.text = source.text();
    }

    /** All tokens, the last of kind END. */
    List<Token> tokens() {
        for (skipBlanks(); at < text.length(); skipBlanks()) {
            next();
        }
        tokens.add(new Token(Kind.END, "", text.length(), text.length()));
        return tokens;
    }

    private void next() {
        int start = at;
        char first = text.charAt(at);
        if (first == '\'') {
            add(Kind.STRING, string(start, false), start);
        } else if ((first == 'e' || first == 'E') && peek(1) == '\'') {
            at++;
            add(Kind.STRING, string(start, true), start);
        } else if ((first == 'n' || first == 'N') && peek(1) == '\'') {
            at++;
            add(Kind.STRING, string(start, false), start);
        } else if (isPrefixedString(first)) {
            at += text.charAt(at + 1) == '&' ? 2 : 1;
            quoted(text.charAt(at), start);
            add(Kind.OPAQUE, text.substring(start, at), start);
        } else if (first == '"') {
            add(Kind.NAME, quoted('"', start), start);
        } else if (first == '$') {
            dollar(start);
        } else if (isWordStart(first)) {
            word(start);
        } else if (isDigit(first) || (first == '.' && isDigit(peek(1)))) {
            number(start);
        } else {
            symbol(start, first);
        }
    }

    private void add(Kind kind, String meaning, int start) {
        tokens.add(new Token(kind, meaning, start, at));
    }

    /** U&amp;'…', B'…', X'…' and U&amp;"…". */
    private boolean isPrefixedString(char first) {
        return switch (first) {
            case 'b', 'B', 'x', 'X' -> peek(1) == '\'';
            case 'u', 'U' -> peek(1) == '&' && (peek(2) == '\'' || peek(2) == '"');
            default -> false;
        };
    }

    /** A string, and what follows it after a line break, which PostgreSQL and the standard join to it. */
    private String string(int start, boolean escapes) {
        StringBuilder meaning = new StringBuilder();
        while (true) {
            if (escapes) {
                at = new EscapeString(source, start, at + 1).read(meaning);
            } else {
                meaning.append(quoted('\'', start));
            }
            int end = at;
            skipBlanks();
            if (peek(0) != '\'' || text.substring(end, at).indexOf('\n') < 0) {
                at = end;
                return meaning.toString();
            }
        }
    }

    /** A string in dollar quotes, or a parameter. */
    private void dollar(int start) {
        do {
            at++;
        } while (at < text.length() && isWordPart(text.charAt(at)) && text.charAt(at) != '$');
        if (peek(0) != '$') {
            add(Kind.OPAQUE, text.substring(start, at), start);
            return;
        }
        at++;
        String tag = text.substring(start, at);
        int end = text.indexOf(tag, at);
        if (end < 0) {
            throw source.invalid(start, "this quote " + tag + " is not closed");
        }
        String body = text.substring(at, end);
        at = end + tag.length();
        add(Kind.STRING, body, start);
    }

    private String quoted(char quote, int start) {
        StringBuilder meaning = new StringBuilder();
        for (at++; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character == quote) {
                if (peek(1) != quote) {
                    at++;
                    return meaning.toString();
                }
                at++;
            }
            meaning.append(character);
        }
        throw source.invalid(start, "this quote is not closed");
    }

    private void word(int start) {
        while (at < text.length() && isWordPart(text.charAt(at))) {
            at++;
        }
        add(Kind.WORD, folded(text.substring(start, at)), start);
    }

    /** PostgreSQL folds the letters of ASCII and leaves all others. */
    private static String folded(String word) {
        StringBuilder folded = new StringBuilder(word);
        for (int index = 0; index < folded.length(); index++) {
            char character = folded.charAt(index);
            if (character >= 'A' && character <= 'Z') {
                folded.setCharAt(index, (char) (character + ('a' - 'A')));
            }
        }
        return folded.toString();
    }

    private void number(int start) {
        digits();
        if (peek(0) == '.' && peek(1) != '.') {
            at++;
            digits();
        }
        boolean signed = peek(1) == '+' || peek(1) == '-';
        if ((peek(0) == 'e' || peek(0) == 'E') && isDigit(peek(signed ? 2 : 1))) {
            at += signed ? 2 : 1;
            digits();
        }
        boolean plain = at >= text.length() || !isWordPart(text.charAt(at));
        while (at < text.length() && isWordPart(text.charAt(at))) {
            at++;
        }
        add(plain ? Kind.NUMBER : Kind.OPAQUE, text.substring(start, at), start);
    }

    private void digits() {
        while (isDigit(peek(0))) {
            at++;
        }
    }

    private void symbol(int start, char first) {
        if (OPERATOR_CHARACTERS.indexOf(first) >= 0) {
            at = operatorEnd();
            add(Kind.OPERATOR, text.substring(start, at), start);
            return;
        }
        at += first == ':' && (peek(1) == ':' || peek(1) == '=') ? 2 : 1;
        add("()[],;.:".indexOf(first) < 0 ? Kind.OPAQUE : Kind.PUNCTUATION, text.substring(start, at), start);
    }

    /** The longest run of operator characters, without a comment's start and without a trailing sign that it may not have. */
    private int operatorEnd() {
        int end = at;
        while (end < text.length()
                && OPERATOR_CHARACTERS.indexOf(text.charAt(end)) >= 0
                && !(end > at && (text.startsWith("--", end) || text.startsWith("/*", end)))) {
            end++;
        }
        boolean mayEndInSign =
                text.substring(at, end).chars().anyMatch(character -> LETS_END_IN_SIGN.indexOf(character) >= 0);
        while (!mayEndInSign && end > at + 1 && (text.charAt(end - 1) == '+' || text.charAt(end - 1) == '-')) {
            end--;
        }
        return end;
    }

    private void skipBlanks() {
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else if (text.startsWith("--", at)) {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (text.startsWith("/*", at)) {
                blockComment();
            } else {
                return;
            }
        }
    }

    private void blockComment() {
        int start = at;
        int depth = 0;
        do {
            if (text.startsWith("/*", at)) {
                depth++;
                at += 2;
            } else if (text.startsWith("*/", at)) {
                depth--;
                at += 2;
            } else if (++at >= text.length()) {
                throw source.invalid(start, "this comment is not closed");
            }
        } while (depth > 0);
    }

    private char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : '\0';
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private static boolean isWordStart(char character) {
        return Character.isLetter(character) || character == '_' || character > '\u007f';
    }

    private static boolean isWordPart(char character) {
        return isWordStart(character) || isDigit(character) || character == '$';
    }
}
