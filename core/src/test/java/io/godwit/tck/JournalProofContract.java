package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.Godwit;
import io.godwit.engine.RepairAction;
import io.godwit.engine.RepairChoice;
import io.godwit.engine.RepairOption;
import io.godwit.engine.RepairWay;
import io.godwit.failure.RepairNeededException;
import io.godwit.history.Damage;
import io.godwit.plan.RollbackTarget;
import io.godwit.plan.UpgradeTarget;
import io.godwit.tck.harness.PluginFolder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The journal of what is under way: what somebody else wrote there is found before anything relies on it, and put right or signed for. */
public interface JournalProofContract extends EngineContract {

    /** The first step has no exact inverse, so that the migration stays done in part when the last one fails. */
    String HALF = """
            {"id": "less", "transactional": false, "operations": [{"dropColumn": {"table": "city", "column": "name"}}]},
            {"id": "more", "transactional": false, "operations": [
              {"createTable": {"table": "lake", "columns": [{"name": "id", "type": "bigint", "primaryKey": true}]}}]},
            {"id": "last", "transactional": false, "operations": [
              {"insertRows": {"table": "city", "rows": [{"id": 1}]}}]}""";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "state|state = 'intent'",
                "direction|direction = 'down'",
                "position|position = 7",
                "inverse|inverse = '[]'",
                "progress|progress = '[1,0]'",
                "progress|progress = 'x'"
            })
    default void columnThatWasChangedIsNamedAndPutBack(String column, String change) {
        try (PluginFolder plugins = partial()) {
            Godwit godwit = on(plugins).build();
            List<String> before = steps();
            bench().execute("UPDATE godwit_step SET " + change + " WHERE step_id = 'less'");
            assertFound(godwit, "crm-2, less", column);
            assertThat(ways(godwit)).containsExactly(RepairWay.MEND);
            godwit.repair(RepairChoice.of("crm-2", RepairWay.MEND)).failure();
            assertThat(steps()).isEqualTo(before);
            assertGoesOn(plugins, godwit);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM godwit_step WHERE step_id = 'more'",
                "DELETE FROM godwit_step",
                "UPDATE godwit_step SET step_id = 'x' WHERE step_id = 'more'",
                "UPDATE godwit_step SET state = 'stopped', position = 9 WHERE step_id = 'less'",
                "UPDATE godwit_step SET evidence = 'x' WHERE step_id = 'less'",
                "INSERT INTO godwit_step (migration_id, step_id, direction, position, state, inverse, progress, run_id)"
                        + " VALUES ('crm-2', 'x', 'up', 9, 'done', '', '', '')"
            })
    default void whatNothingProvesIsTakenAsItStandsOrForgotten(String change) {
        try (PluginFolder plugins = partial()) {
            Godwit godwit = on(plugins).build();
            bench().execute(change);
            assertThat(godwit.verifyAudit().damages())
                    .anyMatch(damage ->
                            damage.table().equals("godwit_step") && damage.row().startsWith("crm-2"));
            assertRefused(godwit);
            assertThat(ways(godwit)).containsExactly(RepairWay.ACKNOWLEDGE, RepairWay.FORGET);
            godwit.repair(RepairChoice.of("crm-2", RepairWay.ACKNOWLEDGE)).orThrow();
            assertThat(godwit.verifyAudit().damages()).isEmpty();
            assertThat(godwit.planRepair().actions())
                    .extracting(RepairAction::kind)
                    .doesNotContain(RepairAction.Kind.DAMAGED);
            godwit.repair(RepairChoice.of("crm-2", RepairWay.FORGET)).orThrow();
            assertThat(godwit.verifyAudit().damages()).isEmpty();
        }
    }

    @Test
    default void whatWasDamagedCanBeForgottenAtOnce() {
        try (PluginFolder plugins = partial()) {
            Godwit godwit = on(plugins).build();
            bench().execute("DELETE FROM godwit_step WHERE step_id = 'less'");
            godwit.repair(RepairChoice.of("crm-2", RepairWay.FORGET)).orThrow();
            assertThat(godwit.planRepair().actions()).isEmpty();
            assertThat(steps()).isEmpty();
            assertThat(godwit.verifyAudit().damages()).isEmpty();
        }
    }

    @Test
    default void stateThatWasChangedIsFoundByTheStepsThatAreRecorded() {
        try (PluginFolder plugins = partial()) {
            Godwit godwit = on(plugins).build();
            bench().execute("UPDATE godwit_migration SET state = 'applied' WHERE migration_id = 'crm-2'");
            assertThat(godwit.verifyAudit().damages()).extracting(Damage::row).contains("crm-2");
            assertThat(godwit.rollback("crm", RollbackTarget.steps(1)).failure())
                    .isInstanceOf(RepairNeededException.class);
            godwit.repair(RepairChoice.of("crm-2", RepairWay.MEND)).failure();
            assertGoesOn(plugins, godwit);
        }
    }

    @Test
    default void stepsOfAMigrationThatIsWholeAreTakenOut() {
        try (PluginFolder plugins = partial()) {
            Godwit godwit = on(plugins).build();
            bench().execute("UPDATE godwit_step SET migration_id = 'crm-1' WHERE step_id = 'more'");
            assertThat(godwit.verifyAudit().damages())
                    .extracting(Damage::row)
                    .contains("crm-1, more", "crm-1", "crm-2");
            assertRefused(godwit);
            godwit.repair(RepairChoice.of("crm-1", RepairWay.MEND)).failure();
            godwit.repair(RepairChoice.of("crm-2", RepairWay.ACKNOWLEDGE)).orThrow();
            assertThat(godwit.verifyAudit().damages()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"document", "journal", "up_hash", "version", "relations"})
    default void rowOfWhatIsUnderWayProvesItself(String column) {
        try (PluginFolder plugins = partial()) {
            Godwit godwit = on(plugins).build();
            String value = column.equals("version") ? "9.9.9" : column.equals("relations") ? "needs x" : "x";
            bench().execute("UPDATE godwit_migration SET " + column + " = '" + value
                    + "' WHERE migration_id = 'crm-2'");
            assertThat(godwit.verifyAudit().damages()).anySatisfy(damage -> {
                assertThat(damage.row()).isEqualTo("crm-2");
                assertThat(damage.column()).isEqualTo(column);
            });
            assertRefused(godwit);
            RepairAction action = godwit.planRepair().actions().get(0);
            godwit.repair(RepairChoice.of("crm-2", action.options().get(0).way()));
            assertThat(godwit.verifyAudit().damages()).isEmpty();
            assertGoesOn(plugins, godwit);
        }
    }

    @Test
    default void historyOfAnOlderLayoutGoesOnWithWhatIsUnderWay() {
        try (PluginFolder plugins = partial()) {
            Godwit godwit = on(plugins).build();
            bench().execute("ALTER TABLE godwit_migration DROP COLUMN evidence");
            bench().execute("ALTER TABLE godwit_migration DROP COLUMN steps");
            bench().execute("UPDATE godwit_lock SET layout = 3");
            bench().execute("ALTER TABLE godwit_step DROP COLUMN evidence");
            assertThat(godwit.planRepair().actions())
                    .extracting(RepairAction::kind)
                    .containsExactly(RepairAction.Kind.PARTIAL);
            assertGoesOn(plugins, godwit);
        }
    }

    private void assertFound(Godwit godwit, String row, String column) {
        assertThat(godwit.verifyAudit().damages()).anySatisfy(damage -> {
            assertThat(damage.table()).isEqualTo("godwit_step");
            assertThat(damage.row()).isEqualTo(row);
            assertThat(damage.column()).isEqualTo(column);
        });
        assertRefused(godwit);
    }

    private static void assertRefused(Godwit godwit) {
        assertThat(godwit.migrate(UpgradeTarget.ALL).failure())
                .isInstanceOf(RepairNeededException.class)
                .hasMessageContaining("repair --dry-run");
    }

    private static List<RepairWay> ways(Godwit godwit) {
        return godwit.planRepair().actions().get(0).options().stream()
                .map(RepairOption::way)
                .toList();
    }

    /** Corrected, it is gone on with: what is done is not done again. */
    private void assertGoesOn(PluginFolder plugins, Godwit godwit) {
        plugins.migration("crm-2", "1.1.0", HALF.replace("{\"id\": 1}", "{\"id\": 9}"));
        assertThat(godwit.migrate().applied()).containsExactly("crm-2");
        assertThat(godwit.verifyAudit().damages()).isEmpty();
        assertThat(steps()).isEmpty();
        assertThat(rows("select id from city where id = 9")).containsExactly("9");
    }

    private List<String> steps() {
        return bench().rowsOf("SELECT migration_id, step_id, direction, position, state, inverse, progress, evidence"
                + " FROM godwit_step ORDER BY position");
    }

    private PluginFolder partial() {
        PluginFolder plugins =
                PluginFolder.create().migration("crm-1", "1.0.0", RunContract.CITY + "," + RunContract.ROWS);
        Godwit godwit = on(plugins).build();
        godwit.migrate();
        plugins.migration("crm-2", "1.1.0", HALF);
        assertThat(godwit.migrate(UpgradeTarget.ALL).failure()).isInstanceOf(RepairNeededException.class);
        assertThat(godwit.verifyAudit().damages()).isEmpty();
        return plugins;
    }
}
