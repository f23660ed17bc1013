package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.godwit.Godwit;
import io.godwit.engine.Action;
import io.godwit.engine.Decision;
import io.godwit.engine.RowExport;
import io.godwit.engine.RowsReport;
import io.godwit.failure.ActionDeniedException;
import io.godwit.failure.PackageRejectedException;
import io.godwit.failure.PlanRefusedException;
import io.godwit.failure.TransferFailedException;
import io.godwit.history.AuditEntry;
import io.godwit.migration.OnConflict;
import io.godwit.tck.harness.PluginFolder;
import io.godwit.tck.harness.RowFiles;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that leave in files and come back: the same text from every engine, each value as it was, all of them or none. */
public interface TravellingRowsContract extends EngineContract {

    String KEPT = """
            {"id": "table", "operations": [{"createTable": {"table": "shop.kept", "columns": [
              {"name": "id", "type": "bigint", "primaryKey": true}, {"name": "truth", "type": "boolean"},
              {"name": "amount", "type": "decimal(30,4)"}, {"name": "price", "type": "decimal(10,2)"},
              {"name": "ratio", "type": "double"}, {"name": "words", "type": "text"},
              {"name": "name", "type": "varchar(60)"}, {"name": "data", "type": "bytes"}, {"name": "who", "type": "uuid"},
              {"name": "day", "type": "date"}, {"name": "hour", "type": "time"}, {"name": "moment", "type": "timestamp"},
              {"name": "instant", "type": "timestamptz"}, {"name": "doc", "type": "json"},
              {"name": "list", "type": "array(integer)"},
              {"name": "rest", "type": "integer", "generated": {"expression": "id % 7"}}]}}]}""";

    String COLUMNS = """
            [{"name": "id", "type": "bigint"}, {"name": "truth", "type": "boolean"},
             {"name": "amount", "type": "decimal(30,4)"}, {"name": "price", "type": "decimal(10,2)"},
             {"name": "ratio", "type": "double"}, {"name": "words", "type": "text"},
             {"name": "name", "type": "varchar(60)"}, {"name": "data", "type": "bytes"}, {"name": "who", "type": "uuid"},
             {"name": "day", "type": "date"}, {"name": "hour", "type": "time"}, {"name": "moment", "type": "timestamp"},
             {"name": "instant", "type": "timestamptz"}, {"name": "doc", "type": "json"},
             {"name": "list", "type": "array(integer)"}]""";

    /** As every engine writes them: extremes, quotes, escapes, what looks like NULL in one format or another. */
    String ROWS = """
            {"id":-9223372036854775808,"truth":true,"amount":-12345678901234567890123456.7890,"price":1.50,\
            "ratio":0.1,"words":"it's \\"Zürich\\"\\n😀\\\\ \\t\\r\\u0001;--","name":"\\\\N",\
            "data":"AP8nXA==","who":"123e4567-e89b-12d3-a456-426614174000","day":"2024-02-29",\
            "hour":"23:59:59.000001","moment":"1999-12-31T23:59:59.500000",\
            "instant":"2024-03-31T00:30:00.000000Z","doc":"{}","list":[1,null,-2147483648]}
            {"id":0,"truth":false,"amount":0.0000,"price":0.00,"ratio":-2.5,"words":"","name":"","data":"",\
            "who":"00000000-0000-0000-0000-000000000000","day":"0001-01-01","hour":"00:00:00.000000",\
            "moment":"9999-12-31T23:59:59.999999","instant":"9999-12-31T23:59:59.999999Z","doc":"null",\
            "list":[]}
            {"id":9223372036854775807,"truth":null,"amount":null,"price":null,"ratio":null,"words":null,\
            "name":"NULL","data":null,"who":null,"day":null,"hour":null,"moment":null,"instant":null,\
            "doc":null,"list":null}
            """;

    private PluginFolder kept() {
        PluginFolder plugins = PluginFolder.create().migration("crm-1", "1.0.0", KEPT);
        on(plugins).build().migrate();
        return plugins;
    }

    /** Brings {@link #ROWS} into their table. */
    static void keepRows(Godwit here, RowFiles files) {
        here.rows().importFrom(files.written("given", "shop.kept", COLUMNS, ROWS), OnConflict.FAIL);
    }

