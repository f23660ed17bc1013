package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.godwit.Godwit;
import io.godwit.dialect.Feature;
import io.godwit.engine.Outcome;
import io.godwit.engine.Report;
import io.godwit.failure.PlanRefusedException;
import io.godwit.failure.RepairNeededException;
import io.godwit.failure.StatementFailedException;
import io.godwit.plan.RollbackTarget;
import io.godwit.tck.harness.PluginFolder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The way back through the façade. */
public interface RollbackContract extends EngineContract {

    String UPSERT = """
            {"id": "more", "operations": [
              {"upsertRows": {"table": "city", "key": ["id"], "rows": [{"id": 3, "name": "Oslo"}]}}]}""";

    @Test
    default void goesBackToAVersionAndThenToNothing() {
        try (PluginFolder plugins = PluginFolder.create()) {
            plugins.migration("crm-1", "1.0.0", RunContract.CITY + "," + RunContract.ROWS);
            Godwit godwit = on(plugins).build();
            List<String> empty = logicalSchema().lines();
            godwit.migrate();
            List<String> first = logicalSchema().lines();
            plugins.migration("crm-2", "1.1.0", RunContract.SIZE)
                    .migration(
                            "crm-3",
                            "2.0.0",
                            "{\"id\": \"r\", \"operations\": [{\"renameColumn\":"
                                    + " {\"table\": \"city\", \"from\": \"name\", \"to\": \"title\"}}]}");
            godwit.migrate();
            Report back = godwit.rollback("crm", RollbackTarget.toVersion("1.0.0"));
            assertThat(back.outcome()).isEqualTo(Outcome.SUCCEEDED);
            assertThat(back.rolledBack()).containsExactly("crm-3", "crm-2");
            assertThat(logicalSchema().lines()).isEqualTo(first);
            assertThat(rows("select id, name from city order by id")).containsExactly("1, Zürich 🏔", "2, O'Neill");
            assertThat(godwit.rollback("crm", RollbackTarget.toVersion("1.0.0")).outcome())
                    .isEqualTo(Outcome.NOTHING_TO_DO);
            godwit.rollback("crm", RollbackTarget.steps(5)).orThrow();
            assertThat(logicalSchema().lines()).isEqualTo(empty);
            assertThat(godwit.migrate().applied()).containsExactly("crm-1", "crm-2", "crm-3");
        }
    }

    String DOWN = """
            "steps": {"up": [%s], "down": [
              {"id": "first", "operations": [{"dropColumn": {"table": "city", "column": "size"}}]},
              {"id": "second", "dependencies": ["first"], "operations": [
                {"insertRows": {"table": "city", "rows": [{"id": %d, "name": "Oslo"}]}}]}]}""";

    @Test
    default void downSideThatFailsGoesOnOnceItIsCorrected() {
        try (PluginFolder plugins = PluginFolder.create()) {
            plugins.migration("crm-1", "1.0.0", RunContract.CITY + "," + RunContract.ROWS)
                    .document("crm", "crm-2", "1.1.0", DOWN.formatted(RunContract.SIZE, 1));
            Godwit godwit = on(plugins).build();
            godwit.migrate();
            Report failed = godwit.rollback("crm", RollbackTarget.steps(1));
            boolean whole = dialect().supports(Feature.TRANSACTIONAL_DDL);
            assertThatThrownBy(failed::orThrow)
                    .isInstanceOf(whole ? StatementFailedException.class : RepairNeededException.class)
                    .hasMessageContaining("crm-2, step second");
            assertThat(godwit.status().plugins().get(0).partial()).isEqualTo(whole ? List.of() : List.of("crm-2"));
            assertThat(introspect("city").columns()).hasSize(whole ? 3 : 2);
            plugins.document("crm", "crm-2", "1.1.0", DOWN.formatted(RunContract.SIZE, 3));
            assertThat(godwit.rollback("crm", RollbackTarget.steps(1)).orThrow().rolledBack())
                    .containsExactly("crm-2");
            assertThat(introspect("city").columns()).hasSize(2);
            assertThat(rows("select id from city order by id")).containsExactly("1", "2", "3");
            assertThat(godwit.status().plugins().get(0).applied()).containsExactly("crm-1");
            assertThat(godwit.status().plugins().get(0).pending()).containsExactly("crm-2");
        }
    }

    @Test
    default void worksWhenTheFilesAreGone() {
        try (PluginFolder plugins = PluginFolder.create()) {
            plugins.migration("crm-1", "1.0.0", RunContract.CITY).migration("crm-2", "1.1.0", RunContract.SIZE);
            Godwit godwit = on(plugins).build();
            godwit.migrate();
            plugins.remove("crm-1").remove("crm-2");
            assertThat(godwit.status().plugins().get(0).unknown()).containsExactly("crm-1", "crm-2");
            assertThat(godwit.migrate().outcome()).isEqualTo(Outcome.NOTHING_TO_DO);
            assertThat(godwit.rollback("crm", RollbackTarget.toMigration("crm-1"))
                            .rolledBack())
                    .containsExactly("crm-2");
            assertThat(introspect("city").columns()).hasSize(2);
        }
    }

