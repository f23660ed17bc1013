package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.godwit.Godwit;
import io.godwit.GodwitBuilder;
import io.godwit.backup.Backup;
import io.godwit.backup.BackupContent;
import io.godwit.backup.BackupPlace;
import io.godwit.backup.BackupRetention;
import io.godwit.engine.Outcome;
import io.godwit.engine.Report;
import io.godwit.engine.TakenBackup;
import io.godwit.engine.TransactionScope;
import io.godwit.failure.BackupFailedException;
import io.godwit.failure.PlanRefusedException;
import io.godwit.failure.UnsupportedByDialectException;
import io.godwit.history.AuditEntry;
import io.godwit.plan.UpgradeTarget;
import io.godwit.plan.risk.RiskPolicy;
import io.godwit.tck.harness.MemoryBackups;
import io.godwit.tck.harness.PluginFolder;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Backups before what is risky: taken and read back before it begins, or it does not begin. */
public interface BackupContract extends EngineContract {

    String LAND_AND_TOWNS = """
            {"id": "tables", "operations": [
              {"createTable": {"table": "land", "columns": [{"name": "id", "type": "integer", "primaryKey": true},
                {"name": "name", "type": "varchar(40)"}]}},
              {"createTable": {"table": "town", "columns": [{"name": "id", "type": "integer", "primaryKey": true},
                {"name": "land_id", "type": "integer", "references": {"table": "land", "column": "id", "onDelete": "cascade"}}]}},
              {"createTable": {"table": "river", "columns": [{"name": "id", "type": "integer", "primaryKey": true}]}},
              {"insertRows": {"table": "land", "rows": [{"id": 1, "name": "Zürich"}, {"id": 2, "name": "Bern"}]}},
              {"insertRows": {"table": "town", "rows": [{"id": 10, "land_id": 1}]}}]}""";

    String DROP_RIVER = "{\"id\": \"drop\", \"operations\": [{\"dropTable\": {\"table\": \"river\"}}]}";

    String EMPTY_LAND = "{\"id\": \"empty\", \"operations\": [{\"deleteRows\": {\"table\": \"land\"}}]}";

    String WANTED = "\"requiresBackup\": true";

    private GodwitBuilder keeping(PluginFolder plugins, MemoryBackups backups) {
        return on(plugins).takeBackups(true).backups(backups);
    }

    private PluginFolder landAndTowns() {
        PluginFolder plugins = PluginFolder.create().migration("crm-1", "1.0.0", LAND_AND_TOWNS);
        on(plugins).build().migrate();
        return plugins;
    }

    private static Backup read(MemoryBackups backups, TakenBackup taken) throws IOException {
        Backup backup = new BackupPlace(backups).read(taken.name());
        assertThat(backup.sha256()).isEqualTo(taken.sha256());
        assertThat(backup.bytes()).isEqualTo(taken.bytes());
        return backup;
    }

    @Test
    default void whatIsRiskyIsBackedUpBeforeItBegins() throws IOException {
        try (PluginFolder plugins = landAndTowns()) {
            plugins.migration(
                            "crm-2",
                            "1.1.0",
                            "{\"id\": \"more\", \"operations\": [{\"insertRows\":"
                                    + " {\"table\": \"land\", \"rows\": [{\"id\": 3, \"name\": null}]}}]}")
                    .migration("crm-3", "1.2.0", EMPTY_LAND);
            MemoryBackups backups = new MemoryBackups();
            Godwit godwit = keeping(plugins, backups).build();
            Report report = godwit.migrate();
            assertThat(report.applied()).containsExactly("crm-2", "crm-3");
            assertThat(report.backups()).hasSize(1);
            TakenBackup taken = report.backups().get(0);
            assertThat(taken.migration()).isEqualTo("crm-3");
            Backup backup = read(backups, taken);
            assertThat(backup.manifest().migration()).isEqualTo("crm-3");
            assertThat(backup.manifest().reason()).contains("dml-without-where");
            if (backup.manifest().content() == BackupContent.TABLES) {
                assertThat(backup.text(backup.manifest().tables().get(0).entry())
                                .lines())
                        .containsExactly(
                                "{\"id\":1,\"name\":\"Zürich\"}",
                                "{\"id\":2,\"name\":\"Bern\"}",
                                "{\"id\":3,\"name\":null}");
                assertThat(backup.text(backup.manifest().tables().get(1).entry())
                                .lines())
                        .as("rows that go with the others, by a foreign key")
                        .containsExactly("{\"id\":10,\"land_id\":1}");
                assertThat(backup.manifest().tables()).hasSize(2);
            }
            assertThat(rows("select id from town")).isEmpty();
            List<AuditEntry> history = godwit.history();
            assertThat(history.subList(history.size() - 3, history.size()))
                    .extracting(AuditEntry::action, AuditEntry::migrationId)
                    .containsExactly(tuple("apply", "crm-2"), tuple("backup", "crm-3"), tuple("apply", "crm-3"));
            assertThat(history.get(history.size() - 2).detail())
                    .contains(taken.name(), taken.sha256(), taken.bytes() + " bytes");
        }
    }

