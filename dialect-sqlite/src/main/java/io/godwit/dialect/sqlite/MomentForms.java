package io.godwit.dialect.sqlite;

import io.godwit.dialect.Binding;
import io.godwit.dialect.Call;
import io.godwit.dialect.Term;
import io.godwit.dialect.ValueType;
import io.godwit.dialect.ValueType.Kind;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes dates of their parts and of texts. */
final class MomentForms {

    private final SqliteFunctions functions;

    private MomentForms(SqliteFunctions functions) {
        this.functions = functions;
    }

    static void addTo(Map<String, SqliteFunctions.Form> forms, SqliteFunctions functions) {
        MomentForms moments = new MomentForms(functions);
        forms.put("make_date", MomentForms::date);
        forms.put("to_date", moments::read);
    }

    private static Term date(Call call) {
        String text = "printf('%04d-%02d-%02d', "
                + call.operands().stream().map(Term::sql).collect(Collectors.joining(", ")) + ")";
        String known = call.operands().stream()
                .map(operand -> operand.inside(Binding.COMPARISON) + " IS NOT NULL")
                .collect(Collectors.joining(" AND "));
        return Term.atom("CASE WHEN " + known + " THEN CASE WHEN date(" + text + ") = " + text + " THEN " + text
                + " ELSE " + Failure.of("there is no such day") + " END END");
    }

    private Term read(Call call) {
        if (!"YYYY-MM-DD".equals(call.operand(1).constant())) {
            throw Refusal.of("to_date() with another pattern", "SQLite reads ISO 8601 only", "'YYYY-MM-DD'");
        }
        String characters = call.operand(0).constant();
        return characters == null
                ? MomentText.date(call.operand(0))
                : functions.literal(characters, ValueType.of(Kind.DATE));
    }
}
