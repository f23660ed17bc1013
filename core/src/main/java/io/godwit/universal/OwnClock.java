package io.godwit.universal;

import io.godwit.schema.Expression;
import io.godwit.schema.NativeType;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The present moment for a column of an engine's own type: what the engine's own clock gives such a column. Stateless. */
final class OwnClock {

    private static final Set<String> WORDS = Set.of("current_timestamp", "now()", "localtimestamp");
    private static final Pattern DIGITS = Pattern.compile("\\(\\s*(\\d)\\s*\\)");

    private OwnClock() {}

    static boolean isAsked(Expression expression) {
        return WORDS.contains(expression.text().strip().toLowerCase(Locale.ROOT));
    }

    /** With as many digits of the seconds as the type says: MySQL refuses another number of them. */
    static String of(NativeType type, List<String> engine) {
        String physical = engine.stream()
                .filter(type.types()::containsKey)
                .map(type.types()::get)
                .findFirst()
                .orElse("");
        Matcher digits = DIGITS.matcher(physical);
        return digits.find() ? "CURRENT_TIMESTAMP(" + digits.group(1) + ")" : "CURRENT_TIMESTAMP";
    }
}
