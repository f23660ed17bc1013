package io.godwit.plan.risk;

import java.util.Locale;
import java.util.Set;

/** Words that standard SQL or one of the engines keeps for itself, so that they are names only in quotes there. */
final class SqlWords {

    private static final Set<String> RESERVED = Set.of(
            ("add all alter and any as asc between by case check column constraint create cross current_date current_time"
                            + " current_timestamp current_user database default delete desc distinct drop else end except"
                            + " exists false fetch for foreign from full grant group groups having in index inner insert"
                            + " intersect interval into is join key left like limit natural not null of offset on or order"
                            + " outer over partition primary procedure rank references revoke right row rows schema select"
                            + " session_user set some table then to trigger true union unique update user using values view"
                            + " when where window with")
                    .split(" ", -1));

    private SqlWords() {}

    static boolean isReserved(String word) {
        return RESERVED.contains(word.toLowerCase(Locale.ROOT));
    }
}
