package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.godwit.Godwit;
import io.godwit.engine.Report;
import io.godwit.failure.BackupFailedException;
import io.godwit.failure.PlanRefusedException;
import io.godwit.history.AuditEntry;
import io.godwit.plan.Finding;
import io.godwit.plan.UninstallMode;
import io.godwit.tck.harness.MemoryBackups;
import io.godwit.tck.harness.PluginFolder;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Plugins that go into the host's backup store: every value as it was, or nothing is dropped. */
public interface ArchiveContract extends EngineContract {

    String ALL_TYPES = """
            {"id": "table", "operations": [{"createTable": {"table": "kept", "columns": [
              {"name": "id", "type": "bigint", "primaryKey": true}, {"name": "truth", "type": "boolean"},
              {"name": "amount", "type": "decimal(30,4)"}, {"name": "ratio", "type": "double"},
              {"name": "words", "type": "text"}, {"name": "data", "type": "bytes"}, {"name": "who", "type": "uuid"},
              {"name": "day", "type": "date"}, {"name": "hour", "type": "time"}, {"name": "moment", "type": "timestamp"},
              {"name": "instant", "type": "timestamptz"}, {"name": "doc", "type": "json"}, {"name": "list", "type": "array(integer)"},
              {"name": "rest", "type": "integer", "generated": {"expression": "id % 7"}}]}}]}""";

    String HOSTILE_ROWS = """
            {"id": "rows", "dependencies": ["table"], "operations": [{"insertRows": {"table": "kept", "rows": [
              {"id": 9223372036854775807, "truth": true, "amount": 12345678901234567890123456.7890, "ratio": 0.1,
               "words": "it's \\"Zürich\\"\\n😀\\\\", "data": "\\\\x00ff27", "who": "123E4567-e89b-12d3-a456-426614174000",
               "day": "2024-02-29", "hour": "23:59:59.000001", "moment": "1999-12-31 23:59:59.5",
               "instant": "2024-03-31 02:30:00+02:00", "doc": {}, "list": [1, 2]},
              {"id": 1, "truth": false, "amount": 0, "ratio": -2.5, "words": "", "data": "\\\\x", "list": []},
              {"id": 2}]}}]}""";

    @Test
    default void everyValueIsInTheArchiveAsItWas() throws IOException {
        try (PluginFolder plugins = PluginFolder.create()) {
            plugins.migration("crm-1", "1.0.0", ALL_TYPES + "," + HOSTILE_ROWS).migration("crm-2", "1.1.0", """
                            {"id": "name", "operations": [{"renameTable": {"from": "kept", "to": "held"}}]}""");
            MemoryBackups backups = new MemoryBackups();
            Godwit godwit = on(plugins).backups(backups).build();
            List<String> before = logicalSchema().lines();
            godwit.migrate();
            Report report = godwit.uninstall("crm", UninstallMode.ARCHIVE).orThrow();
            assertThat(report.rolledBack()).containsExactly("crm-2", "crm-1");
            assertThat(report.findings())
                    .extracting(Finding::message)
                    .anyMatch(message -> message.contains("1 table, 3 rows"));
            assertThat(logicalSchema().lines()).isEqualTo(before);
            Map<String, String> entries = backups.only();
            assertThat(entries.keySet())
                    .containsExactlyInAnyOrder(
                            "migrations/crm-1.json",
                            "migrations/crm-2.json",
                            "data/001-held.jsonl",
                            "definitions/001-held.json",
                            "definitions/objects.json",
                            "history/migration.jsonl",
                            "history/step.jsonl",
                            "history/object.jsonl",
                            "history/all.jsonl",
                            "history/head.txt",
                            "manifest.json");
            assertThat(entries.get("data/001-held.jsonl").lines())
                    .containsExactly(
                            "{'id':1,'truth':false,'amount':0.0000,'ratio':-2.5,'words':'','data':'','who':null,'day':null,'hour':null,'moment':null,'instant':null,'doc':null,'list':[]}"
                                    .replace('\'', '"'),
                            "{'id':2,'truth':null,'amount':null,'ratio':null,'words':null,'data':null,'who':null,'day':null,'hour':null,'moment':null,'instant':null,'doc':null,'list':null}"
                                    .replace('\'', '"'),
                            "{\"id\":9223372036854775807,\"truth\":true,\"amount\":12345678901234567890123456.7890,\"ratio\":0.1,"
                                    + "\"words\":\"it's \\\"Zürich\\\"\\n😀\\\\\",\"data\":\"AP8n\",\"who\":\"123e4567-e89b-12d3-a456-426614174000\","
                                    + "\"day\":\"2024-02-29\",\"hour\":\"23:59:59.000001\",\"moment\":\"1999-12-31T23:59:59.500000\","
                                    + "\"instant\":\"2024-03-31T00:30:00.000000Z\",\"doc\":\"{}\",\"list\":[1,2]}");
            assertThat(entries.get("manifest.json"))
                    .contains("\"format\" : \"godwit-backup-v2\"", "\"table\" : \"held\"", "\"rows\" : 3");
            assertThat(godwit.history()).extracting(AuditEntry::action).contains("archive");
            assertThat(godwit.migrate().applied()).containsExactly("crm-1", "crm-2");
        }
    }

