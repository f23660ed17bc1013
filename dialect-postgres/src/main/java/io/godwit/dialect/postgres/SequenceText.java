package io.godwit.dialect.postgres;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Writes the sequences that belong to columns: those of serial columns by statements of their own. */
record SequenceText(Catalog catalog) {

    /** What a row {@code q} of pg_sequence says, behind the sequence's name. */
    static final String OPTIONS = """
            format(' START WITH %s INCREMENT BY %s MINVALUE %s MAXVALUE %s CACHE %s%s', q.seqstart, q.seqincrement, q.seqmin,
                q.seqmax, q.seqcache, CASE WHEN q.seqcycle THEN ' CYCLE' ELSE ' NO CYCLE' END)""";

    private static final String OF_COLUMNS = """
            FROM unnest(?::oid[]) WITH ORDINALITY AS w (oid, position)
                JOIN pg_depend p ON p.refclassid = 'pg_class'::regclass AND p.refobjid = w.oid AND p.refobjsubid > 0
                    AND p.classid = 'pg_class'::regclass AND p.deptype IN ('a', 'i')
                JOIN pg_sequence q ON q.seqrelid = p.objid
                JOIN pg_attribute a ON a.attrelid = p.refobjid AND a.attnum = p.refobjsubid
                JOIN pg_class c ON c.oid = q.seqrelid
            """;

    private static final String ORDER = " ORDER BY w.position, a.attnum, q.seqrelid";

    List<String> owned(String tree) throws SQLException {
        String create = "SELECT format('CREATE %sSEQUENCE %s AS %s', CASE c.relpersistence WHEN 'u' THEN 'UNLOGGED '"
                + " ELSE '' END, q.seqrelid::regclass, format_type(q.seqtypid, NULL)) || " + OPTIONS + OF_COLUMNS
                + "WHERE p.deptype = 'a'" + ORDER;
        return catalog.query(create, row -> row.getString(1), tree);
    }

    List<String> ownersAndPositions(String tree) throws SQLException {
        List<String> statements = catalog.query(
                "SELECT format('ALTER SEQUENCE %s OWNED BY %s.%I', q.seqrelid::regclass, a.attrelid::regclass, a.attname)"
                        + OF_COLUMNS + "WHERE p.deptype = 'a'" + ORDER,
                row -> row.getString(1),
                tree);
        statements.addAll(positions(tree));
        return statements;
    }

    /** One that belongs to no column. */
    List<String> alone(long oid) throws SQLException {
        List<String> statements = new ArrayList<>();
        List<String> names = new ArrayList<>();
        catalog.query(
                "SELECT format('CREATE %sSEQUENCE %s AS %s', CASE c.relpersistence WHEN 'u' THEN 'UNLOGGED ' ELSE '' END,"
                        + " c.oid::regclass, format_type(q.seqtypid, NULL)) || " + OPTIONS
                        + ", c.oid::regclass::text FROM pg_sequence q JOIN pg_class c ON c.oid = q.seqrelid WHERE c.oid = ?",
                row -> names.add(row.getString(2)) && statements.add(row.getString(1)),
                oid);
        for (String name : names) {
            statements.addAll(position(name));
        }
        statements.addAll(new TableBelongings(catalog).ofSequence("{" + oid + "}"));
        return statements;
    }

    private List<String> positions(String tree) throws SQLException {
        List<String> names =
                catalog.query("SELECT q.seqrelid::regclass::text " + OF_COLUMNS + ORDER, row -> row.getString(1), tree);
        List<String> statements = new ArrayList<>();
        for (String name : names) {
            statements.addAll(position(name));
        }
        return statements;
    }

    private List<String> position(String name) throws SQLException {
        return catalog.query(
                "SELECT format('SELECT pg_catalog.setval(%L, %s, %L)', ?::text, last_value, is_called) FROM " + name,
                row -> row.getString(1),
                name);
    }
}
