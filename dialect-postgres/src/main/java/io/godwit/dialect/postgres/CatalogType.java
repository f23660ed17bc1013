package io.godwit.dialect.postgres;

import io.godwit.schema.ArrayType;
import io.godwit.schema.CharType;
import io.godwit.schema.ColumnType;
import io.godwit.schema.NativeType;
import io.godwit.schema.SimpleType;
import io.godwit.schema.TimeType;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads a type as format_type writes it back into a portable one; what has no portable name keeps its own.
 *
 * @param text such as {@code character varying(200)}
 */
record CatalogType(String text) {

    private static final Pattern PORTABLE = Pattern.compile("(?:character varying|character|numeric|vector)\\(.*\\)"
            + "|time\\(\\d\\) without time zone|timestamp\\(\\d\\) with(?:out)? time zone");

    ColumnType columnType() {
        return switch (text) {
            case "uuid" -> SimpleType.UUID;
            case "boolean" -> SimpleType.BOOLEAN;
            case "smallint" -> SimpleType.SMALLINT;
            case "integer" -> SimpleType.INTEGER;
            case "bigint" -> SimpleType.BIGINT;
            case "real" -> SimpleType.REAL;
            case "double precision" -> SimpleType.DOUBLE;
            case "text" -> SimpleType.TEXT;
            case "bytea" -> SimpleType.BYTES;
            case "date" -> SimpleType.DATE;
            case "time without time zone" -> SimpleType.TIME;
            case "timestamp without time zone" -> SimpleType.TIMESTAMP;
            case "timestamp with time zone" -> SimpleType.TIMESTAMPTZ;
            case "json", "jsonb" -> SimpleType.JSON;
            default -> parameterised();
        };
    }

    private ColumnType parameterised() {
        if (text.endsWith("[]")) {
            ColumnType element = new CatalogType(text.substring(0, text.length() - 2)).columnType();
            boolean own = element instanceof NativeType || element instanceof CharType || element instanceof TimeType;
            return own ? engineType() : new ArrayType(element);
        }
        if (PORTABLE.matcher(text).matches()) {
            try {
                return ColumnType.parse(text.replace(" without time zone", "")
                        .replaceFirst("timestamp(.*) with time zone", "timestamptz$1"));
            } catch (IllegalArgumentException e) {
                // A length or scale that no other engine has.
                return engineType();
            }
        }
        return engineType();
    }

    private ColumnType engineType() {
        return new NativeType(Map.of(PostgresDialect.ENGINE, text));
    }
}
