package io.godwit.dialect.mssql;

import io.godwit.schema.Column;
import io.godwit.schema.ColumnType;
import io.godwit.schema.Expression;
import io.godwit.schema.Generated;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads columns, in their order. */
record CatalogColumns(Catalog catalog) {

    private static final String SELECT = """
            SELECT c.object_id, c.name, t.name AS type, c.max_length, c.precision, c.scale, c.is_nullable, c.is_identity,
                d.definition AS default_text, p.definition AS computed_text, p.is_persisted,
                CASE WHEN c.collation_name = CAST(DATABASEPROPERTYEX(DB_NAME(), 'Collation') AS NVARCHAR(128))
                    THEN N'native' ELSE c.collation_name END AS collation_name, c.collation_name AS full_collation,
                CAST(r.value AS NVARCHAR(4000)) AS remembered, CAST(m.value AS NVARCHAR(4000)) AS comment
            FROM sys.columns AS c JOIN sys.types AS t ON t.user_type_id = c.user_type_id
            LEFT JOIN sys.default_constraints AS d ON d.object_id = c.default_object_id
            LEFT JOIN sys.computed_columns AS p ON p.object_id = c.object_id AND p.column_id = c.column_id
            LEFT JOIN sys.extended_properties AS r ON r.class = 1 AND r.major_id = c.object_id AND r.minor_id = c.column_id
                AND r.name = N'godwit_type'
            LEFT JOIN sys.extended_properties AS m ON m.class = 1 AND m.major_id = c.object_id AND m.minor_id = c.column_id
                AND m.name = N'MS_Description'
            WHERE c.object_id IN %s ORDER BY c.object_id, c.column_id""";

    Map<Integer, List<Column>> read(String ids) throws SQLException {
        return catalog.byObject(SELECT.replace("%s", ids), CatalogColumns::column);
    }

    private static Column column(ResultSet row) throws SQLException {
        ColumnType type = TypeCheck.remembered(row.getString("remembered")).orElse(CatalogType.of(row));
        String computed = row.getString("computed_text");
        String given = row.getString("default_text");
        boolean identity = row.getBoolean("is_identity");
        boolean persisted = row.getBoolean("is_persisted");
        return Column.of(row.getString("name"), type)
                .withNullable(row.getBoolean("is_nullable"))
                .withIdentity(identity)
                .withGenerated(computed == null ? null : new Generated(Expression.ofEngine(computed), persisted))
                .withDefaultValue(given == null ? null : new CatalogDefault(given, type).value())
                .withComment(row.getString("comment"))
                .withCollation(computed == null ? collation(row) : null);
    }

    private static @Nullable String collation(ResultSet row) throws SQLException {
        String name = row.getString("full_collation");
        return name == null || MsSqlSyntax.EXACT.endsWith(" " + name) ? null : row.getString("collation_name");
    }
}
