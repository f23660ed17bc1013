package io.godwit.dialect.postgres;

/** Owners and grants of tables, columns and the sequences that belong to them. Stateless. */
final class PrivilegeText {

    /** Everything that the tree {@code w} of relations {@code c} has, its sequences too. */
    private static final String RELATIONS = """
            (SELECT w.position, c.oid FROM tree w JOIN pg_class c ON c.oid = w.oid
                UNION ALL SELECT w.position, q.objid FROM tree w JOIN pg_depend q ON q.refobjid = w.oid AND q.refobjsubid > 0
                    AND q.classid = 'pg_class'::regclass AND q.refclassid = 'pg_class'::regclass AND q.deptype IN ('a', 'i')
                    JOIN pg_sequence s ON s.seqrelid = q.objid) r
                JOIN pg_class c ON c.oid = r.oid""";

    /** What the owner has by birth is taken away first where it has lost something of it. */
    static final String SELECT = """
            SELECT 12, w.position, c.oid, format('ALTER %s %s OWNER TO %I', $kind, c.oid::regclass, pg_get_userbyid(c.relowner))
                $tree WHERE pg_get_userbyid(c.relowner) <> current_user
            UNION ALL SELECT 13, r.position, c.oid, format('REVOKE ALL ON %s %s FROM %I', $kind, c.oid::regclass,
                    pg_get_userbyid(c.relowner))
                FROM $relations WHERE c.relacl IS NOT NULL
                AND NOT c.relacl @> acldefault(CASE c.relkind WHEN 'S' THEN 's'::"char" ELSE 'r' END, c.relowner)
            UNION ALL SELECT 14, r.position, min(x.place)::oid, format('GRANT %s ON %s %s TO %s%s', string_agg(x.privilege_type, ', '
                    ORDER BY x.privilege_type), $kind, c.oid::regclass, $grantee,
                    CASE WHEN x.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END)
                FROM $relations CROSS JOIN LATERAL aclexplode(c.relacl) WITH ORDINALITY AS x (grantor, grantee, privilege_type,
                    is_grantable, place)
                WHERE x.grantee <> c.relowner
                OR NOT c.relacl @> acldefault(CASE c.relkind WHEN 'S' THEN 's'::"char" ELSE 'r' END, c.relowner)
                GROUP BY r.position, c.oid, c.relkind, x.grantee, x.is_grantable
            UNION ALL SELECT 15, w.position, a.attnum::oid, format('GRANT %s (%I) ON TABLE %s TO %s%s', x.privilege_type, a.attname,
                    c.oid::regclass, $grantee, CASE WHEN x.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END)
                $tree JOIN pg_attribute a ON a.attrelid = c.oid AND NOT a.attisdropped CROSS JOIN LATERAL aclexplode(a.attacl) x""".replace("$relations", RELATIONS)
            .replace("$kind", "CASE c.relkind WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END")
            .replace(
                    "$grantee", "CASE x.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(x.grantee)) END");

    private PrivilegeText() {}
}
