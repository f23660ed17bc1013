package io.godwit.dialect.mysql;

import io.godwit.schema.ColumnType;
import io.godwit.schema.DecimalType;
import io.godwit.schema.NativeType;
import io.godwit.schema.SimpleType;
import io.godwit.schema.VarcharType;
import io.godwit.schema.VectorType;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a physical type back into the portable one that it stands for; anything else stays the engine's own.
 *
 * @param text such as {@code datetime(6)}; MariaDB also says how wide an integer is shown, as in {@code int(11)}
 * @param extra attributes that no record can say, which belong to an engine's own type
 * @param collation null where the type has none
 */
record CatalogType(String text, String extra, @Nullable String collation) {

    static final String ON_UPDATE_WORDS = " ON UPDATE ";

    private static final Pattern INTEGER = Pattern.compile("(smallint|int|bigint)(\\(\\d+\\))?");
    private static final Pattern VARCHAR = Pattern.compile("varchar\\((\\d+)\\)");
    private static final Pattern DECIMAL = Pattern.compile("decimal\\((\\d+),(\\d+)\\)");
    private static final Pattern VECTOR = Pattern.compile("vector\\((\\d+)\\)");
    private static final Pattern ON_UPDATE = Pattern.compile("on update (\\S+)", Pattern.CASE_INSENSITIVE);

    ColumnType portable(String engine) {
        String attributes = attributes();
        ColumnType plain = attributes.isEmpty() ? plain() : null;
        return plain != null ? plain : new NativeType(Map.of(engine, text + attributes));
    }

    private @Nullable ColumnType plain() {
        Matcher integer = INTEGER.matcher(text);
        if (integer.matches()) {
            return switch (integer.group(1)) {
                case "smallint" -> SimpleType.SMALLINT;
                case "int" -> SimpleType.INTEGER;
                default -> SimpleType.BIGINT;
            };
        }
        Matcher varchar = VARCHAR.matcher(text);
        if (varchar.matches() && Integer.parseInt(varchar.group(1)) > 0) {
            return new VarcharType(Integer.parseInt(varchar.group(1)));
        }
        Matcher decimal = DECIMAL.matcher(text);
        if (decimal.matches()) {
            return decimal(Integer.parseInt(decimal.group(1)), Integer.parseInt(decimal.group(2)));
        }
        Matcher vector = VECTOR.matcher(text);
        return vector.matches() ? new VectorType(Integer.parseInt(vector.group(1))) : simple();
    }

    /** MySQL goes up to 65 digits, which no other engine does. */
    private static @Nullable ColumnType decimal(int precision, int scale) {
        try {
            return new DecimalType(precision, scale);
        } catch (IllegalArgumentException outOfRange) {
            return null;
        }
    }

    private @Nullable ColumnType simple() {
        return switch (text) {
            case "tinyint(1)" -> SimpleType.BOOLEAN;
            case "float" -> SimpleType.REAL;
            case "double" -> SimpleType.DOUBLE;
            case "longtext" -> SimpleType.TEXT;
            case "longblob" -> SimpleType.BYTES;
            case "uuid" -> SimpleType.UUID;
            case "char(36)" -> "ascii_bin".equals(collation) ? SimpleType.UUID : null;
            case "date" -> SimpleType.DATE;
            case "time(6)" -> SimpleType.TIME;
            case "datetime(6)" -> SimpleType.TIMESTAMP;
            case "json" -> SimpleType.JSON;
            default -> null;
        };
    }

    /** Behind the type, so that a statement that restates the column keeps them. */
    private String attributes() {
        Matcher onUpdate = ON_UPDATE.matcher(extra);
        String invisible = extra.toUpperCase(Locale.ROOT).contains("INVISIBLE") ? " INVISIBLE" : "";
        return (onUpdate.find() ? ON_UPDATE_WORDS + onUpdate.group(1) : "") + invisible;
    }
}
