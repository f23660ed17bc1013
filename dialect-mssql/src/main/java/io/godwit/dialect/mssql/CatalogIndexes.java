package io.godwit.dialect.mssql;

import io.godwit.schema.IndexColumn;
import io.godwit.schema.Name;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads indexes, those of keys among them. */
record CatalogIndexes(Catalog catalog) {

    private static final String SELECT = """
            SELECT i.object_id, i.name, i.is_unique, i.is_primary_key, i.is_unique_constraint, i.filter_definition,
                c.name AS column_name, x.is_descending_key, x.is_included_column
            FROM sys.indexes AS i JOIN sys.index_columns AS x ON x.object_id = i.object_id AND x.index_id = i.index_id
            JOIN sys.columns AS c ON c.object_id = x.object_id AND c.column_id = x.column_id
            WHERE i.object_id IN %s AND i.name IS NOT NULL AND i.type IN (1, 2)
            ORDER BY i.object_id, i.name, x.is_included_column, x.key_ordinal, x.index_column_id""";

    private record Part(CatalogIndex index, IndexColumn column, boolean included) {}

    Map<Integer, List<CatalogIndex>> read(String ids) throws SQLException {
        Map<Integer, List<CatalogIndex>> indexes = new LinkedHashMap<>();
        catalog.byObject(SELECT.replace("%s", ids), CatalogIndexes::part)
                .forEach((table, parts) -> indexes.put(table, indexes(parts)));
        return indexes;
    }

    private static Part part(ResultSet row) throws SQLException {
        CatalogIndex index = new CatalogIndex(
                Name.of(row.getString("name")),
                row.getBoolean("is_unique"),
                row.getBoolean("is_primary_key"),
                row.getBoolean("is_unique_constraint"),
                row.getString("filter_definition"),
                List.of(),
                List.of());
        Name column = Name.of(row.getString("column_name"));
        return new Part(
                index,
                new IndexColumn(column, null, row.getBoolean("is_descending_key"), null),
                row.getBoolean("is_included_column"));
    }

    private static List<CatalogIndex> indexes(List<Part> parts) {
        Map<CatalogIndex, List<Part>> byIndex = new LinkedHashMap<>();
        parts.forEach(part -> byIndex.computeIfAbsent(part.index(), index -> new ArrayList<>())
                .add(part));
        List<CatalogIndex> indexes = new ArrayList<>();
        byIndex.forEach((index, own) -> indexes.add(index.over(
                own.stream().filter(part -> !part.included()).map(Part::column).toList(),
                own.stream()
                        .filter(Part::included)
                        .flatMap(part -> Stream.ofNullable(part.column().name()))
                        .toList())));
        return indexes;
    }
}
