package io.godwit.dialect;

import io.godwit.schema.ArrayType;
import io.godwit.schema.CharType;
import io.godwit.schema.ColumnType;
import io.godwit.schema.ColumnTypeVisitor;
import io.godwit.schema.DecimalType;
import io.godwit.schema.EnumType;
import io.godwit.schema.Literal;
import io.godwit.schema.NativeType;
import io.godwit.schema.SimpleType;
import io.godwit.schema.TimeType;
import io.godwit.schema.VarcharType;
import io.godwit.schema.VectorType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One literal, not NULL, as a value of a type; what no engine could keep as such is refused alike on each. An engine overrides what
 * differs. Immutable.
 *
 * <p>Every method throws {@link IllegalArgumentException} for a literal that cannot be a value of the type.
 */
public abstract class StandardLiteral implements ColumnTypeVisitor<String> {

    private final Literal literal;
    private final SqlSyntax syntax;

    protected StandardLiteral(Literal literal, SqlSyntax syntax) {
        this.literal = literal;
        this.syntax = syntax;
    }

    protected final Literal literal() {
        return literal;
    }

    protected final SqlSyntax syntax() {
        return syntax;
    }

    /** The same for an element of an array. */
    protected abstract StandardLiteral of(Literal element);

    /** As a value of a column of which nothing is known. */
    public String untyped() {
        return switch (literal.kind()) {
            case NULL -> "NULL";
            case NUMBER -> literal.text();
            case BOOLEAN -> syntax.bool(Boolean.parseBoolean(literal.text()));
            case TEXT, JSON -> text();
        };
    }

