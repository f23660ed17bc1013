package io.godwit.dialect.sqlite;

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
import io.godwit.schema.TimeType;
import io.godwit.schema.VarcharType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Conversions between the forms in which SQLite keeps each type, as PostgreSQL converts the values. */
final class CastForms {

    private static final String TRUE_WORDS = "('t', 'tr', 'tru', 'true', 'y', 'ye', 'yes', 'on', '1')";
    private static final String FALSE_WORDS = "('f', 'fa', 'fal', 'fals', 'false', 'n', 'no', 'of', 'off', '0')";

    private final SqliteFunctions functions;

    CastForms(SqliteFunctions functions) {
        this.functions = functions;
    }

    /** A string literal as a value of a type. */
    Term literal(String characters, ValueType type) {
        return switch (type.kind()) {
            case UNKNOWN, UNTYPED, TEXT -> Term.atom(functions.text(characters));
            case INTERVAL -> interval(characters);
            case DECIMAL, INTEGER, REAL, DOUBLE ->
                Term.atom(functions.literal(
                        Literal.of(characters.strip()),
                        type.is(Kind.INTEGER)
                                ? SimpleType.BIGINT
                                : type.is(Kind.REAL) ? SimpleType.REAL : SimpleType.DOUBLE));
            case ARRAY, VECTOR, OTHER ->
                throw Refusal.of(
                        "a text as a value of type " + name(type),
                        "SQLite keeps it in a form of its own",
                        "a JSON value");
            case JSON -> Term.atom(functions.literal(Literal.ofJson(characters), SimpleType.JSON));
            default ->
                Term.atom(functions.literal(
                        Literal.of(characters), SimpleType.valueOf(type.kind().name())));
        };
    }

    private static Term interval(String characters) {
        String microseconds = IntervalText.parse(characters)
                .comparableSeconds()
                .movePointRight(6)
                .setScale(0, RoundingMode.HALF_UP)
                .toPlainString();
        return new Term(microseconds, Binding.ATOM, ValueType.of(Kind.INTERVAL), characters);
    }

    /** A value for a column: decimals in the column's digits, doubles that are whole as such. */
    Term assigned(Term value, ValueType type) {
        Term exact = exactly(value, type);
        return type.digitsOfSeconds() < TimeType.MOST_DIGITS && !exact.sql().equals("NULL")
                ? RoundedTime.of(exact, type)
                : exact;
    }

