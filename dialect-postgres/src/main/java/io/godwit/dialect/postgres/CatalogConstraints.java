package io.godwit.dialect.postgres;

import io.godwit.schema.Check;
import io.godwit.schema.EngineObject;
import io.godwit.schema.Expression;
import io.godwit.schema.ForeignKey;
import io.godwit.schema.Name;
import io.godwit.schema.PrimaryKey;
import io.godwit.schema.ReferentialAction;
import io.godwit.schema.UniqueKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads primary keys, unique constraints, foreign keys and checks; what else there is to say, as the engine's own text. */
record CatalogConstraints(Catalog catalog) {

    /** Rows with a parent are the copies that a partitioned table makes for its partitions. */
    private static final String SELECT = """
            SELECT o.conrelid::bigint AS relation, o.conname::text AS name, o.contype::text AS type,
                array_to_string(o.conkey, ' ') AS columns,
                CASE WHEN o.contype = 'f' THEN (SELECT array_agg(a.attname::text ORDER BY k.position)
                    FROM unnest(o.confkey) WITH ORDINALITY AS k (number, position)
                    JOIN pg_attribute a ON a.attrelid = o.confrelid AND a.attnum = k.number) END AS referenced,
                %s AS schema_name, c.relname::text AS table_name, o.confdeltype::text AS on_delete,
                o.confupdtype::text AS on_update, pg_get_expr(o.conbin, o.conrelid) AS expression,
                CASE WHEN o.contype = 'x' THEN format('ALTER TABLE %%s ADD CONSTRAINT %%I %%s', o.conrelid::regclass,
                        o.conname, pg_get_constraintdef(o.oid))
                    WHEN o.condeferrable OR NOT o.convalidated OR o.confmatchtype = 'f'
                        OR (o.contype = 'c' AND o.connoinherit)
                        OR (o.contype IN ('p', 'u') AND pg_get_constraintdef(o.oid) ~ ' (NULLS NOT DISTINCT|INCLUDE) \\(')
                    THEN format('ALTER TABLE %%1$s DROP CONSTRAINT %%2$I, ADD CONSTRAINT %%2$I %%3$s', o.conrelid::regclass,
                        o.conname, pg_get_constraintdef(o.oid)) END AS definition
            FROM pg_constraint o LEFT JOIN pg_class c ON c.oid = o.confrelid
                LEFT JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE o.conrelid = ANY(?::oid[]) AND o.conparentid = 0 AND o.contype IN ('p', 'u', 'f', 'c', 'x')
            ORDER BY o.conrelid, o.oid""".formatted(Catalog.SCHEMA);

    Map<Long, List<Object>> read(String oids, ColumnNames names) throws SQLException {
        return catalog.query(SELECT, row -> Map.entry(row.getLong("relation"), constraints(row, names)), oids).stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey,
                        Collectors.flatMapping(entry -> entry.getValue().stream(), Collectors.toList())));
    }

    /** The portable record, and all that PostgreSQL says of it where that is more: DEFERRABLE, MATCH FULL, NOT VALID… */
    private static List<Object> constraints(ResultSet row, ColumnNames names) throws SQLException {
        List<Object> found = new ArrayList<>();
        if (!row.getString("type").equals("x")) {
            found.add(constraint(row, names));
        }
        String definition = row.getString("definition");
        if (definition != null) {
            found.add(new EngineObject("constraint", Name.of(row.getString("name")), definition));
        }
        return found;
    }

    private static Object constraint(ResultSet row, ColumnNames names) throws SQLException {
        Name name = Name.of(row.getString("name"));
        List<Name> columns = names.of(row.getLong("relation"), Catalog.numbers(row, "columns"));
        return switch (row.getString("type")) {
            case "p" -> new PrimaryKey(name, columns);
            case "u" -> new UniqueKey(name, columns);
            case "f" ->
                new ForeignKey(
                        name,
                        columns,
                        CatalogRelations.name(row, "schema_name", "table_name"),
                        Catalog.texts(row, "referenced").stream().map(Name::of).toList(),
                        action(row.getString("on_delete")),
                        action(row.getString("on_update")));
            default -> new Check(name, Expression.ofEngine(row.getString("expression")));
        };
    }

    private static ReferentialAction action(String code) {
        return switch (code) {
            case "c" -> ReferentialAction.CASCADE;
            case "n" -> ReferentialAction.SET_NULL;
            case "d" -> ReferentialAction.SET_DEFAULT;
            case "r" -> ReferentialAction.RESTRICT;
            default -> ReferentialAction.NO_ACTION;
        };
    }
}
