package io.godwit.dialect.postgres;

/**
 * What DROP VIEW takes away with a view, as the statements that make it again: its owner, with whose rights it reads, its options,
 * comments, triggers, rules and privileges, and the indexes of a materialized one.
 */
final class ViewBelongings {

    /** An array of statements for the relation {@code c} in the schema {@code n}. */
    static final String SELECT = """
            array(SELECT o.sql FROM (
                SELECT 1 AS place, 0::oid AS oid, format('ALTER %2$s %1$s OWNER TO %3$I', c.oid::regclass,
                        CASE c.relkind WHEN 'v' THEN 'VIEW' ELSE 'MATERIALIZED VIEW' END,
                        pg_get_userbyid(c.relowner)) AS sql
                    WHERE pg_get_userbyid(c.relowner) <> current_user
                UNION ALL SELECT 2, 0::oid, format('ALTER %2$s %1$s SET (%3$s)', c.oid::regclass,
                        CASE c.relkind WHEN 'v' THEN 'VIEW' ELSE 'MATERIALIZED VIEW' END, array_to_string(c.reloptions, ', '))
                    WHERE c.reloptions IS NOT NULL
                UNION ALL SELECT 3, i.indexrelid, pg_get_indexdef(i.indexrelid) FROM pg_index i WHERE i.indrelid = c.oid
                UNION ALL SELECT 4, t.oid, pg_get_triggerdef(t.oid) FROM pg_trigger t
                    WHERE t.tgrelid = c.oid AND NOT t.tgisinternal
                UNION ALL SELECT 5, r.oid, pg_get_ruledef(r.oid) FROM pg_rewrite r
                    WHERE r.ev_class = c.oid AND r.rulename <> '_RETURN'
                UNION ALL SELECT 6, d.objsubid::oid, CASE WHEN d.objsubid = 0
                        THEN format('COMMENT ON %2$s %1$s IS %3$L', c.oid::regclass,
                            CASE c.relkind WHEN 'v' THEN 'VIEW' ELSE 'MATERIALIZED VIEW' END, d.description)
                        ELSE format('COMMENT ON COLUMN %1$s.%2$I IS %3$L', c.oid::regclass, (SELECT a.attname
                            FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum = d.objsubid), d.description) END
                    FROM pg_description d WHERE d.objoid = c.oid AND d.classoid = 'pg_class'::regclass
                UNION ALL SELECT 7, x.grantee, format('GRANT %2$s ON %1$s TO %3$s%4$s', c.oid::regclass, x.privilege_type,
                        CASE x.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(x.grantee)) END,
                        CASE WHEN x.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END)
                    FROM aclexplode(c.relacl) x WHERE x.grantee <> c.relowner
            ) o ORDER BY o.place, o.oid, o.sql)""";

    private ViewBelongings() {}
}
