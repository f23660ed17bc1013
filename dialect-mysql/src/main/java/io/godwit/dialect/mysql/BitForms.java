package io.godwit.dialect.mysql;

import io.godwit.dialect.Call;
import io.godwit.dialect.Term;
import io.godwit.dialect.ValueType.Kind;
import java.util.Map;

/** Operators on bits: both databases calculate them in 64 bits without a sign. */
final class BitForms {

    private BitForms() {}

    static void addTo(Map<String, MySqlFunctions.Form> forms) {
        forms.put("&", call -> operation(call, "&"));
        forms.put("|", call -> operation(call, "|"));
        forms.put("#", call -> operation(call, "^"));
        forms.put("prefix ~", call -> signed("~" + whole(call.operand(0), call).atom()));
    }

    private static Term operation(Call call, String operator) {
        return signed(whole(call.operand(0), call).atom() + " " + operator + " "
                + whole(call.operand(1), call).atom());
    }

    private static Term signed(String bits) {
        return Term.atom("CAST(" + bits + " AS SIGNED)");
    }

    private static Term whole(Term operand, Call call) {
        if (operand.is(Kind.INTEGER)) {
            return operand;
        }
        throw Refusal.of(
                call.name() + " of " + CastForms.name(operand.type()), "its bits are not known here", "an integer");
    }
}
