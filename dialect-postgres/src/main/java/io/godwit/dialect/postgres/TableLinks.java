package io.godwit.dialect.postgres;

import io.godwit.dialect.LinkStatements;
import io.godwit.schema.Name;
import io.godwit.schema.TableName;
import java.sql.SQLException;
import java.util.List;

/** Reads the foreign keys of a table as statements. */
record TableLinks(Catalog catalog) {

    private static final String SELECT = """
            SELECT o.conname::text, format('ALTER TABLE %s DROP CONSTRAINT %I', o.conrelid::regclass, o.conname),
                format('ALTER TABLE %s ADD CONSTRAINT %I %s', o.conrelid::regclass, o.conname, pg_get_constraintdef(o.oid))
            FROM pg_constraint o WHERE o.contype = 'f' AND o.conparentid = 0 AND o.conrelid = ? AND o.confrelid = ANY(?::oid[])
            ORDER BY o.oid""";

    /** @param others an array of the tables that they refer to */
    List<LinkStatements> of(TableName table, long oid, String others) throws SQLException {
        return catalog.query(
                SELECT,
                row -> new LinkStatements(table, Name.of(row.getString(1)), row.getString(2), row.getString(3)),
                oid,
                others);
    }
}
