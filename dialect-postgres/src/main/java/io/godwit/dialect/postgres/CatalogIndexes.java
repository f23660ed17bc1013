package io.godwit.dialect.postgres;

import io.godwit.schema.EngineObject;
import io.godwit.schema.Name;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads indexes, without those of a constraint and without invalid ones, which serve no query. */
record CatalogIndexes(Catalog catalog) {

    private static final String SELECT = """
            SELECT i.indrelid::bigint AS relation, ic.relname::text AS name, i.indisunique AS is_unique,
                m.amname::text AS method, i.indnkeyatts AS keys, i.indoption::text AS options,
                pg_get_expr(i.indpred, i.indrelid) AS predicate, pg_get_indexdef(i.indexrelid) AS definition,
                (SELECT array_agg(a.attname::text ORDER BY k.position)
                    FROM unnest(i.indkey::smallint[]) WITH ORDINALITY AS k (number, position)
                    LEFT JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.number) AS columns,
                (SELECT array_agg(CASE WHEN k.number = 0 THEN pg_get_indexdef(i.indexrelid, k.position::integer, false) END
                        ORDER BY k.position)
                    FROM unnest(i.indkey::smallint[]) WITH ORDINALITY AS k (number, position)) AS expressions,
                (SELECT array_agg(CASE WHEN o.opcdefault THEN '=' ELSE '' END || o.opcname ORDER BY k.position)
                    FROM unnest(i.indclass::oid[]) WITH ORDINALITY AS k (class, position)
                    JOIN pg_opclass o ON o.oid = k.class) AS classes
            FROM pg_index i JOIN pg_class ic ON ic.oid = i.indexrelid JOIN pg_am m ON m.oid = ic.relam
            WHERE i.indrelid = ANY(?::oid[]) AND i.indisvalid AND NOT EXISTS (
                SELECT FROM pg_constraint o WHERE o.conindid = i.indexrelid AND o.contype IN ('p', 'u', 'x'))
            ORDER BY i.indrelid, i.indexrelid""";

    Map<Long, List<Object>> read(String oids) throws SQLException {
        return catalog.query(SELECT, row -> Map.entry(row.getLong("relation"), index(row)), oids).stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static Object index(ResultSet row) throws SQLException {
        Name name = Name.of(row.getString("name"));
        String definition = row.getString("definition");
        CatalogIndex index = new CatalogIndex(
                name,
                row.getBoolean("is_unique"),
                row.getString("method"),
                row.getInt("keys"),
                Catalog.numbers(row, "options"),
                row.getString("predicate"),
                Catalog.texts(row, "columns"),
                Catalog.texts(row, "expressions"),
                Catalog.texts(row, "classes"));
        boolean plain = !definition.contains(" COLLATE ") && !definition.contains(" NULLS NOT DISTINCT");
        Optional<Object> portable = plain ? index.portable().map(Object.class::cast) : Optional.empty();
        return portable.orElseGet(() -> new EngineObject("index", name, definition));
    }
}
