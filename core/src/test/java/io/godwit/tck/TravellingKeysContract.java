package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.godwit.Godwit;
import io.godwit.engine.RowExport;
import io.godwit.engine.RowsReport;
import io.godwit.failure.PlanRefusedException;
import io.godwit.failure.TransferFailedException;
import io.godwit.migration.OnConflict;
import io.godwit.plan.UninstallMode;
import io.godwit.tck.harness.PluginFolder;
import io.godwit.tck.harness.RowFiles;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows that come in and refer to each other, or meet rows that are there already. */
public interface TravellingKeysContract extends EngineContract {

    /** Names that sort against their foreign keys; a circle of two tables; rows that refer to others of their table. */
    String TABLES = """
            {"id": "tables", "operations": [
              {"createTable": {"table": "zoo", "columns": [{"name": "id", "type": "bigint", "primaryKey": true, "identity": true},
                {"name": "name", "type": "varchar(20)", "unique": true}, {"name": "keeper_id", "type": "bigint"}]}},
              {"createTable": {"table": "keeper", "columns": [{"name": "id", "type": "bigint", "primaryKey": true, "identity": true},
                {"name": "boss_id", "type": "bigint", "references": {"table": "keeper", "column": "id"}},
                {"name": "zoo_id", "type": "bigint", "nullable": false, "references": {"table": "zoo", "column": "id"}}]}},
              {"addForeignKey": {"table": "zoo", "columns": ["keeper_id"], "references": {"table": "keeper", "columns": ["id"]}}},
              {"createTable": {"table": "animal", "columns": [{"name": "zoo_id", "type": "bigint",
                "references": {"table": "zoo", "column": "id"}}, {"name": "name", "type": "varchar(20)"},
                {"name": "kind", "type": "text", "default": "cat"}],
                "primaryKey": ["zoo_id", "name"]}}]}""";

    String FILLED = """
            {"id": "rows", "dependencies": ["tables"], "operations": [
              {"insertRows": {"table": "zoo", "rows": [{"id": 7, "name": "a"}, {"id": 90, "name": "b"}]}},
              {"insertRows": {"table": "keeper", "rows": [{"id": 50, "zoo_id": 7}]}},
              {"insertRows": {"table": "keeper", "rows": [{"id": 3, "boss_id": 50, "zoo_id": 7}, {"id": 4, "boss_id": 3, "zoo_id": 90}]}},
              {"updateRows": {"table": "zoo", "set": {"keeper_id": 4}, "where": "id = 7"}},
              {"insertRows": {"table": "animal", "rows": [{"zoo_id": 7, "name": "x"}, {"zoo_id": 90, "name": "x", "kind": null}]}}]}""";

    List<String> EVERYTHING = List.of(
            "select id, name, keeper_id from zoo order by id",
            "select id, boss_id, zoo_id from keeper order by id",
            "select zoo_id, name, kind from animal where name = 'x' order by zoo_id");

    private String everything() {
        StringBuilder all = new StringBuilder();
        for (String select : EVERYTHING) {
            all.append(rows(select)).append('\n');
        }
        return all.toString();
    }

    @Test
    default void rowsThatReferToEachOtherComeInAndTheNextNumberIsFree() {
        try (PluginFolder plugins = PluginFolder.create().migration("crm-1", "1.0.0", TABLES + "," + FILLED);
                RowFiles files = RowFiles.create()) {
            Godwit godwit = on(plugins).build();
            godwit.migrate();
            String before = everything();
            godwit.rows().export(RowExport.ofPlugin("crm"), files.at("zoo.zip"));
            godwit.uninstall("crm", UninstallMode.DROP).orThrow();
            plugins.migration("crm-1", "1.0.0", TABLES);
            on(plugins).build().migrate();
            RowsReport in = on(plugins).build().rows().importFrom(files.at("zoo.zip"), OnConflict.FAIL);
            assertThat(in.rows()).isEqualTo(7);
            assertThat(everything()).isEqualTo(before);
            plugins.migration(
                    "crm-2",
                    "1.1.0",
                    "{\"id\": \"more\", \"operations\": [{\"insertRows\": {\"table\": \"zoo\", \"rows\": [{\"name\": \"c\"}]}},"
                            + " {\"insertRows\": {\"table\": \"keeper\", \"rows\": [{\"zoo_id\": 7}]}}]}");
            on(plugins).build().migrate();
            assertThat(rows("select id from zoo where name = 'c'")).containsExactly("91");
            assertThat(rows("select max(id) from keeper")).containsExactly("51");
        }
    }

