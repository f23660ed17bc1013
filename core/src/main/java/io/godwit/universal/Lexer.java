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
    private int at;

    Lexer(Source source) {
        this.source = source;
        this.text = source.text();
    }

    /** All tokens that are left, the last of kind END. */
    List<Token> tokens() {
        List<Token> tokens = new ArrayList<>();
        do {
            tokens.add(next());
        } while (tokens.get(tokens.size() - 1).kind() != Kind.END);
        return tokens;
    }

    /** The next token; of kind END when there is none. */
    Token next() {
        skipBlanks();
        int start = at;
        if (at >= text.length()) {
            return token(Kind.END, "", start);
        }
        char first = text.charAt(at);
        if (first == '\'') {
            return token(Kind.STRING, string(start), start);
        } else if (isQuoteAfter(first, "nN")) {
            at++;
            return token(Kind.STRING, withoutBlanksAtItsEnd(string(start)), start);
        } else if (isQuoteAfter(first, "eE")) {
            return escapeString(start);
        } else if (isQuoteAfter(first, "bBxX")) {
            at++;
            quoted('\'', start);
            return token(Kind.OPAQUE, text.substring(start, at), start);
        } else if ((first == 'u' || first == 'U') && peek(1) == '&' && (peek(2) == '\'' || peek(2) == '"')) {
            return unicode(start);
        } else if (first == '"') {
            return token(Kind.NAME, quoted('"', start), start);
        } else if (first == '$') {
            return dollar(start);
        } else if (isWordStart(first)) {
            return word(start);
        } else if (isDigit(first) || (first == '.' && isDigit(peek(1)))) {
            return number(start);
        }
        return symbol(start, first);
    }

    /** Goes to the end of the line and gives back where that is. */
    int skipLine() {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
        return at;
    }

    /** Goes behind the next line that is {@code \.} and gives back where that line starts. */
    int skipData(int start) {
        skipLine();
        while (at < text.length()) {
            int line = at + 1;
            at = line;
            if (text.substring(line, skipLine()).strip().equals("\\.")) {
                return line;
            }
        }
        throw source.invalid(start, "the rows of this COPY do not end with a line \\.");
    }

    private Token token(Kind kind, String meaning, int start) {
        return new Token(kind, meaning, start, at);
    }

    private boolean isQuoteAfter(char first, String prefixes) {
        return peek(1) == '\'' && prefixes.indexOf(first) >= 0;
    }

    /** N'…' is a char(n), whose blanks at the end are lost wherever it becomes anything else. */
    private static String withoutBlanksAtItsEnd(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        return text.substring(0, end);
    }

    /** A string, and what follows it after a line break, which PostgreSQL and the standard join to it. */
    private String string(int start) {
        StringBuilder meaning = new StringBuilder();
        do {
            meaning.append(quoted('\'', start));
        } while (isContinued());
        return meaning.toString();
    }

    private Token escapeString(int start) {
        at++;
        StringBuilder meaning = new StringBuilder();
        boolean characters = true;
        do {
            EscapeString part = new EscapeString(source, start, at + 1);
            at = part.read(meaning);
            characters &= !part.hasBytes();
        } while (isContinued());
        return characters
                ? token(Kind.STRING, meaning.toString(), start)
                : token(Kind.OPAQUE, text.substring(start, at), start);
    }

    /** Whether another quote follows behind a line break; goes there if it does. */
    private boolean isContinued() {
        int end = at;
        skipBlanks();
        if (peek(0) == '\'' && hasLineBreak(end, at)) {
            return true;
        }
        at = end;
        return false;
    }

    private boolean hasLineBreak(int from, int to) {
        for (int index = from; index < to; index++) {
            if (isLineEnd(text.charAt(index))) {
                return true;
            }
        }
        return false;
    }

    /** {@code U&'…'} and {@code U&"…"}, with the escape character that a UESCAPE behind it names. */
    private Token unicode(int start) {
        at += 2;
        boolean name = peek(0) == '"';
        String body = name ? quoted('"', start) : string(start);
        int end = at;
        char escape = '\\';
        Token word = next();
        if (word.isWord("uescape")) {
            Token given = next();
            if (given.kind() != Kind.STRING || given.text().length() != 1) {
                throw source.invalid(given.start(), "UESCAPE needs one character in quotes");
            }
            escape = given.text().charAt(0);
        } else {
            at = end;
        }
        return token(name ? Kind.NAME : Kind.STRING, new UnicodeString(source, start, body, escape).meaning(), start);
    }

    /** A string in dollar quotes, or a parameter. */
    private Token dollar(int start) {
        do {
            at++;
        } while (at < text.length() && isWordPart(text.charAt(at)) && text.charAt(at) != '$');
        if (peek(0) != '$' || isDigit(text.charAt(start + 1))) {
            return token(Kind.OPAQUE, text.substring(start, at), start);
        }
        at++;
        String tag = text.substring(start, at);
        int end = text.indexOf(tag, at);
        if (end < 0) {
            throw source.invalid(start, "this quote " + tag + " is not closed");
        }
        String body = text.substring(at, end);
        at = end + tag.length();
        return token(Kind.STRING, body, start);
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

    private Token word(int start) {
        while (at < text.length() && isWordPart(text.charAt(at))) {
            at++;
        }
        return token(Kind.WORD, folded(text.substring(start, at)), start);
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

    private Token number(int start) {
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
        return token(plain ? Kind.NUMBER : Kind.OPAQUE, text.substring(start, at), start);
    }

    private void digits() {
        while (isDigit(peek(0))) {
            at++;
        }
    }

    private Token symbol(int start, char first) {
        if (OPERATOR_CHARACTERS.indexOf(first) >= 0) {
            at = operatorEnd();
            return token(Kind.OPERATOR, text.substring(start, at), start);
        }
        at += first == ':' && (peek(1) == ':' || peek(1) == '=') ? 2 : 1;
        return token("()[],;.:".indexOf(first) < 0 ? Kind.OPAQUE : Kind.PUNCTUATION, text.substring(start, at), start);
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
            if (isBlank(text.charAt(at))) {
                at++;
            } else if (text.startsWith("--", at)) {
                while (at < text.length() && !isLineEnd(text.charAt(at))) {
                    at++;
                }
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

    /** What PostgreSQL takes for white space; a wide blank of Unicode is part of a name to it. */
    private static boolean isBlank(char character) {
        return character == ' ' || (character >= '\t' && character <= '\r');
    }

    private static boolean isLineEnd(char character) {
        return character == '\n' || character == '\r';
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private static boolean isWordStart(char character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || character == '_'
                || character > '\u007f';
    }

    private static boolean isWordPart(char character) {
        return isWordStart(character) || isDigit(character) || character == '$';
    }
}
