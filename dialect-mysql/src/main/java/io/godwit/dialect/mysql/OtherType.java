package io.godwit.dialect.mysql;

import io.godwit.schema.CharType;
import io.godwit.schema.ColumnType;
import io.godwit.schema.DecimalType;
import io.godwit.schema.EnumType;
import io.godwit.schema.SimpleType;
import io.godwit.schema.TimeType;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A type that Godwit never writes, and the portable one that has room for all of its values.
 *
 * @param text as the catalog has it, such as {@code int unsigned}
 */
record OtherType(String text) {

    private static final Pattern INTEGER =
            Pattern.compile("(tinyint|smallint|mediumint|int|bigint)(?:\\(\\d+\\))?( unsigned)?(?: zerofill)?");
    private static final Pattern TIME = Pattern.compile("(time|datetime|timestamp)(?:\\((\\d)\\))?");
    private static final Pattern CHARACTERS = Pattern.compile("char\\((\\d+)\\)");

    /** Empty if there is none. */
    Optional<ColumnType> portable() {
        try {
            return Optional.ofNullable(found());
        } catch (IllegalArgumentException outOfRange) {
            return Optional.empty();
        }
    }

    private @Nullable ColumnType found() {
        Matcher integer = INTEGER.matcher(text);
        if (integer.matches()) {
            return whole(integer.group(1), integer.group(2) != null);
        }
        Matcher time = TIME.matcher(text);
        if (time.matches()) {
            return time(time.group(1), time.group(2) == null ? 0 : Integer.parseInt(time.group(2)));
        }
        Matcher characters = CHARACTERS.matcher(text);
        if (characters.matches()) {
            return new CharType(Integer.parseInt(characters.group(1)));
        }
        if (text.startsWith("enum(")) {
            return new EnumType(new QuotedTexts(text).all());
        }
        if (text.startsWith("varbinary(") || text.startsWith("binary(")) {
            return SimpleType.BYTES;
        }
        return switch (text) {
            case "tinytext", "text", "mediumtext" -> SimpleType.TEXT;
            case "tinyblob", "blob", "mediumblob" -> SimpleType.BYTES;
            case "year", "year(4)" -> SimpleType.SMALLINT;
            default -> null;
        };
    }

    private static ColumnType whole(String name, boolean unsigned) {
        return switch (name) {
            case "tinyint" -> SimpleType.SMALLINT;
            case "smallint" -> unsigned ? SimpleType.INTEGER : SimpleType.SMALLINT;
            case "mediumint" -> SimpleType.INTEGER;
            case "int" -> unsigned ? SimpleType.BIGINT : SimpleType.INTEGER;
            default -> unsigned ? new DecimalType(20, 0) : SimpleType.BIGINT;
        };
    }

    private static ColumnType time(String name, int digits) {
        SimpleType kind = switch (name) {
            case "time" -> SimpleType.TIME;
            case "datetime" -> SimpleType.TIMESTAMP;
            default -> SimpleType.TIMESTAMPTZ;
        };
        return TimeType.of(kind, digits);
    }

    /** Whether literals of the type are numbers. */
    static boolean isNumber(ColumnType type) {
        return type instanceof DecimalType
                || type == SimpleType.SMALLINT
                || type == SimpleType.INTEGER
                || type == SimpleType.BIGINT;
    }
}
