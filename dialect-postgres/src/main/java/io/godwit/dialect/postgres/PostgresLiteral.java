package io.godwit.dialect.postgres;

import io.godwit.dialect.JsonText;
import io.godwit.dialect.SqlSyntax;
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
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One literal, not NULL, as a value of a type; what the engine would silently change is refused. */
final class PostgresLiteral implements ColumnTypeVisitor<String> {

    private static final Pattern HEX = Pattern.compile("\\\\x(?:[0-9a-fA-F]{2})*");

    private final Literal literal;
    private final SqlSyntax syntax;

    PostgresLiteral(Literal literal, SqlSyntax syntax) {
        this.literal = literal;
        this.syntax = syntax;
    }

    @Override
    public String visit(SimpleType type) {
        return switch (type) {
            case BOOLEAN -> bool();
            case SMALLINT, INTEGER, BIGINT -> whole(type);
            case REAL, DOUBLE -> number(type);
            case TEXT -> text();
            case JSON -> syntax.text(JsonText.of(literal).json()) + "::jsonb";
            case BYTES -> bytes();
            case UUID -> quoted(type);
            case DATE, TIME, TIMESTAMP, TIMESTAMPTZ -> time(type);
        };
    }

    @Override
    public String visit(DecimalType type) {
        return number(type);
    }

    @Override
    public String visit(VarcharType type) {
        return text();
    }

    @Override
    public String visit(CharType type) {
        return text();
    }

    @Override
    public String visit(TimeType type) {
        return time(type.kind());
    }

    @Override
    public String visit(EnumType type) {
        if (!type.values().contains(literal.text())) {
            throw wrong(type);
        }
        return text();
    }

    @Override
    public String visit(ArrayType type) {
        String elements = elements().stream()
                .map(element -> element.isNull() ? "NULL" : type.element().accept(new PostgresLiteral(element, syntax)))
                .collect(Collectors.joining(", "));
        return "ARRAY[" + elements + "]::" + syntax.type(type);
    }

    @Override
    public String visit(VectorType type) {
        String numbers = elements().stream()
                .map(element -> new PostgresLiteral(element, syntax).number(type))
                .collect(Collectors.joining(","));
        return syntax.text("[" + numbers + "]");
    }

    @Override
    public String visit(NativeType type) {
        return switch (literal.kind()) {
            case NULL, NUMBER -> literal.text();
            case BOOLEAN -> syntax.bool(Boolean.parseBoolean(literal.text()));
            case TEXT, JSON -> syntax.text(literal.text());
        };
    }

    private List<Literal> elements() {
        return new JsonText(literal.text()).elements();
    }

    private String text() {
        return syntax.text(literal.text());
    }

    private String quoted(ColumnType type) {
        if (literal.kind() != Literal.Kind.TEXT) {
            throw wrong(type);
        }
        return text();
    }

    private String time(SimpleType type) {
        if (literal.kind() != Literal.Kind.TEXT || !TimeText.isValue(literal.text(), type)) {
            throw wrong(type);
        }
        return text();
    }

    private String bool() {
        return switch (literal.text().strip().toLowerCase(Locale.ROOT)) {
            case "true", "t", "yes", "y", "on", "1" -> "TRUE";
            case "false", "f", "no", "n", "off", "0" -> "FALSE";
            default -> throw wrong(SimpleType.BOOLEAN);
        };
    }

    /** An integer in plain digits: PostgreSQL would round a fraction without a word. */
    private String whole(ColumnType type) {
        try {
            return decimal(type).toBigIntegerExact().toString();
        } catch (ArithmeticException e) {
            throw wrong(type, e);
        }
    }

    private String number(ColumnType type) {
        if (literal.kind() == Literal.Kind.TEXT && type instanceof SimpleType) {
            switch (literal.text()) {
                case "NaN", "Infinity", "-Infinity" -> {
                    return text();
                }
                default -> {}
            }
        }
        decimal(type);
        return literal.text();
    }

    private BigDecimal decimal(ColumnType type) {
        if (literal.kind() != Literal.Kind.NUMBER && literal.kind() != Literal.Kind.TEXT) {
            throw wrong(type);
        }
        try {
            BigDecimal number = new BigDecimal(literal.text());
            if (Math.abs((long) number.scale()) > 400) {
                throw wrong(type);
            }
            return number;
        } catch (NumberFormatException e) {
            throw wrong(type, e);
        }
    }

    private String bytes() {
        if (literal.kind() != Literal.Kind.TEXT || !HEX.matcher(literal.text()).matches()) {
            throw new IllegalArgumentException("'" + literal.text()
                    + "' is no value of type bytes: write its bytes in hexadecimal, as in \\x00ff");
        }
        return text();
    }

    private IllegalArgumentException wrong(ColumnType type) {
        return new IllegalArgumentException("'" + literal.text() + "' is no value of type " + type);
    }

    private IllegalArgumentException wrong(ColumnType type, Exception cause) {
        return new IllegalArgumentException("'" + literal.text() + "' is no value of type " + type, cause);
    }
}
