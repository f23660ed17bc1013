package io.godwit.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;

/** Cuts SQLite's SQL into tokens; never fails, for the text is a statement that SQLite itself has taken. */
final class Lexer {

    private static final List<String> LONG_SIGNS = List.of("->>", "||", "->", "<<", ">>", "<=", ">=", "<>", "==", "!=");

    private final String sql;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String sql) {
        this.sql = sql;
    }

    /** Every token, comments among them. */
    static List<Token> tokens(String sql) {
        return new Lexer(sql).read();
    }

    private List<Token> read() {
        while (at < sql.length()) {
            if (Character.isWhitespace(sql.charAt(at)) || sql.charAt(at) == '\uFEFF') {
                at++;
            } else {
                next();
            }
        }
        return tokens;
    }

    private void next() {
        char c = sql.charAt(at);
        if (sql.startsWith("--", at)) {
            add(Token.Kind.COMMENT, before(sql.indexOf('\n', at), 0));
        } else if (sql.startsWith("/*", at)) {
            add(Token.Kind.COMMENT, before(sql.indexOf("*/", at + 2), 2));
        } else if (c == '\'') {
            add(Token.Kind.STRING, closing(c));
        } else if (c == '"' || c == '`') {
            add(Token.Kind.QUOTED, closing(c));
        } else if (c == '[') {
            add(Token.Kind.QUOTED, before(sql.indexOf(']', at), 1));
        } else if ((c == 'x' || c == 'X') && at + 1 < sql.length() && sql.charAt(at + 1) == '\'') {
            add(Token.Kind.BLOB, before(sql.indexOf('\'', at + 2), 1));
        } else if (isDigit(c) || (c == '.' && at + 1 < sql.length() && isDigit(sql.charAt(at + 1)))) {
            add(Token.Kind.NUMBER, number());
        } else if (isName(c)) {
            add(Token.Kind.WORD, word());
        } else {
            add(Token.Kind.SIGN, at + sign());
        }
    }

    private void add(Token.Kind kind, int end) {
        tokens.add(new Token(kind, sql.substring(at, end), at));
        at = end;
    }

    private int before(int found, int length) {
        return found < 0 ? sql.length() : found + length;
    }

    private int closing(char quote) {
        int end = at + 1;
        while (end < sql.length()) {
            if (sql.charAt(end) != quote) {
                end++;
            } else if (end + 1 < sql.length() && sql.charAt(end + 1) == quote) {
                end += 2;
            } else {
                return end + 1;
            }
        }
        return end;
    }

    private int number() {
        int end = at;
        while (end < sql.length()) {
            char c = sql.charAt(end);
            boolean exponentSign = (c == '+' || c == '-') && "eE".indexOf(sql.charAt(end - 1)) >= 0 && !hexadecimal();
            if (!isName(c) && c != '.' && !exponentSign) {
                break;
            }
            end++;
        }
        return end;
    }

    private boolean hexadecimal() {
        return sql.startsWith("0x", at) || sql.startsWith("0X", at);
    }

    private int word() {
        int end = at;
        while (end < sql.length() && isName(sql.charAt(end))) {
            end++;
        }
        return end;
    }

    private int sign() {
        for (String sign : LONG_SIGNS) {
            if (sql.startsWith(sign, at)) {
                return sign.length();
            }
        }
        return 1;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isName(char c) {
        return Character.isLetter(c) || isDigit(c) || c == '_' || c == '$' || c >= 0x80;
    }
}
