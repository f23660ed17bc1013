package io.godwit.dialect.postgres;

import java.sql.SQLException;
import java.util.List;

/** Writes CREATE TABLE with the columns and all that only stands there, and what ALTER TABLE says of columns. */
record CreationText(Catalog catalog) {

    private static final String COLUMN = """
            format('%I %s', a.attname, format_type(a.atttypid, a.atttypmod))
            || CASE WHEN a.attcollation <> 0 AND a.attcollation <> y.typcollation THEN
                (SELECT format(' COLLATE %I.%I', n.nspname, l.collname) FROM pg_collation l
                    JOIN pg_namespace n ON n.oid = l.collnamespace WHERE l.oid = a.attcollation) ELSE '' END
            || CASE WHEN a.attgenerated <> '' THEN format(' GENERATED ALWAYS AS (%s)%s', pg_get_expr(d.adbin, d.adrelid),
                    CASE a.attgenerated WHEN 's' THEN ' STORED' ELSE ' VIRTUAL' END)
                WHEN d.adbin IS NOT NULL THEN ' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid)
                WHEN a.attidentity <> '' THEN format(' GENERATED %s AS IDENTITY (SEQUENCE NAME %s%s)',
                    CASE a.attidentity WHEN 'a' THEN 'ALWAYS' ELSE 'BY DEFAULT' END, q.seqrelid::regclass, $sequence)
                ELSE '' END
            || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END
            """.replace("$sequence", SequenceText.OPTIONS);

    private static final String COLUMNS = """
            (SELECT string_agg($column, ', ' ORDER BY a.attnum)
                FROM pg_attribute a JOIN pg_type y ON y.oid = a.atttypid
                LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
                LEFT JOIN pg_depend p ON p.refclassid = 'pg_class'::regclass AND p.refobjid = a.attrelid
                    AND p.refobjsubid = a.attnum AND p.classid = 'pg_class'::regclass AND p.deptype = 'i'
                    AND a.attidentity <> ''
                LEFT JOIN pg_sequence q ON q.seqrelid = p.objid
                WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped)
            """.replace("$column", COLUMN);

    private static final String CREATE = """
            SELECT format('CREATE %sTABLE %s ', CASE c.relpersistence WHEN 'u' THEN 'UNLOGGED ' ELSE '' END, c.oid::regclass)
                || CASE WHEN c.relispartition AND w.position > 1 THEN format('PARTITION OF %s %s',
                        (SELECT i.inhparent::regclass FROM pg_inherits i WHERE i.inhrelid = c.oid),
                        pg_get_expr(c.relpartbound, c.oid))
                    ELSE format('(%s)', $columns) END
                || CASE WHEN c.relkind = 'p' THEN ' PARTITION BY ' || pg_get_partkeydef(c.oid) ELSE '' END
                || coalesce((SELECT ' USING ' || quote_ident(m.amname) FROM pg_am m
                    WHERE m.oid = c.relam AND m.amname <> 'heap'), '')
                || coalesce(' WITH (' || (SELECT string_agg(o.option, ', ') FROM (
                    SELECT $options AS option FROM unnest(c.reloptions) AS u (text)
                    UNION ALL SELECT 'toast.' || $options FROM unnest(t.reloptions) AS u (text)) o) || ')', '')
                || coalesce((SELECT ' TABLESPACE ' || quote_ident(s.spcname) FROM pg_tablespace s
                    WHERE s.oid = c.reltablespace), '') AS sql
            FROM unnest(?::oid[]) WITH ORDINALITY AS w (oid, position) JOIN pg_class c ON c.oid = w.oid
                LEFT JOIN pg_class t ON t.oid = c.reltoastrelid
            ORDER BY w.position""".replace("$columns", COLUMNS).replace(
            "$options", "format('%s=%L', split_part(u.text, '=', 1), substr(u.text, strpos(u.text, '=') + 1))");

    private static final String STORAGE = """
            SELECT format('ALTER TABLE ONLY %s ALTER COLUMN %I ', a.attrelid::regclass, a.attname) || o.words AS sql
            FROM unnest(?::oid[]) WITH ORDINALITY AS w (oid, position)
                JOIN pg_attribute a ON a.attrelid = w.oid AND a.attnum > 0 AND NOT a.attisdropped
                JOIN pg_type y ON y.oid = a.atttypid
                CROSS JOIN LATERAL (VALUES
                    (CASE WHEN a.attstorage <> y.typstorage THEN 'SET STORAGE ' || CASE a.attstorage WHEN 'p' THEN 'PLAIN'
                        WHEN 'e' THEN 'EXTERNAL' WHEN 'm' THEN 'MAIN' ELSE 'EXTENDED' END END),
                    (CASE to_jsonb(a) ->> 'attcompression' WHEN 'p' THEN 'SET COMPRESSION pglz'
                        WHEN 'l' THEN 'SET COMPRESSION lz4' END),
                    (CASE WHEN a.attstattarget >= 0 THEN 'SET STATISTICS ' || a.attstattarget END),
                    ('SET (' || array_to_string(a.attoptions, ', ') || ')')) AS o (words)
            WHERE o.words IS NOT NULL ORDER BY w.position, a.attnum""";

    List<String> of(String tree) throws SQLException {
        List<String> statements = catalog.query(CREATE, row -> row.getString(1), tree);
        statements.addAll(catalog.query(STORAGE, row -> row.getString(1), tree));
        return statements;
    }
}