    @Override
    public String visit(SimpleType type) {
        return switch (type) {
            case BOOLEAN -> bool();
            case SMALLINT -> whole(type, Short.MIN_VALUE, Short.MAX_VALUE);
            case INTEGER -> whole(type, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case BIGINT -> whole(type, Long.MIN_VALUE, Long.MAX_VALUE);
            case REAL, DOUBLE -> floating(type);
            case TEXT -> text();
            case JSON -> json(JsonText.of(literal));
            case BYTES -> bytes();
            case UUID -> uuid();
            case DATE, TIME, TIMESTAMP, TIMESTAMPTZ -> time(type);
        };
    }

    @Override
    public String visit(VarcharType type) {
        if (literal.text().codePointCount(0, literal.text().length()) > type.length()) {
            throw wrong(type, "it is longer");
        }
        return text();
    }

    /** Without the blanks at its end, which say nothing. */
    @Override
    public String visit(CharType type) {
        String stripped = CharType.stripped(literal.text());
        if (stripped.codePointCount(0, stripped.length()) > type.length()) {
            throw wrong(type, "it is longer");
        }
        return syntax.text(stripped);
    }

    @Override
    public String visit(TimeType type) {
        if (literal.kind() != Literal.Kind.TEXT) {
            throw wrong(type, null);
        }
        return time(type, CanonicalTime.rounded(literal.text(), type));
    }

    @Override
    public String visit(DecimalType type) {
        return decimal(type, number(type));
    }

    @Override
    public String visit(EnumType type) {
        if (!type.values().contains(literal.text())) {
            throw wrong(type, null);
        }
        return text();
    }

    @Override
    public String visit(ArrayType type) {
        JsonText json = JsonText.of(literal);
        for (Literal element : json.elements()) {
            if (!element.isNull()) {
                type.element().accept(of(element));
            }
        }
        return json(json);
    }

    @Override
    public String visit(VectorType type) {
        JsonText json = JsonText.of(literal);
        if (json.elements().size() != type.dimensions()
                || json.elements().stream().anyMatch(element -> element.kind() != Literal.Kind.NUMBER)) {
            throw wrong(type, "a vector is a JSON array of " + type.dimensions() + " numbers");
        }
        return vector(json);
    }

    @Override
    public String visit(NativeType type) {
        return untyped();
    }

    private String text() {
        return syntax.text(literal.text());
    }

    /** A JSON document or an array. */
    protected String json(JsonText json) {
        return syntax.text(json.json());
    }

    /** A list of as many numbers as the vector has. */
    protected String vector(JsonText json) {
        return json(json);
    }

    /** A number for a decimal column, in plain digits and rounded to its scale. */
    protected String decimal(DecimalType type, BigDecimal number) {
        BigDecimal rounded = number.setScale(type.scale(), RoundingMode.HALF_UP);
        if (rounded.signum() != 0 && rounded.precision() - rounded.scale() > type.precision() - type.scale()) {
            throw wrong(type, "it is out of range");
        }
        return rounded.toPlainString();
    }

    /** A number that single or double precision is to hold. */
    protected String floating(BigDecimal number) {
        return number.toString();
    }

    /** What is no number and yet a value of a floating-point column: {@code NaN}, {@code Infinity} or {@code -Infinity}. */
    protected String special(ColumnType type) {
        throw wrong(type, "the engine has no such number");
    }

    /** Bytes in hexadecimal digits, in lower case. */
    protected String bytes(String hexadecimal) {
        return "x'" + hexadecimal + "'";
    }

    /** A date, time or moment in the form of {@link CanonicalTime}. */
    protected String time(SimpleType type, String canonical) {
        return syntax.text(canonical);
    }

    /** The same for a type with fewer digits, to which the value is rounded; six are there. */
    protected String time(TimeType type, String canonical) {
        return time(type.kind(), canonical);
    }

    private String bool() {
        return switch (literal.text().strip().toLowerCase(Locale.ROOT)) {
            case "true", "t", "yes", "y", "on", "1" -> syntax.bool(true);
            case "false", "f", "no", "n", "off", "0" -> syntax.bool(false);
            default -> throw wrong(SimpleType.BOOLEAN, null);
        };
    }

    private String whole(ColumnType type, long least, long most) {
        try {
            long value = number(type).longValueExact();
            if (value >= least && value <= most) {
                return Long.toString(value);
            }
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("'" + literal.text() + "' is no value of type " + type, e);
        }
        throw wrong(type, "it is out of range");
    }

    private String floating(ColumnType type) {
        return switch (literal.text()) {
            case "Infinity", "-Infinity", "NaN" -> special(type);
            default -> {
                BigDecimal number = number(type);
                if (Double.isInfinite(number.doubleValue())) {
                    throw wrong(type, "it is out of range");
                }
                yield floating(type == SimpleType.REAL ? SinglePrecision.shortest(number) : number);
            }
        };
    }

    private BigDecimal number(ColumnType type) {
        if (literal.kind() != Literal.Kind.NUMBER && literal.kind() != Literal.Kind.TEXT) {
            throw wrong(type, null);
        }
        try {
            BigDecimal number = new BigDecimal(literal.text());
            if (Math.abs((long) number.scale()) <= 400) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + literal.text() + "' is no value of type " + type, e);
        }
        throw wrong(type, "it is out of range");
    }

    private String bytes() {
        String text = literal.text();
        boolean hexadecimal = literal.kind() == Literal.Kind.TEXT
                && text.startsWith("\\x")
                && text.length() % 2 == 0
                && text.substring(2).chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 128);
        if (!hexadecimal) {
            throw wrong(SimpleType.BYTES, "write its bytes in hexadecimal, as in \\x00ff");
        }
        return bytes(text.substring(2).toLowerCase(Locale.ROOT));
    }

    /** In lower case, which is what makes equal values equal texts. */
    private String uuid() {
        String text = literal.text().toLowerCase(Locale.ROOT);
        if (literal.kind() != Literal.Kind.TEXT || !CanonicalUuid.isCanonical(text)) {
            throw wrong(SimpleType.UUID, null);
        }
        return syntax.text(text);
    }

    private String time(SimpleType type) {
        if (literal.kind() != Literal.Kind.TEXT) {
            throw wrong(type, null);
        }
        return time(type, CanonicalTime.canonical(literal.text(), type));
    }

    protected final IllegalArgumentException wrong(ColumnType type, @Nullable String why) {
        return new IllegalArgumentException(
                "'" + literal.text() + "' is no value of type " + type + (why == null ? "" : ": " + why));
    }
}
