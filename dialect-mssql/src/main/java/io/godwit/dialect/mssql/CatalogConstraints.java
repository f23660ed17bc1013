package io.godwit.dialect.mssql;

import io.godwit.schema.Check;
import io.godwit.schema.Expression;
import io.godwit.schema.ForeignKey;
import io.godwit.schema.Name;
import io.godwit.schema.ReferentialAction;
import io.godwit.schema.TableName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads checks and foreign keys; keys are read with the indexes that they are. */
record CatalogConstraints(Catalog catalog) {

    private static final List<ReferentialAction> ACTIONS = List.of(
            ReferentialAction.NO_ACTION,
            ReferentialAction.CASCADE,
            ReferentialAction.SET_NULL,
            ReferentialAction.SET_DEFAULT);

    private static final String KEYS = """
            SELECT k.parent_object_id AS object_id, k.name AS key_name, k.delete_referential_action, k.update_referential_action,
                NULLIF(SCHEMA_NAME(o.schema_id), SCHEMA_NAME()) AS [schema], o.name,
                c.name AS column_name, r.name AS referenced_name
            FROM sys.foreign_keys AS k
            JOIN sys.foreign_key_columns AS f ON f.constraint_object_id = k.object_id
            JOIN sys.objects AS o ON o.object_id = k.referenced_object_id
            JOIN sys.columns AS c ON c.object_id = f.parent_object_id AND c.column_id = f.parent_column_id
            JOIN sys.columns AS r ON r.object_id = f.referenced_object_id AND r.column_id = f.referenced_column_id
            WHERE k.parent_object_id IN %s ORDER BY k.parent_object_id, k.name, f.constraint_column_id""";

    private record Part(String key, TableName table, int onDelete, int onUpdate, Name column, Name referenced) {}

    Map<Integer, List<Check>> checks(String ids) throws SQLException {
        return catalog.byObject(
                "SELECT parent_object_id AS object_id, name, definition FROM sys.check_constraints WHERE parent_object_id IN "
                        + ids + " ORDER BY name",
                row -> new Check(Name.of(row.getString("name")), Expression.ofEngine(row.getString("definition"))));
    }

    Map<Integer, List<ForeignKey>> foreignKeys(String ids) throws SQLException {
        Map<Integer, List<ForeignKey>> keys = new LinkedHashMap<>();
        catalog.byObject(KEYS.replace("%s", ids), CatalogConstraints::part)
                .forEach((table, parts) -> keys.put(table, keys(parts)));
        return keys;
    }

    private static Part part(ResultSet row) throws SQLException {
        return new Part(
                row.getString("key_name"),
                Catalog.name(row),
                row.getInt("delete_referential_action"),
                row.getInt("update_referential_action"),
                Name.of(row.getString("column_name")),
                Name.of(row.getString("referenced_name")));
    }

    private static List<ForeignKey> keys(List<Part> parts) {
        Map<String, List<Part>> byName = new LinkedHashMap<>();
        parts.forEach(part ->
                byName.computeIfAbsent(part.key(), key -> new ArrayList<>()).add(part));
        return byName.values().stream().map(CatalogConstraints::key).toList();
    }

    private static ForeignKey key(List<Part> parts) {
        Part first = parts.get(0);
        return new ForeignKey(
                Name.of(first.key()),
                parts.stream().map(Part::column).toList(),
                first.table(),
                parts.stream().map(Part::referenced).toList(),
                ACTIONS.get(first.onDelete()),
                ACTIONS.get(first.onUpdate()));
    }
}