    private Term exactly(Term value, ValueType type) {
        if (value.is(Kind.UNTYPED) || value.is(Kind.UNKNOWN) || value.is(type.kind())) {
            return type.is(Kind.DECIMAL) && value.is(Kind.DECIMAL) ? decimal(value, type) : value;
        }
        if (type.is(Kind.DECIMAL) && value.is(Kind.INTEGER)) {
            return decimal(value, type);
        }
        if (type.is(Kind.INTEGER) || type.is(Kind.DECIMAL) || type.is(Kind.TEXT) || type.isTemporal()) {
            return converted(value, type);
        }
        if (type.is(Kind.REAL) && value.type().isNumber() && value.constant() == null) {
            throw Refusal.of(
                    "a calculated value for a column of type real",
                    "SQLite keeps the digits that PostgreSQL rounds away",
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
            return operand;
        }
        if (operand.is(Kind.UNTYPED) && constant != null && !type.is(Kind.TEXT)) {
            return portable instanceof DecimalType decimal
                    ? Term.atom(functions.literal(Literal.of(constant.strip()), decimal))
                    : literal(constant, type);
        }
        Term converted = converted(operand, type);
        return portable instanceof VarcharType varchar
                ? Term.atom("substr(" + converted.sql() + ", 1, " + varchar.length() + ")")
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
            case DATE, TIME, TIMESTAMP, TIMESTAMPTZ -> moment(operand, type);
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
        String value = operand.inside(Binding.COMPARISON);
        return switch (operand.type().kind()) {
            case TEXT, UNTYPED, UUID, DATE -> operand;
            case INTEGER -> Term.atom("CAST(" + operand.sql() + " AS TEXT)");
            case BOOLEAN -> Term.atom("CASE " + value + " WHEN 1 THEN 'true' WHEN 0 THEN 'false' END");
            case TIME -> Term.atom(withoutZeros(operand.sql()));
            case TIMESTAMP -> Term.atom("replace(" + withoutZeros(operand.sql()) + ", 'T', ' ')");
            case DECIMAL -> digits(operand, value);
            default -> throw impossible(operand, ValueType.TEXT);
        };
    }

    private static Term digits(Term operand, String value) {
        int scale = operand.type().scale();
        if (ComparisonForms.isExactText(operand)) {
            return operand;
        }
        if (scale < 0) {
            throw impossible(operand, ValueType.TEXT);
        }
        String constant = operand.constant();
        if (constant != null) {
            return Term.atom("'" + constant + "'");
        }
        return Term.atom(
                "CASE WHEN " + value + " IS NOT NULL THEN printf('%." + scale + "f', " + operand.sql() + ") END");
    }

    private static String withoutZeros(String time) {
        return "rtrim(rtrim(" + time + ", '0'), '.')";
    }

    private static Term whole(Term operand, ValueType type) {
        return switch (operand.type().kind()) {
            case INTEGER -> operand;
            case BOOLEAN -> Term.of(operand.sql(), operand.binding());
            case DECIMAL ->
                Term.atom("CAST("
                        + RoundingForms.rounded(NumberForms.number(operand), 0).sql() + " AS INTEGER)");
            case TEXT -> NumberText.whole(operand, type);
            case DOUBLE -> Term.atom("CAST(" + RoundingForms.toEven(operand).sql() + " AS INTEGER)");
            default -> throw impossible(operand, type);
        };
    }

    private Term decimal(Term operand, ValueType type) {
        if (type.precision() > 15) {
            return exact(operand, type);
        }
        Integer scale = type.scale() < 0 ? null : type.scale();
        return switch (operand.type().kind()) {
            case INTEGER, DECIMAL -> RoundingForms.assigned(NumberForms.number(operand), type);
            case DOUBLE -> RoundingForms.ofDouble(operand, scale);
            case TEXT -> {
                Term number = NumberText.number(operand, "NUMERIC").as(ValueType.decimal(0, -1));
                yield scale == null ? number : RoundingForms.rounded(number, scale);
            }
            default -> throw impossible(operand, type);
        };
    }

    /** More than 15 digits are kept as text, which no calculation can make. */
    private Term exact(Term operand, ValueType type) {
        if (ComparisonForms.isExactText(operand) && operand.type().scale() == type.scale()) {
            return operand;
        }
        if (operand.is(Kind.INTEGER)) {
            String zeros = type.scale() == 0 ? "" : " || '." + "0".repeat(type.scale()) + "'";
            return Term.of("CAST(" + operand.sql() + " AS TEXT)" + zeros, Binding.OPERATOR);
        }
        String digits = operand.constant();
        if (digits != null && operand.is(Kind.DECIMAL)) {
            DecimalType decimal = new DecimalType(type.precision(), type.scale());
            return Term.atom(functions.literal(Literal.of(new BigDecimal(digits)), decimal));
        }
        throw impossible(operand, type);
    }

    private static Term floating(Term operand, ValueType type) {
        return switch (operand.type().kind()) {
            case INTEGER, DOUBLE -> Term.atom("CAST(" + operand.sql() + " AS REAL)");
            case TEXT -> NumberText.number(operand, "REAL");
            case DECIMAL -> Term.atom("CAST(" + NumberForms.number(operand).sql() + " AS REAL)");
            default -> throw impossible(operand, type);
        };
    }

    private static Term bool(Term operand, ValueType type) {
        return switch (operand.type().kind()) {
            case BOOLEAN -> operand;
            case INTEGER -> Term.of(operand.inside(Binding.COMPARISON) + " <> 0", Binding.COMPARISON);
            case TEXT -> {
                String word = "lower(trim(" + operand.sql() + "))";
                yield Term.atom("CASE WHEN " + word + " IN " + TRUE_WORDS + " THEN 1 WHEN " + word + " IN "
                        + FALSE_WORDS + " THEN 0 WHEN " + word + " IS NOT NULL THEN " + Failure.of("no boolean")
                        + " END");
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
        String digits = "replace(trim(lower(" + operand.sql() + "), '{}'), '-', '')";
        return Term.atom("CASE WHEN length(" + digits + ") = 32 AND " + digits + " NOT GLOB '*[^0-9a-f]*' THEN substr("
                + digits + ", 1, 8) || '-' || substr(" + digits + ", 9, 4) || '-' || substr(" + digits
                + ", 13, 4) || '-' || substr(" + digits + ", 17, 4) || '-' || substr(" + digits + ", 21) WHEN " + digits
                + " IS NOT NULL THEN " + Failure.of("no uuid") + " END");
    }

    private static Term json(Term operand, ValueType type) {
        return switch (operand.type().kind()) {
            case JSON -> operand;
            case TEXT -> Term.atom("json(" + operand.sql() + ")");
            default -> throw impossible(operand, type);
        };
    }

    private static Term moment(Term operand, ValueType type) {
        if (operand.is(type.kind())) {
            return operand;
        }
        if (operand.is(Kind.TEXT) && (type.is(Kind.DATE) || type.is(Kind.TIMESTAMP))) {
            return type.is(Kind.DATE) ? MomentText.date(operand) : MomentText.timestamp(operand);
        }
        boolean local = operand.is(Kind.TIMESTAMP);
        if (type.is(Kind.DATE) && local) {
            return Term.atom("substr(" + operand.sql() + ", 1, 10)");
        }
        if (type.is(Kind.TIME) && local) {
            return Term.atom("substr(" + operand.sql() + ", 12)");
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
                "a column of a table that operations made, or a statement under the key \"sqlite\"");
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
