package io.godwit.dialect.postgres;

import io.godwit.schema.Name;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads columns, in their order. */
record CatalogColumns(Catalog catalog) {

    /** A serial column is an identity in all but name: its sequence belongs to it. */
    private static final String SELECT = """
            SELECT a.attrelid::bigint AS relation, a.attname::text AS name, format_type(a.atttypid, a.atttypmod) AS type,
                a.attnotnull AS not_null, a.attgenerated::text AS generated, pg_get_expr(d.adbin, d.adrelid) AS expression,
                m.description AS comment,
                CASE WHEN a.attcollation <> t.typcollation THEN l.collname::text END AS collation_name,
                CASE WHEN a.attcollation <> t.typcollation
                    THEN nullif(nullif(ln.nspname, 'pg_catalog'), current_schema())::text END AS collation_schema,
                a.attidentity <> '' OR (pg_get_expr(d.adbin, d.adrelid) LIKE 'nextval(%'
                    AND EXISTS (SELECT FROM pg_depend s WHERE s.refclassid = 'pg_class'::regclass
                        AND s.refobjid = a.attrelid AND s.refobjsubid = a.attnum AND s.deptype = 'a'
                        AND s.classid = 'pg_class'::regclass AND s.objid IN (SELECT p.refobjid FROM pg_depend p
                            WHERE p.classid = 'pg_attrdef'::regclass AND p.objid = d.oid))) AS identity
            FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
                LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
                LEFT JOIN pg_description m
                    ON m.objoid = a.attrelid AND m.classoid = 'pg_class'::regclass AND m.objsubid = a.attnum
                LEFT JOIN pg_collation l ON l.oid = a.attcollation
                LEFT JOIN pg_namespace ln ON ln.oid = l.collnamespace
            WHERE a.attrelid = ANY(?::oid[]) AND a.attnum > 0 AND NOT a.attisdropped
            ORDER BY a.attrelid, a.attnum""";

    Map<Long, List<CatalogColumn>> read(String oids) throws SQLException {
        return catalog.query(SELECT, row -> Map.entry(row.getLong("relation"), column(row)), oids).stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey,
                        LinkedHashMap::new,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static CatalogColumn column(ResultSet row) throws SQLException {
        return new CatalogColumn(
                Name.of(row.getString("name")),
                row.getString("type"),
                !row.getBoolean("not_null"),
                row.getBoolean("identity"),
                row.getString("generated"),
                row.getString("expression"),
                row.getString("comment"),
                row.getString("collation_name") == null
                        ? null
                        : CatalogRelations.name(row, "collation_schema", "collation_name")
                                .toString());
    }
}
