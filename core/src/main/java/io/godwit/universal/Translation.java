package io.godwit.universal;

import io.godwit.dialect.Binding;
import io.godwit.dialect.Call;
import io.godwit.dialect.CanonicalTime;
import io.godwit.dialect.CastTarget;
import io.godwit.dialect.Clause;
import io.godwit.dialect.Dialect;
import io.godwit.dialect.FunctionForms;
import io.godwit.dialect.SchemaView;
import io.godwit.dialect.SinglePrecision;
import io.godwit.dialect.SqlSyntax;
import io.godwit.dialect.Term;
import io.godwit.dialect.ValueType;
import io.godwit.failure.GodwitException;
import io.godwit.failure.Unsupported;
import io.godwit.failure.UnsupportedByDialectException;
import io.godwit.schema.CharType;
import io.godwit.schema.ColumnType;
import io.godwit.schema.SimpleType;
import io.godwit.schema.TimeType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * One text on its way to one engine: asks the engine's forms and says where in the text a refusal belongs.
 *
 * @param source the text
 * @param dialect the engine
 * @param schema what is known of the tables
 * @param forms the engine's, for the place where the text will stand
 */
record Translation(Source source, Dialect dialect, SchemaView schema, FunctionForms forms) {

    /** Of a statement. */
    Translation(Source source, Dialect dialect, SchemaView schema) {
        this(source, dialect, schema, dialect.syntax().functions());
    }

    SqlSyntax syntax() {
        return dialect.syntax();
    }

    /** Whether what Godwit does not understand passes as it is. */
    boolean passesUnknown() {
        return forms().speaksUniversal();
    }

    Term call(int at, Call given) {
        Call call = new EnumerationOrder(this).compared(at, given);
        if (!passesUnknown()) {
            PaddedText.check(this, at, call);
        }
        if (showsDigits(call)) {
            call.operands().forEach(operand -> requireEven(at, operand));
        }
        return placed(at, () -> forms().call(call)).as(PaddedText.result(call));
    }

    Term cast(int at, Term operand, CastTarget target) {
        ValueType type = target.type();
        if (type.is(ValueType.Kind.TEXT)) {
            requireEven(at, operand);
        }
        boolean keepsScale = type.is(ValueType.Kind.DECIMAL)
                && type.scale() < 0
                && operand.type().isExact();
        if (!passesUnknown() && type.isPadded()) {
            return padded(at, operand, target);
        }
        if (!passesUnknown() && type.digitsOfSeconds() < TimeType.MOST_DIGITS) {
            return rounded(at, operand, target);
        }
        Term cast = placed(at, () -> forms().cast(operand, target))
                .as(keepsScale ? ValueType.decimal(0, operand.type().scale()) : type);
        // What a document says decides how it can be joined to another.
        return type.is(ValueType.Kind.JSON) && operand.is(ValueType.Kind.UNTYPED)
                ? new Term(cast.sql(), cast.binding(), cast.type(), operand.constant())
                : cast;
    }

    /** To a time with fewer digits: a literal is rounded here, another value by the engine. */
    private Term rounded(int at, Term operand, CastTarget target) {
        String constant = operand.constant();
        if (constant != null && target.portable() instanceof TimeType time) {
            String value = placed(at, () -> CanonicalTime.rounded(constant, time));
            return coerced(
                    at,
                    new Term("", Binding.ATOM, ValueType.UNTYPED, value),
                    target.type().held());
        }
        ValueType held = target.type().held();
        Term exact = cast(at, operand, new CastTarget(held.kind().name().toLowerCase(Locale.ROOT), held, null));
        return placed(at, () -> forms().rounded(exact, target.type())).as(held);
    }

    /** To char(n): it is cut to its length, and has no blanks at its end. */
    private Term padded(int at, Term operand, CastTarget target) {
        ColumnType type = target.portable();
        String constant = operand.constant();
        if (constant != null && (operand.is(ValueType.Kind.UNTYPED) || operand.is(ValueType.Kind.TEXT))) {
            int length = type instanceof CharType given ? given.length() : Integer.MAX_VALUE;
            int end = constant.codePointCount(0, constant.length()) <= length
                    ? constant.length()
                    : constant.offsetByCodePoints(0, length);
            String kept = CharType.stripped(constant.substring(0, end));
            String sql = placed(at, () -> forms().literal(kept, ValueType.TEXT)).sql();
            return new Term(sql, Binding.ATOM, ValueType.PADDED, kept);
        }
        if (type != null && !operand.type().isPadded()) {
            throw unsupported(
                    at,
                    "a cast to " + target.written(),
                    "other engines keep such values without the blanks that it pads with",
                    "a cast to varchar(n)");
        }
        Term text = cast(at, operand, new CastTarget("text", ValueType.TEXT, SimpleType.TEXT));
        return call(at, Call.of("rtrim", List.of(text), ValueType.PADDED));
    }

