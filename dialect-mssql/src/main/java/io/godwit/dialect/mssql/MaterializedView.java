package io.godwit.dialect.mssql;

import io.godwit.schema.TableName;
import java.util.List;

/**
 * A view that keeps its rows: a table of that name, and a plain view, named after it, that remembers the query and fills it. SQL
 * Server's indexed views take few queries, and keep themselves up to date.
 */
final class MaterializedView {

    static final String PREFIX = "godwit_query_";

    private final TableName name;
    private final MsSqlText text;

    MaterializedView(TableName name, MsSqlText text) {
        this.name = name;
        this.text = text;
    }

    /** The plain view that remembers the query. */
    static TableName query(TableName name) {
        return name.sibling(MsSqlDialect.NAMING.fit(PREFIX + name.folded()));
    }

    /** A union has no identity column, which the new table would take over otherwise. */
    List<String> create(String select) {
        String rows = "SELECT * FROM " + text.name(query(name));
        return List.of(
                "CREATE VIEW " + text.name(query(name)) + " AS\n" + select,
                "SELECT * INTO " + text.name(name) + " FROM (" + rows + " UNION ALL " + rows
                        + " WHERE 1 = 0) AS [filled]");
    }

    List<String> refresh() {
        return List.of(
                "DELETE FROM " + text.name(name),
                "INSERT INTO " + text.name(name) + " SELECT * FROM " + text.name(query(name)));
    }

    List<String> drop() {
        return List.of("DROP TABLE " + text.name(name), "DROP VIEW " + text.name(query(name)));
    }
}
