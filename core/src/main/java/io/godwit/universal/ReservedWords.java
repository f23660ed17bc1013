package io.godwit.universal;

import java.util.Set;

/** PostgreSQL's words that are no names unless they are quoted (manual, appendix C). */
final class ReservedWords {

    private static final Set<String> RESERVED = Set.of(
            ("all analyse analyze and any array as asc asymmetric both case cast check collate column constraint create"
                            + " current_catalog current_date current_role current_time current_timestamp current_user default"
                            + " deferrable desc distinct do else end except false fetch for foreign from grant group having"
                            + " in initially intersect into lateral leading limit localtime localtimestamp not null offset on"
                            + " only or order placing primary references returning select session_user some symmetric"
                            + " system_user table then to trailing true union unique user using variadic when where window"
                            + " with authorization binary collation concurrently cross current_schema freeze full ilike inner"
                            + " is isnull join left like natural notnull outer overlaps right similar tablesample verbose")
                    .split(" ", -1));

    /** Words that begin what may follow an expression or a table, so that they are an alias only after AS. */
    private static final Set<String> NO_BARE_ALIAS =
            Set.of("over", "filter", "within", "set", "escape", "at", "operator", "rows", "range", "groups", "between");

    private ReservedWords() {}

    static boolean isReserved(String word) {
        return RESERVED.contains(word);
    }

    static boolean mayBeTableAlias(String word) {
        return !RESERVED.contains(word) && !word.equals("set");
    }

    static boolean mayBeBareAlias(String word) {
        return !RESERVED.contains(word) && !NO_BARE_ALIAS.contains(word);
    }
}
