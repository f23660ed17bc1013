package io.godwit.dialect.sqlite;

import io.godwit.dialect.Call;
import io.godwit.dialect.Term;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/**
 * Upper and lower case of letters beyond ASCII, one for one as PostgreSQL has them. SQLite's own functions know those of ASCII
 * (https://sqlite.org/lang_corefunc.html#upper), so any other text is gone through letter by letter.
 */
final class CaseForms {

    /** First and last code points of scripts with two cases, whose pairs are older than any Java that Godwit runs on. */
    private static final int[][] SCRIPTS = {
        {0xB5, 0x19A},
        {0x19C, 0x263},
        {0x265, 0x292},
        {0x370, 0x587},
        {0x1E00, 0x1FFC},
        {0x2126, 0x2184},
        {0x24B6, 0x24E9},
        {0x2C60, 0x2C7F},
        {0xFF21, 0xFF5A}
    };

    /** Characters that are gone through at once: a text is cut from its start, so that a long one takes no quadratic time. */
    private static final int AT_ONCE = 256;

    private CaseForms() {}

    static void addTo(Map<String, SqliteFunctions.Form> forms) {
        forms.put("upper", call -> changed(call, "upper", Character::toUpperCase));
        forms.put("lower", call -> changed(call, "lower", Character::toLowerCase));
    }

    /** Of ASCII letters alone: a definition of a table takes no subquery. */
    static void addToDefinitions(Map<String, SqliteFunctions.Form> forms) {
        forms.put("upper", call -> call.as("upper"));
        forms.put("lower", call -> call.as("lower"));
    }

    /** A text of ASCII, which has as many bytes as characters, is left to SQLite: asking so takes a tenth of the time of a GLOB. */
    private static Term changed(Call call, String function, IntUnaryOperator change) {
        Term text = call.operand(0);
        if (text.constant() != null && text.constant().chars().allMatch(character -> character < 0x80)) {
            return call.as(function);
        }
        StringBuilder from = new StringBuilder();
        StringBuilder to = new StringBuilder();
        for (int[] script : SCRIPTS) {
            for (int letter = script[0]; letter <= script[1]; letter++) {
                int other = change.applyAsInt(letter);
                if (other != letter) {
                    from.appendCodePoint(letter);
                    to.appendCodePoint(other);
                }
            }
        }
        String letter = "substr(godwit_part, godwit_at + 1, 1)";
        String changed = "coalesce(nullif(substr('" + to + "', instr('" + from + "', " + letter + "), 1), ''), "
                + function + "(" + letter + "))";
        String part =
                "(WITH RECURSIVE godwit_letters(godwit_at, godwit_part, godwit_made) AS (SELECT 0, substr(godwit_rest, 1, "
                        + AT_ONCE + "), '' UNION ALL SELECT godwit_at + 1, godwit_part, godwit_made || " + changed
                        + " FROM godwit_letters WHERE godwit_at < length(godwit_part))"
                        + " SELECT godwit_made FROM godwit_letters WHERE godwit_at = length(godwit_part))";
        return Term.atom("CASE WHEN length(" + text.sql() + ") < length(CAST(" + text.sql() + " AS BLOB)) THEN"
                + " (WITH RECURSIVE godwit_parts(godwit_rest, godwit_text) AS (SELECT " + text.sql()
                + ", '' UNION ALL SELECT substr(godwit_rest, " + (AT_ONCE + 1) + "), godwit_text || " + part
                + " FROM godwit_parts WHERE godwit_rest <> '') SELECT godwit_text FROM godwit_parts WHERE godwit_rest = '')"
                + " ELSE " + function + "(" + text.sql() + ") END");
    }
}
