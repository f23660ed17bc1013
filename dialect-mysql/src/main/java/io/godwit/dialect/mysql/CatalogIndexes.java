package io.godwit.dialect.mysql;

import io.godwit.schema.Name;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the parts of indexes, keys included. */
record CatalogIndexes(Catalog catalog) {

    private static final String SELECT = """
            SELECT s.table_name AS table_name, s.index_name AS index_name, s.non_unique AS non_unique,
                s.column_name AS column_name, %s AS expression, s.collation AS direction, s.sub_part AS part_length, s.index_type AS index_type,
                s.index_comment AS index_comment
            FROM information_schema.statistics s
            WHERE s.table_schema = database()""";

    Map<String, List<CatalogIndexPart>> read(@Nullable String table) throws SQLException {
        String select = SELECT.formatted(catalog.mariaDb() ? "NULL" : "s.expression");
        return catalog.byTable(select, "s.table_name", "s.index_name, s.seq_in_index", table, this::part);
    }

    private static @Nullable Integer length(ResultSet row) throws SQLException {
        int length = row.getInt("part_length");
        return row.wasNull() ? null : length;
    }

    private CatalogIndexPart part(ResultSet row) throws SQLException {
        String column = row.getString("column_name");
        String expression = row.getString("expression");
        return new CatalogIndexPart(
                Name.of(row.getString("index_name")),
                row.getInt("non_unique") == 0,
                column == null ? null : Name.of(column),
                expression == null ? null : catalog.expression(expression),
                "D".equals(row.getString("direction")),
                length(row),
                row.getString("index_type"),
                IndexMark.WORDS.equals(row.getString("index_comment")));
    }
}
