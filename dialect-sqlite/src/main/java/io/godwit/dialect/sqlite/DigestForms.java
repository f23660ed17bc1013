package io.godwit.dialect.sqlite;

import io.godwit.dialect.Binding;
import io.godwit.dialect.Call;
import io.godwit.dialect.Term;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What SQLite has no function for and a recursive query tells: md5 by the rounds of RFC 1321, 3.4, and a text backwards. A definition of
 * a table takes no subquery.
 */
final class DigestForms {

    private static final int ROUNDS = 64;
    private static final long MASK = 0xFFFFFFFFL;
    private static final String STATE = "%010d%010d%010d%010d";

    /** Letters that are gone through at once: a text is cut from its start, so that a long one takes no quadratic time. */
    private static final int AT_ONCE = 256;

    /** By how many bits each of a round's four operations turns: RFC 1321, 3.4. */
    private static final int[][] TURNS = {{7, 12, 17, 22}, {5, 9, 14, 20}, {4, 11, 16, 23}, {6, 10, 15, 21}};

    private DigestForms() {}

    static void addTo(Map<String, SqliteFunctions.Form> forms) {
        forms.put("md5", call -> ofKnown(call, md5(call.operand(0).sql())));
        forms.put("reverse", call -> ofKnown(call, reversed(call.operand(0).sql())));
    }

    static void addToDefinitions(Map<String, SqliteFunctions.Form> forms) {
        for (String name : new String[] {"md5", "reverse"}) {
            forms.put(name, call -> {
                throw Refusal.of(
                        name + "() in a definition",
                        "SQLite has it by way of a subquery only, which a table's definition cannot hold",
                        "a column that the statements fill which write the rows");
            });
        }
    }

    private static Term ofKnown(Call call, String made) {
        return Term.atom(
                "CASE WHEN " + call.operand(0).inside(Binding.COMPARISON) + " IS NOT NULL THEN " + made + " END");
    }

    private static String reversed(String text) {
        return "(WITH RECURSIVE godwit_parts(godwit_rest, godwit_text) AS (SELECT " + text
                + ", '' UNION ALL SELECT substr(godwit_rest, "
                + (AT_ONCE + 1)
                + "), (WITH RECURSIVE godwit_letters(godwit_part, godwit_at, godwit_made) AS (SELECT substr(godwit_rest, 1, "
                + AT_ONCE
                + "), 0, '' UNION ALL SELECT godwit_part, godwit_at + 1, substr(godwit_part, godwit_at + 1, 1) || godwit_made"
                + " FROM godwit_letters WHERE godwit_at < length(godwit_part)) SELECT godwit_made FROM godwit_letters"
                + " WHERE godwit_at = length(godwit_part)) || godwit_text FROM godwit_parts WHERE godwit_rest <> '')"
                + " SELECT godwit_text FROM godwit_parts WHERE godwit_rest = '')";
    }

    /** A row for each block of 64 bytes, with the four words of state as ten digits each. */
    private static String md5(String text) {
        String padded =
                "SELECT godwit_hex || '80' || substr(hex(zeroblob(64)), 1, 2 * ((119 - length(godwit_hex) / 2 % 64) % 64)) || "
                        + IntStream.range(0, 8)
                                .mapToObj(at -> "printf('%02X', (length(godwit_hex) * 4 >> " + 8 * at + ") & 255)")
                                .collect(Collectors.joining(" || "))
                        + ", printf('" + STATE
                        + "', 0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476) FROM (SELECT hex(CAST(" + text
                        + " AS BLOB)) AS godwit_hex)";
        return "(WITH RECURSIVE godwit_blocks(godwit_rest, godwit_state) AS (" + padded
                + " UNION ALL SELECT substr(godwit_rest, 129), "
                + rounds() + " FROM godwit_blocks WHERE godwit_rest <> '') SELECT " + swapped(0) + " || " + swapped(1)
                + " || "
                + swapped(2) + " || " + swapped(3) + " FROM godwit_blocks WHERE godwit_rest = '')";
    }

