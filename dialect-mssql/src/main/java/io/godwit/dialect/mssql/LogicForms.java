package io.godwit.dialect.mssql;

import io.godwit.dialect.Binding;
import io.godwit.dialect.Call;
import io.godwit.dialect.Term;
import io.godwit.dialect.ValueType;
import io.godwit.dialect.ValueType.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Truth: SQL Server tells conditions, which stand after WHERE and WHEN, from values of the type BIT, which stand everywhere else, and
 * takes neither for the other.
 */
final class LogicForms {

    private LogicForms() {}

    static void addTo(Map<String, MsSqlFunctions.Form> forms) {
        forms.put("and", call -> joined(call, Binding.AND));
        forms.put("or", call -> joined(call, Binding.OR));
        forms.put("not", call -> Term.of("NOT " + condition(call.operand(0)).inside(Binding.NOT), Binding.NOT));
        forms.put("is true", call -> is(call, "1 ELSE 0 END = 1"));
        forms.put("is not true", call -> is(call, "1 ELSE 0 END = 0"));
        forms.put("is false", call -> is(not(call), "1 ELSE 0 END = 1"));
        forms.put("is not false", call -> is(not(call), "1 ELSE 0 END = 0"));
        forms.put("is unknown", call -> suffixed(call.operand(0), "IS NULL"));
        forms.put("is not unknown", call -> suffixed(call.operand(0), "IS NOT NULL"));
        forms.put("is null", call -> suffixed(call.operand(0), "IS NULL"));
        forms.put("is not null", call -> suffixed(call.operand(0), "IS NOT NULL"));
    }

    /** The term as a condition. */
    static Term condition(Term term) {
        if (term.isCondition()) {
            return term;
        }
        String constant = term.constant();
        if (constant != null && term.is(Kind.BOOLEAN)) {
            return Term.of(constant.equals("true") ? "1 = 1" : "1 = 0", Binding.COMPARISON);
        }
        return Term.of(term.inside(Binding.COMPARISON) + " = 1", Binding.COMPARISON)
                .as(ValueType.BOOLEAN);
    }

    /** The term as a value: of a condition NULL, if it is neither true nor false. */
    static Term value(Term term) {
        String constant = term.constant();
        if (constant != null && term.is(Kind.BOOLEAN)) {
            String bit = constant.equals("true") ? "1" : "0";
            return new Term("CAST(" + bit + " AS BIT)", Binding.ATOM, ValueType.BOOLEAN, constant);
        }
        if (!term.isCondition()) {
            return term;
        }
        String sql = term.sql();
        String otherwise =
                isNeverUnknown(term) ? " ELSE CAST(0 AS BIT) END" : " WHEN NOT (" + sql + ") THEN CAST(0 AS BIT) END";
        return Term.atom("CASE WHEN " + sql + " THEN CAST(1 AS BIT)" + otherwise)
                .as(ValueType.BOOLEAN);
    }

    private static boolean isNeverUnknown(Term term) {
        String sql = term.sql();
        return term.binding() == Binding.CONDITION
                ? sql.startsWith("EXISTS")
                : term.binding() == Binding.COMPARISON && (sql.endsWith(" IS NULL") || sql.endsWith(" IS NOT NULL"));
    }

    static Term suffixed(Term operand, String words) {
        return Term.of(operand.inside(Binding.COMPARISON) + " " + words, Binding.COMPARISON);
    }

    private static Term joined(Call call, Binding binding) {
        return Term.infix(
                condition(call.operand(0)), call.name().toUpperCase(Locale.ROOT), condition(call.operand(1)), binding);
    }

    private static Call not(Call call) {
        Term negated = Term.of("NOT " + condition(call.operand(0)).inside(Binding.NOT), Binding.NOT);
        return Call.of(call.name(), List.of(negated), call.result());
    }

    private static Term is(Call call, String rest) {
        return Term.of("CASE WHEN " + condition(call.operand(0)).sql() + " THEN " + rest, Binding.COMPARISON);
    }
}