    @Test
    default void rowsWithoutAnInverseGoWithTheTableThatTheyAreIn() {
        try (PluginFolder plugins = PluginFolder.create()) {
            plugins.migration("crm-1", "1.0.0", RunContract.CITY).migration("crm-2", "1.1.0", UPSERT);
            Godwit godwit = on(plugins).build();
            godwit.migrate();
            assertThatThrownBy(() -> godwit.planRollback("crm", RollbackTarget.steps(1)))
                    .isInstanceOf(PlanRefusedException.class)
                    .hasMessageContaining("crm-2")
                    .hasMessageContaining("steps.down");
            assertThat(rows("select id from city")).containsExactly("3");
            assertThat(godwit.rollback("crm", RollbackTarget.steps(2)).orThrow().rolledBack())
                    .containsExactly("crm-2", "crm-1");
            assertThat(introspect().tables()).isEmpty();
        }
    }

    @Test
    default void explicitDownRunsAsItIsWritten() {
        try (PluginFolder plugins = PluginFolder.create()) {
            plugins.migration("crm-1", "1.0.0", RunContract.CITY)
                    .document(
                            "crm",
                            "crm-2",
                            "1.1.0",
                            "\"steps\": {\"up\": [" + UPSERT
                                    + "], \"down\": [{\"id\": \"less\", \"operations\": [{\"deleteRows\":"
                                    + " {\"table\": \"city\", \"where\": \"id = 3\"}}]}]}");
            Godwit godwit = on(plugins).build();
            godwit.migrate();
            godwit.rollback("crm", RollbackTarget.steps(1)).orThrow();
            assertThat(rows("select id from city")).isEmpty();
            assertThat(godwit.status().plugins().get(0).applied()).containsExactly("crm-1");
        }
    }

    @Test
    default void irreversibleMigrationSaysWhy() {
        try (PluginFolder plugins = PluginFolder.create()) {
            plugins.document(
                    "crm",
                    "crm-1",
                    "1.0.0",
                    "\"steps\": {\"up\": [" + RunContract.CITY
                            + "], \"down\": {\"irreversible\": \"the cities are history\"}}");
            Godwit godwit = on(plugins).build();
            godwit.migrate();
            assertThatThrownBy(() -> godwit.planRollback("crm", RollbackTarget.steps(1)))
                    .isInstanceOf(PlanRefusedException.class)
                    .hasMessageContaining("the cities are history");
        }
    }

    @Test
    default void dependantsOfAnotherPluginRefuseIt() {
        try (PluginFolder plugins = PluginFolder.create()) {
            plugins.migration("crm-1", "1.0.0", RunContract.CITY)
                    .document(
                            "shop",
                            "shop-1",
                            "1.0.0",
                            "\"steps\": {\"up\": [" + RunContract.SIZE + "]}",
                            "\"dependencies\": [\"crm@^1\"]");
            Godwit godwit = on(plugins).build();
            assertThat(godwit.migrate().applied()).containsExactly("crm-1", "shop-1");
            assertThatThrownBy(() -> godwit.planRollback("crm", RollbackTarget.steps(1)))
                    .isInstanceOf(PlanRefusedException.class)
                    .hasMessageContaining("shop-1 of shop needs 'crm@^1'");
            godwit.rollback("shop", RollbackTarget.steps(1)).orThrow();
            godwit.rollback("crm", RollbackTarget.steps(1)).orThrow();
            assertThat(introspect().tables()).isEmpty();
        }
    }

    @Test
    default void droppedColumnComesBackWithAllItsAttributes() {
        try (PluginFolder plugins = PluginFolder.create()) {
            plugins.migration("crm-1", "1.0.0", """
                    {"id": "t", "operations": [
                      {"createTable": {"table": "city", "columns": [
                        {"name": "id", "type": "bigint", "primaryKey": true},
                        {"name": "code", "type": "varchar(8)", "nullable": false, "default": "none", "unique": true}]}},
                      {"createIndex": {"table": "city", "columns": [{"name": "code", "order": "desc"}, "id"]}}]}""");
            Godwit godwit = on(plugins).build();
            godwit.migrate();
            List<String> before = logicalSchema().lines();
            plugins.migration(
                    "crm-2",
                    "1.1.0",
                    "{\"id\": \"d\", \"operations\": [{\"dropColumn\": {\"table\": \"city\", \"column\": \"code\"}}]}");
            godwit.migrate();
            assertThat(introspect("city").columns()).hasSize(1);
            assertThat(godwit.planRollback("crm", RollbackTarget.steps(1)).findings())
                    .anySatisfy(finding -> assertThat(finding.message()).contains("values of city.code are gone"));
            godwit.rollback("crm", RollbackTarget.steps(1)).orThrow();
            assertThat(logicalSchema().lines()).isEqualTo(before);
        }
    }
}
