package io.godwit.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.godwit.Godwit;
import io.godwit.failure.UnsupportedByDialectException;
import io.godwit.tck.harness.PluginFolder;
import io.godwit.tck.harness.Workbench;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tables whose storage engine has no transactions are named before anything runs. */
class StorageEngineTest {

    private static final String FIRST =
            "{\"id\": \"first\", \"operations\": [{\"createTable\": {\"table\": \"fresh\", \"columns\":"
                    + " [{\"name\": \"id\", \"type\": \"integer\", \"primaryKey\": true}]}}]}";

    private static final List<String> WRITING = List.of(
            "{\"insertRows\": {\"table\": \"old\", \"rows\": [{\"id\": 2}]}}",
            "{\"upsertRows\": {\"table\": \"old\", \"key\": [\"id\"], \"rows\": [{\"id\": 1}]}}",
            "{\"updateRows\": {\"table\": \"old\", \"set\": {\"id\": 3}}}",
            "{\"deleteRows\": {\"table\": \"old\"}}",
            "{\"addColumn\": {\"table\": \"old\", \"column\": {\"name\": \"note\", \"type\": \"text\"}}}",
            "{\"renameTable\": {\"from\": \"old\", \"to\": \"older\"}}",
            "{\"sql\": {\"universal\": \"UPDATE old SET id = 4\"}}",
            "{\"sql\": {\"mysql\": \"INSERT INTO `old` (id) VALUES (5)\"}}");

    @ParameterizedTest
    @EnumSource(EveryServer.class)
    void nothingRunsWhereAMigrationWritesToATableWithoutTransactions(EveryServer server) {
        try (Workbench bench = new Workbench(server.create());
                PluginFolder plugins = PluginFolder.create()) {
            bench.execute("CREATE TABLE old (id integer PRIMARY KEY) ENGINE = MyISAM");
            bench.execute("INSERT INTO old VALUES (1)");
            Godwit godwit = plugins.on(bench.database().dataSource()).build();
            for (String operation : WRITING) {
                plugins.migration(
                        "crm-1", "1.0.0", FIRST + ", {\"id\": \"second\", \"operations\": [" + operation + "]}");
                assertThatThrownBy(godwit::migrate)
                        .as(operation)
                        .isInstanceOf(UnsupportedByDialectException.class)
                        .hasMessageContainingAll("table old", "MyISAM", "ENGINE = InnoDB", "crm-1")
                        .hasMessageFindingMatch("step second|/steps/up/1/");
                assertThat(bench.introspect().tables()).as(operation).hasSize(1);
                assertThat(bench.rowsOf("SELECT id FROM old")).containsExactly("1");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(EveryServer.class)
    void tableIsMovedToAnotherEngineOrDropped(EveryServer server) {
        try (Workbench bench = new Workbench(server.create());
                PluginFolder plugins = PluginFolder.create()) {
            bench.execute("CREATE TABLE old (id integer PRIMARY KEY) ENGINE = MyISAM");
            bench.execute("CREATE TABLE gone (id integer PRIMARY KEY) ENGINE = MEMORY");
            Godwit godwit = plugins.on(bench.database().dataSource()).build();
            plugins.migration(
                    "crm-1",
                    "1.0.0",
                    "{\"id\": \"moved\", \"sql\": {\"mysql\": \"ALTER TABLE old ENGINE = InnoDB\"}},"
                            + " {\"id\": \"dropped\", \"operations\": [{\"dropTable\": {\"table\": \"gone\"}}]}");
            godwit.migrate().orThrow();
            plugins.migration("crm-2", "1.1.0", "{\"id\": \"written\", \"operations\": [" + WRITING.get(0) + "]}");
            godwit.migrate().orThrow();
            assertThat(bench.rowsOf("SELECT id FROM old")).containsExactly("2");
            assertThat(bench.introspect().tables()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(EveryServer.class)
    void engineWithoutTransactionsIsNotChosenByText(EveryServer server) {
        try (Workbench bench = new Workbench(server.create());
                PluginFolder plugins = PluginFolder.create()) {
            Godwit godwit = plugins.on(bench.database().dataSource()).build();
            plugins.migration(
                    "crm-1",
                    "1.0.0",
                    FIRST
                            + ", {\"id\": \"second\", \"sql\": {\"mysql\": \"CREATE TABLE old (id int) ENGINE=MyISAM\"}}");
            assertThatThrownBy(godwit::migrate)
                    .isInstanceOf(UnsupportedByDialectException.class)
                    .hasMessageContainingAll("ENGINE = MyISAM", "InnoDB");
            assertThat(bench.introspect().tables()).isEmpty();
        }
    }

    /** What the server would take by itself is not asked: neither for tables nor for the history. */
    @ParameterizedTest
    @EnumSource(EveryServer.class)
    void sessionsOwnEngineMakesNoDifference(EveryServer server) {
        try (Workbench bench = new Workbench(server.create("&sessionVariables=default_storage_engine=MyISAM"));
                PluginFolder plugins = PluginFolder.create()) {
            plugins.migration(
                    "crm-1",
                    "1.0.0",
                    FIRST + ", {\"id\": \"second\", \"sql\": {\"mysql\": \"CREATE TABLE own (id int)\"}}");
            plugins.on(bench.database().dataSource()).build().migrate().orThrow();
            assertThat(bench.rowsOf("SELECT DISTINCT engine FROM information_schema.tables"
                            + " WHERE table_schema = database()"))
                    .containsExactly("InnoDB");
        }
    }
}
