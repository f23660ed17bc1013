package io.godwit.dialect.mssql;

import io.godwit.schema.Name;
import io.godwit.schema.TableName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks the catalog views. */
record Catalog(Connection connection) {

    /** Reads one row. */
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** What every list leaves out: the system's, our own, and another user's default schema under a name that means ours. */
    static final String OURS_TO_SEE = """
            o.is_ms_shipped = 0 AND o.name NOT LIKE N'godwit[_]%'
                AND (SCHEMA_NAME(o.schema_id) NOT IN (N'public', N'dbo', N'main') OR SCHEMA_NAME(o.schema_id) = SCHEMA_NAME())""";

    /** The schema of {@code o}, NULL for the default one. */
    static final String SCHEMA = "NULLIF(SCHEMA_NAME(o.schema_id), SCHEMA_NAME())";

    <T> List<T> query(String sql, RowReader<T> reader, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < parameters.length; index++) {
                statement.setObject(index + 1, parameters[index]);
            }
            try (ResultSet result = statement.executeQuery()) {
                List<T> rows = new ArrayList<>();
                while (result.next()) {
                    rows.add(reader.read(result));
                }
                return rows;
            }
        }
    }

    /** Rows by the object that they belong to, which is their column {@code object_id}. */
    <T> Map<Integer, List<T>> byObject(String sql, RowReader<T> reader) throws SQLException {
        return query(sql, row -> Map.entry(row.getInt("object_id"), reader.read(row))).stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey,
                        LinkedHashMap::new,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** Object ids for IN. */
    static String ids(List<CatalogRelation> relations) {
        return relations.stream()
                .map(relation -> Integer.toString(relation.objectId()))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    /** The name in the columns {@code schema} and {@code name}. */
    static TableName name(ResultSet row) throws SQLException {
        return name(row.getString("schema"), row.getString("name"));
    }

    static TableName name(@Nullable String schema, String name) {
        return new TableName(schema == null ? null : Name.of(schema), Name.of(name));
    }
}
