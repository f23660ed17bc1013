package io.godwit.dialect.mysql;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The texts in quotes of an expression as {@link StoredText} gives it, also those that are written as bytes.
 *
 * @param sql the expression
 */
record QuotedTexts(String sql) {

    List<String> all() {
        List<String> texts = new ArrayList<>();
        int at = 0;
        while (at < sql.length()) {
            char c = sql.charAt(at);
            if (c == '`') {
                at = sql.indexOf('`', at + 1) + 1;
            } else if (c == '\'') {
                int end = end(at);
                texts.add(
                        isHexadecimal(at)
                                ? bytes(sql.substring(at + 1, end - 1))
                                : StoredText.characters(sql.substring(at, end)));
                at = end;
            } else if (sql.startsWith("0x", at)) {
                int end = at + 2;
                while (end < sql.length() && Character.digit(sql.charAt(end), 16) >= 0) {
                    end++;
                }
                texts.add(bytes(sql.substring(at + 2, end)));
                at = end;
            } else {
                at++;
            }
        }
        return texts;
    }

    private boolean isHexadecimal(int quote) {
        return quote > 0 && Character.toLowerCase(sql.charAt(quote - 1)) == 'x';
    }

    /** Behind the closing quote. */
    private int end(int open) {
        int at = open + 1;
        while (at < sql.length()) {
            if (sql.charAt(at) == '\\') {
                at++;
            } else if (sql.charAt(at) == '\'') {
                if (!sql.startsWith("''", at)) {
                    return at + 1;
                }
                at++;
            }
            at++;
        }
        return at;
    }

    private static String bytes(String hexadecimal) {
        return new String(HexFormat.of().parseHex(hexadecimal), StandardCharsets.UTF_8);
    }
}
