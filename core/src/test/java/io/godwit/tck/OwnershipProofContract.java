package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.godwit.Godwit;
import io.godwit.engine.RepairAction;
import io.godwit.engine.RepairChoice;
import io.godwit.engine.RepairWay;
import io.godwit.failure.RepairNeededException;
import io.godwit.history.AuditEntry;
import io.godwit.history.Damage;
import io.godwit.plan.RollbackTarget;
import io.godwit.plan.UninstallMode;
import io.godwit.tck.harness.MemoryBackups;
import io.godwit.tck.harness.PluginFolder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who owns what is proven by the audit trail: what somebody else wrote there is found, named and put right; what Godwit did, is not. */
public interface OwnershipProofContract extends EngineContract {

    /** Renames, drops and adds to what another migration made. */
    String LESS = """
            {"id": "less", "operations": [
              {"dropView": {"name": "marked"}}, {"dropColumn": {"table": "notes", "column": "mark"}},
              {"renameIndex": {"table": "notes", "from": "by_text", "to": "by_words"}},
              {"renameTable": {"from": "notes", "to": "remarks"}}]}""";

    String LAKE = """
            {"id": "lake", "operations": [{"createTable": {"table": "lake", "columns": [
              {"name": "id", "type": "bigint", "primaryKey": true}]}}]}""";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plugin_id|UPDATE godwit_object SET plugin_id = 'shop' WHERE position = 2",
                "kind|UPDATE godwit_object SET kind = 'view' WHERE position = 2",
                "kind|UPDATE godwit_object SET kind = 'x' WHERE position = 2",
                "object|UPDATE godwit_object SET object = 'x' WHERE position = 2",
                "part|UPDATE godwit_object SET part = '' WHERE position = 2",
                "dropped_by|UPDATE godwit_object SET dropped_by = 'crm-1' WHERE position = 2",
                "''|DELETE FROM godwit_object WHERE position = 2",
                "''|UPDATE godwit_object SET position = 9 WHERE position = 2",
                "''|UPDATE godwit_object SET migration_id = 'crm-2' WHERE position = 2",
                "''|DELETE FROM godwit_object",
            })
    default void whatWasChangedIsNamedAndPutRight(String column, String change) {
        try (PluginFolder plugins = notes()) {
            assertFoundAndMended(plugins, change, "crm-1, 2", column);
        }
    }

    @Test
    default void rowThatSomebodyAddedIsNamedAndTakenOut() {
        try (PluginFolder plugins = notes()) {
            assertFoundAndMended(
                    plugins,
                    "INSERT INTO godwit_object (migration_id, position, plugin_id, kind, object, part, dropped_by)"
                            + " VALUES ('crm-1', 9, 'crm', 'table', 'lake', '', '')",
                    "crm-1, 9",
                    "");
        }
    }

    @Test
    default void ownerThatIsThereTwiceIsThereOnceAgain() {
        try (PluginFolder plugins = notes()) {
            bench().execute("CREATE TABLE copy_of_it AS SELECT * FROM godwit_object");
            bench().execute("DROP TABLE godwit_object");
            bench().execute("ALTER TABLE copy_of_it RENAME TO godwit_object");
            assertFoundAndMended(
                    plugins,
                    "INSERT INTO godwit_object SELECT * FROM godwit_object WHERE position = 1",
                    "crm-1, 1",
                    "position");
        }
    }

    /** A plan that is refused for what somebody else wrote is refused for the right reason. */
    @Test
    default void ownerThatSomebodyWroteRefusesNoPlanInHisName() {
        try (PluginFolder plugins = notes()) {
            Godwit godwit = on(plugins.migration("crm-2", "1.1.0", LAKE)).build();
            bench().execute("UPDATE godwit_object SET plugin_id = 'shop', object = 'lake' WHERE kind = 'table'");
            assertThatThrownBy(godwit::migrate)
                    .isInstanceOf(RepairNeededException.class)
                    .hasMessageContaining("godwit_object, row crm-1, 0");
            assertThatThrownBy(() -> godwit.transferOwnership("lake", "crm")).isInstanceOf(RepairNeededException.class);
        }
    }

    /** Everything that changes who owns what, one after the other. */
    @Test
    default void whatGodwitDidIsNoDamage() {
        try (PluginFolder plugins = notes().migration("crm-2", "1.1.0", LESS)) {
            MemoryBackups backups = new MemoryBackups();
            Godwit godwit = on(plugins).backups(backups).build();
            godwit.migrate();
            assertSound(godwit);
            godwit.rollback("crm", RollbackTarget.steps(1)).orThrow();
            assertSound(godwit);
            plugins.document("shop", "shop-1", "1.0.0", "\"steps\": {\"up\": [" + LAKE + "]}");
            godwit.migrate();
            godwit.transferOwnership("lake", "crm");
            assertSound(godwit);
            godwit.transferOwnership("lake", "shop");
            godwit.uninstall("shop", UninstallMode.KEEP).orThrow();
            assertSound(godwit);
            godwit.migrate();
            godwit.uninstall("crm", UninstallMode.ARCHIVE).orThrow();
            assertSound(godwit);
            godwit.restore(backups.names().iterator().next());
            assertSound(godwit);
            godwit.uninstall("crm", UninstallMode.DROP).orThrow();
            assertSound(godwit);
        }
    }

    /** What another plugin added meanwhile has the name that came before. */
    @Test
    default void wayBackUnderneathAnotherPluginIsNoDamage() {
        try (PluginFolder plugins = notes().migration("crm-2", "1.1.0", LESS)) {
            Godwit godwit = on(plugins).build();
            godwit.migrate();
            plugins.document("shop", "shop-1", "1.0.0", """
                    "steps": {"up": [{"id": "more", "operations": [
                      {"addColumn": {"table": "remarks", "column": {"name": "size", "type": "integer"}}}]}]}""");
            godwit.migrate();
            godwit.rollback("crm", RollbackTarget.steps(1)).orThrow();
            assertThat(objects()).anyMatch(row -> row.contains("shop, column, notes, size"));
            assertSound(godwit);
            godwit.migrate();
            assertSound(godwit);
        }
    }

    @Test
    default void historyOfAnOlderLayoutIsTakenAsItIsAndProvenFromThenOn() {
        try (PluginFolder plugins = notes()) {
            bench().execute("UPDATE godwit_object SET position = position + 1000");
            bench().execute("UPDATE godwit_lock SET layout = 2");
            Godwit godwit = on(plugins.migration("crm-2", "1.1.0", LAKE)).build();
            assertThat(godwit.verifyAudit().damages()).isEmpty();
            assertThat(godwit.execute(godwit.planAll()).orThrow().applied()).containsExactly("crm-2");
            assertSound(godwit);
            assertThat(godwit.history()).extracting(AuditEntry::action).contains("upgrade");
            bench().execute("DELETE FROM godwit_object WHERE position = 1002");
            assertThat(godwit.verifyAudit().first().orElseThrow().row()).isEqualTo("crm-1, 1002");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM godwit_audit",
                "DELETE FROM godwit_audit WHERE seq = 1",
                "UPDATE godwit_audit SET detail = '' WHERE seq = 2"
            })
    default void whatADamagedTrailNoLongerTellsIsSignedFor(String damage) {
        try (PluginFolder plugins = notes()) {
            Godwit godwit = on(plugins.migration("crm-2", "1.1.0", LAKE)).build();
            godwit.migrate();
            List<String> before = objects();
            bench().execute(damage);
            assertThat(godwit.planRepair().actions())
                    .anySatisfy(action -> assertThat(action.options().get(0).effect())
                            .contains("what belongs to whom is taken as it is"));
            godwit.repair(RepairChoice.of("", RepairWay.ACKNOWLEDGE)).orThrow();
            assertThat(objects()).isEqualTo(before);
            assertSound(godwit);
            bench().execute("UPDATE godwit_object SET plugin_id = 'x' WHERE kind = 'index'");
            assertThat(godwit.verifyAudit().first().orElseThrow().column()).isEqualTo("plugin_id");
        }
    }

    private void assertFoundAndMended(PluginFolder plugins, String change, String row, String column) {
        Godwit godwit = on(plugins).build();
        List<String> before = objects();
        bench().execute(change);
        assertThat(godwit.verifyAudit().damages())
                .anySatisfy(damage -> assertThat(damage)
                        .extracting(Damage::table, Damage::row, Damage::column)
                        .containsExactly("godwit_object", row, column));
        assertThatThrownBy(() ->
                        godwit.rollback("crm", RollbackTarget.everything()).orThrow())
                .isInstanceOf(RepairNeededException.class)
                .hasMessageContainingAll("godwit_object", "repair --dry-run");
        RepairAction action = godwit.planRepair().actions().get(0);
        assertThat(action.problem()).contains("row " + row);
        assertThat(action.options()).hasSize(1);
        assertThat(godwit.repair(RepairChoice.of("", RepairWay.MEND)).orThrow().repaired())
                .isTrue();
        assertThat(objects()).isEqualTo(before.stream().distinct().toList());
        assertSound(godwit);
        godwit.rollback("crm", RollbackTarget.everything()).orThrow();
        assertThat(objects()).isEmpty();
    }

    private static void assertSound(Godwit godwit) {
        assertThat(godwit.verifyAudit().damages()).isEmpty();
    }

    private List<String> objects() {
        return bench().rowsOf("SELECT migration_id, position, plugin_id, kind, object, part, dropped_by"
                + " FROM godwit_object ORDER BY migration_id, position");
    }

    private PluginFolder notes() {
        PluginFolder plugins = PluginFolder.create().migration("crm-1", "1.0.0", OwnershipContract.NOTES);
        Godwit godwit = on(plugins).build();
        godwit.migrate();
        assertSound(godwit);
        return plugins;
    }
}
