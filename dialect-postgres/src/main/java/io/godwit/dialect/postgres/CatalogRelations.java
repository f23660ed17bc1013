package io.godwit.dialect.postgres;

import io.godwit.schema.Name;
import io.godwit.schema.Partition;
import io.godwit.schema.TableName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds tables, partitioned ones included. */
record CatalogRelations(Catalog catalog) {

    private static final String SELECT = """
            SELECT c.oid::bigint AS oid, %s AS schema_name, c.relname::text AS name, d.description AS comment,
                p.partstrat::text AS strategy,
                (SELECT array_agg(a.attname::text ORDER BY k.position)
                    FROM unnest(p.partattrs::smallint[]) WITH ORDINALITY AS k (number, position)
                    LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.number) AS partition_columns
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                LEFT JOIN pg_partitioned_table p ON p.partrelid = c.oid
                LEFT JOIN pg_description d
                    ON d.objoid = c.oid AND d.classoid = 'pg_class'::regclass AND d.objsubid = 0
            WHERE c.relkind IN ('r', 'p') AND %s AND\s""".formatted(Catalog.SCHEMA, Catalog.OURS_TO_SEE);

    private static final String REFERENCING = """
            c.oid IN (SELECT f.conrelid FROM pg_constraint f WHERE f.contype = 'f' AND f.confrelid =
                (SELECT c.oid FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE %s))""".formatted(Catalog.NAMED);

    private static final String AMONG = """
            EXISTS (SELECT FROM unnest(?::text[], ?::text[]) AS w (schema_name, name)
                WHERE n.nspname = coalesce(w.schema_name, current_schema())::name AND c.relname = w.name::name)""";

    private static final String REFERENCING_AMONG = """
            c.oid IN (SELECT f.conrelid FROM pg_constraint f WHERE f.contype = 'f' AND f.confrelid IN
                (SELECT c.oid FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE %s))""".formatted(AMONG);

    List<CatalogRelation> tables() throws SQLException {
        return catalog.query(SELECT + "TRUE ORDER BY c.oid", CatalogRelations::relation);
    }

    /** Those of the tables that are there. */
    List<CatalogRelation> tables(Collection<TableName> names) throws SQLException {
        return catalog.query(SELECT + AMONG, CatalogRelations::relation, schemas(names), texts(names));
    }

    /** The one table, under the name it was asked for by; none if there is none. */
    List<CatalogRelation> table(TableName name) throws SQLException {
        return catalog.query(
                SELECT + Catalog.NAMED,
                row -> {
                    CatalogRelation found = relation(row);
                    return new CatalogRelation(found.oid(), name, found.comment(), found.partition());
                },
                schema(name),
                name.name().text());
    }

    List<CatalogRelation> referencing(TableName name) throws SQLException {
        return catalog.query(
                SELECT + REFERENCING,
                CatalogRelations::relation,
                schema(name),
                name.name().text());
    }

    /** The tables whose foreign keys refer to one of these. */
    List<CatalogRelation> referencing(Collection<TableName> names) throws SQLException {
        return catalog.query(SELECT + REFERENCING_AMONG, CatalogRelations::relation, schemas(names), texts(names));
    }

    private static @Nullable String[] schemas(Collection<TableName> names) {
        return names.stream().map(CatalogRelations::schema).toArray(String[]::new);
    }

    private static String[] texts(Collection<TableName> names) {
        return names.stream().map(name -> name.name().text()).toArray(String[]::new);
    }

    static @Nullable String schema(TableName name) {
        return name.schema().map(Name::text).orElse(null);
    }

    static TableName name(ResultSet row, String schemaColumn, String nameColumn) throws SQLException {
        String schema = row.getString(schemaColumn);
        return new TableName(schema == null ? null : Name.of(schema), Name.of(row.getString(nameColumn)));
    }

    private static CatalogRelation relation(ResultSet row) throws SQLException {
        return new CatalogRelation(
                row.getLong("oid"), name(row, "schema_name", "name"), row.getString("comment"), partition(row));
    }

    /** Null also for a rule with expressions, which no portable record can say. */
    private static @Nullable Partition partition(ResultSet row) throws SQLException {
        String strategy = row.getString("strategy");
        List<String> columns = Catalog.texts(row, "partition_columns");
        if (strategy == null || columns.stream().anyMatch(Objects::isNull)) {
            return null;
        }
        Partition.Kind kind = switch (strategy) {
            case "r" -> Partition.Kind.RANGE;
            case "l" -> Partition.Kind.LIST;
            default -> Partition.Kind.HASH;
        };
        return new Partition(kind, columns.stream().map(Name::of).toList());
    }
}
