package io.godwit.dialect.postgres;

import io.godwit.schema.Name;
import io.godwit.schema.TableName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads columns, in their order. */
record CatalogColumns(Catalog catalog) {

    /**
     * A serial column is an identity in all but name: its sequence belongs to it. Collation 100 is the database's default. What
     * most columns lack is asked for in subqueries, because joins cost more to plan than all of this costs to run.
     */
    private static final String SELECT = """
            SELECT a.attrelid::bigint AS relation, a.attnum AS number, a.attname::text AS name,
                format_type(a.atttypid, a.atttypmod) AS type, a.attnotnull AS not_null, a.attgenerated::text AS generated,
                pg_get_expr(d.adbin, d.adrelid) AS expression,
                (SELECT m.description FROM pg_description m
                    WHERE m.objoid = a.attrelid AND m.classoid = 'pg_class'::regclass AND m.objsubid = a.attnum) AS comment,
                CASE WHEN a.attcollation NOT IN (0, 100) AND a.atttypid <> 'name'::regtype THEN
                    (SELECT array[nullif(nullif(n.nspname, 'pg_catalog'), current_schema())::text, l.collname::text]
                        FROM pg_collation l JOIN pg_namespace n ON n.oid = l.collnamespace
                        WHERE l.oid = a.attcollation) END AS collation,
                a.attidentity <> '' OR CASE WHEN pg_get_expr(d.adbin, d.adrelid) LIKE 'nextval(%' THEN
                    pg_get_expr(d.adbin, d.adrelid) = format('nextval(%L::regclass)',
                        pg_get_serial_sequence(a.attrelid::regclass::text, a.attname)::regclass::text)
                    ELSE FALSE END AS identity
            FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
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
                row.getInt("number"),
                Name.of(row.getString("name")),
                row.getString("type"),
                !row.getBoolean("not_null"),
                row.getBoolean("identity"),
                row.getString("generated"),
                row.getString("expression"),
                row.getString("comment"),
                collation(row));
    }

    private static @Nullable String collation(ResultSet row) throws SQLException {
        List<String> names = Catalog.texts(row, "collation");
        if (names.isEmpty()) {
            return null;
        }
        String schema = names.get(0);
        return new TableName(schema == null ? null : Name.of(schema), Name.of(names.get(1))).toString();
    }
}
