package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.godwit.Godwit;
import io.godwit.backup.BackupContent;
import io.godwit.engine.Report;
import io.godwit.engine.RestorePlan;
import io.godwit.engine.TakenBackup;
import io.godwit.failure.GodwitException;
import io.godwit.failure.PackageRejectedException;
import io.godwit.failure.PlanRefusedException;
import io.godwit.history.AuditEntry;
import io.godwit.migration.Version;
import io.godwit.plan.UninstallMode;
import io.godwit.plan.UpgradeTarget;
import io.godwit.tck.harness.CutDataSource;
import io.godwit.tck.harness.ExactTables;
import io.godwit.tck.harness.MemoryBackups;
import io.godwit.tck.harness.PluginFolder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Backups that are restored: tables, rows and history are what they were, or nothing is touched. */
public interface RestoreContract extends EngineContract {

    String LAND_AND_CITY = """
            {"id": "tables", "operations": [
              {"createTable": {"table": "land", "columns": [{"name": "id", "type": "bigint", "primaryKey": true},
                {"name": "name", "type": "varchar(40)", "nullable": false, "unique": true}]}},
              {"createTable": {"table": "town", "columns": [{"name": "id", "type": "bigint", "identity": true, "primaryKey": true},
                {"name": "name", "type": "varchar(40)", "default": "it's"},
                {"name": "land", "type": "bigint", "references": {"table": "land", "column": "id"}},
                {"name": "twin", "type": "bigint"}, {"name": "size", "type": "integer", "check": "size > 0"}]}},
              {"addForeignKey": {"table": "town", "columns": ["twin"], "references": {"table": "town", "columns": ["id"]}}},
              {"createIndex": {"table": "town", "columns": ["name", "land"]}},
              {"createView": {"name": "towns", "query": "SELECT id, name FROM town"}},
              {"insertRows": {"table": "land", "rows": [{"id": 1, "name": "Suomi \\"\\\\ 😀"}, {"id": 2, "name": ""}]}},
              {"insertRows": {"table": "town", "rows": [{"id": 7, "name": "Espoo", "land": 1, "size": 3}, {"id": 8, "land": 2}]}},
              {"updateRows": {"table": "town", "set": {"twin": 8}, "where": "id = 7"}},
              {"updateRows": {"table": "town", "set": {"twin": 7}, "where": "id = 8"}}]}""";

    private static PluginFolder plugins() {
        return PluginFolder.create()
                .migration("crm-1", "1.0.0", ArchiveContract.ALL_TYPES + "," + ArchiveContract.HOSTILE_ROWS)
                .migration("crm-2", "1.1.0", LAND_AND_CITY);
    }

    private List<String> contents(String... tables) {
        List<String> contents = new ArrayList<>(logicalSchema().lines());
        contents.addAll(ExactTables.of(dialect(), bench().connection(), tables).lines());
        return contents;
    }

    private List<String> history() {
        return bench().rowsOf(
                        "SELECT migration_id, version, state, up_hash, document, journal, applied_at FROM godwit_migration ORDER BY seq");
    }

    @Test
    default void pluginThatWasTakenOutIsBackWithItsRowsAndItsHistory() {
        try (PluginFolder plugins = plugins()) {
            MemoryBackups backups = new MemoryBackups();
            Godwit godwit = on(plugins).backups(backups).build();
            godwit.migrate();
            List<String> before = contents("kept", "land", "town");
            List<String> history = history();
            godwit.uninstall("crm", UninstallMode.ARCHIVE).orThrow();
            assertThat(logicalSchema().lines()).noneMatch(line -> line.contains("town"));
            String name = backups.names().iterator().next();
            RestorePlan plan = godwit.planRestore(name);
            assertThat(plan.obstacles()).isEmpty();
            assertThat(plan.remembered()).containsExactly("crm-1", "crm-2");
            assertThat(plan.tables())
                    .extracting(table -> table.name().toString())
                    .contains("kept", "land", "town");
            assertThat(godwit.restore(name).plan().rows()).isEqualTo(7);
            assertThat(contents("kept", "land", "town")).isEqualTo(before);
            assertThat(history()).isEqualTo(history);
            assertThat(godwit.status().plugins().get(0).applied()).containsExactly("crm-1", "crm-2");
            assertThat(godwit.history()).extracting(AuditEntry::action).contains("restore");
            assertThat(godwit.migrate().applied()).isEmpty();
            bench().execute("INSERT INTO town (name) VALUES ('next')");
            assertThat(bench().rowsOf("SELECT id FROM town WHERE name = 'next'"))
                    .containsExactly("9");
        }
    }

