package io.godwit.universal;

import io.godwit.dialect.Call;
import io.godwit.dialect.Term;
import io.godwit.dialect.ValueType;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What may be asked of a value of {@code char(n)} on an engine that keeps it without the blanks at its end: what PostgreSQL too answers
 * of the value without them.
 */
final class PaddedText {

    /** What PostgreSQL does with the value made a text, which has no blanks at its end. */
    private static final Set<String> AS_TEXT = Set.of(
            "||",
            "upper",
            "lower",
            "initcap",
            "length",
            "char_length",
            "character_length",
            "substring",
            "substr",
            "left",
            "right",
            "replace",
            "translate",
            "position",
            "strpos",
            "trim",
            "btrim",
            "ltrim",
            "rtrim",
            "lpad",
            "rpad",
            "reverse",
            "repeat",
            "split_part",
            "md5",
            "ascii",
            "starts_with",
            "string_agg");

    /** What compares values without the blanks at their end, or tells whether there is one. */
    private static final Set<String> COMPARING = Set.of(
            "=",
            "<>",
            "<",
            "<=",
            ">",
            ">=",
            "in",
            "not in",
            "between",
            "not between",
            "between symmetric",
            "not between symmetric",
            "is distinct from",
            "is not distinct from",
            "is null",
            "is not null",
            "count",
            "any",
            "all");

    /** What gives back one of the values. */
    private static final Set<String> CHOOSING = Set.of(
            "coalesce",
            "nullif",
            "min",
            "max",
            "greatest",
            "least",
            "collate",
            "lag",
            "lead",
            "first_value",
            "last_value",
            "nth_value");

    private static final Set<String> MATCHING = Set.of("like", "not like", "ilike", "not ilike");

    /** Texts, then anything: what stands there may be blanks. */
    private static final Pattern OPEN = Pattern.compile("[^ _\\\\]*%");

    private PaddedText() {}

    /** Refuses a call that would be answered otherwise. */
    static void check(Translation translation, int at, Call call) {
        boolean concerned =
                call.operands().stream().anyMatch(operand -> operand.type().isPadded());
        if (concerned && !isAlike(call)) {
            throw translation.unsupported(
                    at,
                    call.name() + " of a char(n)",
                    "PostgreSQL pads the value with blanks here, which other engines do not keep",
                    "a cast to text, which takes the blanks away on PostgreSQL too");
        }
    }

    /** The type of the result. */
    static ValueType result(Call call) {
        boolean text = call.result().isPadded() && AS_TEXT.contains(call.name());
        return text ? ValueType.TEXT : call.result();
    }

    private static boolean isAlike(Call call) {
        String name = call.name();
        if (MATCHING.contains(name)) {
            Term pattern = call.operands().size() == 2 ? call.operand(1) : null;
            String constant = pattern == null ? null : pattern.constant();
            return constant != null && OPEN.matcher(constant).matches();
        }
        return AS_TEXT.contains(name) || COMPARING.contains(name) || CHOOSING.contains(name);
    }
}
