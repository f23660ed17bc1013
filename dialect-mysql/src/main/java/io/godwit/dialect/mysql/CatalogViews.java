package io.godwit.dialect.mysql;

import io.godwit.schema.Name;
import io.godwit.schema.Query;
import io.godwit.schema.TableName;
import io.godwit.schema.View;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads views; a table that {@code refreshView} fills is one, and the plain view beside it remembers its query. */
record CatalogViews(Catalog catalog) {

    private static final String SELECT = """
            SELECT v.table_name AS name, v.view_definition AS query, database() AS own, v.check_option AS check_option,
                v.security_type AS security, CASE WHEN v.definer <> current_user() THEN v.definer END AS definer
            FROM information_schema.views v WHERE v.table_schema = database()""";

    List<View> all() throws SQLException {
        Map<String, Query> queries = queries();
        List<View> views = new ArrayList<>();
        for (Map.Entry<String, Query> entry : queries.entrySet()) {
            String name = entry.getKey();
            if (name.startsWith(MySqlViews.PREFIX)) {
                views.add(new View(TableName.of(name.substring(MySqlViews.PREFIX.length())), entry.getValue(), true));
            } else if (!name.startsWith("godwit_")) {
                views.add(new View(TableName.of(name), entry.getValue(), false));
            }
        }
        return views;
    }

    Optional<View> one(TableName name, Name helper) throws SQLException {
        Map<String, Query> queries = queries();
        Query materialized = queries.get(helper.text());
        Query plain = queries.get(name.folded().text());
        return materialized != null
                ? Optional.of(new View(name, materialized, true))
                : Optional.ofNullable(plain).map(query -> new View(name, query, false));
    }

    private Map<String, Query> queries() throws SQLException {
        Map<String, Query> queries = new LinkedHashMap<>();
        catalog.query(
                SELECT + " ORDER BY v.table_name",
                row -> queries.put(
                        row.getString("name"),
                        Query.ofEngine(new ViewText(
                                        row.getString("definer"),
                                        row.getString("security"),
                                        StoredText.of(row.getString("query"))
                                                .replace(
                                                        "`"
                                                                + row.getString("own")
                                                                        .replace("`", "``") + "`.",
                                                        ""),
                                        row.getString("check_option"))
                                .text())));
        return queries;
    }
}
