package io.godwit.dialect;

import java.util.List;

/**
 * How a page of rows comes as one value, for drivers to which each value of each row is a call into the engine. Whole numbers and texts
 * come as JSON has them; a row in which a column holds something else is read otherwise. Stateless and thread-safe.
 */
public interface PackedRows {

    /**
     * The query of one row with one column: a JSON array of the rows, each an array of its values, in UTF-8; an empty one for no rows.
     *
     * @param page a query that says in which order its rows come, and how many
     * @param columns of the page, quoted, in the order of the values
     */
    String query(String page, List<String> columns);
}
