package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.godwit.Godwit;
import io.godwit.failure.PlanRefusedException;
import io.godwit.plan.Finding;
import io.godwit.plan.Plan;
import io.godwit.plan.Severity;
import io.godwit.plan.risk.RiskPolicy;
import io.godwit.tck.harness.PluginFolder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a plan says of risks on a database with tables and rows, and what the data says when it is asked. */
public interface RiskContract extends EngineContract {

    String TOWNS = """
            {"id": "tables", "operations": [
              {"createTable": {"table": "land", "columns": [{"name": "id", "type": "integer", "primaryKey": true}]}},
              {"createTable": {"table": "town", "columns": [
                {"name": "id", "type": "integer", "nullable": false}, {"name": "name", "type": "varchar(40)"},
                {"name": "code", "type": "varchar(20)"}, {"name": "size", "type": "bigint"},
                {"name": "land_id", "type": "integer"}]}},
              {"insertRows": {"table": "land", "rows": [{"id": 1}]}}]}""";

    String GOOD_ROWS = """
            {"id": "rows", "operations": [{"insertRows": {"table": "town", "rows": [
              {"id": 1, "name": "Aa", "code": "1", "size": 10, "land_id": 1},
              {"id": 2, "name": "Bb", "code": " -22 ", "size": 20, "land_id": null}]}}]}""";

    String BAD_ROWS = """
            {"id": "bad", "operations": [{"insertRows": {"table": "town", "rows": [
              {"id": 2, "name": null, "code": "x", "size": 5000000000, "land_id": 9},
              {"id": 3, "name": "Bb", "code": "3", "size": -1, "land_id": 1},
              {"id": 4, "name": "a name of more letters", "code": "4", "size": 1, "land_id": 1}]}}]}""";

    /** One operation a rule: what good rows let pass and bad rows do not. */
    Map<String, String> CHECKED = Map.of(
            "set-not-null", "{\"setNotNull\": {\"table\": \"town\", \"column\": \"name\"}}",
            "add-unique", "{\"addUnique\": {\"table\": \"town\", \"columns\": [\"name\"]}}",
            "add-primary-key", "{\"addPrimaryKey\": {\"table\": \"town\", \"columns\": [\"id\"]}}",
            "add-foreign-key",
                    "{\"addForeignKey\": {\"table\": \"town\", \"columns\": [\"land_id\"],"
                            + " \"references\": {\"table\": \"land\", \"columns\": [\"id\"]}}}",
            "add-check", "{\"addCheck\": {\"table\": \"town\", \"expression\": \"size > 0\"}}");

    /** Changes of a type that good rows survive and bad ones do not. */
    List<String> NARROWING = List.of(
            "{\"changeType\": {\"table\": \"town\", \"column\": \"name\", \"type\": \"varchar(5)\"}}",
            "{\"changeType\": {\"table\": \"town\", \"column\": \"size\", \"type\": \"integer\"}}",
            "{\"changeType\": {\"table\": \"town\", \"column\": \"code\", \"type\": \"integer\"}}");

    @Test
    default void theDataLetsPassWhatWouldSucceed() {
        try (PluginFolder plugins = towns(GOOD_ROWS)) {
            Godwit godwit = on(plugins).build();
            CHECKED.forEach((rule, operation) -> assertThat(checked(plugins, godwit, rule, operation))
                    .as(rule)
                    .satisfies(finding -> assertThat(finding.message()).contains("checked: nothing stands against it"))
                    .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.LOW)));
            NARROWING.forEach(operation -> assertThat(
                            checked(plugins, godwit, "change-type", operation).message())
                    .as(operation)
                    .contains("checked: nothing stands against it"));
        }
    }

    @Test
    default void theDataSaysWhatWouldFail() {
        try (PluginFolder plugins = towns(GOOD_ROWS + "," + BAD_ROWS)) {
            Godwit godwit = on(plugins).build();
            List<String> before = rows("select id, name, code, size, land_id from town order by size");
            CHECKED.forEach((rule, operation) -> assertThat(checked(plugins, godwit, rule, operation))
                    .as(rule)
                    .satisfies(finding -> assertThat(finding.message()).contains("checked: 1 stands against it"))
                    .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.CRITICAL)));
            NARROWING.forEach(operation -> assertThat(
                            checked(plugins, godwit, "change-type", operation).message())
                    .as(operation)
                    .contains("checked: 1 stands against it"));
            assertThat(rows("select id, name, code, size, land_id from town order by size"))
                    .isEqualTo(before);
        }
    }

    private PluginFolder towns(String rows) {
        PluginFolder plugins =
                PluginFolder.create().migration("crm-1", "1.0.0", TOWNS).migration("crm-2", "1.1.0", rows);
        on(plugins).build().migrate();
        return plugins;
    }

    private static Finding checked(PluginFolder plugins, Godwit godwit, String rule, String operation) {
        plugins.migration("crm-3", "1.2.0", "{\"id\": \"change\", \"operations\": [" + operation + "]}");
        Plan plan = godwit.checkData(godwit.planAll());
        return plan.findings().stream()
                .filter(finding -> finding.rule().equals(rule))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + rule + " among " + plan.findings()));
    }

    @Test
    default void rowsAreCountedAndAnEmptyTableIsNoDanger() {
        try (PluginFolder plugins = PluginFolder.create()) {
            plugins.migration("crm-1", "1.0.0", TOWNS);
            Godwit godwit = on(plugins).build();
            godwit.migrate();
            plugins.migration(
                    "crm-2",
                    "1.1.0",
                    "{\"id\": \"drop\", \"operations\": [{\"dropTable\": {\"table\": \"town\"}}, {\"dropTable\": {\"table\":"
                            + " \"land\"}}]}");
            assertThat(godwit.planAll().findings())
                    .filteredOn(finding -> finding.rule().equals("drop-table"))
                    .satisfiesExactly(
                            empty -> assertThat(empty.severity()).isEqualTo(Severity.LOW),
                            filled -> assertThat(filled.severity()).isEqualTo(Severity.HIGH))
                    .last()
                    .satisfies(finding -> assertThat(finding.message()).contains("1 row"));
        }
    }

    @Test
    default void whatThePolicyRefusesRunsOnlyWhenItIsAccepted() {
        try (PluginFolder plugins = towns(GOOD_ROWS)) {
            plugins.migration(
                    "crm-3", "1.2.0", "{\"id\": \"drop\", \"operations\": [{\"dropTable\": {\"table\": \"town\"}}]}");
            RiskPolicy strict = RiskPolicy.STANDARD.refusingFrom(Severity.HIGH);
            Godwit refusing = on(plugins).risk(strict).build();
            List<String> before = logicalSchema().lines();
            assertThatThrownBy(refusing::migrate)
                    .isInstanceOf(PlanRefusedException.class)
                    .hasMessageContainingAll("drop-table", "town", "Nothing was changed");
            Plan shown = refusing.planAll();
            assertThatThrownBy(() -> refusing.execute(shown)).isInstanceOf(PlanRefusedException.class);
            assertThat(logicalSchema().lines()).isEqualTo(before);
            assertThat(refusing.needsBackup(shown)).isTrue();
            assertThat(on(plugins)
                            .risk(strict.accepting(List.of("drop-table")))
                            .build()
                            .migrate()
                            .applied())
                    .containsExactly("crm-3");
        }
    }
}