    @Test
    default void rowsOfAnotherEngineComeInAndLeaveAgainByteForByte() {
        try (PluginFolder plugins = kept();
                RowFiles files = RowFiles.create()) {
            Godwit godwit = on(plugins).build();
            RowsReport in =
                    godwit.rows().importFrom(files.written("given", "shop.kept", COLUMNS, ROWS), OnConflict.FAIL);
            assertThat(in.rows()).isEqualTo(3);
            assertThat(rows("select rest from shop.kept where id = 0")).containsExactly("0");
            assertThat(rows("select id from shop.kept where doc is null")).containsExactly("9223372036854775807");
            godwit.rows().export(RowExport.ofPlugin("crm"), files.at("out"));
            assertThat(files.rows("out")).isEqualTo(ROWS);
            assertThat(files.manifest("out")).contains("\"shop.kept\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"out", "out.zip", "out.tar.gz"})
    default void whatIsExportedComesBack(String name) {
        try (PluginFolder plugins = kept();
                RowFiles files = RowFiles.create()) {
            Godwit godwit = on(plugins).build();
            godwit.rows().importFrom(files.written("given", "shop.kept", COLUMNS, ROWS), OnConflict.FAIL);
            godwit.rows().export(RowExport.ofTables("shop.kept"), files.at(name));
            assertThat(files.names()).containsExactlyInAnyOrder("given", name);
            String digest = godwit.rows().read(files.at(name)).tables().get(0).digest();
            for (OnConflict again : List.of(OnConflict.SKIP, OnConflict.UPDATE)) {
                RowsReport.Moved moved =
                        godwit.rows().importFrom(files.at(name), again).tables().get(0);
                assertThat(moved.skipped()).isEqualTo(again == OnConflict.SKIP ? 3 : 0);
                assertThat(moved.updated()).isEqualTo(again == OnConflict.UPDATE ? 3 : 0);
            }
            godwit.rows().export(RowExport.ofPlugin("crm"), files.at("again"));
            assertThat(files.rows("again")).isEqualTo(ROWS);
            assertThat(godwit.rows().read(files.at("again")).tables().get(0).digest())
                    .isEqualTo(digest);
        }
    }

    @Test
    default void documentsThatAreSpelledOtherwiseHaveOneDigest() {
        try (PluginFolder plugins = PluginFolder.create().migration("crm-1", "1.0.0", """
                        {"id": "table", "operations": [{"createTable": {"table": "note", "columns": [
                          {"name": "id", "type": "integer", "primaryKey": true}, {"name": "doc", "type": "json"}]}},
                          {"insertRows": {"table": "note", "rows": [{"id": 1, "doc": {"b": [1, 2.50, {"z": "ü", "a": null}], "a": true}}]}}]}""");
                RowFiles files = RowFiles.create()) {
            Godwit godwit = on(plugins).build();
            godwit.migrate();
            godwit.rows().export(RowExport.ofTables("note"), files.at("out"));
            assertThat(godwit.rows().read(files.at("out")).tables().get(0).digest())
                    .as(
                            "of {\"id\":1,\"doc\":\"{\\\"a\\\":true,\\\"b\\\":[1,2.5,{\\\"a\\\":null,\\\"z\\\":\\\"ü\\\"}]}\"}")
                    .isEqualTo("e4ae62dc874511fcb3e5c22abb90d2b2d73dd97f2eae2d52e3d92262e185068b");
        }
    }

    @Test
    default void whatIsNotAsItWasWrittenBringsNothing() {
        try (PluginFolder plugins = kept();
                RowFiles files = RowFiles.create()) {
            Godwit godwit = on(plugins).build();
            files.written("given", "shop.kept", COLUMNS, ROWS);
            for (String spoiled :
                    List.of(ROWS.substring(0, ROWS.length() - 40), ROWS.replace("Zürich", "Zurich"), "", ROWS + ROWS)) {
                files.spoil("given", spoiled);
                assertThatThrownBy(() -> godwit.rows().importFrom(files.at("given"), OnConflict.FAIL))
                        .isInstanceOf(PackageRejectedException.class)
                        .hasMessageContaining("001-rows.jsonl");
            }
            String first = ROWS.lines().findFirst().orElseThrow();
            for (String wrong : List.of(
                    first + "\n" + first + "\n", first + "\n{\"id\":2}\n", first + "\n[1]\n", first + "\n{\"id\":")) {
                files.written("given", "shop.kept", COLUMNS, wrong);
                assertThatThrownBy(() -> godwit.rows().importFrom(files.at("given"), OnConflict.FAIL))
                        .isInstanceOfAny(PackageRejectedException.class, TransferFailedException.class)
                        .hasMessageContaining("Nothing was imported");
            }
            assertThat(rows("select id from shop.kept")).isEmpty();
        }
    }

    @Test
    default void whatIsNotThereIsRefusedByName() {
        try (PluginFolder plugins = kept();
                RowFiles files = RowFiles.create()) {
            Godwit godwit = on(plugins).build();
            files.written("given", "shop.lost", COLUMNS, ROWS);
            assertThatThrownBy(() -> godwit.rows().importFrom(files.at("given"), OnConflict.FAIL))
                    .isInstanceOf(PlanRefusedException.class)
                    .hasMessageContainingAll("there is no table shop.lost", "Nothing was imported");
            files.written("other", "shop.kept", "[{\"name\": \"colour\", \"type\": \"text\"}]", "");
            assertThatThrownBy(() -> godwit.rows().importFrom(files.at("other"), OnConflict.FAIL))
                    .isInstanceOf(PlanRefusedException.class)
                    .hasMessageContainingAll("no column colour", "needs a value for its column id");
            for (RowExport wrong : List.of(
                    RowExport.ofTables("shop.lost"),
                    RowExport.ofPlugin("nobody"),
                    RowExport.ofPlugin("crm").where("shop.kept", "colour = 1"),
                    RowExport.ofPlugin("crm").where("shop.lost", "id = 1"),
                    RowExport.ofPlugin("crm").including("shop.kept.colour"))) {
                assertThatThrownBy(() -> godwit.rows().export(wrong, files.at("out")))
                        .isInstanceOfAny(PlanRefusedException.class, TransferFailedException.class)
                        .hasMessageContaining("Nothing was exported");
            }
            assertThat(files.names()).containsExactly("given", "other");
        }
    }

    @Test
    default void whatIsSensitiveLeavesOnlyWhenItIsNamed() {
        try (PluginFolder plugins =
                        PluginFolder.create().migration("crm-1", "1.0.0", """
                        {"id": "table", "operations": [{"createTable": {"table": "shop.person", "columns": [
                          {"name": "id", "type": "integer", "primaryKey": true},
                          {"name": "ssn", "type": "varchar(20)", "sensitive": true}, {"name": "city", "type": "text"}]}},
                          {"addColumn": {"table": "shop.person", "column": {"name": "pin", "type": "text", "sensitive": true}}},
                          {"insertRows": {"table": "shop.person", "rows": [{"id": 1, "ssn": "no. 77", "city": "Bern", "pin": "9"},
                            {"id": 2, "ssn": "3-4", "city": "Rome", "pin": "8"}]}}]}""").migration("crm-2", "1.1.0", """
                        {"id": "name", "sql": {"universal": "ALTER TABLE shop.person RENAME COLUMN ssn TO tax_id"}},
                        {"id": "table", "operations": [{"renameTable": {"from": "shop.person", "to": "shop.people"}}]}""");
                RowFiles files = RowFiles.create()) {
            Godwit godwit = on(plugins).build();
            godwit.migrate();
            RowsReport out = godwit.rows()
                    .export(RowExport.ofPlugin("crm").where("shop.people", "city LIKE 'B%'"), files.at("plain"));
            assertThat(out.tables().get(0).leftOut()).containsExactly("pin", "tax_id");
            assertThat(files.rows("plain")).isEqualTo("{\"id\":1,\"city\":\"Bern\"}\n");
            assertThat(files.manifest("plain")).doesNotContain("no. 77").contains("tax_id");
            godwit.rows().export(RowExport.ofPlugin("crm").including("shop.people.tax_id"), files.at("named"));
            assertThat(files.rows("named").lines())
                    .containsExactly(
                            "{\"id\":1,\"tax_id\":\"no. 77\",\"city\":\"Bern\"}",
                            "{\"id\":2,\"tax_id\":\"3-4\",\"city\":\"Rome\"}");
            godwit.rows().importFrom(files.at("plain"), OnConflict.UPDATE);
            assertThat(rows("select tax_id from shop.people where id = 1"))
                    .as("what is not in the file stays")
                    .containsExactly("no. 77");
            assertThat(godwit.history())
                    .filteredOn(entry -> entry.action().equals("export"))
                    .extracting(AuditEntry::detail)
                    .containsExactly(
                            "shop.people: 1, by filters on shop.people", "shop.people: 2, with shop.people.tax_id");
        }
    }

    @Test
    default void everyMoveIsAllowedAndRecorded() {
        try (PluginFolder plugins = kept();
                RowFiles files = RowFiles.create()) {
            files.written("given", "shop.kept", COLUMNS, ROWS);
            Godwit denied = on(plugins)
                    .authorizer((actor, action) ->
                            action.kind() == Action.Kind.EXPORT || action.kind() == Action.Kind.IMPORT
                                    ? Decision.deny("not here")
                                    : Decision.ALLOW)
                    .build();
            assertThatThrownBy(() -> denied.rows().importFrom(files.at("given"), OnConflict.FAIL))
                    .isInstanceOf(ActionDeniedException.class);
            assertThatThrownBy(() -> denied.rows().export(RowExport.ofPlugin("crm"), files.at("out")))
                    .isInstanceOf(ActionDeniedException.class);
            assertThat(rows("select id from shop.kept")).isEmpty();
            assertThat(files.names()).containsExactly("given");
            on(plugins).build().rows().importFrom(files.at("given"), OnConflict.FAIL);
            List<AuditEntry> history = on(plugins).build().history();
            AuditEntry last = history.get(history.size() - 1);
            assertThat(last.action()).isEqualTo("import");
            assertThat(last.pluginId()).isEqualTo("crm");
            assertThat(last.detail()).isEqualTo("shop.kept: 3 new");
            assertThat(on(plugins).build().verifyAudit().intact()).isTrue();
        }
    }
}
