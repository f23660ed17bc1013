package io.godwit.plan.risk;

import java.util.Locale;
import java.util.regex.Pattern;

/** A statement without its literals and comments, in lower case and on one line, so that words can be looked for. */
final class BareText {

    private static final Pattern NOISE =
            Pattern.compile("(?s)'(?:[^']|'')*'|\\$(\\w*)\\$.*?\\$\\1\\$|--[^\\n]*|/\\*.*?\\*/");
    private static final Pattern ROUTINE = Pattern.compile(
            "^(?:create (?:or (?:replace|alter) )?(?:definer\\S* )?(?:function|procedure|trigger|event|package)|do|begin)\\b.*");

    private BareText() {}

    /** Empty for a statement that makes a routine: what is in its body does not happen now. */
    static String of(String statement) {
        String bare = NOISE.matcher(statement)
                .replaceAll(noise -> noise.group().startsWith("'") ? "''" : " ")
                .replaceAll("\\s+", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
        return ROUTINE.matcher(bare).matches() ? "" : bare;
    }
}
