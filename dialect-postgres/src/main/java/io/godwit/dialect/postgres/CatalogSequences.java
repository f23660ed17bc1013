package io.godwit.dialect.postgres;

import io.godwit.schema.Sequence;
import io.godwit.schema.TableName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Reads sequences that stand alone; those of identity and serial columns belong to their column. */
record CatalogSequences(Catalog catalog) {

    private static final String SELECT = """
            SELECT %s AS schema_name, c.relname::text AS name, s.seqstart AS first_number, s.seqincrement AS increment
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_sequence s ON s.seqrelid = c.oid
            WHERE %s AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid
                AND d.refclassid = 'pg_class'::regclass AND d.refobjsubid > 0 AND d.deptype IN ('a', 'i')) AND\s""".formatted(Catalog.SCHEMA, Catalog.OURS_TO_SEE);

    List<Sequence> all() throws SQLException {
        return catalog.query(
                SELECT + "TRUE ORDER BY c.oid",
                row -> sequence(row, CatalogRelations.name(row, "schema_name", "name")));
    }

    Optional<Sequence> one(TableName name) throws SQLException {
        return catalog
                .query(
                        SELECT + Catalog.NAMED,
                        row -> sequence(row, name),
                        CatalogRelations.schema(name),
                        name.name().text())
                .stream()
                .findFirst();
    }

    private static Sequence sequence(ResultSet row, TableName name) throws SQLException {
        return new Sequence(name, row.getLong("first_number"), row.getLong("increment"));
    }
}