    @Test
    default void withoutItsBackupAMigrationDoesNotBegin() {
        try (PluginFolder plugins = landAndTowns()) {
            plugins.migration("crm-2", "1.1.0", RunContract.CITY)
                    .migration("crm-3", "1.2.0", DROP_RIVER, WANTED)
                    .migration(
                            "crm-4",
                            "1.3.0",
                            "{\"id\": \"last\", \"operations\": [{\"dropTable\": {\"table\": \"town\"}}]}");
            MemoryBackups backups = new MemoryBackups();
            Godwit godwit = keeping(plugins, backups).build();
            for (MemoryBackups.Fault fault : List.of(MemoryBackups.Fault.NO_ROOM, MemoryBackups.Fault.DAMAGE)) {
                backups.with(fault);
                Report report = godwit.migrate(UpgradeTarget.ALL);
                assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
                assertThatThrownBy(report::orThrow)
                        .isInstanceOf(BackupFailedException.class)
                        .hasMessageContainingAll("before migration crm-3", "was not begun");
                assertThat(backups.names()).isEmpty();
                assertThat(godwit.status().plugins().get(0).applied()).containsExactly("crm-1", "crm-2");
                assertThat(logicalSchema().lines()).anyMatch(line -> line.contains("river"));
            }
            assertThat(godwit.history())
                    .filteredOn(entry -> entry.action().equals("backup"))
                    .extracting(AuditEntry::outcome)
                    .containsExactly("failed", "failed");
            backups.with(MemoryBackups.Fault.NONE);
            assertThat(godwit.migrate().applied()).containsExactly("crm-3", "crm-4");
            assertThat(backups.names()).hasSize(2);
        }
    }

    @Test
    default void aNeedWithoutAPlaceRefusesThePlanBeforeAnythingRuns() {
        try (PluginFolder plugins = landAndTowns()) {
            plugins.migration("crm-2", "1.1.0", RunContract.CITY).migration("crm-3", "1.2.0", DROP_RIVER, WANTED);
            List<String> before = logicalSchema().lines();
            Godwit nowhere = on(plugins).takeBackups(true).build();
            assertThatThrownBy(nowhere::migrate)
                    .isInstanceOf(PlanRefusedException.class)
                    .hasMessageContainingAll("crm-3", ".backups(", ".takeBackups(false)", "Nothing was changed");
            assertThatThrownBy(() -> nowhere.execute(nowhere.planAll())).isInstanceOf(PlanRefusedException.class);
            assertThat(logicalSchema().lines()).isEqualTo(before);
            assertThat(nowhere.planAll().backups()).hasSize(1);
            assertThat(on(plugins).takeBackups(false).build().migrate().backups())
                    .isEmpty();
        }
    }

    @Test
    default void thePluginIsBackedUpWhereSqlIsRunThatIsNotRead() throws IOException {
        try (PluginFolder plugins = landAndTowns()) {
            plugins.migration(
                    "crm-2",
                    "1.1.0",
                    "{\"id\": \"raw\", \"sql\": {\"" + dialect().engine() + "\": \"CREATE TABLE extra (id integer)\"}}",
                    WANTED);
            MemoryBackups backups = new MemoryBackups();
            Report report = keeping(plugins, backups)
                    .risk(RiskPolicy.STANDARD.backupFrom(null))
                    .build()
                    .migrate();
            Backup backup = read(backups, report.backups().get(0));
            assertThat(backup.manifest().reason()).isEqualTo("its author says requiresBackup");
            if (backup.manifest().content() == BackupContent.TABLES) {
                assertThat(backup.manifest().tables())
                        .extracting(table -> table.name().toString())
                        .containsExactlyInAnyOrder("land", "town", "river");
                assertThat(backup.manifest().rows()).isEqualTo(3);
            }
        }
    }

