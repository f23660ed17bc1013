package io.godwit.dialect.mysql;

import io.godwit.schema.ColumnType;
import io.godwit.schema.DecimalType;
import io.godwit.schema.Expression;
import io.godwit.schema.Literal;
import io.godwit.schema.SimpleType;
import io.godwit.schema.Value;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads a default, as the catalog has it, back into the literal that it came from; anything else stays the engine's expression.
 *
 * @param text in MySQL the characters of a literal, or an expression where {@code extra} says so; in MariaDB always SQL; null for
 *     none
 * @param type the column's type
 * @param extra the column's
 * @param mariaDb whose catalog it is
 */
record CatalogDefault(@Nullable String text, ColumnType type, String extra, boolean mariaDb) {

    @Nullable
    Value value() {
        String found = text;
        if (found == null || (mariaDb && found.equals("NULL"))) {
            return null;
        }
        if (mariaDb) {
            return ofMariaDb(found);
        }
        boolean expression = extra.contains("DEFAULT_GENERATED")
                || found.toUpperCase(Locale.ROOT).startsWith("CURRENT_TIMESTAMP");
        return expression ? Expression.ofEngine(StoredText.of(StoredText.ofMySql(found))) : literal(found);
    }

    private Value ofMariaDb(String sql) {
        if (StoredText.isQuoted(sql)) {
            return literal(StoredText.characters(sql));
        }
        return isNumber(sql) ? literal(sql) : Expression.ofEngine(StoredText.of(sql));
    }

    private Literal literal(String characters) {
        if (type == SimpleType.BOOLEAN && (characters.equals("0") || characters.equals("1"))) {
            return Literal.of(characters.equals("1"));
        }
        if (isNumeric() && isNumber(characters)) {
            return new Literal(Literal.Kind.NUMBER, characters);
        }
        return type.plain() == SimpleType.TIMESTAMPTZ ? Literal.of(characters + "Z") : Literal.of(characters);
    }

    private boolean isNumeric() {
        return type instanceof DecimalType
                || (type instanceof SimpleType simple
                        && switch (simple) {
                            case SMALLINT, INTEGER, BIGINT, REAL, DOUBLE -> true;
                            default -> false;
                        });
    }

    private static boolean isNumber(String text) {
        try {
            new BigDecimal(text);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
