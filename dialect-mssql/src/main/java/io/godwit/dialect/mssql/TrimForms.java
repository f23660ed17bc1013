package io.godwit.dialect.mssql;

import io.godwit.dialect.Call;
import io.godwit.dialect.Term;
import java.util.Map;

/** Characters cut off at the ends of a text. Until SQL Server 2022, LTRIM and RTRIM know spaces only. */
final class TrimForms {

    private TrimForms() {}

    static void addTo(Map<String, MsSqlFunctions.Form> forms) {
        forms.put("btrim", TrimForms::both);
        forms.put("ltrim", call -> call.size() == 1 ? call.as("LTRIM") : oneSide(call, true));
        forms.put("rtrim", call -> call.size() == 1 ? call.as("RTRIM") : oneSide(call, false));
    }

    private static Term both(Call call) {
        String text = ComparisonForms.exact(call.operand(0)).sql();
        return call.size() == 1
                ? call.as("TRIM")
                : Term.atom("TRIM(" + call.operand(1).sql() + " FROM " + text + ")");
    }

    /** A mark at the other end, which none of the characters is, keeps it as it is, and goes last. */
    private static Term oneSide(Call call, boolean left) {
        String characters = call.operand(1).constant();
        if (characters == null) {
            throw Refusal.of(
                    call.name() + "() of characters that are no literal",
                    "SQL Server has it from 2022 on",
                    "a literal");
        }
        String mark = characters.indexOf('#') < 0 ? "#" : "~";
        if (characters.contains(mark)) {
            throw Refusal.of(call.name() + "() of both # and ~", "one of the two must mark the other end", "two calls");
        }
        String text = "CAST(" + call.operand(0).sql() + " AS NVARCHAR(MAX))" + MsSqlSyntax.EXACT;
        String marked = left ? text + " + N'" + mark + "'" : "N'" + mark + "' + " + text;
        String trimmed = "TRIM(" + call.operand(1).sql() + " FROM " + marked + ")";
        return Term.atom(
                left ? "LEFT(" + trimmed + ", LEN(" + trimmed + ") - 1)" : "STUFF(" + trimmed + ", 1, 1, N'')");
    }
}
