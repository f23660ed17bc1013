package io.godwit.dialect.mysql;

import io.godwit.dialect.Binding;
import io.godwit.dialect.CastTarget;
import io.godwit.dialect.IntervalText;
import io.godwit.dialect.Term;
import io.godwit.dialect.ValueType;
import io.godwit.dialect.ValueType.Kind;
import io.godwit.failure.UnsupportedByDialectException;
import io.godwit.schema.ColumnType;
import io.godwit.schema.DecimalType;
import io.godwit.schema.Literal;
import io.godwit.schema.SimpleType;
import io.godwit.schema.VarcharType;
import java.util.Locale;

/** Conversions, as PostgreSQL converts the values. */
final class CastForms {

    private static final String TRUE_WORDS = "('t', 'tr', 'tru', 'true', 'y', 'ye', 'yes', 'on', '1')";
    private static final String FALSE_WORDS = "('f', 'fa', 'fal', 'fals', 'false', 'n', 'no', 'of', 'off', '0')";
    private static final int MOST_DIGITS_AFTER_POINT = 30;

    /** A calculation with a plain NULL is floating point, and so is what is chosen from it and a decimal. */
    static final Term NO_DECIMAL = Term.atom("CAST(NULL AS DECIMAL(65, 30))").as(ValueType.decimal(0, -1));

    private static final ValueType UNROUNDED = ValueType.decimal(0, MOST_DIGITS_AFTER_POINT);

    /** Larger numbers have no place in a decimal with room for so many digits after the point. */
    private static final String MOST = "1e35";

    private final MySqlSyntax syntax;

    CastForms(MySqlSyntax syntax) {
        this.syntax = syntax;
    }

    /** A string literal as a value of a type. */
    Term literal(String characters, ValueType type) {
        return switch (type.kind()) {
            case UNKNOWN, UNTYPED, TEXT -> Term.atom(syntax.exactText(characters));
            case INTERVAL ->
                new Term(
                        IntervalText.parse(characters).comparableSeconds().toPlainString(),
                        Binding.ATOM,
                        type,
                        characters);
            case DECIMAL, INTEGER, REAL, DOUBLE ->
                Term.atom(syntax.literal(
                        Literal.of(characters.strip()),
                        type.is(Kind.INTEGER)
                                ? SimpleType.BIGINT
                                : type.is(Kind.REAL) ? SimpleType.REAL : SimpleType.DOUBLE));
            case DATE, TIME, TIMESTAMP, TIMESTAMPTZ -> moment(characters, type);
            case JSON ->
                json(Term.atom(syntax.literal(Literal.ofJson(characters), SimpleType.JSON)), ValueType.of(Kind.JSON));
            case ARRAY, VECTOR, OTHER ->
                throw Refusal.of(
                        "a text as a value of type " + name(type), "it is kept in a form of its own", "a JSON value");
            default ->
                Term.atom(literal(characters, SimpleType.valueOf(type.kind().name())));
        };
    }

    private String literal(String characters, SimpleType type) {
        return syntax.literal(Literal.of(characters), type);
    }

    private Term moment(String characters, ValueType type) {
        SimpleType simple = SimpleType.valueOf(type.kind().name());
        String word = type.is(Kind.DATE) ? "DATE" : type.is(Kind.TIME) ? "TIME" : "TIMESTAMP";
        return Term.atom(word + literal(characters, simple));
    }

    /** A value for a column: what differs from PostgreSQL's conversion on its way in is converted here. */
    Term assigned(Term value, ValueType type) {
        if (value.is(Kind.UNTYPED) || value.is(Kind.UNKNOWN) || value.is(type.kind())) {
            return value;
        }
        if (type.is(Kind.DECIMAL) && value.is(Kind.INTEGER)) {
            return value;
        }
        if (type.is(Kind.INTEGER) || type.is(Kind.DECIMAL) || type.is(Kind.TEXT) || type.isTemporal()) {
            return converted(value, type);
        }
        if (type.is(Kind.REAL) && value.type().isNumber() && value.constant() == null) {
            throw Refusal.of(
                    "a calculated value for a column of type real",
                    "the engine keeps the digits that PostgreSQL rounds away",
                    "a column of type double precision, or a literal");
        }
        boolean number = type.isNumber() && value.type().isNumber();
        if (number || type.is(Kind.UNKNOWN) || type.is(Kind.OTHER)) {
            return value;
        }
        throw impossible(value, type);
    }

