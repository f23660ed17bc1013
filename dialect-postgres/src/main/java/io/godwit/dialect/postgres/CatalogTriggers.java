package io.godwit.dialect.postgres;

import io.godwit.schema.Name;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads triggers, without those that constraints bring. */
record CatalogTriggers(Catalog catalog) {

    private static final String SELECT = """
            SELECT t.tgrelid::bigint AS relation, t.tgname::text AS name, pg_get_triggerdef(t.oid) AS definition,
                t.tgtype AS type, p.prosrc AS source
            FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid
            WHERE t.tgrelid = ANY(?::oid[]) AND NOT t.tgisinternal
            ORDER BY t.tgrelid, t.oid""";

    Map<Long, List<CatalogTrigger>> read(String oids) throws SQLException {
        return catalog
                .query(
                        SELECT,
                        row -> Map.entry(
                                row.getLong("relation"),
                                new CatalogTrigger(
                                        Name.of(row.getString("name")),
                                        row.getString("definition"),
                                        row.getInt("type"),
                                        row.getString("source"))),
                        oids)
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }
}
