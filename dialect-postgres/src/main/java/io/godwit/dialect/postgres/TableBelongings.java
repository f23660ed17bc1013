package io.godwit.dialect.postgres;

import java.sql.SQLException;
import java.util.List;

/** What belongs to a table and is made when its rows are there; each statement is made by the catalog itself. */
record TableBelongings(Catalog catalog) {

    /** A check goes to the partitions by itself, what has an index does not. */
    private static final String CONSTRAINTS = """
            SELECT 1 AS place, w.position, o.oid, format('ALTER TABLE %s%s ADD CONSTRAINT %I %s',
                    CASE o.contype WHEN 'c' THEN '' ELSE 'ONLY ' END, c.oid::regclass, o.conname, pg_get_constraintdef(o.oid)) AS sql
                $tree JOIN pg_constraint o ON o.conrelid = c.oid
                WHERE o.contype IN ('p', 'u', 'x') OR o.contype = 'c' AND o.conislocal""";

    private static final String INDEXES = """
            SELECT 2, w.position, i.indexrelid, pg_get_indexdef(i.indexrelid) $tree JOIN pg_index i ON i.indrelid = c.oid
                WHERE NOT EXISTS (SELECT FROM pg_constraint o WHERE o.conindid = i.indexrelid AND o.contype IN ('p', 'u', 'x'))
            UNION ALL SELECT 3, w.position, h.inhrelid,
                    format('ALTER INDEX %s ATTACH PARTITION %s', h.inhparent::regclass, h.inhrelid::regclass)
                $tree JOIN pg_index i ON i.indrelid = c.oid JOIN pg_inherits h ON h.inhrelid = i.indexrelid
            UNION ALL SELECT 4, w.position, i.indexrelid, format('ALTER INDEX %s SET (%s)', i.indexrelid::regclass,
                    array_to_string(x.reloptions, ', '))
                $tree JOIN pg_index i ON i.indrelid = c.oid JOIN pg_class x ON x.oid = i.indexrelid
                JOIN pg_constraint o ON o.conindid = i.indexrelid AND o.contype IN ('p', 'u', 'x') AND o.conrelid = c.oid
                WHERE x.reloptions IS NOT NULL
            UNION ALL SELECT 4, w.position, i.indexrelid, format('ALTER INDEX %s SET TABLESPACE %I', i.indexrelid::regclass, s.spcname)
                $tree JOIN pg_index i ON i.indrelid = c.oid JOIN pg_class x ON x.oid = i.indexrelid
                JOIN pg_tablespace s ON s.oid = x.reltablespace
            UNION ALL SELECT 5, w.position, i.indexrelid, format('ALTER TABLE %s CLUSTER ON %I', c.oid::regclass, x.relname)
                $tree JOIN pg_index i ON i.indrelid = c.oid AND i.indisclustered JOIN pg_class x ON x.oid = i.indexrelid
            UNION ALL SELECT 5, w.position, c.oid, format('ALTER TABLE ONLY %s REPLICA IDENTITY %s', c.oid::regclass,
                    CASE c.relreplident WHEN 'f' THEN 'FULL' WHEN 'n' THEN 'NOTHING' ELSE
                        (SELECT format('USING INDEX %I', x.relname) FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid
                            WHERE i.indrelid = c.oid AND i.indisreplident) END)
                $tree WHERE c.relreplident <> 'd' AND c.relkind = 'r'
            UNION ALL SELECT 6, w.position, e.oid, pg_get_statisticsobjdef(e.oid) $tree JOIN pg_statistic_ext e ON e.stxrelid = c.oid""";

    private static final String RULES = """
            SELECT 7, w.position, t.oid, pg_get_triggerdef(t.oid) $tree JOIN pg_trigger t ON t.tgrelid = c.oid
                WHERE NOT t.tgisinternal AND t.tgparentid = 0
            UNION ALL SELECT 8, w.position, t.oid, format('ALTER TABLE ONLY %s %s TRIGGER %I', c.oid::regclass, CASE t.tgenabled
                    WHEN 'D' THEN 'DISABLE' WHEN 'R' THEN 'ENABLE REPLICA' ELSE 'ENABLE ALWAYS' END, t.tgname)
                $tree JOIN pg_trigger t ON t.tgrelid = c.oid WHERE NOT t.tgisinternal AND t.tgenabled <> 'O'
            UNION ALL SELECT 8, w.position, r.oid, pg_get_ruledef(r.oid) $tree JOIN pg_rewrite r ON r.ev_class = c.oid
            UNION ALL SELECT 9, w.position, r.oid, format('ALTER TABLE %s %s RULE %I', c.oid::regclass, CASE r.ev_enabled
                    WHEN 'D' THEN 'DISABLE' WHEN 'R' THEN 'ENABLE REPLICA' ELSE 'ENABLE ALWAYS' END, r.rulename)
                $tree JOIN pg_rewrite r ON r.ev_class = c.oid WHERE r.ev_enabled <> 'O'
            UNION ALL SELECT 9, w.position, p.oid, format('CREATE POLICY %I ON %s AS %s FOR %s TO %s%s%s', p.polname, c.oid::regclass,
                    CASE WHEN p.polpermissive THEN 'PERMISSIVE' ELSE 'RESTRICTIVE' END,
                    CASE p.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE' WHEN 'd' THEN 'DELETE'
                        ELSE 'ALL' END,
                    (SELECT string_agg(CASE u.role WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(u.role)) END, ', ')
                        FROM unnest(p.polroles) AS u (role)),
                    coalesce(' USING (' || pg_get_expr(p.polqual, p.polrelid) || ')', ''),
                    coalesce(' WITH CHECK (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')', ''))
                $tree JOIN pg_policy p ON p.polrelid = c.oid
            UNION ALL SELECT 10, w.position, c.oid, format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', c.oid::regclass)
                $tree WHERE c.relrowsecurity
            UNION ALL SELECT 10, w.position, c.oid, format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', c.oid::regclass)
                $tree WHERE c.relforcerowsecurity""";

