package io.godwit.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.godwit.Godwit;
import io.godwit.failure.StatementFailedException;
import io.godwit.plan.RollbackTarget;
import io.godwit.tck.harness.PluginFolder;
import io.godwit.tck.harness.Workbench;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A plugin goes up, fails, goes down and up again through either driver; what one left the other reads. */
class DriverTest {

    private static final String CITY = """
            {"id": "table", "operations": [
              {"createTable": {"table": "city", "columns": [
                {"name": "id", "type": "bigint", "identity": true, "primaryKey": true},
                {"name": "key", "type": "uuid", "default": {"expression": "gen_random_uuid()"}},
                {"name": "name", "type": "varchar(80)", "nullable": false},
                {"name": "facts", "type": "json"},
                {"name": "open", "type": "boolean", "default": true},
                {"name": "founded", "type": "timestamptz"},
                {"name": "flag", "type": "bytes"}]}},
              {"createIndex": {"table": "city", "columns": [{"expression": "lower(name)"}]}},
              {"createView": {"name": "open_city", "query": "select id, name || '!' as name from city where open"}}]},
            {"id": "rows", "dependencies": ["table"], "operations": [
              {"insertRows": {"table": "city", "rows": [
                {"id": 7, "name": "Zürich 🏔", "facts": {"a": ["\\\\", "'"]}, "founded": "2024-02-29T23:30:00Z"},
                {"id": 9, "name": "O'Neill", "open": false}]}}]}""";

    private static final String GROWN = """
            {"id": "grown", "operations": [
              {"addColumn": {"table": "city", "column": {"name": "size", "type": "decimal(12,2)", "nullable": false, "default": 1.5}}},
              {"renameColumn": {"table": "city", "from": "facts", "to": "details"}}]}""";

    private static final String BROKEN = """
            , {"id": "broken", "dependencies": ["grown"], "operations": [
              {"insertRows": {"table": "city", "rows": [{"id": 7, "name": "again"}]}}]}""";

    @ParameterizedTest
    @EnumSource(EveryServer.class)
    void pluginGoesUpAndDown(EveryServer server) throws SQLException {
        try (Workbench bench = new Workbench(server.create());
                PluginFolder plugins = PluginFolder.create()) {
            assertThat(bench.connection().getMetaData().getDriverName().startsWith("MySQL"))
                    .isEqualTo(server.isByConnectorJ());
            Godwit godwit = plugins.on(bench.database().dataSource()).build();
            plugins.migration("crm-1", "1.0.0", CITY).migration("crm-2", "1.1.0", GROWN + BROKEN);
            assertThatThrownBy(godwit::migrate)
                    .isInstanceOf(StatementFailedException.class)
                    .hasMessageContaining("database: as it was");
            plugins.migration("crm-2", "1.1.0", GROWN);
            assertThat(godwit.migrate().applied()).containsExactly("crm-2");
            assertThat(bench.rows("select id, name, open, size from city order by id"))
                    .containsExactly("7, Zürich 🏔, true, 1.5", "9, O'Neill, false, 1.5");
            godwit.rollback("crm", RollbackTarget.toVersion("1.0.0")).orThrow();
            assertThat(bench.rows("select name from open_city")).containsExactly("Zürich 🏔!");
            godwit.rollback("crm", RollbackTarget.steps(1)).orThrow();
            assertThat(bench.introspect().tables()).isEmpty();
            assertThat(bench.introspect().views()).isEmpty();
            assertThat(godwit.migrate().applied()).containsExactly("crm-1", "crm-2");
        }
    }
}