    @Test
    default void oneTransactionHasItsBackupsBeforeIt() throws IOException {
        try (PluginFolder plugins = landAndTowns()) {
            plugins.migration(
                            "crm-2",
                            "1.1.0",
                            "{\"id\": \"name\", \"operations\": [{\"renameTable\":"
                                    + " {\"from\": \"land\", \"to\": \"country\"}}]}")
                    .migration("crm-3", "1.2.0", EMPTY_LAND.replace("land", "country"), WANTED);
            MemoryBackups backups = new MemoryBackups();
            Report report = keeping(plugins, backups)
                    .transactions(TransactionScope.RUN)
                    .build()
                    .migrate();
            assertThat(report.applied()).containsExactly("crm-2", "crm-3");
            Backup backup = read(backups, report.backups().get(0));
            if (backup.manifest().content() == BackupContent.TABLES) {
                assertThat(backup.manifest().rows()).isEqualTo(3);
            }
        }
    }

    @Test
    default void aBackupIsTakenOnRequest() throws IOException {
        try (PluginFolder plugins = landAndTowns()) {
            MemoryBackups store = new MemoryBackups();
            Godwit godwit = keeping(plugins, store).build();
            TakenBackup one = godwit.backups().take("crm");
            TakenBackup all = godwit.backups().takeAll();
            for (TakenBackup taken : List.of(one, all)) {
                Backup backup = read(store, taken);
                if (backup.manifest().content() == BackupContent.TABLES) {
                    assertThat(backup.manifest().tables()).hasSize(3);
                    assertThat(backup.manifest().rows()).isEqualTo(3);
                }
            }
            assertThat(godwit.backups().list()).hasSize(2);
            assertThat(godwit.backups().verify(one.name()).manifest().version()).isEqualTo("1.0.0");
            assertThatThrownBy(() -> godwit.backups().take("ghost"))
                    .isInstanceOf(PlanRefusedException.class)
                    .hasMessageContaining("Nothing of plugin 'ghost' is applied");
            assertThat(godwit.history())
                    .filteredOn(entry -> entry.action().equals("backup"))
                    .extracting(AuditEntry::pluginId)
                    .containsExactly("crm", "");
        }
    }

    @Test
    default void whatIsNotKeptIsRemovedOnceANewerOneIsThere() throws IOException {
        try (PluginFolder plugins = landAndTowns()) {
            MemoryBackups store = new MemoryBackups();
            Godwit godwit =
                    keeping(plugins, store).keepBackups(BackupRetention.last(2)).build();
            store.write("crm-1.0.0-20010101T000000Z-0f8fad5b.godwit-backup.zip", out -> out.write(1));
            godwit.backups().take("crm");
            String all = godwit.backups().takeAll().name();
            godwit.backups().take("crm");
            store.with(MemoryBackups.Fault.NO_ROOM);
            assertThatThrownBy(() -> godwit.backups().take("crm")).isInstanceOf(BackupFailedException.class);
            assertThat(store.names()).hasSize(4);
            store.with(MemoryBackups.Fault.NONE);
            String newest = godwit.backups().take("crm").name();
            assertThat(store.names())
                    .as("and one that is not known here")
                    .hasSize(4)
                    .contains(all, newest);
            assertThat(godwit.history())
                    .filteredOn(entry -> entry.action().equals("remove-backup"))
                    .hasSize(1);
        }
    }

    @Test
    default void aServerThatWritesNoBackupIsNotAskedFor() {
        try (PluginFolder plugins = landAndTowns()) {
            plugins.migration("crm-2", "1.1.0", DROP_RIVER, WANTED);
            MemoryBackups backups = new MemoryBackups();
            Godwit godwit = keeping(plugins, backups).serverBackups("/nowhere").build();
            assertThatThrownBy(godwit::migrate)
                    .isInstanceOf(
                            dialect().serverBackup().isPresent()
                                    ? BackupFailedException.class
                                    : UnsupportedByDialectException.class);
            assertThat(backups.names()).isEmpty();
            assertThat(godwit.status().plugins().get(0).applied()).containsExactly("crm-1");
        }
    }

    @Test
    default void whatIsNotRiskyHasNoBackup() {
        try (PluginFolder plugins = landAndTowns()) {
            plugins.migration("crm-2", "1.1.0", RunContract.CITY);
            MemoryBackups backups = new MemoryBackups();
            assertThat(keeping(plugins, backups).build().migrate().backups()).isEmpty();
            assertThat(backups.names()).isEmpty();
        }
    }
}
