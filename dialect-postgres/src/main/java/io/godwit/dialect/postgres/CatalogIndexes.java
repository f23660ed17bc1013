package io.godwit.dialect.postgres;

import io.godwit.schema.EngineObject;
import io.godwit.schema.Expression;
import io.godwit.schema.IndexColumn;
import io.godwit.schema.Name;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
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
                i.indkey::text AS columns,
                CASE WHEN i.indexprs IS NOT NULL THEN (SELECT array_agg(pg_get_indexdef(i.indexrelid, k, false) ORDER BY k)
                    FROM generate_series(1, i.indnkeyatts::integer) AS k) END AS expressions,
                (SELECT array_agg(CASE WHEN o.opcdefault THEN '=' ELSE '' END || o.opcname ORDER BY k.position)
                    FROM unnest(i.indclass::oid[]) WITH ORDINALITY AS k (class, position)
                    JOIN pg_opclass o ON o.oid = k.class) AS classes
            FROM pg_index i JOIN pg_class ic ON ic.oid = i.indexrelid JOIN pg_am m ON m.oid = ic.relam
            WHERE i.indrelid = ANY(?::oid[]) AND i.indisvalid AND NOT EXISTS (
                SELECT FROM pg_constraint o WHERE o.conrelid = i.indrelid AND o.conindid = i.indexrelid AND o.contype IN ('p', 'u', 'x'))
            ORDER BY i.indrelid, i.indexrelid""";

    Map<Long, List<Object>> read(String oids, ColumnNames names) throws SQLException {
        return catalog.query(SELECT, row -> Map.entry(row.getLong("relation"), index(row, names)), oids).stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static Object index(ResultSet row, ColumnNames names) throws SQLException {
        Name name = Name.of(row.getString("name"));
        String definition = row.getString("definition");
        CatalogIndex index = new CatalogIndex(
                name,
                row.getBoolean("is_unique"),
                row.getString("method"),
                Catalog.numbers(row, "options"),
                row.getString("predicate"),
                parts(row, names),
                names.of(row.getLong("relation"), included(row)),
                Catalog.texts(row, "classes"));
        boolean plain = !definition.contains(" COLLATE ") && !definition.contains(" NULLS NOT DISTINCT");
        Optional<Object> portable = plain ? index.portable().map(Object.class::cast) : Optional.empty();
        return portable.orElseGet(() -> new EngineObject("index", name, definition));
    }

    /** The keys: 0 stands for an expression. */
    private static List<IndexColumn> parts(ResultSet row, ColumnNames names) throws SQLException {
        List<Integer> numbers = Catalog.numbers(row, "columns").subList(0, row.getInt("keys"));
        List<String> expressions = Catalog.texts(row, "expressions");
        List<IndexColumn> parts = new ArrayList<>();
        for (int at = 0; at < numbers.size(); at++) {
            List<Name> name = names.of(row.getLong("relation"), numbers.subList(at, at + 1));
            parts.add(
                    name.isEmpty()
                            ? IndexColumn.of(Expression.ofEngine(expressions.get(at)))
                            : new IndexColumn(name.get(0), null, false, null));
        }
        return parts;
    }

    private static List<Integer> included(ResultSet row) throws SQLException {
        List<Integer> numbers = Catalog.numbers(row, "columns");
        return numbers.subList(row.getInt("keys"), numbers.size());
    }
}
