package io.godwit.dialect.sqlite;

import io.godwit.dialect.Binding;
import io.godwit.dialect.Call;
import io.godwit.dialect.Term;
import io.godwit.dialect.ValueType.Kind;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes dates of their parts, and instants of seconds. */
final class MomentForms {

    private MomentForms() {}

    static void addTo(Map<String, SqliteFunctions.Form> forms) {
        forms.put("make_date", MomentForms::date);
        forms.put("to_timestamp", MomentForms::instant);
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

    /** Seconds since 1970, rounded to microseconds. */
    private static Term instant(Call call) {
        Term number = call.operand(0);
        if (!number.type().isNumber()) {
            throw Refusal.of("to_timestamp() of what is no number", "it takes seconds", "a number of seconds");
        }
        String seconds = number.is(Kind.DECIMAL) ? NumberForms.number(number).sql() : number.sql();
        String micros = "CAST(round((" + seconds + ") * 1000000) AS INTEGER)";
        String whole = "((" + micros + " - ((" + micros + " % 1000000) + 1000000) % 1000000) / 1000000)";
        String text = "strftime('%Y-%m-%dT%H:%M:%S', " + whole + ", 'unixepoch') || printf('.%06dZ', ((" + micros
                + " % 1000000) + 1000000) % 1000000)";
        return Term.atom("CASE WHEN (" + seconds + ") BETWEEN -62135596800 AND 253402300799.999999 THEN " + text
                + " WHEN (" + seconds + ") IS NOT NULL THEN " + Failure.of("an instant beyond the years 1 to 9999")
                + " END");
    }
}
