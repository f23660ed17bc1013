package io.godwit.dialect.mssql;

import io.godwit.dialect.Binding;
import io.godwit.dialect.CanonicalTime;
import io.godwit.dialect.CastTarget;
import io.godwit.dialect.IntervalText;
import io.godwit.dialect.SqlSyntax;
import io.godwit.dialect.Term;
import io.godwit.dialect.ValueType;
import io.godwit.dialect.ValueType.Kind;
import io.godwit.failure.UnsupportedByDialectException;
import io.godwit.schema.ColumnType;
import io.godwit.schema.DecimalType;
import io.godwit.schema.Literal;
import io.godwit.schema.SimpleType;
import io.godwit.schema.VarcharType;
import java.math.BigDecimal;
import java.util.Locale;

/** Conversions, as PostgreSQL converts the values. */
final class CastForms {

    private static final String TRUE_WORDS = "(N't', N'tr', N'tru', N'true', N'y', N'ye', N'yes', N'on', N'1')";
    private static final String FALSE_WORDS =
            "(N'f', N'fa', N'fal', N'fals', N'false', N'n', N'no', N'of', N'off', N'0')";

    private final SqlSyntax syntax;

    CastForms(SqlSyntax syntax) {
        this.syntax = syntax;
    }

    /** A string literal as a value of a type. */
    Term literal(String characters, ValueType type) {
        return switch (type.kind()) {
            case UNKNOWN, UNTYPED, TEXT -> Term.atom(syntax.text(characters));
            case INTERVAL -> interval(characters);
            case DECIMAL, INTEGER ->
                Term.atom(new BigDecimal(characters.strip()).toPlainString()).as(type);
            case REAL, DOUBLE -> Term.atom(syntax.literal(Literal.of(characters.strip()), SimpleType.DOUBLE));
            case BOOLEAN ->
                new Term(
                        "CAST(" + syntax.literal(Literal.of(word(characters)), SimpleType.BOOLEAN) + " AS BIT)",
                        Binding.ATOM,
                        type,
                        Boolean.toString(word(characters)));
            case DATE, TIME, TIMESTAMP, TIMESTAMPTZ ->
                moment(characters, SimpleType.valueOf(type.kind().name()));
            case UUID, JSON, BYTES ->
                stored(characters, SimpleType.valueOf(type.kind().name()));
            case ARRAY, VECTOR, OTHER ->
                throw Refusal.of(
                        "a text as a value of type " + name(type), "SQL Server keeps it in a form of its own", "JSON");
        };
    }

    private static boolean word(String characters) {
        return switch (characters.strip().toLowerCase(Locale.ROOT)) {
            case "t", "true", "y", "yes", "on", "1" -> true;
            case "f", "false", "n", "no", "off", "0" -> false;
            default -> throw new IllegalArgumentException("'" + characters + "' is no boolean");
        };
    }

    private Term moment(String characters, SimpleType type) {
        String canonical = CanonicalTime.canonical(characters, type);
        return Term.atom("CAST(" + syntax.text(canonical) + " AS " + syntax.type(type) + ")");
    }

    private Term stored(String characters, SimpleType type) {
        String literal = syntax.literal(Literal.of(characters), type);
        return Term.atom(type == SimpleType.UUID ? "CAST(" + literal + " AS UNIQUEIDENTIFIER)" : literal);
    }

    /** In microseconds, so that intervals can be compared with the distance of two moments. */
    private static Term interval(String characters) {
        BigDecimal seconds = IntervalText.parse(characters).comparableSeconds();
        String micros = seconds.movePointRight(6).toBigInteger().toString();
        return new Term(micros, Binding.ATOM, ValueType.of(Kind.INTERVAL), characters);
    }

    /** A value for a column: SQL Server converts in an assignment too, but cuts digits where PostgreSQL rounds. */
    Term assigned(Term value, ValueType type) {
        if (value.is(Kind.UNTYPED) || value.is(Kind.UNKNOWN) || value.is(type.kind())) {
            return value;
        }
        boolean rounds = type.is(Kind.INTEGER) && !value.is(Kind.INTEGER);
        if (rounds || type.is(Kind.TEXT) || type.isTemporal()) {
            return converted(value, type);
        }
        boolean number = type.isNumber() && value.type().isNumber();
        if (number || type.is(Kind.UNKNOWN) || type.is(Kind.OTHER)) {
            return value;
        }
        throw impossible(value, type);
    }

    Term cast(Term operand, CastTarget target) {
        ValueType type = target.type();
        ColumnType portable = target.portable();
        String constant = operand.constant();
        if (operand.is(Kind.UNTYPED) && constant == null) {
            return portable == null ? operand : Term.atom("CAST(NULL AS " + syntax.type(portable) + ")");
        }
        if (operand.is(Kind.UNTYPED) && constant != null && !type.is(Kind.TEXT)) {
            return portable instanceof DecimalType decimal
                    ? NumberForms.decimal(literal(constant, type), decimal.precision(), decimal.scale())
                    : typed(literal(constant, type), type);
        }
        Term converted = converted(operand, type);
        return portable instanceof VarcharType varchar
                ? TextForms.cut(converted, Integer.toString(varchar.length()))
                : converted;
    }

