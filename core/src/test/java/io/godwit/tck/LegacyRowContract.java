package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.Godwit;
import io.godwit.tck.harness.PluginFolder;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** The rows of tables that another tool made, in the words that most engines take, are worked with as if Godwit had made them. */
public interface LegacyRowContract extends EngineContract {

    @Test
    default void columnsOfAnotherToolTakePartInExpressionsAndTransforms() throws SQLException {
        try (PluginFolder plugins = PluginFolder.create();
                Connection connection = bench().database().dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE legacy (code VARCHAR(40) PRIMARY KEY, title CHARACTER VARYING(30),"
                    + " stock INT, price NUMERIC(8, 2))");
            statement.execute("INSERT INTO legacy VALUES ('a-1', 'Lamp', 3, 9.50), ('b-2', NULL, NULL, 1.25),"
                    + " ('it''s', 'Chair', 0, NULL)");
            plugins.migration("shop-1", "1.0.0", """
                    {"id": "table", "operations": [{"createTable": {"table": "article", "columns": [
                      {"name": "code", "type": "varchar(40)", "primaryKey": true}, {"name": "label", "type": "text"},
                      {"name": "letters", "type": "integer"}, {"name": "worth", "type": "decimal(12,2)"}]}}]},
                    {"id": "move", "dependencies": ["table"], "transform": {"source": "legacy", "target": "article", "batchSize": 1, "mapping": [
                      {"source": "code", "target": "code"},
                      {"target": "label", "transform": {"type": "expression", "definition": "upper(coalesce(title, code)) || '.'"}},
                      {"source": "title", "target": "letters", "transform": {"type": "function", "definition": "length"}, "defaultValue": -1},
                      {"target": "worth", "transform": {"type": "expression", "definition": "CASE WHEN code LIKE '%-%' THEN price * coalesce(stock, 1) ELSE 0 END"}}]}},
                    {"id": "change", "dependencies": ["move"], "sql": {"universal": "UPDATE legacy SET title = left(code, 1) || '?' WHERE title IS NULL AND code > 'b'"}}""");
            Godwit godwit = on(plugins).build();
            godwit.migrate().orThrow();
            assertThat(rows("select code, label, letters, worth from article order by code"))
                    .containsExactly("a-1, LAMP., 4, 28.5", "b-2, B-2., -1, 1.25", "it's, CHAIR., 5, 0");
            assertThat(rows("select title from legacy where code = 'b-2'")).containsExactly("b?");
        }
    }
}
