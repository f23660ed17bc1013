package io.godwit.dialect.mssql;

import io.godwit.dialect.Binding;
import io.godwit.dialect.Call;
import io.godwit.dialect.Term;
import java.util.Map;

/** Texts brought to a length. */
final class PaddingForms {

    private PaddingForms() {}

    static void addTo(Map<String, MsSqlFunctions.Form> forms) {
        forms.put("lpad", call -> padded(call, true));
        forms.put("rpad", call -> padded(call, false));
    }

    private static Term padded(Call call, boolean left) {
        Term text = call.operand(0);
        Term width = call.operand(1);
        Term fill = call.size() == 3 ? call.operand(2) : Term.atom("N' '");
        boolean literal = call.size() < 3 || fill.constant() != null;
        String length = TextForms.length(text);
        String missing = width.inside(Binding.SUM) + " - " + length;
        String padding =
                TextForms.cut(TextForms.repeated(fill, width.sql()), missing).atom();
        String whole = "CAST(" + text.sql() + " AS NVARCHAR(MAX))";
        String kept = TextForms.cut(
                        text,
                        "CASE WHEN " + width.inside(Binding.COMPARISON) + " > 0 THEN " + width.sql() + " ELSE 0 END")
                .sql();
        return Term.atom("CASE WHEN " + length + " >= " + width.inside(Binding.COMPARISON)
                + (literal ? "" : " AND " + fill.inside(Binding.COMPARISON) + " IS NOT NULL") + " THEN " + kept
                + " WHEN " + length + " < " + width.inside(Binding.COMPARISON) + " THEN "
                + (left ? padding + " + " + whole : whole + " + " + padding) + " END");
    }
}