    /** A number's literal has the type that its digits ask for, not the one that is named. */
    private Term typed(Term literal, ValueType type) {
        return type.is(Kind.INTEGER) ? Term.atom("CAST(" + literal.sql() + " AS " + integer(type) + ")") : literal;
    }

    private Term converted(Term operand, ValueType type) {
        return switch (type.kind()) {
            case TEXT -> TextForms.text(operand);
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

    private static String integer(ValueType type) {
        return type.precision() == 5 ? "SMALLINT" : type.precision() == 19 ? "BIGINT" : "INT";
    }

    private static Term whole(Term operand, ValueType type) {
        String as = " AS " + integer(type) + ")";
        return switch (operand.type().kind()) {
            case INTEGER, BOOLEAN, TEXT -> Term.atom("CAST(" + operand.sql() + as);
            case DECIMAL -> Term.atom("CAST(ROUND(" + operand.sql() + ", 0)" + as);
            case DOUBLE, REAL ->
                throw Refusal.of(
                        "a cast of double precision to an integer",
                        "PostgreSQL rounds halves to the even number there",
                        "floor(x), or round(x::numeric)");
            default -> throw impossible(operand, type);
        };
    }

    private static Term decimal(Term operand, ValueType type) {
        boolean sized = type.precision() > 0 && type.scale() >= 0;
        return switch (operand.type().kind()) {
            case INTEGER ->
                sized
                        ? NumberForms.decimal(operand, type.precision(), type.scale())
                        : NumberForms.decimal(operand, 38, 0);
            case DECIMAL -> sized ? NumberForms.decimal(operand, type.precision(), type.scale()) : operand;
            case DOUBLE, REAL -> {
                Term digits = fifteen(operand);
                yield sized ? NumberForms.decimal(digits, type.precision(), type.scale()) : digits;
            }
            case TEXT -> {
                if (sized) {
                    yield NumberForms.decimal(operand, type.precision(), type.scale());
                }
                throw Refusal.of("a cast of text to numeric", "SQL Server must know the digits", "numeric(p, s)");
            }
            default -> throw impossible(operand, type);
        };
    }

    /** A double as the decimal that PostgreSQL makes of it: its 15 digits. */
    private static Term fifteen(Term operand) {
        String value = operand.inside(Binding.COMPARISON);
        String magnitude = "CAST(FLOOR(LOG10(ABS(" + operand.sql() + "))) AS INT)";
        return Term.atom("CASE WHEN " + value + " = 0 THEN 0 ELSE ROUND(CAST(" + operand.sql()
                + " AS DECIMAL(38,18)), 14 - " + magnitude + ") END");
    }

    private static Term floating(Term operand, ValueType type) {
        return switch (operand.type().kind()) {
            case INTEGER, DECIMAL, REAL, DOUBLE, TEXT -> Term.atom("CAST(" + operand.sql() + " AS FLOAT)");
            default -> throw impossible(operand, type);
        };
    }

    private static Term bool(Term operand, ValueType type) {
        return switch (operand.type().kind()) {
            case BOOLEAN -> operand;
            case INTEGER -> Term.of(operand.inside(Binding.COMPARISON) + " <> 0", Binding.COMPARISON);
            case TEXT -> {
                String word = "LOWER(TRIM(" + operand.sql() + "))" + MsSqlSyntax.EXACT;
                yield Term.atom("CASE WHEN " + word + " IN " + TRUE_WORDS + " THEN CAST(1 AS BIT) WHEN " + word + " IN "
                        + FALSE_WORDS + " THEN CAST(0 AS BIT) END");
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
        String text = "REPLACE(TRIM(N'{} ' FROM " + operand.sql() + "), N'-', N'')";
        for (int hyphen : new int[] {21, 17, 13, 9}) {
            text = "STUFF(" + text + ", " + hyphen + ", 0, N'-')";
        }
        return Term.atom("CAST(" + text + " AS UNIQUEIDENTIFIER)");
    }

    private static Term json(Term operand, ValueType type) {
        if (operand.is(Kind.JSON) || operand.is(Kind.TEXT)) {
            return operand;
        }
        throw impossible(operand, type);
    }

    private Term moment(Term operand, ValueType type) {
        if (operand.is(type.kind())) {
            return operand;
        }
        boolean local = operand.is(Kind.TIMESTAMP) && !type.is(Kind.TIMESTAMPTZ);
        boolean midnight = operand.is(Kind.DATE) && type.is(Kind.TIMESTAMP);
        if (local || midnight || operand.is(Kind.TEXT)) {
            return Term.atom("CAST(" + operand.sql() + " AS "
                    + syntax.type(SimpleType.valueOf(type.kind().name())) + ")");
        }
        if (operand.is(Kind.TIMESTAMPTZ) || type.is(Kind.TIMESTAMPTZ)) {
            throw Refusal.of(
                    "a conversion of " + name(operand.type()) + " to " + name(type),
                    "it depends on the session's time zone",
                    "AT TIME ZONE 'UTC'");
        }
        throw impossible(operand, type);
    }

    static UnsupportedByDialectException impossible(Term operand, ValueType type) {
        return Refusal.of(
                "a conversion of " + name(operand.type()) + " to " + name(type),
                operand.is(Kind.UNKNOWN)
                        ? "the type of " + operand.sql() + " is not known here"
                        : "it has no form that gives PostgreSQL's answer",
                "a column of a table that operations made, or a statement under the key \"sqlserver\"");
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