    private static final String COMMENTS = """
            SELECT 11, w.position, m.objsubid::oid, CASE m.objsubid WHEN 0 THEN format('COMMENT ON TABLE %s IS %L', c.oid::regclass,
                    m.description) ELSE format('COMMENT ON COLUMN %s.%I IS %L', c.oid::regclass, (SELECT a.attname
                    FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum = m.objsubid), m.description) END
                $tree JOIN pg_description m ON m.objoid = c.oid AND m.classoid = 'pg_class'::regclass
            UNION ALL SELECT 11, w.position, i.indexrelid, format('COMMENT ON INDEX %s IS %L', i.indexrelid::regclass, m.description)
                $tree JOIN pg_index i ON i.indrelid = c.oid JOIN pg_description m ON m.objoid = i.indexrelid
                AND m.classoid = 'pg_class'::regclass
            UNION ALL SELECT 11, w.position, o.oid, format('COMMENT ON CONSTRAINT %I ON %s IS %L', o.conname, c.oid::regclass,
                    m.description)
                $tree JOIN pg_constraint o ON o.conrelid = c.oid AND o.contype <> 'f' JOIN pg_description m ON m.objoid = o.oid
                AND m.classoid = 'pg_constraint'::regclass
            UNION ALL SELECT 11, w.position, t.oid, format('COMMENT ON TRIGGER %I ON %s IS %L', t.tgname, c.oid::regclass, m.description)
                $tree JOIN pg_trigger t ON t.tgrelid = c.oid JOIN pg_description m ON m.objoid = t.oid
                AND m.classoid = 'pg_trigger'::regclass
            UNION ALL SELECT 11, w.position, p.oid, format('COMMENT ON POLICY %I ON %s IS %L', p.polname, c.oid::regclass, m.description)
                $tree JOIN pg_policy p ON p.polrelid = c.oid JOIN pg_description m ON m.objoid = p.oid
                AND m.classoid = 'pg_policy'::regclass
            UNION ALL SELECT 11, w.position, e.oid, format('COMMENT ON STATISTICS %I.%I IS %L', n.nspname, e.stxname, m.description)
                $tree JOIN pg_statistic_ext e ON e.stxrelid = c.oid JOIN pg_namespace n ON n.oid = e.stxnamespace
                JOIN pg_description m ON m.objoid = e.oid AND m.classoid = 'pg_statistic_ext'::regclass
            UNION ALL SELECT 11, w.position, q.objid, format('COMMENT ON SEQUENCE %s IS %L', q.objid::regclass, m.description)
                $tree JOIN pg_depend q ON q.refobjid = c.oid AND q.refobjsubid > 0 AND q.classid = 'pg_class'::regclass
                AND q.refclassid = 'pg_class'::regclass AND q.deptype IN ('a', 'i') JOIN pg_sequence s ON s.seqrelid = q.objid
                JOIN pg_description m ON m.objoid = q.objid AND m.classoid = 'pg_class'::regclass""";

    private static final String FINISH = String.join(
                    " UNION ALL ", CONSTRAINTS, INDEXES, RULES, COMMENTS, PrivilegeText.SELECT)
            .replace("$tree", " FROM tree w JOIN pg_class c ON c.oid = w.oid");

    private static final String SEQUENCE =
            """
            SELECT 11 AS place, w.position, c.oid, format('COMMENT ON SEQUENCE %s IS %L', c.oid::regclass, m.description) AS sql
                $tree JOIN pg_description m ON m.objoid = c.oid AND m.classoid = 'pg_class'::regclass
            UNION ALL\s""".concat(PrivilegeText.SELECT).replace("$tree", " FROM tree w JOIN pg_class c ON c.oid = w.oid");

    private static final String LINKS = """
            SELECT 1 AS place, w.position, o.oid, format('ALTER TABLE %s ADD CONSTRAINT %I %s', c.oid::regclass, o.conname,
                    pg_get_constraintdef(o.oid)) AS sql
                $tree JOIN pg_constraint o ON o.conrelid = c.oid AND o.contype = 'f' AND o.conparentid = 0
            UNION ALL SELECT 2, w.position, o.oid, format('COMMENT ON CONSTRAINT %I ON %s IS %L', o.conname, c.oid::regclass,
                    m.description)
                $tree JOIN pg_constraint o ON o.conrelid = c.oid AND o.contype = 'f' JOIN pg_description m ON m.objoid = o.oid
                AND m.classoid = 'pg_constraint'::regclass""".replace("$tree", " FROM tree w JOIN pg_class c ON c.oid = w.oid");

    List<String> finish(String tree) throws SQLException {
        return statements(FINISH, tree);
    }

    List<String> ofSequence(String tree) throws SQLException {
        return statements(SEQUENCE, tree);
    }

    List<String> links(String tree) throws SQLException {
        return statements(LINKS, tree);
    }

    private List<String> statements(String parts, String tree) throws SQLException {
        return catalog.query(
                "WITH tree AS (SELECT * FROM unnest(?::oid[]) WITH ORDINALITY AS t (oid, position)) SELECT b.sql FROM ("
                        + parts + ") b WHERE b.sql IS NOT NULL ORDER BY b.place, b.position, b.oid",
                row -> row.getString(1),
                tree);
    }
}
