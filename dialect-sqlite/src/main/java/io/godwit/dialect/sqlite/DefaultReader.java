package io.godwit.dialect.sqlite;

import io.godwit.schema.ColumnType;
import io.godwit.schema.Expression;
import io.godwit.schema.Literal;
import io.godwit.schema.SimpleType;
import io.godwit.schema.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** What follows DEFAULT, as a value: a literal where it is one, else SQLite's own text. */
final class DefaultReader {

    private DefaultReader() {}

    static Value read(String text, ColumnType type) {
        if (text.startsWith("(") && text.endsWith(")")) {
            return Expression.ofEngine(text.substring(1, text.length() - 1).strip());
        }
        List<Token> tokens = Lexer.tokens(text);
        Token last = tokens.get(tokens.size() - 1);
        return switch (last.kind()) {
            case STRING, QUOTED -> text(last.value(), type);
            case NUMBER -> number(text, type);
            case BLOB -> Literal.of("\\x" + text.substring(2, text.length() - 1).toLowerCase(Locale.ROOT));
            default -> word(text);
        };
    }

    private static Value text(String text, ColumnType type) {
        boolean structure = text.startsWith("{") || text.startsWith("[");
        return structure && type != SimpleType.TEXT ? json(text) : Literal.of(text);
    }

    private static Value json(String text) {
        return Literal.ofJson(text);
    }

    private static Value number(String text, ColumnType type) {
        if (type == SimpleType.BOOLEAN && (text.equals("0") || text.equals("1"))) {
            return Literal.of(text.equals("1"));
        }
        try {
            return Literal.of(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return Expression.ofEngine(text);
        }
    }

    private static Value word(String word) {
        return switch (word.toUpperCase(Locale.ROOT)) {
            case "NULL" -> Literal.NULL;
            case "TRUE" -> Literal.of(true);
            case "FALSE" -> Literal.of(false);
            case "CURRENT_TIMESTAMP", "CURRENT_DATE", "CURRENT_TIME" -> Expression.ofEngine(word);
            default -> Literal.of(word);
        };
    }
}