    @Test
    default void moreRowsThanTravelTogetherAreAllThere() throws IOException {
        try (PluginFolder plugins = PluginFolder.create()) {
            plugins.migration("crm-1", "1.0.0", """
                    {"id": "many", "operations": [
                      {"createTable": {"table": "many", "columns": [{"name": "id", "type": "integer", "primaryKey": true}]}},
                      {"insertRows": {"table": "many", "rows": [{"id": 0}]}}]}""");
            MemoryBackups backups = new MemoryBackups();
            Godwit godwit = on(plugins).backups(backups).build();
            godwit.migrate();
            for (int count = 1; count < 4096; count *= 2) {
                bench().execute("INSERT INTO many SELECT id + " + count + " FROM many");
            }
            godwit.uninstall("crm", UninstallMode.ARCHIVE).orThrow();
            assertThat(backups.only().get("data/001-many.jsonl").lines())
                    .hasSize(4096)
                    .startsWith("{\"id\":0}")
                    .endsWith("{\"id\":4095}");
        }
    }

    @Test
    default void withoutItsArchiveNothingIsDropped() {
        try (PluginFolder plugins = PluginFolder.create()) {
            plugins.migration("crm-1", "1.0.0", RunContract.CITY + "," + RunContract.ROWS);
            MemoryBackups backups = new MemoryBackups();
            Godwit godwit = on(plugins).backups(backups).build();
            godwit.migrate();
            List<String> made = logicalSchema().lines();
            for (MemoryBackups.Fault fault : List.of(MemoryBackups.Fault.NO_ROOM, MemoryBackups.Fault.DAMAGE)) {
                backups.with(fault);
                assertThatThrownBy(() ->
                                godwit.uninstall("crm", UninstallMode.ARCHIVE).orThrow())
                        .isInstanceOf(BackupFailedException.class)
                        .hasMessageContaining("Nothing was changed in the database");
            }
            assertThatThrownBy(() -> on(plugins)
                            .build()
                            .uninstall("crm", UninstallMode.ARCHIVE)
                            .orThrow())
                    .isInstanceOf(PlanRefusedException.class)
                    .hasMessageContaining("give Godwit a backup store");
            assertThat(logicalSchema().lines()).isEqualTo(made);
            assertThat(godwit.status().plugins().get(0).applied()).containsExactly("crm-1");
            backups.with(MemoryBackups.Fault.NONE);
            assertThat(godwit.uninstall("crm", UninstallMode.ARCHIVE).orThrow().rolledBack())
                    .containsExactly("crm-1");
        }
    }
}
