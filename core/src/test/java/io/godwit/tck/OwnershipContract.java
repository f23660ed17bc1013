package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.godwit.Godwit;
import io.godwit.dialect.Feature;
import io.godwit.engine.Outcome;
import io.godwit.failure.PlanRefusedException;
import io.godwit.plan.Finding;
import io.godwit.plan.Plan;
import io.godwit.plan.RollbackTarget;
import io.godwit.tck.harness.PluginFolder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which plugin made what: recorded, given back by a rollback, and looked at before another plugin makes or changes the same. */
public interface OwnershipContract extends EngineContract {

    String NOTES = """
            {"id": "notes", "operations": [
              {"createTable": {"table": "notes", "columns": [
                {"name": "id", "type": "bigint", "primaryKey": true}, {"name": "text", "type": "varchar(100)"}]}},
              {"createIndex": {"table": "notes", "name": "by_text", "columns": ["text"]}},
              {"addColumn": {"table": "notes", "column": {"name": "mark", "type": "integer"}}},
              {"createView": {"name": "marked", "query": "select id from notes where mark > 0"}}]}""";

    @Test
    default void whatAPluginMakesIsRecordedAndGoesWithIt() {
        try (PluginFolder plugins = PluginFolder.create()) {
            Godwit godwit = on(plugins.migration("crm-1", "1.0.0", NOTES)).build();
            godwit.migrate();
            List<String> made = List.of(
                    "column, notes, mark, crm, crm-1",
                    "index, notes, by_text, crm, crm-1",
                    "table, notes, , crm, crm-1",
                    "view, marked, , crm, crm-1");
            assertThat(owned()).containsExactlyInAnyOrderElementsOf(made);
            plugins.migration("crm-2", "1.1.0", """
                    {"id": "less", "operations": [
                      {"dropView": {"name": "marked"}}, {"dropColumn": {"table": "notes", "column": "mark"}},
                      {"renameIndex": {"table": "notes", "from": "by_text", "to": "by_words"}},
                      {"renameTable": {"from": "notes", "to": "remarks"}}]}""");
            godwit.migrate();
            assertThat(owned())
                    .containsExactlyInAnyOrder("index, remarks, by_words, crm, crm-1", "table, remarks, , crm, crm-1");
            godwit.rollback("crm", RollbackTarget.toVersion("1.0.0")).orThrow();
            assertThat(owned()).containsExactlyInAnyOrderElementsOf(made);
            godwit.rollback("crm", RollbackTarget.everything()).orThrow();
            assertThat(rows("select object from godwit_object")).isEmpty();
        }
    }

    @Test
    default void whatAnotherPluginHasMadeIsNotMadeAgain() {
        try (PluginFolder plugins = PluginFolder.create()) {
            Godwit godwit = on(plugins.migration("crm-1", "1.0.0", NOTES)).build();
            godwit.migrate();
            plugins.document("shop", "shop-1", "1.0.0", "\"steps\": {\"up\": [" + NOTES + "]}");
            List<String> before = logicalSchema().lines();
            assertThatThrownBy(godwit::migrate)
                    .isInstanceOf(PlanRefusedException.class)
                    .hasMessageContainingAll("shop-1, step notes: makes notes", "plugin crm", "crm-1", "Rename");
            assertThat(logicalSchema().lines()).isEqualTo(before);
        }
    }

    @Test
    default void namesThatAreOneOnThisEngineCollide() {
        try (PluginFolder plugins = PluginFolder.create()) {
            plugins.migration("crm-1", "1.0.0", table("crm.notes"))
                    .document("shop", "shop-1", "1.0.0", "\"steps\": {\"up\": [" + table("crm_notes") + "]}");
            Godwit godwit = on(plugins).build();
            if (dialect().supports(Feature.SCHEMAS)) {
                assertThat(godwit.migrate().outcome()).isEqualTo(Outcome.SUCCEEDED);
                godwit.rollback("crm", RollbackTarget.everything()).orThrow();
            } else {
                assertThatThrownBy(godwit::migrate)
                        .isInstanceOf(PlanRefusedException.class)
                        .hasMessageContainingAll("shop-1", "crm_notes", "crm.notes", "both are");
            }
        }
    }

    @Test
    default void pluginThatChangesAnothersTableIsToldToDependOnIt() {
        try (PluginFolder plugins = PluginFolder.create()) {
            Godwit godwit = on(plugins.migration("crm-1", "1.0.0", NOTES)).build();
            godwit.migrate();
            String size = "\"steps\": {\"up\": [{\"id\": \"size\", \"operations\": ["
                    + "{\"addColumn\": {\"table\": \"notes\", \"column\": {\"name\": \"size\", \"type\": \"integer\"}}}]}]}";
            plugins.document("shop", "shop-1", "1.0.0", size);
            assertThat(escapes(godwit.planAll()))
                    .hasSize(1)
                    .first()
                    .satisfies(finding ->
                            assertThat(finding.message()).contains("plugin shop", "table notes", "plugin crm"));
            plugins.document("shop", "shop-1", "1.0.0", size, "\"dependencies\": [\"crm@>=1.0.0\"]");
            assertThat(escapes(godwit.planAll())).isEmpty();
            plugins.document("shop", "shop-1", "1.0.0", size, "\"dependencies\": [\"crm-1\"]");
            assertThat(escapes(godwit.planAll())).isEmpty();
        }
    }

    private static List<Finding> escapes(Plan plan) {
        return plan.findings().stream()
                .filter(finding -> finding.rule().equals("escapes-namespace"))
                .toList();
    }

    private static String table(String name) {
        return "{\"id\": \"table\", \"operations\": [{\"createTable\": {\"table\": \"" + name
                + "\", \"columns\": [{\"name\": \"id\", \"type\": \"bigint\", \"primaryKey\": true}]}}]}";
    }

    private List<String> owned() {
        return rows("select kind, object, part, plugin_id, migration_id from godwit_object where dropped_by = ''");
    }

    @Test
    default void historyOfTheFirstLayoutIsBroughtUpToDate() {
        try (PluginFolder plugins = PluginFolder.create()) {
            Godwit godwit = on(plugins.migration("crm-1", "1.0.0", NOTES)).build();
            godwit.migrate();
            List<String> made = owned();
            bench().execute("DROP TABLE godwit_object");
            bench().execute("UPDATE godwit_lock SET layout = 1");
            plugins.migration("crm-2", "1.1.0", table("lake"));
            assertThat(godwit.migrate().applied()).containsExactly("crm-2");
            assertThat(owned()).containsAll(made).contains("table, lake, , crm, crm-2");
            assertThat(rows("select layout from godwit_lock")).containsExactly("4");
            assertThat(godwit.verifyAudit().damages()).isEmpty();
        }
    }
}
