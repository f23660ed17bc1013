package io.godwit.compare;

import io.godwit.dialect.CanonicalTime;
import io.godwit.schema.ColumnType;
import io.godwit.schema.DecimalType;
import io.godwit.schema.Literal;
import io.godwit.schema.SimpleType;
import io.godwit.transfer.CanonicalDocument;
import java.math.BigDecimal;
import java.util.Locale;

/** A constant default in one spelling, whatever engine keeps it. Stateless. */
final class DefaultText {

    private DefaultText() {}

    static String of(Literal literal, ColumnType type) {
        String text = literal.text();
        if (literal.kind() == Literal.Kind.JSON || type == SimpleType.JSON) {
            return CanonicalDocument.of(text);
        }
        if (literal.kind() == Literal.Kind.NUMBER || type instanceof DecimalType) {
            return number(text);
        }
        if (literal.kind() != Literal.Kind.TEXT) {
            return text;
        }
        return "'" + (type.plain() instanceof SimpleType simple ? simple(text, simple) : text) + "'";
    }

    private static String simple(String text, SimpleType type) {
        return switch (type) {
            case UUID -> text.toLowerCase(Locale.ROOT);
            case DATE, TIME, TIMESTAMP, TIMESTAMPTZ -> time(text, type);
            default -> text;
        };
    }

    private static String time(String text, SimpleType type) {
        try {
            return CanonicalTime.canonical(text, type);
        } catch (IllegalArgumentException special) {
            return text;
        }
    }

    private static String number(String text) {
        try {
            BigDecimal number = new BigDecimal(text.strip());
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        } catch (NumberFormatException special) {
            return "'" + text + "'";
        }
    }
}
