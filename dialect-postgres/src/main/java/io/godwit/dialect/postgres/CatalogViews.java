package io.godwit.dialect.postgres;

import io.godwit.schema.EngineObject;
import io.godwit.schema.Query;
import io.godwit.schema.TableName;
import io.godwit.schema.View;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Reads views, materialized ones included. */
record CatalogViews(Catalog catalog) {

    private static final String SELECT = """
            SELECT %s AS schema_name, c.relname::text AS name, c.relkind = 'm' AS materialized,
                pg_get_viewdef(c.oid) AS query, %s AS others
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('v', 'm') AND %s AND\s""".formatted(Catalog.SCHEMA, ViewBelongings.SELECT, Catalog.OURS_TO_SEE);

    List<View> all() throws SQLException {
        return catalog.query(
                SELECT + "TRUE ORDER BY c.oid", row -> view(row, CatalogRelations.name(row, "schema_name", "name")));
    }

    Optional<View> one(TableName name) throws SQLException {
        return catalog
                .query(
                        SELECT + Catalog.NAMED,
                        row -> view(row, name),
                        CatalogRelations.schema(name),
                        name.name().text())
                .stream()
                .findFirst();
    }

    private static View view(ResultSet row, TableName name) throws SQLException {
        String query = row.getString("query").strip();
        String bare = query.endsWith(";") ? query.substring(0, query.length() - 1) : query;
        List<EngineObject> others = Catalog.texts(row, "others").stream()
                .map(sql -> new EngineObject("statement", name.name(), sql))
                .toList();
        return new View(name, Query.ofEngine(bare), row.getBoolean("materialized"), others);
    }
}
