package io.godwit.dialect.sqlite;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a statement token by token, stepping over comments but able to tell the last one. */
final class TokenReader {

    private final String sql;
    private final List<Token> tokens;
    private int at;

    TokenReader(String sql) {
        this.sql = sql;
        this.tokens = Lexer.tokens(sql);
    }

    boolean atEnd() {
        return peek() == null;
    }

    /** The next token that is no comment; null at the end. */
    @Nullable
    Token peek() {
        int next = following();
        return next < tokens.size() ? tokens.get(next) : null;
    }

    private int following() {
        int next = at;
        while (next < tokens.size() && tokens.get(next).kind() == Token.Kind.COMMENT) {
            next++;
        }
        return next;
    }

    boolean is(String word) {
        Token token = peek();
        return token != null && token.is(word);
    }

    boolean isAny(Set<String> words) {
        Token token = peek();
        return token != null
                && token.kind() == Token.Kind.WORD
                && words.contains(token.text().toUpperCase(Locale.ROOT));
    }

    Token next() {
        Token token = peek();
        if (token == null) {
            throw new IllegalArgumentException("the statement ends too early: " + sql);
        }
        at = following() + 1;
        return token;
    }

    /** Steps over these words if they are all there. */
    boolean accept(String... words) {
        int start = at;
        for (String word : words) {
            if (!is(word)) {
                at = start;
                return false;
            }
            next();
        }
        return true;
    }

    void expect(String word) {
        if (!accept(word)) {
            throw new IllegalArgumentException("no " + word + " where one must stand: " + sql);
        }
    }

    String name() {
        return next().value();
    }

    /** A name whose schema, if there is one, is left out. */
    String qualifiedName() {
        String name = name();
        return accept(".") ? name() : name;
    }

    /** The block comment that stands directly before the next token; null if there is none. */
    @Nullable
    String commentBefore() {
        int end = following();
        Token last = end == 0 ? null : tokens.get(end - 1);
        return last != null && last.text().startsWith("/*") ? last.text() : null;
    }

    /** The text between an opening bracket, which comes next, and its partner. */
    String bracketed() {
        int start = next().end();
        int depth = 1;
        while (true) {
            Token token = next();
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (depth == 0) {
                return sql.substring(start, token.start()).strip();
            }
        }
    }

    /** The same, without stepping over it. */
    String bracketedAhead() {
        int start = at;
        String text = bracketed();
        at = start;
        return text;
    }

    /** The text up to one of these words or signs outside of all brackets, or to the end. */
    String until(String... words) {
        Token first = peek();
        int start = first == null ? sql.length() : first.start();
        int end = start;
        int depth = 0;
        for (Token token = first; token != null; token = peek()) {
            boolean stops = depth == 0 && List.of(words).stream().anyMatch(token::is);
            if (stops || (depth == 0 && token.is(")"))) {
                break;
            }
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            end = next().end();
        }
        return sql.substring(start, end);
    }

    /** The rest, from the next token on, without comments at its end. */
    String rest() {
        Token first = peek();
        int end = tokens.size();
        while (end > 0 && tokens.get(end - 1).kind() == Token.Kind.COMMENT) {
            end--;
        }
        return first == null
                ? ""
                : sql.substring(first.start(), tokens.get(end - 1).end());
    }
}
