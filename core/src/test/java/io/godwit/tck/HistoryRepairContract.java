package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.Godwit;
import io.godwit.engine.RepairAction;
import io.godwit.engine.RepairChoice;
import io.godwit.engine.RepairPlan;
import io.godwit.engine.RepairWay;
import io.godwit.plan.RollbackTarget;
import io.godwit.tck.harness.PluginFolder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A damaged history: repair says what it would write, writes what the audit trail proves, and lets a person sign for the rest. */
public interface HistoryRepairContract extends EngineContract {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE godwit_migration SET up_hash = 'x', actor = 'y' WHERE migration_id = 'crm-1'",
                "UPDATE godwit_migration SET version = 'x' WHERE migration_id = 'crm-1'",
                "UPDATE godwit_migration SET state = 'skipped' WHERE migration_id = 'crm-1'",
                "UPDATE godwit_migration SET document = 'x', source_hash = '' WHERE migration_id = 'crm-1'",
                "DELETE FROM godwit_lock"
            })
    default void whatTheTrailProvesIsPutBack(String damage) {
        try (PluginFolder plugins = history()) {
            Godwit godwit = on(plugins).build();
            List<String> before = rows();
            bench().execute(damage);
            RepairAction action = planned(godwit);
            assertThat(action.options()).hasSize(1);
            assertThat(godwit.repair(RepairChoice.of(action.migrationId(), RepairWay.MEND))
                            .left()
                            .isEmpty())
                    .isTrue();
            assertThat(rows()).isEqualTo(before);
            assertGoesOn(godwit);
        }
    }

    @Test
    default void rowThatIsThereTwiceIsThereOnceAgain() {
        try (PluginFolder plugins = history()) {
            Godwit godwit = on(plugins).build();
            List<String> before = rows();
            bench().execute("CREATE TABLE copy_of_it AS SELECT * FROM godwit_migration");
            bench().execute("DROP TABLE godwit_migration");
            bench().execute("ALTER TABLE copy_of_it RENAME TO godwit_migration");
            bench().execute("INSERT INTO godwit_migration SELECT * FROM godwit_migration WHERE migration_id = 'crm-1'");
            bench().execute("UPDATE godwit_migration SET seq = 7 WHERE migration_id = 'crm-1' AND seq = 1");
            assertThat(planned(godwit).migrationId()).isEqualTo("crm-1");
            godwit.repair(RepairChoice.of("crm-1", RepairWay.MEND));
            assertThat(rows()).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM godwit_audit WHERE seq = 1",
                "DELETE FROM godwit_audit WHERE seq = 2",
                "DELETE FROM godwit_audit",
                "UPDATE godwit_audit SET actor = 'x' WHERE seq = 1",
                "UPDATE godwit_audit SET migration_id = 'crm-9' WHERE seq = 2"
            })
    default void trailThatIsDamagedIsSignedFor(String damage) {
        try (PluginFolder plugins = history()) {
            Godwit godwit = on(plugins).build();
            bench().execute(damage);
            planned(godwit);
            assertThat(godwit.repair(RepairChoice.of("", RepairWay.ACKNOWLEDGE))
                            .left()
                            .actions())
                    .isEmpty();
            assertThat(godwit.verifyAudit().acknowledged()).isPositive();
            assertGoesOn(godwit);
            bench().execute("UPDATE godwit_audit SET actor = 'x' WHERE seq = "
                    + godwit.audit().sequence());
            assertThat(godwit.verifyAudit().intact()).isFalse();
        }
    }

    @Test
    default void whatNothingProvesIsLeftToAPerson() {
        try (PluginFolder plugins = history()) {
            bench().execute("UPDATE godwit_migration SET journal = 'x' WHERE migration_id = 'crm-2'");
            plugins.remove("crm-2");
            Godwit godwit = on(plugins).build();
            RepairAction action = planned(godwit);
            assertThat(action.options()).isEmpty();
            assertThat(action.problem()).contains("journal").contains("from a backup");
        }
    }

    private RepairAction planned(Godwit godwit) {
        List<String> before = rows();
        RepairPlan plan = godwit.planRepair();
        assertThat(rows()).isEqualTo(before);
        assertThat(plan.actions()).extracting(RepairAction::kind).containsOnly(RepairAction.Kind.DAMAGED);
        return plan.actions().get(0);
    }

    private void assertGoesOn(Godwit godwit) {
        assertThat(godwit.verifyAudit().damages()).isEmpty();
        assertThat(godwit.rollback("crm", RollbackTarget.steps(1)).orThrow().rolledBack())
                .containsExactly("crm-2");
        assertThat(godwit.migrate().applied()).containsExactly("crm-2");
        assertThat(godwit.verifyAudit().damages()).isEmpty();
    }

    private List<String> rows() {
        return bench().rowsOf(
                        "SELECT seq, plugin_id, migration_id, version, state, up_hash, down_hash, source_hash, relations,"
                                + " document, journal, applied_at, actor FROM godwit_migration ORDER BY seq");
    }

    private PluginFolder history() {
        PluginFolder plugins = PluginFolder.create()
                .migration("crm-1", "1.0.0", RunContract.CITY + "," + RunContract.ROWS)
                .migration("crm-2", "1.1.0", RunContract.SIZE);
        on(plugins).build().migrate();
        return plugins;
    }
}
