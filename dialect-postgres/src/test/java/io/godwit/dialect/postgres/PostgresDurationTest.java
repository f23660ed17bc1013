package io.godwit.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.tck.harness.PluginFolder;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** A migration in one message writes its record before it is over. */
class PostgresDurationTest {

    @Test
    void slowMigrationIsRecordedAsSlow() throws SQLException {
        try (PostgresTestDatabase database = PostgresTestDatabase.create();
                PluginFolder plugins = PluginFolder.create();
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE slow (id integer DEFAULT length(pg_sleep(0.3)::text))");
            plugins.migration("crm-1", "1.0.0", """
                    {"id": "row", "operations": [{"addColumn": {"table": "slow", "column": {"name": "n", "type": "integer"}}},
                      {"insertRows": {"table": "slow", "rows": [{"n": 1}]}}]}""");
            plugins.on(database.dataSource()).build().migrate();
            try (ResultSet row = statement.executeQuery("SELECT duration_ms FROM godwit_migration")) {
                assertThat(row.next()).isTrue();
                assertThat(row.getLong(1)).isBetween(300L, 60_000L);
            }
        }
    }
}
