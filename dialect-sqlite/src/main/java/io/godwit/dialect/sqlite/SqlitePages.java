package io.godwit.dialect.sqlite;

import io.godwit.dialect.PackedRows;
import java.util.List;

/**
 * Has a page's rows packed into one JSON text, for the driver calls the engine for each value. The order of a page is kept because it
 * says how many rows it has: a subquery with a LIMIT stays as it is (SQLite's manual, "The SQLite Query Optimizer", Subquery flattening).
 */
final class SqlitePages implements PackedRows {

    @Override
    public String query(String page, List<String> columns) {
        return "SELECT json_group_array(json_array(" + String.join(", ", columns) + ")) FROM (" + page + ")";
    }
}
