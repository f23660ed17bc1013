package io.godwit.dialect.mysql;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** SQL as the server stores it. */
final class StoredText {

    private StoredText() {}

    /** Quotes inside of texts doubled, where the server writes a backslash before them. */
    static String of(String sql) {
        StringBuilder text = new StringBuilder(sql.length());
        char quote = 0;
        for (int at = 0; at < sql.length(); at++) {
            char c = sql.charAt(at);
            if (quote == '\'' && c == '\\' && at + 1 < sql.length()) {
                char next = sql.charAt(++at);
                text.append(next == '\'' ? "''" : "\\" + next);
                continue;
            }
            if (quote == 0 && (c == '\'' || c == '`' || c == '"')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            }
            text.append(c);
        }
        return text.toString();
    }

    /** What MySQL's information_schema escaped a second time, and took the UTF-8 of for Latin-1. */
    static String ofMySql(String text) {
        String plain = unescaped(text);
        if (plain.chars().allMatch(c -> c < 0x80) || plain.chars().anyMatch(c -> c > 0xFF)) {
            return plain;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(plain.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException e) {
            return plain;
        }
    }

    /** Without the backslashes. */
    static String unescaped(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            plain.append(c == '\\' && at + 1 < text.length() ? escaped(text.charAt(++at)) : c);
        }
        return plain.toString();
    }

    /** The characters of a quoted text: {@code it''s} is it's. */
    static String characters(String quoted) {
        String inside = quoted.substring(1, quoted.length() - 1);
        return unescaped(inside.replace("''", "'"));
    }

    /** Whether the text is one quoted text and nothing else. */
    static boolean isQuoted(String text) {
        if (text.length() < 2 || text.charAt(0) != '\'') {
            return false;
        }
        int at = 1;
        while (at < text.length() && text.charAt(at) != '\'') {
            at += text.charAt(at) == '\\' ? 2 : 1;
            while (at + 1 < text.length() && text.startsWith("''", at)) {
                at += 2;
            }
        }
        return at == text.length() - 1;
    }

    private static char escaped(char c) {
        return switch (c) {
            case '0' -> '\0';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'b' -> '\b';
            case 'Z' -> 26;
            default -> c;
        };
    }
}
