package io.godwit.dialect.postgres;

import io.godwit.schema.Name;
import io.godwit.schema.TableName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Writes CREATE VIEW, and what belongs to the view. */
record ViewDefinition(Catalog catalog) {

    private static final String SELECT = """
            SELECT format('CREATE %s %s%s AS %s', CASE c.relkind WHEN 'v' THEN 'VIEW' ELSE 'MATERIALIZED VIEW' END, c.oid::regclass,
                    CASE WHEN c.relkind = 'm' AND c.reloptions IS NOT NULL
                        THEN ' WITH (' || array_to_string(c.reloptions, ', ') || ')' END,
                    rtrim(pg_get_viewdef(c.oid), '; ')) || CASE WHEN c.relkind = 'm' AND NOT c.relispopulated
                        THEN ' WITH NO DATA' ELSE '' END AS sql, %s AS others
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = coalesce(?::text, %s)::name AND c.relname = ?::name AND c.relkind IN ('v', 'm')""".replace("%s AS others", "$others AS others")
            .replace("coalesce(?::text, %s)", "coalesce(?::text, " + BarePath.SCHEMA_BEFORE + ")")
            .replace("$others", ViewBelongings.SELECT);

    List<String> of(TableName name) throws SQLException {
        List<String> statements = new ArrayList<>();
        catalog.query(
                SELECT,
                row -> {
                    statements.add(row.getString("sql"));
                    return statements.addAll(Catalog.texts(row, "others"));
                },
                name.schema().map(Name::text).orElse(null),
                name.name().text());
        return statements;
    }
}
