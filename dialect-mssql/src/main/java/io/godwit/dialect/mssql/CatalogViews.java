package io.godwit.dialect.mssql;

import io.godwit.schema.Language;
import io.godwit.schema.Position;
import io.godwit.schema.Query;
import io.godwit.schema.TableName;
import io.godwit.schema.View;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads views, and what stands for materialized ones. */
record CatalogViews(Catalog catalog) {

    private static final String SELECT = "SELECT " + Catalog.SCHEMA
            + " AS [schema], o.name, m.definition FROM sys.views AS o JOIN sys.sql_modules AS m ON m.object_id = o.object_id WHERE ";

    private static final Pattern HEADER = Pattern.compile(
            "(?is)^\\s*(?:CREATE|ALTER)\\s+(?:OR\\s+ALTER\\s+)?VIEW\\s+(?:\\[(?:[^\\]]|\\]\\])*\\]|\"[^\"]*\"|[^\\s\\[\"(])+.*?\\bAS\\s+(.*)$");

    List<View> all() throws SQLException {
        List<View> views = new ArrayList<>(catalog.query(
                SELECT + Catalog.OURS_TO_SEE,
                row -> new View(Catalog.name(row), query(row.getString("definition")), false)));
        Map<TableName, Query> queries = queries();
        if (!queries.isEmpty()) {
            String tables = "SELECT " + Catalog.SCHEMA + " AS [schema], o.name FROM sys.tables AS o WHERE "
                    + Catalog.OURS_TO_SEE;
            for (TableName table : catalog.query(tables, Catalog::name)) {
                Query query = queries.get(MaterializedView.query(table));
                if (query != null) {
                    views.add(new View(table, query, true));
                }
            }
        }
        return views;
    }

    /** The queries of materialized views, by the plain views that remember them. */
    Map<TableName, Query> queries() throws SQLException {
        Map<TableName, Query> queries = new LinkedHashMap<>();
        catalog.query(
                        SELECT + "o.name LIKE N'godwit[_]query[_]%'",
                        row -> Map.entry(Catalog.name(row), query(row.getString("definition"))))
                .forEach(entry -> queries.put(entry.getKey(), entry.getValue()));
        return queries;
    }

    /** What stands behind AS. */
    private static Query query(String definition) {
        Matcher header = HEADER.matcher(definition == null ? "" : definition);
        String text = header.matches() ? header.group(1).strip() : "SELECT NULL AS hidden";
        return new Query(text.replaceFirst(";\\s*$", ""), Language.ENGINE, Position.NONE);
    }
}
