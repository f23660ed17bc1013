package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.godwit.Godwit;
import io.godwit.dialect.Feature;
import io.godwit.failure.RepairNeededException;
import io.godwit.failure.StatementFailedException;
import io.godwit.plan.RollbackTarget;
import io.godwit.schema.Schema;
import io.godwit.tck.harness.PluginFolder;
import org.junit.jupiter.api.Test;

/** What is left of a migration that fails half way, on engines that roll back its tables and on those that do not. */
public interface CompensationContract extends EngineContract {

    String EMPTIED = """
            {"id": "emptied", "operations": [
              {"addColumn": {"table": "city", "column": {"name": "size", "type": "integer"}}},
              {"deleteRows": {"table": "city", "where": "id = 2"}}]}""";
    String AGAIN = """
            {"id": "again", "dependencies": ["emptied"], "operations": [
              {"insertRows": {"table": "city", "rows": [{"id": 1, "name": "again"}]}}]}""";

    @Test
    default void rowsThatCannotComeBackAreNotHalfTakenBack() {
        try (PluginFolder plugins = PluginFolder.create()) {
            plugins.migration("crm-1", "1.0.0", RunContract.CITY + "," + RunContract.ROWS);
            Godwit godwit = on(plugins).build();
            godwit.migrate();
            plugins.migration("crm-2", "1.1.0", EMPTIED + "," + AGAIN);
            whenSupported(
                    Feature.TRANSACTIONAL_DDL,
                    () -> {
                        assertThatThrownBy(godwit::migrate).isInstanceOf(StatementFailedException.class);
                        assertThat(introspect("city").columns()).hasSize(2);
                        assertThat(rows("select id from city order by id")).containsExactly("1", "2");
                    },
                    () -> {
                        assertThatThrownBy(godwit::migrate)
                                .isInstanceOf(RepairNeededException.class)
                                .hasMessageContaining("no exact inverse")
                                .hasMessageContaining("next: ");
                        assertThat(godwit.status().plugins().get(0).partial()).containsExactly("crm-2");
                        assertThat(rows("select id from city order by id")).containsExactly("1");
                    });
            plugins.migration("crm-2", "1.1.0", EMPTIED + "," + AGAIN.replace("\"id\": 1,", "\"id\": 3,"));
            assertThat(godwit.migrate().applied()).containsExactly("crm-2");
            assertThat(rows("select id, size from city order by id")).containsExactly("1, NULL", "3, NULL");
        }
    }

    @Test
    default void stepThatIsDoneIsInNoDoubtWhateverItsTextWas() {
        try (PluginFolder plugins = PluginFolder.create()) {
            plugins.migration("crm-1", "1.0.0", RunContract.CITY + "," + RunContract.ROWS);
            Godwit godwit = on(plugins).build();
            godwit.migrate();
            String own = "{\"id\": \"emptied\", \"sql\": {\"" + dialect().engine()
                    + "\": \"CREATE TABLE own (id integer)\"}}, ";
            plugins.migration("crm-2", "1.1.0", own + AGAIN);
            assertThatThrownBy(godwit::migrate)
                    .isInstanceOf(
                            dialect().supports(Feature.TRANSACTIONAL_DDL)
                                    ? StatementFailedException.class
                                    : RepairNeededException.class);
            plugins.migration("crm-2", "1.1.0", own + AGAIN.replace("\"id\": 1,", "\"id\": 3,"));
            assertThat(godwit.migrate().applied()).containsExactly("crm-2");
            assertThat(rows("select count(*) from own")).containsExactly("0");
            assertThat(rows("select count(*) from city")).containsExactly("3");
        }
    }

    @Test
    default void everyKindOfChangeIsTakenBack() {
        try (PluginFolder plugins = PluginFolder.create()) {
            plugins.migration("crm-1", "1.0.0", RunContract.CITY + "," + RunContract.ROWS);
            Godwit godwit = on(plugins).build();
            godwit.migrate();
            Schema before = introspect();
            plugins.migration(
                    "crm-2",
                    "1.1.0",
                    InterruptionContract.CHANGED
                                    .replace("\"dependencies\": [\"rows\"],", "")
                                    .replace(
                                            "{\"updateRows\": {\"table\": \"city\", \"set\": {\"visits\": {\"expression\": \"visits + 1\"}}}},",
                                            "")
                            + "," + AGAIN.replace("emptied", "changed"));
            assertThatThrownBy(godwit::migrate)
                    .isInstanceOf(StatementFailedException.class)
                    .hasMessageContaining("database: as it was");
            assertThat(introspect()).isEqualTo(before);
            assertThat(godwit.status().plugins().get(0).pending()).containsExactly("crm-2");
            godwit.rollback("crm", RollbackTarget.steps(1)).orThrow();
            assertThat(introspect().tables()).isEmpty();
        }
    }
}
