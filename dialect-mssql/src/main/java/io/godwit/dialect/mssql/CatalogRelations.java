package io.godwit.dialect.mssql;

import io.godwit.schema.TableName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads which tables there are. */
record CatalogRelations(Catalog catalog) {

    private static final String SELECT = "SELECT o.object_id, " + Catalog.SCHEMA
            + " AS [schema], o.name FROM sys.tables AS o WHERE " + Catalog.OURS_TO_SEE;

    private static final String REFERENCES = "SELECT NULLIF(SCHEMA_NAME(r.schema_id), SCHEMA_NAME()) AS target_schema,"
            + " r.name AS target_name, " + Catalog.SCHEMA + " AS [schema], o.name FROM sys.tables AS r"
            + " LEFT JOIN (sys.foreign_keys AS k JOIN sys.tables AS o ON o.object_id = k.parent_object_id AND "
            + Catalog.OURS_TO_SEE + ") ON k.referenced_object_id = r.object_id";

    List<CatalogRelation> tables() throws SQLException {
        return withoutViews(catalog.query(SELECT + " ORDER BY o.name", CatalogRelations::relation));
    }

    List<CatalogRelation> table(TableName name) throws SQLException {
        String named = SELECT + " AND SCHEMA_NAME(o.schema_id) = COALESCE(?, SCHEMA_NAME()) AND o.name = ?";
        return withoutViews(catalog.query(
                named,
                CatalogRelations::relation,
                name.schema().map(Object::toString).orElse(null),
                name.name().text()));
    }

    List<CatalogRelation> referencing(TableName name) throws SQLException {
        String referring = SELECT + " AND o.object_id IN (SELECT k.parent_object_id FROM sys.foreign_keys AS k"
                + " JOIN sys.objects AS r ON r.object_id = k.referenced_object_id"
                + " WHERE SCHEMA_NAME(r.schema_id) = COALESCE(?, SCHEMA_NAME()) AND r.name = ?)";
        return catalog.query(
                referring,
                CatalogRelations::relation,
                name.schema().map(Object::toString).orElse(null),
                name.name().text());
    }

    /** The tables that refer to each table, by its name; also to those to which none does. */
    Map<TableName, Set<TableName>> referencing() throws SQLException {
        Map<TableName, Set<TableName>> referencing = new HashMap<>();
        catalog.query(REFERENCES, row -> {
            Set<TableName> tables = referencing.computeIfAbsent(
                    Catalog.name(row.getString("target_schema"), row.getString("target_name")),
                    target -> new LinkedHashSet<>());
            return row.getString("name") == null || tables.add(Catalog.name(row));
        });
        return referencing;
    }

    /** The tables that stand for materialized views are views. */
    private List<CatalogRelation> withoutViews(List<CatalogRelation> relations) throws SQLException {
        Set<TableName> queries = new CatalogViews(catalog).queries().keySet();
        return relations.stream()
                .filter(relation -> !queries.contains(MaterializedView.query(relation.name())))
                .toList();
    }

    static CatalogRelation relation(ResultSet row) throws SQLException {
        return new CatalogRelation(row.getInt("object_id"), Catalog.name(row));
    }
}
