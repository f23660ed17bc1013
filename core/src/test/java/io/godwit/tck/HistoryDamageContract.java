package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.godwit.Godwit;
import io.godwit.failure.RepairNeededException;
import io.godwit.history.AuditEntry;
import io.godwit.history.AuditHead;
import io.godwit.history.AuditVerdict;
import io.godwit.history.Damage;
import io.godwit.plan.RollbackTarget;
import io.godwit.tck.harness.PluginFolder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody else does to the history: found, told by row and column, and nothing runs on it. */
public interface HistoryDamageContract extends EngineContract {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plugin_id",
                "version",
                "state",
                "up_hash",
                "down_hash",
                "source_hash",
                "relations",
                "document",
                "journal",
                "applied_at",
                "actor"
            })
    default void columnThatWasChangedIsNamedAndNothingRuns(String column) {
        try (PluginFolder plugins = history()) {
            bench().execute("UPDATE godwit_migration SET " + column + " = 'x' WHERE migration_id = 'crm-2'");
            assertRefused(plugins, "crm-2", column);
        }
    }

    @Test
    default void changedNumberIsNamed() {
        try (PluginFolder plugins = history()) {
            bench().execute("UPDATE godwit_migration SET seq = 7 WHERE migration_id = 'crm-2'");
            assertRefused(plugins, "crm-2", "seq");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"crm-1", "crm-2"})
    default void deletedRowIsMissed(String id) {
        try (PluginFolder plugins = history()) {
            bench().execute("DELETE FROM godwit_migration WHERE migration_id = '" + id + "'");
            assertRefused(plugins, id, "");
        }
    }

    @Test
    default void rowsThatWereSwappedAreFound() {
        try (PluginFolder plugins = history()) {
            bench().execute("UPDATE godwit_migration SET migration_id = 'x' WHERE migration_id = 'crm-1'");
            bench().execute("UPDATE godwit_migration SET migration_id = 'crm-1' WHERE migration_id = 'crm-2'");
            bench().execute("UPDATE godwit_migration SET migration_id = 'crm-2' WHERE migration_id = 'x'");
            assertThat(assertRefused(plugins, "crm-1", "document").damages())
                    .extracting(Damage::row)
                    .contains("crm-1", "crm-2");
        }
    }

    @Test
    default void rowThatIsThereTwiceIsFound() {
        try (PluginFolder plugins = history()) {
            bench().execute("CREATE TABLE copy_of_it AS SELECT * FROM godwit_migration");
            bench().execute("DROP TABLE godwit_migration");
            bench().execute("ALTER TABLE copy_of_it RENAME TO godwit_migration");
            bench().execute("INSERT INTO godwit_migration SELECT * FROM godwit_migration WHERE migration_id = 'crm-1'");
            assertRefused(plugins, "crm-1", "migration_id");
        }
    }

    @Test
    default void rowOfWhichNoEntryTellsIsFound() {
        try (PluginFolder plugins = history()) {
            bench().execute("UPDATE godwit_migration SET migration_id = 'crm-9' WHERE migration_id = 'crm-2'");
            assertRefused(plugins, "crm-9", "");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE godwit_audit SET actor = 'x' WHERE seq = 2",
                "UPDATE godwit_audit SET detail = '' WHERE seq = 1",
                "UPDATE godwit_audit SET hash = 'x' WHERE seq = 2",
                "DELETE FROM godwit_audit WHERE seq = 1",
                "DELETE FROM godwit_audit WHERE seq = 2",
                "DELETE FROM godwit_audit WHERE seq = 3",
                "DELETE FROM godwit_audit",
                "UPDATE godwit_audit SET seq = 10 - seq",
                "INSERT INTO godwit_audit SELECT 4, at, actor, 'rollback', plugin_id, migration_id, run_id, outcome, detail,"
                        + " previous_hash, hash FROM godwit_audit WHERE seq = 3"
            })
    default void trailThatWasChangedIsFoundAndNothingRuns(String change) {
        try (PluginFolder plugins = history()) {
            bench().execute(change);
            Godwit godwit = on(plugins).build();
            assertThat(godwit.verifyAudit().intact()).isFalse();
            assertRefused(godwit);
        }
    }

    /** Its chain is whole, and its rows agree with it: only what was kept elsewhere tells. */
    @Test
    default void trailThatWasShortenedShowsBesideItsExportedHead() {
        try (PluginFolder plugins = history()) {
            Godwit godwit = on(plugins).build();
            godwit.rollback("crm", RollbackTarget.steps(1)).orThrow();
            AuditHead head = godwit.audit();
            assertThat(godwit.verifyAudit(head).intact()).isTrue();
            bench().execute("DELETE FROM godwit_audit WHERE seq > 2");
            assertThat(godwit.verifyAudit().intact()).isTrue();
            assertThat(godwit.verifyAudit(head).first().orElseThrow().row()).isEqualTo("4");
        }
    }

    @Test
    default void entriesProveWhatWasPlanned() {
        try (PluginFolder plugins = more(history())) {
            Godwit godwit = on(plugins).build();
            String hash = godwit.planAll().hash();
            assertThat(godwit.planAll().hash()).isEqualTo(hash);
            godwit.migrate();
            List<AuditEntry> entries = godwit.history();
            assertThat(entries.get(3).planHash()).isEqualTo(hash);
            assertThat(entries).extracting(AuditEntry::words).noneMatch(words -> words.contains(hash));
            assertThat(entries.get(0).planHash())
                    .isNotEqualTo(hash)
                    .isEqualTo(entries.get(2).planHash());
        }
    }

    /** As an older version wrote them: without evidence. */
    @Test
    default void historyWithoutEvidenceStaysValidAndGoesOn() {
        try (PluginFolder plugins = history()) {
            Godwit godwit = on(plugins).build();
            AuditHead head = AuditHead.NONE;
            for (AuditEntry entry : godwit.history()) {
                AuditEntry old = head.next(
                        entry.at(),
                        entry.actor(),
                        entry.action(),
                        entry.pluginId(),
                        entry.migrationId(),
                        entry.runId(),
                        entry.outcome(),
                        "");
                bench().execute("UPDATE godwit_audit SET detail = '', previous_hash = '" + old.previousHash()
                        + "', hash = '" + old.hash() + "' WHERE seq = " + old.sequence());
                head = AuditHead.at(old);
            }
            bench().execute("UPDATE godwit_lock SET layout = 2");
            assertThat(godwit.verifyAudit().damages()).isEmpty();
            more(plugins);
            godwit.migrate();
            assertThat(godwit.verifyAudit().damages()).isEmpty();
            bench().execute("UPDATE godwit_migration SET up_hash = 'x' WHERE migration_id = 'crm-1'");
            assertThat(godwit.verifyAudit().first().orElseThrow().column()).isEqualTo("document");
        }
    }

    private AuditVerdict assertRefused(PluginFolder plugins, String row, String column) {
        Godwit godwit = on(plugins).build();
        AuditVerdict verdict = godwit.verifyAudit();
        assertThat(verdict.damages()).anySatisfy(damage -> {
            assertThat(damage.row()).isEqualTo(row);
            assertThat(damage.column()).isEqualTo(column);
        });
        assertRefused(godwit);
        more(plugins);
        assertThatThrownBy(godwit::migrate).isInstanceOf(RepairNeededException.class);
        return verdict;
    }

    private void assertRefused(Godwit godwit) {
        assertThatThrownBy(() -> godwit.rollback("crm", RollbackTarget.steps(1)).orThrow())
                .isInstanceOf(RepairNeededException.class)
                .hasMessageContaining("repair --dry-run");
        assertThat(bench().rows("SELECT count(*) FROM city")).containsExactly("2");
    }

    /** Three migrations that are applied. */
    private PluginFolder history() {
        PluginFolder plugins = PluginFolder.create()
                .migration("crm-1", "1.0.0", RunContract.CITY + "," + RunContract.ROWS)
                .migration("crm-2", "1.1.0", added("visits"))
                .migration("crm-3", "1.2.0", added("height"));
        on(plugins).build().migrate();
        assertThat(on(plugins).build().verifyAudit().damages()).isEmpty();
        return plugins;
    }

    private static PluginFolder more(PluginFolder plugins) {
        return plugins.migration("crm-4", "1.3.0", added("depth"));
    }

    private static String added(String column) {
        return "{\"id\": \"added\", \"operations\": [{\"addColumn\": {\"table\": \"city\", \"column\": {\"name\": \""
                + column + "\", \"type\": \"integer\"}}}]}";
    }
}
