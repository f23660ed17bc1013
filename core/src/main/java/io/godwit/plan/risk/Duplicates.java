package io.godwit.plan.risk;

import io.godwit.schema.Name;
import io.godwit.schema.TableName;
import io.godwit.universal.QuotedName;
import java.util.List;
import java.util.stream.Collectors;

/** Asks for rows that are equal where a key is to be. */
final class Duplicates {

    private Duplicates() {}

    /**
     * Groups of equal rows; rows with a NULL in the key never collide.
     *
     * @param filter a condition that the rows must meet; empty for all
     */
    static Question in(TableName table, List<Name> columns, String filter) {
        String where = columns.stream()
                        .map(column -> QuotedName.of(column) + " is not null")
                        .collect(Collectors.joining(" and "))
                + (filter.isEmpty() ? "" : " and (" + filter + ")");
        return Question.failing(List.of(table), counted(table, columns, " where " + where));
    }

    /** As {@link #in}, where a NULL stands against the key too: the rows that are not wholly there are one group. */
    static Question orNull(TableName table, List<Name> columns) {
        String key = QuotedName.list(columns);
        String nulls = columns.stream()
                .map(column -> "count(" + QuotedName.of(column) + ") < count(*)")
                .collect(Collectors.joining(" or "));
        return Question.failing(
                List.of(table),
                "select count(*) from (select " + key + " from " + QuotedName.of(table) + " group by " + key
                        + " having count(*) > 1 or " + nulls + ") as collisions");
    }

    private static String counted(TableName table, List<Name> columns, String where) {
        String key = QuotedName.list(columns);
        return "select count(*) from (select " + key + " from " + QuotedName.of(table) + where + " group by " + key
                + " having count(*) > 1) as collisions";
    }
}
