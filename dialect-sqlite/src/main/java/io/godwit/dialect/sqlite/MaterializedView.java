package io.godwit.dialect.sqlite;

import io.godwit.schema.Name;
import io.godwit.schema.TableName;
import java.util.List;

/**
 * A view that keeps its rows: a table of that name, and a plain view, named after it, that remembers the query and fills it.
 */
final class MaterializedView {

    static final String PREFIX = "godwit_query_";

    private final TableName name;
    private final SqliteSyntax syntax = new SqliteSyntax();

    MaterializedView(TableName name) {
        this.name = name;
    }

    /** The plain view that remembers the query. */
    Name query() {
        return SqliteDialect.NAMING.fit(PREFIX + name.folded());
    }

    List<String> create(String select) {
        return List.of("CREATE VIEW " + syntax.name(query()) + " AS " + select, fill());
    }

    /** Makes the table that keeps the rows. */
    String fill() {
        return "CREATE TABLE " + syntax.table(name) + " AS SELECT * FROM " + syntax.name(query());
    }

    List<String> refresh() {
        return List.of(
                "DELETE FROM " + syntax.table(name),
                "INSERT INTO " + syntax.table(name) + " SELECT * FROM " + syntax.name(query()));
    }

    List<String> drop() {
        return List.of("DROP TABLE " + syntax.table(name), "DROP VIEW " + syntax.name(query()));
    }
}