    Term cast(Term operand, CastTarget target) {
        ValueType type = target.type();
        String constant = operand.constant();
        ColumnType portable = target.portable();
        if (operand.is(Kind.UNTYPED) && constant == null) {
            return type.is(Kind.DECIMAL) ? NO_DECIMAL : operand;
        }
        if (operand.is(Kind.UNTYPED) && constant != null && !type.is(Kind.TEXT)) {
            return portable instanceof DecimalType decimal
                    ? Term.atom(syntax.literal(Literal.of(constant.strip()), decimal))
                    : literal(constant, type);
        }
        Term converted = converted(operand, type);
        return portable instanceof VarcharType varchar
                ? Term.atom("LEFT(" + converted.sql() + ", " + varchar.length() + ")")
                : converted;
    }

    private Term converted(Term operand, ValueType type) {
        return switch (type.kind()) {
            case TEXT -> text(operand);
            case INTEGER -> whole(operand, type);
            case DECIMAL -> decimal(operand, type);
            case DOUBLE -> floating(operand, type);
            case BOOLEAN -> bool(operand, type);
            case UUID -> uuid(operand, type);
            case JSON -> json(operand, type);
            case DATE, TIME, TIMESTAMP, TIMESTAMPTZ -> time(operand, type);
            default -> {
                if (operand.type().equals(type) && !type.is(Kind.OTHER)) {
                    yield operand;
                }
                throw impossible(operand, type);
            }
        };
    }

    /** As PostgreSQL writes the value. */
    static Term text(Term operand) {
        String sql = operand.sql();
        return switch (operand.type().kind()) {
            case TEXT, UNTYPED -> operand;
            case UUID -> sql.equals("UUID()") ? operand : Term.atom("CAST(" + sql + " AS CHAR)");
            case DATE, INTEGER -> Term.atom("CAST(" + sql + " AS CHAR)");
            case BOOLEAN ->
                Term.atom("CASE " + operand.inside(Binding.COMPARISON) + " WHEN 1 THEN 'true' WHEN 0 THEN 'false' END");
            case TIME -> withoutZeros("CAST(CAST(" + sql + " AS TIME(6)) AS CHAR)");
            case TIMESTAMP -> withoutZeros("CAST(CAST(" + sql + " AS DATETIME(6)) AS CHAR)");
            case DECIMAL -> digits(operand);
            default -> throw impossible(operand, ValueType.TEXT);
        };
    }

    /** With exactly the digits that PostgreSQL shows. */
    private static Term digits(Term operand) {
        int scale = operand.type().scale();
        if (scale < 0 || scale > MOST_DIGITS_AFTER_POINT) {
            throw impossible(operand, ValueType.TEXT);
        }
        return Term.atom("CAST(CAST(" + operand.sql() + " AS DECIMAL(65, " + scale + ")) AS CHAR)");
    }

    private static Term withoutZeros(String time) {
        return Term.atom("TRIM(TRAILING '.' FROM TRIM(TRAILING '0' FROM " + time + "))");
    }

    private static Term whole(Term operand, ValueType type) {
        return switch (operand.type().kind()) {
            case INTEGER -> operand;
            // What is a boolean to JSON functions must not be one any more.
            case BOOLEAN -> Term.atom("CAST(" + operand.sql() + " AS SIGNED)");
            case DECIMAL -> Term.atom("CAST(ROUND(" + operand.sql() + ") AS SIGNED)");
            case TEXT -> NumberText.whole(operand);
            case DOUBLE ->
                throw Refusal.of(
                        "a cast of double precision to an integer",
                        "PostgreSQL rounds halves to the even number there",
                        "floor(x), or round(x::numeric)");
            default -> throw impossible(operand, type);
        };
    }

    private static Term decimal(Term operand, ValueType type) {
        boolean open = type.scale() < 0;
        return switch (operand.type().kind()) {
            case INTEGER, DECIMAL -> open ? operand : cast(operand, type);
            case DOUBLE -> open ? ofDouble(operand) : cast(ofDouble(operand), type);
            case TEXT ->
                NumberText.number(
                        operand,
                        open
                                ? "CAST(" + operand.sql() + " AS DECIMAL(65, " + MOST_DIGITS_AFTER_POINT + "))"
                                : cast(operand, type).sql());
            default -> throw impossible(operand, type);
        };
    }

    /**
     * PostgreSQL takes 15 digits of a double. A cast would take the largest decimal for a larger number without a word, so that
     * here it overflows.
     */
    private static Term ofDouble(Term operand) {
        String value = operand.sql();
        String within = "CASE WHEN ABS(" + value + ") < " + MOST + " THEN " + value + " ELSE " + operand.atom()
                + " * 1e308 END";
        return Term.atom("CASE WHEN " + operand.inside(Binding.COMPARISON) + " = 0 THEN 0 ELSE ROUND("
                + cast(Term.atom(within), UNROUNDED).sql() + ", 14 - FLOOR(LOG10(NULLIF(ABS(" + value + "), 0)))) END");
    }

