package io.godwit.dialect.postgres;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Asks pg_catalog. */
record Catalog(Connection connection) {

    /** Reads one row. */
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** What every list of relations leaves out: the system's, temporary ones, an extension's, partitions, our own. */
    static final String OURS_TO_SEE = """
            n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
                AND (n.nspname NOT IN ('public', 'dbo', 'main') OR n.nspname = current_schema())
                AND c.relname NOT LIKE 'godwit\\_%' AND NOT c.relispartition
                AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid
                    AND e.deptype = 'e')""";

    /** The schema of {@code n}, NULL for the default one. */
    static final String SCHEMA = "nullif(n.nspname, current_schema())::text";

    /** One relation by schema (NULL for the default one) and name. */
    static final String NAMED = "n.nspname = coalesce(?::text, current_schema())::name AND c.relname = ?::name";

    <T> List<T> query(String sql, RowReader<T> reader, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < parameters.length; index++) {
                statement.setObject(index + 1, parameters[index]);
            }
            try (ResultSet result = statement.executeQuery()) {
                List<T> rows = new ArrayList<>();
                while (result.next()) {
                    rows.add(reader.read(result));
                }
                return rows;
            }
        }
    }

    /** An array of object ids as text, for {@code = ANY(?::oid[])}. */
    static String oids(List<CatalogRelation> relations) {
        return relations.stream()
                .map(relation -> Long.toString(relation.oid()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** A text array; its elements may be null. */
    static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
    }

    /** An int2vector, which its text form is simplest to read from. */
    static List<Integer> numbers(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null || text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(" ")).map(Integer::valueOf).toList();
    }
}