    /** Whether the call makes a text of its operands. */
    private static boolean showsDigits(Call call) {
        return switch (call.name()) {
            case "||", "concat", "concat_ws", "jsonb_build_object", "jsonb_build_array", "to_jsonb", "format" -> true;
            case "json_build_object", "json_build_array", "to_json", "json_agg", "jsonb_agg" -> true;
            default -> false;
        };
    }

    private void requireEven(int at, Term operand) {
        if (!operand.type().even() && !passesUnknown()) {
            throw unsupported(
                    at,
                    "the text of a decimal that is chosen from several",
                    "it has as many digits as the one that was chosen, where other engines show the same number for all",
                    "round(…, 2) of it");
        }
    }

    /** What rows show must be a value as PostgreSQL would show it. */
    void checkShown(ValueType type) {
        placed(0, () -> {
            forms().checkShown(type);
            return type;
        });
    }

    /** A string literal as a value of that type; everything else as it is. */
    Term coerced(int at, Term term, ValueType type) {
        String given = term.constant();
        String constant = given != null && type.isPadded() && !passesUnknown() ? CharType.stripped(given) : given;
        boolean takesType = term.is(ValueType.Kind.UNTYPED) && constant != null;
        if (!takesType || type.is(ValueType.Kind.UNTYPED)) {
            return term;
        }
        return type.is(ValueType.Kind.DECIMAL) && !passesUnknown()
                ? placed(at, () -> ConstantWriter.decimal(constant))
                : placed(at, () -> forms().literal(constant, type)).as(type);
    }

    /** A value for a column of that type. */
    Term assigned(int at, Term term, ValueType type) {
        Term value = fitting(at, term, type);
        ValueType target = term.constant() != null && term.is(ValueType.Kind.UNTYPED) ? type.held() : type;
        return value(at, type.is(ValueType.Kind.UNKNOWN) ? value : placed(at, () -> forms().assigned(value, target)));
    }

    /** A literal is rounded here, and what goes into char(n) loses the blanks at its end. */
    private Term fitting(int at, Term term, ValueType type) {
        String constant = term.constant();
        boolean literal = constant != null && term.is(ValueType.Kind.UNTYPED);
        if (!passesUnknown()
                && constant != null
                && type.is(ValueType.Kind.REAL)
                && term.type().isNumber()) {
            String digits = placed(at, () -> SinglePrecision.shortest(new BigDecimal(constant)))
                    .toPlainString();
            return new Term(digits, Binding.ATOM, ValueType.of(ValueType.Kind.REAL), digits);
        }
        if (passesUnknown() || (literal && !type.isTemporal())) {
            return coerced(at, term, type);
        }
        if (type.isPadded() && !term.type().isPadded() && !term.is(ValueType.Kind.UNTYPED)) {
            Term text = placed(at, () -> forms().assigned(term, ValueType.TEXT));
            return call(at, Call.of("rtrim", List.of(text.as(ValueType.TEXT)), ValueType.PADDED));
        }
        if (literal && type.digitsOfSeconds() < TimeType.MOST_DIGITS) {
            SimpleType kind = SimpleType.valueOf(type.kind().name());
            TimeType time = new TimeType(kind, type.digitsOfSeconds());
            String value = placed(at, () -> CanonicalTime.rounded(constant, time));
            return coerced(at, new Term(term.sql(), Binding.ATOM, ValueType.UNTYPED, value), type.held());
        }
        return coerced(at, term, type);
    }

    /** The term where the engine wants a value. */
    Term value(int at, Term term) {
        return placed(at, () -> forms().value(term)).as(term.type());
    }

    boolean has(Clause clause) {
        return forms().clauses().contains(clause);
    }

    void require(Clause clause, int at) {
        if (!has(clause)) {
            throw unsupported(at, clause.text(), "the engine has no such thing", clause.alternative());
        }
    }

    GodwitException unsupported(int at, String construct, String reason, String alternative) {
        return source.unsupported(at, new Unsupported(dialect.engine(), construct, reason, alternative));
    }

    <T> T placed(int at, Supplier<T> form) {
        try {
            return form.get();
        } catch (UnsupportedByDialectException refusal) {
            Unsupported why = refusal.unsupported();
            throw refusal.location().isEmpty()
                    ? unsupported(at, why.construct(), why.reason(), why.alternative())
                    : refusal;
        } catch (IllegalArgumentException mistake) {
            throw source.invalid(at, String.valueOf(mistake.getMessage()));
        }
    }
}
