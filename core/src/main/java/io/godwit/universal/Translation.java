package io.godwit.universal;

import io.godwit.dialect.Call;
import io.godwit.dialect.CastTarget;
import io.godwit.dialect.Clause;
import io.godwit.dialect.Dialect;
import io.godwit.dialect.FunctionForms;
import io.godwit.dialect.SchemaView;
import io.godwit.dialect.SqlSyntax;
import io.godwit.dialect.Term;
import io.godwit.dialect.ValueType;
import io.godwit.failure.GodwitException;
import io.godwit.failure.Unsupported;
import io.godwit.failure.UnsupportedByDialectException;
import java.util.function.Supplier;

/**
 * One text on its way to one engine: asks the engine's forms and says where in the text a refusal belongs.
 *
 * @param source the text
 * @param dialect the engine
 * @param schema what is known of the tables
 */
record Translation(Source source, Dialect dialect, SchemaView schema) {

    SqlSyntax syntax() {
        return dialect.syntax();
    }

    FunctionForms forms() {
        return dialect.syntax().functions();
    }

    /** Whether what Godwit does not understand passes as it is. */
    boolean passesUnknown() {
        return forms().speaksUniversal();
    }

    Term call(int at, Call call) {
        if (showsDigits(call)) {
            call.operands().forEach(operand -> requireEven(at, operand));
        }
        return placed(at, () -> forms().call(call)).as(call.result());
    }

    Term cast(int at, Term operand, CastTarget target) {
        ValueType type = target.type();
        if (type.is(ValueType.Kind.TEXT)) {
            requireEven(at, operand);
        }
        boolean keepsScale = type.is(ValueType.Kind.DECIMAL)
                && type.scale() < 0
                && operand.type().isExact();
        return placed(at, () -> forms().cast(operand, target))
                .as(keepsScale ? ValueType.decimal(0, operand.type().scale()) : type);
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
        String constant = term.constant();
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
        Term value = coerced(at, term, type);
        return value(at, type.is(ValueType.Kind.UNKNOWN) ? value : placed(at, () -> forms().assigned(value, type)));
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