    @Test
    default void rowsThatAreThereStopTheImportStayOrGiveTheirValues() {
        try (PluginFolder plugins = PluginFolder.create().migration("crm-1", "1.0.0", TABLES + "," + FILLED);
                RowFiles files = RowFiles.create()) {
            Godwit godwit = on(plugins).build();
            godwit.migrate();
            String before = everything();
            godwit.rows().export(RowExport.ofPlugin("crm"), files.at("zoo"));
            plugins.migration(
                    "crm-2",
                    "1.1.0",
                    "{\"id\": \"change\", \"operations\": [{\"deleteRows\": {\"table\": \"animal\", \"where\": \"zoo_id = 90\"}},"
                            + " {\"updateRows\": {\"table\": \"animal\", \"set\": {\"kind\": \"dog\"}}},"
                            + " {\"updateRows\": {\"table\": \"zoo\", \"set\": {\"keeper_id\": null}}},"
                            + " {\"updateRows\": {\"table\": \"keeper\", \"set\": {\"boss_id\": null}, \"where\": \"id = 3\"}},"
                            + " {\"deleteRows\": {\"table\": \"keeper\", \"where\": \"id = 4\"}},"
                            + " {\"insertRows\": {\"table\": \"animal\", \"rows\": [{\"zoo_id\": 90, \"name\": \"y\"}]}}]}");
            on(plugins).build().migrate();
            String changed = everything();
            assertThatThrownBy(() -> godwit.rows().importFrom(files.at("zoo"), OnConflict.FAIL))
                    .isInstanceOf(TransferFailedException.class)
                    .hasMessageContaining("Nothing was imported");
            assertThat(everything()).isEqualTo(changed);
            RowsReport skipped = godwit.rows().importFrom(files.at("zoo"), OnConflict.SKIP);
            assertThat(skipped.tables().stream()
                            .mapToLong(RowsReport.Moved::skipped)
                            .sum())
                    .isEqualTo(5);
            assertThat(rows("select kind from animal order by zoo_id, name")).containsExactly("dog", "NULL", "cat");
            assertThat(rows("select keeper_id from zoo where id = 7")).containsExactly("NULL");
            assertThat(rows("select boss_id from keeper order by id")).containsExactly("NULL", "3", "NULL");
            RowsReport updated = godwit.rows().importFrom(files.at("zoo"), OnConflict.UPDATE);
            assertThat(updated.tables().stream()
                            .mapToLong(RowsReport.Moved::updated)
                            .sum())
                    .isEqualTo(7);
            assertThat(rows("select kind from animal where name = 'y'")).containsExactly("cat");
            assertThat(everything()).isEqualTo(before);
        }
    }

    @Test
    default void aRowThatBreaksAConstraintBringsNothing() {
        try (PluginFolder plugins = PluginFolder.create().migration("crm-1", "1.0.0", TABLES);
                RowFiles files = RowFiles.create()) {
            Godwit godwit = on(plugins).build();
            godwit.migrate();
            String columns =
                    "[{\"name\": \"id\", \"type\": \"bigint\"}, {\"name\": \"name\", \"type\": \"varchar(20)\"}]";
            String keepers = "[{\"name\": \"id\", \"type\": \"bigint\"}, {\"name\": \"zoo_id\", \"type\": \"bigint\"}]";
            files.written("twice", "zoo", columns, "{\"id\":1,\"name\":\"a\"}\n{\"id\":2,\"name\":\"a\"}\n");
            files.written(
                    "long",
                    "zoo",
                    columns,
                    "{\"id\":1,\"name\":\"a\"}\n{\"id\":2,\"name\":\"" + "b".repeat(21) + "\"}\n");
            files.written("nowhere", "keeper", keepers, "{\"id\":1,\"zoo_id\":5}\n");
            for (String wrong : List.of("twice", "long", "nowhere")) {
                assertThatThrownBy(() -> godwit.rows().importFrom(files.at(wrong), OnConflict.FAIL))
                        .as(wrong)
                        .isInstanceOf(TransferFailedException.class);
            }
            assertThat(everything()).isEqualTo("[]\n[]\n[]\n");
        }
    }

    @Test
    default void whatCannotBeToldApartIsRefused() {
        try (PluginFolder plugins = PluginFolder.create().migration("crm-1", "1.0.0", """
                        {"id": "table", "operations": [{"createTable": {"table": "heap", "columns": [{"name": "a", "type": "integer"}]}},
                          {"insertRows": {"table": "heap", "rows": [{"a": 1}, {"a": 1}, {"a": null}]}}]}""");
                RowFiles files = RowFiles.create()) {
            Godwit godwit = on(plugins).build();
            godwit.migrate();
            godwit.rows().export(RowExport.ofPlugin("crm"), files.at("heap"));
            assertThatThrownBy(() -> godwit.rows().importFrom(files.at("heap"), OnConflict.SKIP))
                    .isInstanceOf(PlanRefusedException.class)
                    .hasMessageContaining("heap already, which has no primary key");
            godwit.rows().importFrom(files.at("heap"), OnConflict.FAIL);
            assertThat(rows("select a from heap")).hasSize(6);
        }
    }
}