    private static Term cast(Term operand, ValueType type) {
        int precision = type.precision() == 0 ? 65 : type.precision();
        return Term.atom("CAST(" + operand.sql() + " AS DECIMAL(" + precision + ", " + type.scale() + "))");
    }

    /** CAST knows DOUBLE from 8.0.17 on. */
    private static Term floating(Term operand, ValueType type) {
        return switch (operand.type().kind()) {
            case DOUBLE -> operand;
            case INTEGER, DECIMAL -> Term.of(operand.inside(Binding.SUM) + " + 0e0", Binding.SUM);
            case TEXT -> NumberText.number(operand, operand.inside(Binding.SUM) + " + 0e0");
            default -> throw impossible(operand, type);
        };
    }

    private static Term bool(Term operand, ValueType type) {
        return switch (operand.type().kind()) {
            case BOOLEAN -> operand;
            case INTEGER -> Term.of(operand.inside(Binding.COMPARISON) + " <> 0", Binding.COMPARISON);
            case TEXT -> {
                String word = "LOWER(TRIM(" + operand.sql() + "))";
                yield Term.atom("CASE WHEN " + word + " IN " + TRUE_WORDS + " THEN 1 WHEN " + word + " IN "
                        + FALSE_WORDS + " THEN 0 WHEN " + word + " IS NOT NULL THEN CAST(" + Failure.of(operand)
                        + " AS SIGNED) END");
            }
            default -> throw impossible(operand, type);
        };
    }

    /** PostgreSQL reads a uuid in any case, with or without hyphens and braces. */
    private static Term uuid(Term operand, ValueType type) {
        if (operand.is(Kind.UUID)) {
            return operand;
        }
        if (!operand.is(Kind.TEXT)) {
            throw impossible(operand, type);
        }
        String digits = "REPLACE(REPLACE(REPLACE(LOWER(" + operand.sql() + "), '{', ''), '}', ''), '-', '')";
        String uuid = "CONCAT(LEFT(" + digits + ", 8), '-', SUBSTRING(" + digits + ", 9, 4), '-', SUBSTRING(" + digits
                + ", 13, 4), '-', SUBSTRING(" + digits + ", 17, 4), '-', SUBSTRING(" + digits + ", 21))";
        return Term.atom("CASE WHEN " + digits + " REGEXP '^[0-9a-f]{32}$' THEN " + uuid + " WHEN " + digits
                + " IS NOT NULL THEN CAST(" + Failure.of(operand) + " AS CHAR) END");
    }

    /** MariaDB keeps JSON as a text, which the column's own check reads. */
    private Term json(Term operand, ValueType type) {
        if (operand.is(Kind.JSON)) {
            return operand;
        }
        if (!operand.is(Kind.TEXT) && !operand.is(Kind.UNKNOWN)) {
            throw impossible(operand, type);
        }
        return syntax.isMariaDb() ? operand : Term.atom("CAST(" + operand.sql() + " AS JSON)");
    }

    private static Term time(Term operand, ValueType type) {
        if (operand.is(type.kind())) {
            return operand;
        }
        boolean local = operand.is(Kind.TIMESTAMP);
        if (type.is(Kind.DATE) && local) {
            return Term.atom("DATE(" + operand.sql() + ")");
        }
        if (type.is(Kind.TIME) && local) {
            return Term.atom("CAST(" + operand.sql() + " AS TIME(6))");
        }
        if (operand.is(Kind.TEXT) && (type.is(Kind.DATE) || type.is(Kind.TIMESTAMP))) {
            return type.is(Kind.DATE) ? MomentText.date(operand) : MomentText.timestamp(operand);
        }
        if (type.is(Kind.TIMESTAMP) && operand.is(Kind.DATE)) {
            return TimeForms.midnight(operand);
        }
        if (operand.is(Kind.TIMESTAMPTZ) || type.is(Kind.TIMESTAMPTZ)) {
            throw Refusal.of(
                    "a conversion of " + name(operand.type()) + " to " + name(type),
                    "it depends on the session's time zone",
                    "AT TIME ZONE 'UTC'");
        }
        throw impossible(operand, type);
    }

    private static UnsupportedByDialectException impossible(Term operand, ValueType type) {
        return Refusal.of(
                "a conversion of " + name(operand.type()) + " to " + name(type),
                operand.is(Kind.UNKNOWN)
                        ? "the type of " + operand.sql() + " is not known here"
                        : "it has no form that gives PostgreSQL's answer",
                "a column of a table that operations made, or " + Refusal.OWN_KEY);
    }

    /** A type for people. */
    static String name(ValueType type) {
        return switch (type.kind()) {
            case UNKNOWN -> "a value of unknown type";
            case UNTYPED -> "a string literal";
            case OTHER -> "a row or an engine's own type";
            case DOUBLE -> "double precision";
            default -> type.kind().name().toLowerCase(Locale.ROOT);
        };
    }
}
