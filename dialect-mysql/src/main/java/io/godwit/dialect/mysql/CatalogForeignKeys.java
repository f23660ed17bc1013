package io.godwit.dialect.mysql;

import io.godwit.schema.ForeignKey;
import io.godwit.schema.Name;
import io.godwit.schema.ReferentialAction;
import io.godwit.schema.TableName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads foreign keys. */
record CatalogForeignKeys(Catalog catalog) {

    private static final String SELECT = """
            SELECT k.table_name AS table_name, k.constraint_name AS constraint_name, k.column_name AS column_name,
                k.referenced_table_name AS referenced_table_name, k.referenced_column_name AS referenced_column_name,
                r.delete_rule AS delete_rule, r.update_rule AS update_rule
            FROM information_schema.key_column_usage k JOIN information_schema.referential_constraints r
                ON r.constraint_schema = k.constraint_schema AND r.constraint_name = k.constraint_name
                    AND r.table_name = k.table_name
            WHERE k.table_schema = database() AND k.referenced_table_name IS NOT NULL""";

    private static final String REFERRING = """
            SELECT r.table_name FROM information_schema.referential_constraints r
            WHERE r.constraint_schema = database() AND r.unique_constraint_schema = database()
                AND r.referenced_table_name = ?
            ORDER BY r.table_name""";

    Map<String, List<ForeignKey>> read(@Nullable String table) throws SQLException {
        Map<String, List<ForeignKey>> keys = new LinkedHashMap<>();
        catalog.byTable(
                        SELECT,
                        "k.table_name",
                        "k.constraint_name, k.ordinal_position",
                        table,
                        CatalogForeignKeys::part)
                .forEach((name, parts) -> keys.put(name, joined(parts)));
        return keys;
    }

    /** The tables that refer to {@code table}. */
    Set<String> referring(String table) throws SQLException {
        return new LinkedHashSet<>(catalog.query(REFERRING, row -> row.getString(1), table));
    }

    /** A key of one column. */
    private static ForeignKey part(ResultSet row) throws SQLException {
        return new ForeignKey(
                Name.of(row.getString("constraint_name")),
                List.of(Name.of(row.getString("column_name"))),
                TableName.of(row.getString("referenced_table_name")),
                List.of(Name.of(row.getString("referenced_column_name"))),
                action(row.getString("delete_rule")),
                action(row.getString("update_rule")));
    }

    private static ReferentialAction action(String rule) {
        return ReferentialAction.valueOf(rule.replace(' ', '_'));
    }

    private static List<ForeignKey> joined(List<ForeignKey> parts) {
        Map<Name, ForeignKey> keys = new LinkedHashMap<>();
        for (ForeignKey part : parts) {
            Name name = part.name();
            if (name != null) {
                keys.merge(name, part, CatalogForeignKeys::join);
            }
        }
        return List.copyOf(keys.values());
    }

    private static ForeignKey join(ForeignKey key, ForeignKey part) {
        List<Name> columns = new ArrayList<>(key.columns());
        columns.addAll(part.columns());
        List<Name> referenced = new ArrayList<>(key.referenced());
        referenced.addAll(part.referenced());
        return new ForeignKey(key.name(), columns, key.table(), referenced, key.onDelete(), key.onUpdate());
    }
}
