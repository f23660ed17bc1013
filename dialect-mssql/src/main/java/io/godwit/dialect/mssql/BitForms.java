package io.godwit.dialect.mssql;

import io.godwit.dialect.Call;
import io.godwit.dialect.Term;
import io.godwit.dialect.ValueType.Kind;
import java.util.Map;

/** Operators on bits of whole numbers, which SQL Server has as PostgreSQL. */
final class BitForms {

    private BitForms() {}

    static void addTo(Map<String, MsSqlFunctions.Form> forms) {
        forms.put("&", call -> operation(call, "&"));
        forms.put("|", call -> operation(call, "|"));
        forms.put("#", call -> operation(call, "^"));
        forms.put("prefix ~", call -> Term.atom("(~" + whole(call.operand(0), call) + ")"));
    }

    private static Term operation(Call call, String operator) {
        return Term.atom(
                "(" + whole(call.operand(0), call) + " " + operator + " " + whole(call.operand(1), call) + ")");
    }

    private static String whole(Term operand, Call call) {
        if (operand.is(Kind.INTEGER)) {
            return operand.atom();
        }
        throw Refusal.of(
                call.name() + " of " + CastForms.name(operand.type()), "its bits are not known here", "an integer");
    }
}
