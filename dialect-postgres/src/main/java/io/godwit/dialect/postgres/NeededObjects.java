package io.godwit.dialect.postgres;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The types of a table's columns and the functions that its triggers, defaults and checks call: made again where they are missing,
 * left alone where they are there, but for a function that only this table's triggers call. What extensions bring is not told.
 */
final class NeededObjects {

    private static final String TYPES = """
            SELECT DISTINCT CASE WHEN y.typelem <> 0 AND y.typcategory = 'A' THEN y.typelem ELSE y.oid END::bigint
            FROM pg_attribute a JOIN pg_type y ON y.oid = a.atttypid
            WHERE a.attrelid = ANY(?::oid[]) AND a.attnum > 0 AND NOT a.attisdropped ORDER BY 1""";

    private static final String PARTS = """
            SELECT DISTINCT CASE WHEN y.typelem <> 0 AND y.typcategory = 'A' THEN y.typelem ELSE y.oid END::bigint
            FROM pg_type t LEFT JOIN pg_attribute a ON a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped
                JOIN pg_type y ON y.oid IN (a.atttypid, t.typbasetype)
            WHERE t.oid = ? ORDER BY 1""";

    private static final String TYPE = """
            SELECT CASE t.typtype
                WHEN 'e' THEN format('CREATE TYPE %s AS ENUM (%s)', t.oid::regtype,
                    (SELECT string_agg(quote_literal(e.enumlabel), ', ' ORDER BY e.enumsortorder) FROM pg_enum e
                        WHERE e.enumtypid = t.oid))
                WHEN 'c' THEN format('CREATE TYPE %s AS (%s)', t.oid::regtype,
                    (SELECT string_agg(format('%I %s', a.attname, format_type(a.atttypid, a.atttypmod)), ', ' ORDER BY a.attnum)
                        FROM pg_attribute a WHERE a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped))
                WHEN 'd' THEN format('CREATE DOMAIN %s AS %s%s%s%s%s', t.oid::regtype, format_type(t.typbasetype, t.typtypmod),
                    (SELECT format(' COLLATE %I.%I', n.nspname, l.collname) FROM pg_collation l
                        JOIN pg_namespace n ON n.oid = l.collnamespace JOIN pg_type b ON b.oid = t.typbasetype
                        WHERE l.oid = t.typcollation AND l.oid <> b.typcollation),
                    ' DEFAULT ' || t.typdefault, CASE WHEN t.typnotnull THEN ' NOT NULL' END,
                    (SELECT string_agg(format(' CONSTRAINT %I %s', o.conname, pg_get_constraintdef(o.oid)), '' ORDER BY o.oid)
                        FROM pg_constraint o WHERE o.contypid = t.oid AND o.contype = 'c')) END,
                t.oid::regtype::text
            FROM pg_type t WHERE t.oid = ? AND (t.typtype <> 'c' OR (SELECT c.relkind FROM pg_class c WHERE c.oid = t.typrelid) = 'c')
                AND NOT EXISTS (SELECT FROM pg_depend x WHERE x.classid = 'pg_type'::regclass AND x.objid = t.oid
                    AND x.deptype = 'e')""";

    private static final String FUNCTIONS = """
            SELECT pg_get_functiondef(f.oid), f.oid::regprocedure::text, EXISTS (SELECT FROM pg_trigger t WHERE t.tgfoid = f.oid)
                    AND NOT EXISTS (SELECT FROM pg_trigger t WHERE t.tgfoid = f.oid AND t.tgrelid <> ALL(?::oid[]))
            FROM pg_proc f JOIN pg_namespace n ON n.oid = f.pronamespace
            WHERE f.prokind IN ('f', 'p') AND n.nspname <> 'pg_catalog' AND f.oid IN (
                    SELECT t.tgfoid FROM pg_trigger t WHERE t.tgrelid = ANY(?::oid[]) AND NOT t.tgisinternal
                    UNION SELECT d.refobjid FROM pg_depend d WHERE d.refclassid = 'pg_proc'::regclass AND (
                        d.classid = 'pg_attrdef'::regclass
                            AND d.objid IN (SELECT f.oid FROM pg_attrdef f WHERE f.adrelid = ANY(?::oid[]))
                        OR d.classid = 'pg_constraint'::regclass
                            AND d.objid IN (SELECT o.oid FROM pg_constraint o WHERE o.conrelid = ANY(?::oid[]))
                        OR d.classid = 'pg_class'::regclass
                            AND d.objid IN (SELECT i.indexrelid FROM pg_index i WHERE i.indrelid = ANY(?::oid[]))
                        OR d.classid = 'pg_policy'::regclass
                            AND d.objid IN (SELECT p.oid FROM pg_policy p WHERE p.polrelid = ANY(?::oid[]))))
                AND NOT EXISTS (SELECT FROM pg_depend x WHERE x.classid = 'pg_proc'::regclass AND x.objid = f.oid
                    AND x.deptype = 'e')
            ORDER BY f.oid""";

    private final Catalog catalog;
    private final Set<String> statements = new LinkedHashSet<>();
    private final Set<Long> seen = new LinkedHashSet<>();

    NeededObjects(Catalog catalog) {
        this.catalog = catalog;
    }

    List<String> of(String tree) throws SQLException {
        for (long type : catalog.query(TYPES, row -> row.getLong(1), tree)) {
            type(type);
        }
        statements.addAll(catalog.query(
                FUNCTIONS,
                row -> row.getBoolean(3)
                        ? row.getString(1)
                        : guarded("to_regprocedure", row.getString(2), row.getString(1)),
                tree,
                tree,
                tree,
                tree,
                tree,
                tree));
        return new ArrayList<>(statements);
    }

    /** Behind the types that it is made of. */
    private void type(long oid) throws SQLException {
        if (!seen.add(oid)) {
            return;
        }
        for (long part : catalog.query(PARTS, row -> row.getLong(1), oid)) {
            type(part);
        }
        statements.addAll(catalog
                .query(
                        TYPE,
                        row -> row.getString(1) == null
                                ? ""
                                : guarded("to_regtype", row.getString(2), row.getString(1)),
                        oid)
                .stream()
                .filter(statement -> !statement.isEmpty())
                .toList());
    }

    /** A DO block runs its statement only where the object is missing. */
    private static String guarded(String lookUp, String name, String create) {
        PostgresSyntax syntax = new PostgresSyntax();
        return "DO "
                + syntax.text("BEGIN IF pg_catalog." + lookUp + "(" + syntax.text(name) + ") IS NULL THEN EXECUTE "
                        + syntax.text(create) + "; END IF; END");
    }
}