    /** Also where it is a table that stands for one. */
    @Test
    default void materializedViewsComeBackWithTheirRows() {
        try (PluginFolder plugins = PluginFolder.create()) {
            plugins.migration("crm-1", "1.0.0", """
                    {"id": "views", "operations": [
                      {"createTable": {"table": "town", "columns": [{"name": "id", "type": "bigint", "primaryKey": true}]}},
                      {"insertRows": {"table": "town", "rows": [{"id": 1}, {"id": 2}]}},
                      {"createView": {"name": "many", "query": "SELECT count(*) AS n FROM town", "materialized": true}},
                      {"createView": {"name": "twice", "query": "SELECT n * 2 AS n FROM many"}}]}""");
            MemoryBackups backups = new MemoryBackups();
            Godwit godwit = on(plugins).backups(backups).build();
            godwit.migrate();
            List<String> before = logicalSchema().lines();
            godwit.uninstall("crm", UninstallMode.ARCHIVE).orThrow();
            String name = backups.names().iterator().next();
            for (int again = 0; again < 2; again++) {
                godwit.restore(name);
                assertThat(logicalSchema().lines()).isEqualTo(before);
                assertThat(rows("select n from twice")).containsExactly("4");
            }
        }
    }

    @Test
    default void whatWasDestroyedSinceIsAsItWas() {
        try (PluginFolder plugins = plugins()) {
            MemoryBackups backups = new MemoryBackups();
            Godwit godwit = on(plugins).backups(backups).build();
            godwit.migrate();
            List<String> before = contents("kept", "land", "town");
            godwit.uninstall("crm", UninstallMode.ARCHIVE).orThrow();
            String name = backups.names().iterator().next();
            for (String destruction : List.of(
                    "DELETE FROM kept WHERE id > 1", "ALTER TABLE kept ADD COLUMN more integer", "DROP TABLE kept")) {
                godwit.restore(name);
                assertThat(contents("kept", "land", "town")).as(destruction).isEqualTo(before);
                bench().execute(destruction);
                assertThat(contents("land")).as(destruction).isNotEqualTo(before);
            }
            godwit.restore(name);
            assertThat(contents("kept", "land", "town")).isEqualTo(before);
        }
    }

    @Test
    default void migrationsAfterTheBackupAreForgottenAndWhatTheyMadeGoes() {
        try (PluginFolder plugins = plugins()) {
            MemoryBackups backups = new MemoryBackups();
            Godwit godwit = on(plugins).backups(backups).build();
            godwit.migrate();
            List<String> before = contents("kept", "land", "town");
            List<String> history = history();
            godwit.uninstall("crm", UninstallMode.ARCHIVE).orThrow();
            String name = backups.names().iterator().next();
            plugins.migration("crm-3", "1.2.0", """
                    {"id": "more", "operations": [
                      {"createTable": {"table": "lake", "columns": [{"name": "id", "type": "bigint", "primaryKey": true}]}},
                      {"renameTable": {"from": "kept", "to": "held"}},
                      {"addColumn": {"table": "land", "column": {"name": "size", "type": "integer"}}}]}""");
            godwit.migrate();
            RestorePlan plan = godwit.planRestore(name);
            assertThat(plan.forgotten()).containsExactly("crm-3");
            assertThat(plan.dropped()).containsExactlyInAnyOrder("table lake", "table held");
            godwit.restore(name);
            assertThat(contents("kept", "land", "town")).isEqualTo(before);
            assertThat(history()).isEqualTo(history);
            assertThat(godwit.migrate().applied()).containsExactly("crm-3");
        }
    }

