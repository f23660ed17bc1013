package io.godwit.dialect.postgres;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.StandardStaging;
import io.godwit.schema.Name;
import io.godwit.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A given number does not move a sequence on, so that it is moved afterwards. Stateless and thread-safe. */
final class PostgresStaging extends StandardStaging {

    /** The sequences that number columns of a table: those that the columns own, and those that their defaults ask. */
    private static final String SEQUENCES = """
            SELECT DISTINCT a.attname, s.oid::regclass::text
            FROM pg_class s
            JOIN pg_sequence q ON q.seqrelid = s.oid AND q.seqincrement > 0
            JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = s.oid AND d.deptype IN ('a', 'i')
                OR d.refclassid = 'pg_class'::regclass AND d.refobjid = s.oid AND d.classid = 'pg_attrdef'::regclass
            LEFT JOIN pg_attrdef f ON d.classid = 'pg_attrdef'::regclass AND f.oid = d.objid
            JOIN pg_attribute a ON a.attrelid = coalesce(f.adrelid, d.refobjid)
                AND a.attnum = coalesce(f.adnum, d.refobjsubid)
            WHERE a.attrelid = to_regclass(?) AND a.atttypid IN ('int2'::regtype, 'int4'::regtype, 'int8'::regtype)""";

    private final Dialect dialect;

    PostgresStaging(Dialect dialect) {
        super(dialect);
        this.dialect = dialect;
    }

    /** A column of a sequence. */
    private record Numbered(Name column, String sequence) {}

    @Override
    public void moveOn(Connection connection, Table table) throws SQLException {
        String name = dialect.syntax().table(table.name());
        List<Numbered> numbered = new Catalog(connection)
                .query(SEQUENCES, row -> new Numbered(Name.of(row.getString(1)), row.getString(2)), name);
        List<String> statements = new ArrayList<>();
        for (Numbered one : numbered) {
            statements.add(SequencePosition.moveOn(
                    name(one.column()), name, dialect.syntax().text(one.sequence())));
        }
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            for (String text : statements) {
                statement.execute(text);
            }
        }
    }

    /** By a block that looks for the sequences where it runs. */
    @Override
    public List<String> movedOn(Table table) {
        String name = dialect.syntax().table(table.name());
        String query = SEQUENCES.replace("?", dialect.syntax().text(name));
        String move = SequencePosition.moveOn("%1$I", name.replace("%", "%%"), "%2$L");
        String block = "DECLARE one record; BEGIN FOR one IN SELECT * FROM (" + query
                + ") AS numbered (name, sequence) LOOP EXECUTE format("
                + dialect.syntax().text(move) + ", one.name, one.sequence); END LOOP; END";
        return List.of("DO " + dialect.syntax().text(block));
    }
}
