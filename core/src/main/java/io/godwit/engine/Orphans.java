package io.godwit.engine;

import io.godwit.dialect.SqlSyntax;
import io.godwit.schema.ForeignKey;
import io.godwit.schema.Name;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Asks for rows of a table that would refer to nothing. Immutable. */
record Orphans(SqlSyntax syntax, Table table) {

    /**
     * A query for each foreign key to one of these tables; a row of it is an orphan's key.
     *
     * @param places where the rows of the tables that it refers to are for now
     */
    List<String> queries(Map<TableName, TableName> places) {
        List<String> queries = new ArrayList<>();
        for (ForeignKey key : table.foreignKeys()) {
            TableName place = places.get(key.table());
            if (place != null) {
                queries.add(query(key, place));
            }
        }
        return queries;
    }

    private String query(ForeignKey key, TableName place) {
        List<String> columns = new ArrayList<>();
        List<String> conditions = new ArrayList<>();
        List<String> present = new ArrayList<>();
        for (int i = 0; i < key.columns().size(); i++) {
            String column = "c." + syntax.name(key.columns().get(i));
            Name referenced = key.referenced().get(i);
            columns.add(column);
            conditions.add("p." + syntax.name(referenced) + " = " + column);
            present.add(column + " IS NOT NULL");
        }
        return "SELECT " + String.join(", ", columns) + " FROM " + syntax.table(table.name()) + " c WHERE "
                + String.join(" AND ", present) + " AND NOT EXISTS (SELECT 1 FROM " + syntax.table(place)
                + " p WHERE " + String.join(" AND ", conditions) + ")";
    }
}