    @Test
    default void backupBeforeARiskyMigrationBringsBackWhatItTouched() {
        try (PluginFolder plugins = plugins()) {
            MemoryBackups backups = new MemoryBackups();
            Godwit godwit = on(plugins).takeBackups(true).backups(backups).build();
            godwit.migrate();
            List<String> before = contents("kept", "land", "town");
            List<String> history = history();
            plugins.migration("crm-3", "1.2.0", """
                    {"id": "less", "operations": [{"updateRows": {"table": "town", "set": {"name": "lost"}}}, {"dropView": {"name": "towns"}},
                      {"dropColumn": {"table": "town", "column": "size"}}]}""", "\"requiresBackup\": true");
            Report report = godwit.migrate();
            TakenBackup backup = report.backups().get(0);
            if (backup.content() == BackupContent.TABLES) {
                assertThat(godwit.planRestore(backup.name()).forgotten()).containsExactly("crm-3");
            }
            godwit.restore(backup.name());
            assertThat(contents("kept", "land", "town")).isEqualTo(before);
            assertThat(history()).isEqualTo(history);
            assertThat(godwit.status().plugins().get(0).pending()).containsExactly("crm-3");
        }
    }

    /** Where DDL commits by itself, a migration that failed and could not be taken back is in the history in part. */
    @Test
    default void migrationThatStoppedHalfWayIsForgottenWithWhatItMade() {
        try (PluginFolder plugins = plugins()) {
            MemoryBackups backups = new MemoryBackups();
            Godwit godwit = on(plugins).backups(backups).build();
            godwit.migrate();
            List<String> before = contents("kept", "land", "town");
            List<String> history = history();
            godwit.uninstall("crm", UninstallMode.ARCHIVE).orThrow();
            String name = backups.names().iterator().next();
            godwit.restore(name);
            plugins.migration("crm-3", "1.2.0", """
                    {"id": "more", "operations": [
                      {"createTable": {"table": "lake", "columns": [{"name": "id", "type": "bigint", "primaryKey": true}]}},
                      {"deleteRows": {"table": "kept", "where": "id = 2"}},
                      {"addColumn": {"table": "kept", "column": {"name": "size", "type": "integer"}}},
                      {"insertRows": {"table": "land", "rows": [{"id": 1, "name": "twice"}]}}]}""");
            assertThatThrownBy(godwit::migrate).isInstanceOf(GodwitException.class);
            godwit.restore(name);
            assertThat(contents("kept", "land", "town")).isEqualTo(before);
            assertThat(history()).isEqualTo(history);
            plugins.migration("crm-3", "1.2.0", """
                    {"id": "more", "operations": [
                      {"createTable": {"table": "lake", "columns": [{"name": "id", "type": "bigint", "primaryKey": true}]}}]}""");
            assertThat(godwit.migrate().applied()).containsExactly("crm-3");
        }
    }

    @Test
    default void damagedBackupsAreRefusedAndNothingIsTouched() throws IOException {
        try (PluginFolder plugins = plugins()) {
            MemoryBackups backups = new MemoryBackups();
            Godwit godwit = on(plugins).backups(backups).build();
            godwit.migrate();
            godwit.uninstall("crm", UninstallMode.ARCHIVE).orThrow();
            String name = backups.names().iterator().next();
            List<String> schema = logicalSchema().lines();
            byte[] whole = backups.bytes(name);
            for (String ending : List.of("-kept.jsonl", "-land.json", "history/object.jsonl")) {
                String entry = entry(backups.entries(name), ending);
                backups.rewrite(name, entries -> entries.computeIfPresent(entry, (any, text) -> text + " "));
                refuses(godwit, name, schema);
                backups.replace(name, whole);
                backups.rewrite(name, entries -> entries.remove(entry));
                refuses(godwit, name, schema);
                backups.replace(name, whole);
            }
            backups.rewrite(name, RestoreContract::swapRows);
            refuses(godwit, name, schema);
            backups.replace(name, whole);
            backups.rewrite(name, entries -> entries.put("data/009-more.jsonl", "{}"));
            refuses(godwit, name, schema);
            backups.replace(name, Arrays.copyOf(whole, whole.length / 2));
            refuses(godwit, name, schema);
            backups.replace(name, whole);
            assertThat(godwit.restore(name).plan().rows()).isEqualTo(7);
        }
    }

    private static void swapRows(Map<String, String> entries) {
        String land = entry(entries, "-land.jsonl");
        String town = entry(entries, "-town.jsonl");
        String rows = entries.get(land);
        entries.put(land, entries.get(town));
        entries.put(town, rows);
    }

    private static String entry(Map<String, String> entries, String ending) {
        return entries.keySet().stream()
                .filter(name -> name.endsWith(ending))
                .findFirst()
                .orElseThrow();
    }

