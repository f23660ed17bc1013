package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.godwit.Godwit;
import io.godwit.failure.HistoryConflictException;
import io.godwit.failure.PlanRefusedException;
import io.godwit.plan.Finding;
import io.godwit.plan.UninstallMode;
import io.godwit.tck.harness.PluginFolder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Plugins that go: with all they made, or leaving it to be adopted again; also when their files are gone. */
public interface UninstallContract extends EngineContract {

    String SIZED = """
            {"id": "size", "operations": [{"updateRows": {"table": "city", "set": {"name": "here"}, "where": "id = 2"}}]}""";

    @Test
    default void dropTakesAllThatAPluginMade() {
        try (PluginFolder plugins = cities()) {
            List<String> before = logicalSchema().lines();
            Godwit godwit = on(plugins).build();
            godwit.migrate();
            plugins.remove("crm-1").remove("crm-2");
            assertThat(godwit.planUninstall("crm", UninstallMode.DROP).findings())
                    .extracting(Finding::message)
                    .anyMatch(message -> message.contains("drops table city: 2 columns, 2 rows"));
            assertThat(godwit.uninstall("crm", UninstallMode.DROP).orThrow().rolledBack())
                    .containsExactly("crm-2", "crm-1");
            assertThat(tables()).isEqualTo(before);
            assertThat(rows("select object from godwit_object")).isEmpty();
            assertThat(godwit.status().plugins()).isEmpty();
            assertThatThrownBy(() -> godwit.planUninstall("crm", UninstallMode.DROP))
                    .isInstanceOf(PlanRefusedException.class)
                    .hasMessageContaining("Nothing of plugin 'crm' is applied");
        }
    }

    @Test
    default void whatIsKeptIsAdoptedByTheNextInstall() {
        try (PluginFolder plugins = cities()) {
            Godwit godwit = on(plugins).build();
            godwit.migrate();
            List<String> made = tables();
            godwit.uninstall("crm", UninstallMode.KEEP).orThrow();
            assertThat(tables()).isEqualTo(made);
            assertThat(godwit.status().plugins().get(0).applied()).isEmpty();
            assertThat(godwit.status().plugins().get(0).orphaned()).containsExactly("crm-1", "crm-2");
            assertThat(godwit.migrate().applied()).containsExactly("crm-1", "crm-2");
            assertThat(godwit.status().plugins().get(0).orphaned()).isEmpty();
            assertThat(rows("select id, name from city order by id")).containsExactly("1, Zürich 🏔", "2, here");
            godwit.uninstall("crm", UninstallMode.KEEP).orThrow();
            assertThat(godwit.uninstall("crm", UninstallMode.DROP).orThrow().rolledBack())
                    .containsExactly("crm-2", "crm-1");
            assertThat(godwit.migrate().applied()).containsExactly("crm-1", "crm-2");
        }
    }

    @Test
    default void editedDocumentAdoptsNothing() {
        try (PluginFolder plugins = cities()) {
            Godwit godwit = on(plugins).build();
            godwit.migrate();
            godwit.uninstall("crm", UninstallMode.KEEP).orThrow();
            plugins.migration("crm-1", "1.0.0", RunContract.CITY);
            assertThatThrownBy(godwit::migrate)
                    .isInstanceOf(HistoryConflictException.class)
                    .hasMessageContainingAll("crm-1", "rows");
        }
    }

    @Test
    default void editedDocumentIsNotTheWayBackOfWhatWasApplied() {
        try (PluginFolder plugins = PluginFolder.create()) {
            plugins.migration("crm-1", "1.0.0", RunContract.CITY);
            Godwit godwit = on(plugins).build();
            List<String> before = tables();
            godwit.migrate();
            plugins.document("crm", "crm-1", "1.0.0", """
                    "steps": {"up": [{"id": "other", "operations": [{"createTable": {"table": "town", "columns": [{"name": "id", "type": "bigint"}]}}]}],
                      "down": [{"id": "back", "operations": [{"dropTable": {"table": "town"}}]}]}""");
            assertThat(godwit.uninstall("crm", UninstallMode.DROP).orThrow().rolledBack())
                    .containsExactly("crm-1");
            assertThat(tables()).isEqualTo(before);
        }
    }

    @Test
    default void pluginThatOthersStandOnStays() {
        try (PluginFolder plugins = cities()) {
            plugins.document(
                    "shop",
                    "shop-1",
                    "1.0.0",
                    "\"steps\": {\"up\": [{\"id\": \"none\", \"sql\": {\"universal\": \"select 1\"}}]}",
                    "\"dependencies\": [\"crm@^1.0.0\"]");
            Godwit godwit = on(plugins).build();
            godwit.migrate();
            List<String> made = tables();
            for (UninstallMode mode : UninstallMode.values()) {
                assertThatThrownBy(() -> godwit.uninstall("crm", mode).orThrow())
                        .isInstanceOf(PlanRefusedException.class)
                        .hasMessageContainingAll("shop-1 of shop needs 'crm@^1.0.0'");
            }
            assertThat(tables()).isEqualTo(made);
        }
    }

    private static PluginFolder cities() {
        return PluginFolder.create()
                .migration("crm-1", "1.0.0", RunContract.CITY + "," + RunContract.ROWS)
                .document(
                        "crm",
                        "crm-2",
                        "1.1.0",
                        "\"steps\": {\"up\": [" + SIZED + "], \"down\": {\"irreversible\": \"names are lost\"}}");
    }

    private List<String> tables() {
        return logicalSchema().lines();
    }
}
