package io.godwit.dialect.mssql;

import io.godwit.schema.ColumnType;
import io.godwit.schema.Expression;
import io.godwit.schema.Literal;
import io.godwit.schema.SimpleType;
import io.godwit.schema.Value;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A default as the catalog has it: in brackets, literals too.
 *
 * @param definition the engine's text
 */
record CatalogDefault(String definition, ColumnType type) {

    private static final Pattern TEXT = Pattern.compile("(?s)N?'([^']*+(?:''[^']*+)*+)'");
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]+(?:\\.[0-9]*)?(?:[eE][-+]?[0-9]+)?");

    Value value() {
        String bare = bare(definition.strip());
        Matcher text = TEXT.matcher(bare);
        if (text.matches()) {
            return Literal.of(text.group(1).replace("''", "'"));
        }
        if (type == SimpleType.BOOLEAN && bare.matches("[01]")) {
            return Literal.of(bare.equals("1"));
        }
        if (NUMBER.matcher(bare).matches()) {
            return new Literal(Literal.Kind.NUMBER, bare);
        }
        if (type == SimpleType.BYTES && bare.matches("0x[0-9A-Fa-f]*")) {
            return Literal.of("\\x" + bare.substring(2));
        }
        return Expression.ofEngine(bare);
    }

    /** Without the brackets around all of it. */
    private static String bare(String text) {
        return isBracketed(text) ? bare(text.substring(1, text.length() - 1).strip()) : text;
    }

    private static boolean isBracketed(String text) {
        if (!text.startsWith("(") || !text.endsWith(")")) {
            return false;
        }
        int depth = 0;
        boolean quoted = false;
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            quoted ^= character == '\'';
            depth += quoted ? 0 : character == '(' ? 1 : character == ')' ? -1 : 0;
            if (depth == 0 && at < text.length() - 1) {
                return false;
            }
        }
        return true;
    }
}