    private void refuses(Godwit godwit, String name, List<String> schema) {
        assertThatThrownBy(() -> godwit.restore(name))
                .isInstanceOf(PackageRejectedException.class)
                .hasMessageContaining("Nothing was changed");
        assertThat(logicalSchema().lines()).isEqualTo(schema);
    }

    @Test
    default void whatOtherPluginsDidSinceStandsAgainstIt() {
        try (PluginFolder plugins = plugins()) {
            MemoryBackups backups = new MemoryBackups();
            Godwit godwit = on(plugins).backups(backups).build();
            godwit.migrate();
            godwit.uninstall("crm", UninstallMode.ARCHIVE).orThrow();
            String name = backups.names().iterator().next();
            godwit.migrate();
            plugins.document("shop", "shop-1", "1.0.0", """
                    "steps": {"up": [{"id": "column", "operations": [
                      {"addColumn": {"table": "land", "column": {"name": "tax", "type": "integer"}}}]}]}""", "\"dependencies\": [\"crm\"]");
            godwit.migrate();
            List<String> before = contents("land", "town");
            assertThatThrownBy(() -> godwit.restore(name))
                    .isInstanceOf(PlanRefusedException.class)
                    .hasMessageContaining("shop-1")
                    .hasMessageContaining("Nothing was changed");
            assertThat(contents("land", "town")).isEqualTo(before);
        }
    }

    @Test
    default void foreignKeysAndViewsOfOthersAreAsTheyWere() {
        try (PluginFolder plugins = plugins()) {
            MemoryBackups backups = new MemoryBackups();
            Godwit godwit = on(plugins).backups(backups).build();
            godwit.migrate(new UpgradeTarget("crm", Version.parse("1.1.0"))).orThrow();
            godwit.uninstall("crm", UninstallMode.ARCHIVE).orThrow();
            String name = backups.names().iterator().next();
            godwit.restore(name);
            bench().execute(
                            "CREATE TABLE visit (land BIGINT, CONSTRAINT visited FOREIGN KEY (land) REFERENCES land (id))");
            bench().execute("INSERT INTO visit VALUES (2)");
            bench().execute(
                            "CREATE VIEW visits AS SELECT v.land AS land, l.name AS name FROM visit v JOIN land l ON l.id = v.land");
            List<String> before = contents("kept", "land", "town", "visit");
            bench().execute("UPDATE land SET name = 'other' WHERE id = 2");
            godwit.restore(name);
            assertThat(contents("kept", "land", "town", "visit")).isEqualTo(before);
            assertThat(bench().rowsOf("SELECT land, name FROM visits")).containsExactly("2, ");
            bench().execute("INSERT INTO land (id, name) VALUES (3, 'new')");
            bench().execute("INSERT INTO visit VALUES (3)");
            List<String> more = contents("kept", "land", "town", "visit");
            assertThatThrownBy(() -> godwit.restore(name)).isInstanceOf(GodwitException.class);
            assertThat(contents("kept", "land", "town", "visit")).isEqualTo(more);
        }
    }

    /** A restore that is cut off is done again, and ends where an uninterrupted one does. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    default void restoreThatIsCutOffAnywhereIsDoneAgain(boolean runs) {
        try (PluginFolder plugins = PluginFolder.create().migration("crm-2", "1.1.0", LAND_AND_CITY)) {
            MemoryBackups backups = new MemoryBackups();
            Godwit godwit = on(plugins).backups(backups).build();
            godwit.migrate();
            List<String> before = contents("land", "town");
            List<String> history = history();
            godwit.uninstall("crm", UninstallMode.ARCHIVE).orThrow();
            String name = backups.names().iterator().next();
            boolean cut = true;
            for (int last = 1; cut; last += 1 + last / 3) {
                godwit.restore(name);
                bench().execute("UPDATE land SET name = 'other' WHERE id = 2");
                CutDataSource source = new CutDataSource(bench().database().dataSource(), last, runs);
                Godwit killed = plugins.on(source.dataSource()).backups(backups).build();
                try {
                    killed.restore(name);
                } catch (GodwitException e) {
                    assertThat(source.wasCut()).as(String.valueOf(e)).isTrue();
                }
                cut = source.wasCut();
                godwit.restore(name);
                assertThat(contents("land", "town"))
                        .as("cut off at statement %d: %s", last, source.lastStatement())
                        .isEqualTo(before);
                assertThat(history()).isEqualTo(history);
            }
        }
    }
}
