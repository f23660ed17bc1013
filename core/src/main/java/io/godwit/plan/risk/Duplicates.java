package io.godwit.plan.risk;

import io.godwit.schema.Name;
import io.godwit.schema.TableName;
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
        String where = Universal.each(columns, "is not null") + (filter.isEmpty() ? "" : " and (" + filter + ")");
        return Question.failing(List.of(table), counted(table, columns, " where " + where));
    }

    /** As {@link #in}, where a NULL stands against the key too: the rows that are not wholly there are one group. */
    static Question orNull(TableName table, List<Name> columns) {
        String key = Universal.names(columns);
        String nulls = columns.stream()
                .map(column -> "count(" + Universal.name(column) + ") < count(*)")
                .collect(Collectors.joining(" or "));
        return Question.failing(
                List.of(table),
                "select count(*) from (select " + key + " from " + Universal.table(table) + " group by " + key
                        + " having count(*) > 1 or " + nulls + ") as collisions");
    }

    private static String counted(TableName table, List<Name> columns, String where) {
        String key = Universal.names(columns);
        return "select count(*) from (select " + key + " from " + Universal.table(table) + where + " group by " + key
                + " having count(*) > 1) as collisions";
    }
}
