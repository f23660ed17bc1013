package io.godwit.plan.transform;

import io.godwit.schema.ColumnType;
import io.godwit.schema.DecimalType;
import io.godwit.schema.Literal;
import io.godwit.schema.SimpleType;
import io.godwit.schema.TimeType;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Values as universal SQL writes them. Stateless and thread-safe. */
final class UniversalSql {

    private UniversalSql() {}

    static String text(String characters) {
        return "'" + characters.replace("'", "''") + "'";
    }

    /**
     * A value of a type, which also says that type wherever the text alone would not.
     *
     * @param type null if it is not known
     */
    static String literal(Literal literal, @Nullable ColumnType type) {
        return switch (literal.kind()) {
            case NULL -> "NULL";
            case BOOLEAN -> literal.text().toUpperCase(Locale.ROOT);
            case NUMBER -> literal.text().startsWith("-") ? "(" + literal.text() + ")" : literal.text();
            case TEXT -> type == null || !isWritten(type) ? text(literal.text()) : cast(text(literal.text()), type);
            case JSON -> cast(text(literal.text()), SimpleType.JSON);
        };
    }

    static String cast(String value, ColumnType type) {
        return "CAST(" + value + " AS " + written(type) + ")";
    }

    /** Whether a cast can name it and text has to become it: not so the types of texts, lists and of an engine's own. */
    private static boolean isWritten(ColumnType type) {
        return (type instanceof SimpleType && type != SimpleType.TEXT)
                || type instanceof DecimalType
                || type instanceof TimeType;
    }

    private static String written(ColumnType type) {
        if (type instanceof SimpleType simple) {
            return switch (simple) {
                case BYTES -> "bytea";
                case JSON -> "jsonb";
                case DOUBLE -> "double precision";
                default -> type.toString();
            };
        }
        return type.toString();
    }
}
