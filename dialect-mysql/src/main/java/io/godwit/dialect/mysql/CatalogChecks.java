package io.godwit.dialect.mysql;

import io.godwit.schema.Name;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads checks that are enforced. */
record CatalogChecks(Catalog catalog) {

    private static final String MYSQL = """
            SELECT t.table_name AS table_name, c.constraint_name AS constraint_name, 'Table' AS level,
                c.check_clause AS check_clause
            FROM information_schema.check_constraints c JOIN information_schema.table_constraints t
                ON t.constraint_schema = c.constraint_schema AND t.constraint_name = c.constraint_name
                    AND t.constraint_type = 'CHECK' AND t.enforced = 'YES'
            WHERE t.table_schema = database()""";

    private static final String MARIADB = """
            SELECT t.table_name AS table_name, t.constraint_name AS constraint_name, t.level AS level,
                t.check_clause AS check_clause
            FROM information_schema.check_constraints t
            WHERE t.constraint_schema = database()""";

    Map<String, List<CatalogCheck>> read(@Nullable String table) throws SQLException {
        String select = catalog.mariaDb() ? MARIADB : MYSQL;
        return catalog.byTable(select, "t.table_name", "constraint_name", table, this::check);
    }

    private CatalogCheck check(ResultSet row) throws SQLException {
        return new CatalogCheck(
                Name.of(row.getString("constraint_name")),
                row.getString("level").equals("Column"),
                catalog.expression(row.getString("check_clause")));
    }
}