    /**
     * A row for each of the 64 operations of a block. What one needs is made by the row before, so that its text stands here once:
     * the word of the message, the constant, the bits to turn by.
     */
    private static String rounds() {
        return "(WITH RECURSIVE godwit_rounds(godwit_block, godwit_at, godwit_a, godwit_b, godwit_c, godwit_d, godwit_word, godwit_sine,"
                + " godwit_turn) AS (SELECT substr(godwit_rest, 1, 128), 0, " + state(0) + ", " + state(1) + ", "
                + state(2) + ", "
                + state(3) + ", " + word("substr(godwit_rest, 1, 128)", "0") + ", " + sine("0") + ", " + turn("0")
                + " UNION ALL SELECT godwit_block, godwit_at + 1, godwit_d, " + turned() + ", godwit_b, godwit_c, "
                + word("godwit_block", "(godwit_at + 1)") + ", " + sine("(godwit_at + 1)") + ", "
                + turn("(godwit_at + 1)")
                + " FROM godwit_rounds WHERE godwit_at < " + ROUNDS + ") SELECT printf('" + STATE + "', "
                + added(0, "godwit_a") + ", "
                + added(1, "godwit_b") + ", " + added(2, "godwit_c") + ", " + added(3, "godwit_d")
                + ") FROM godwit_rounds WHERE godwit_at = " + ROUNDS + ")";
    }

    private static String state(int index) {
        return "CAST(substr(godwit_state, " + (10 * index + 1) + ", 10) AS INTEGER)";
    }

    private static String added(int index, String word) {
        return "(" + word + " + " + state(index) + ") & " + MASK;
    }

    /** The functions F, G, H and I, where NOT of 32 bits is a difference, and XOR one of OR and AND. */
    private static String turned() {
        String notB = "(" + MASK + " - godwit_b)";
        String notD = "(" + MASK + " - godwit_d)";
        String mixed = "((CASE godwit_at / 16 WHEN 0 THEN (godwit_b & godwit_c) | (" + notB + " & godwit_d)"
                + " WHEN 1 THEN (godwit_d & godwit_b) | (" + notD + " & godwit_c) WHEN 2 THEN "
                + exclusive(exclusive("godwit_b", "godwit_c"), "godwit_d") + " ELSE "
                + exclusive("godwit_c", "(godwit_b | " + notD + ")")
                + " END + godwit_a + godwit_sine + godwit_word) & " + MASK + ")";
        return "(godwit_b + ((" + mixed + " << godwit_turn) & " + MASK + " | (" + mixed + " >> (32 - godwit_turn)))) & "
                + MASK;
    }

    private static String exclusive(String one, String other) {
        return "((" + one + " | " + other + ") - (" + one + " & " + other + "))";
    }

    /** Which of the block's sixteen words, the least byte first. */
    private static String word(String block, String at) {
        String which = "CASE " + at + " / 16 WHEN 0 THEN " + at + " WHEN 1 THEN (5 * " + at
                + " + 1) % 16 WHEN 2 THEN (3 * " + at + " + 5) % 16 ELSE 7 * " + at + " % 16 END";
        return "(SELECT "
                + IntStream.range(0, 8)
                        .mapToObj(digit -> "((instr('0123456789ABCDEF', substr(godwit_bytes, " + (digit + 1)
                                + ", 1)) - 1) << " + (digit / 2 * 8 + (digit % 2 == 0 ? 4 : 0)) + ")")
                        .collect(Collectors.joining(" + "))
                + " FROM (SELECT substr(" + block + ", 8 * (" + which + ") + 1, 8) AS godwit_bytes))";
    }

    private static String sine(String at) {
        String all = IntStream.rangeClosed(1, ROUNDS)
                .mapToObj(index -> Long.toString((long) (Math.abs(StrictMath.sin(index)) * (1L << 32))))
                .collect(Collectors.joining(","));
        return "json_extract('[" + all + "]', '$[' || " + at + " || ']')";
    }

    private static String turn(String at) {
        StringBuilder turn = new StringBuilder("CASE " + at + " / 16 * 4 + " + at + " % 4");
        for (int index = 0; index < 16; index++) {
            turn.append(" WHEN ").append(index).append(" THEN ").append(TURNS[index / 4][index % 4]);
        }
        return turn + " END";
    }

    private static String swapped(int index) {
        String number = state(index);
        return "printf('%02x%02x%02x%02x', " + number + " & 255, " + number + " >> 8 & 255, " + number
                + " >> 16 & 255, " + number + " >> 24)";
    }
}
