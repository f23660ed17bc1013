package io.godwit.dialect.mysql;

import io.godwit.schema.Name;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads columns. */
record CatalogColumns(Catalog catalog) {

    private static final String SELECT = """
            SELECT c.table_name AS table_name, c.column_name AS column_name, c.column_type AS column_type,
                c.collation_name AS collation_name, c.is_nullable AS is_nullable,
                c.column_default AS column_default, c.extra AS extra, c.generation_expression AS generation_expression,
                c.column_comment AS column_comment
            FROM information_schema.columns c JOIN information_schema.tables t
                ON t.table_schema = c.table_schema AND t.table_name = c.table_name AND t.table_type = 'BASE TABLE'
            WHERE c.table_schema = database()""";

    Map<String, List<CatalogColumn>> read(@Nullable String table) throws SQLException {
        return catalog.byTable(SELECT, "c.table_name", "c.ordinal_position", table, this::column);
    }

    private CatalogColumn column(ResultSet row) throws SQLException {
        String generation = row.getString("generation_expression");
        return new CatalogColumn(
                Name.of(row.getString("column_name")),
                row.getString("column_type"),
                row.getString("collation_name"),
                row.getString("is_nullable").equals("YES"),
                row.getString("column_default"),
                text(row, "extra"),
                generation == null ? "" : catalog.expression(generation),
                text(row, "column_comment"));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }
}
