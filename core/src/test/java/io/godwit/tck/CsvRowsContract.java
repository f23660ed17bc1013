package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.godwit.Godwit;
import io.godwit.archive.RowFileFormat;
import io.godwit.engine.RowExport;
import io.godwit.engine.RowsReport;
import io.godwit.failure.PlanRefusedException;
import io.godwit.migration.OnConflict;
import io.godwit.tck.harness.PluginFolder;
import io.godwit.tck.harness.RowFiles;
import io.godwit.tck.harness.Workbench;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows that travel as CSV: the same cells from every engine, and NULL is no empty text. */
public interface CsvRowsContract extends EngineContract {

    String CSV = """
            id,truth,amount,price,ratio,words,name,data,who,day,hour,moment,instant,doc,list\r
            -9223372036854775808,true,-12345678901234567890123456.7890,1.50,0.1,"it's ""Zürich""
            😀\\ \t\r\u0001;--",\\N,AP8nXA==,123e4567-e89b-12d3-a456-426614174000,2024-02-29,23:59:59.000001,\
            1999-12-31T23:59:59.500000,2024-03-31T00:30:00.000000Z,{},"[1,null,-2147483648]"\r
            0,false,0.0000,0.00,-2.5,"","","",00000000-0000-0000-0000-000000000000,0001-01-01,00:00:00.000000,\
            9999-12-31T23:59:59.999999,9999-12-31T23:59:59.999999Z,null,[]\r
            9223372036854775807,,,,,,NULL,,,,,,,,\r
            """;

    String FAMILY = """
            {"id": "tables", "operations": [
              {"createTable": {"table": "shop.city", "columns": [{"name": "id", "type": "bigint", "primaryKey": true}]}},
              {"createTable": {"table": "shop.person", "columns": [
                {"name": "id", "type": "bigint", "primaryKey": true}, {"name": "name", "type": "varchar(20)"},
                {"name": "city", "type": "bigint", "references": {"table": "shop.city", "column": "id"}},
                {"name": "boss", "type": "bigint", "references": {"table": "shop.person", "column": "id"}}]}},
              {"createTable": {"table": "shop.visit", "columns": [
                {"name": "id", "type": "bigint", "primaryKey": true},
                {"name": "person", "type": "bigint", "references": {"table": "shop.person", "column": "id"}},
                {"name": "host", "type": "bigint", "references": {"table": "shop.person", "column": "id"}}]}},
              {"insertRows": {"table": "shop.city", "rows": [{"id": 1}, {"id": 2}, {"id": 3}, {"id": 4}]}},
              {"insertRows": {"table": "shop.person", "rows": [
                {"id": 1, "name": "top", "city": 1}, {"id": 2, "name": "middle", "city": 2, "boss": 1},
                {"id": 3, "name": "low", "boss": 2}, {"id": 4, "name": "other", "city": 3, "boss": 1},
                {"id": 5, "name": "host", "city": 4}, {"id": 6, "name": "nobody"}]}},
              {"insertRows": {"table": "shop.visit", "rows": [
                {"id": 1, "person": 3, "host": 5}, {"id": 2, "person": 4}, {"id": 3}]}}]}""";

    private static String without(String steps, String operation) {
        return steps.replaceAll("(?s),\\s*\\{\"" + operation + "\".*?\\]\\}\\}", "");
    }

    @Test
    default void rowsTravelAsCsvAndComeBackAsTheyWere() {
        try (PluginFolder plugins = PluginFolder.create().migration("crm-1", "1.0.0", TravellingRowsContract.KEPT);
                RowFiles files = RowFiles.create();
                Workbench there = new Workbench(bench().database().another())) {
            Godwit here = on(plugins).build();
            here.migrate();
            TravellingRowsContract.keepRows(here, files);
            here.rows().export(RowExport.ofPlugin("crm").as(RowFileFormat.CSV), files.at("csv"));
            assertThat(files.rows("csv")).isEqualTo(CSV);
            here.rows().export(RowExport.ofPlugin("crm").as(RowFileFormat.CSV), files.at("csv.zip"));

            Godwit other = plugins.on(there.database().dataSource()).build();
            other.migrate();
            assertThat(other.rows()
                            .importFrom(files.at("csv.zip"), OnConflict.FAIL)
                            .rows())
                    .isEqualTo(3);
            assertThat(other.rows()
                            .importFrom(files.at("csv"), OnConflict.UPDATE)
                            .tables()
                            .get(0)
                            .updated())
                    .isEqualTo(3);
            other.rows().export(RowExport.ofPlugin("crm"), files.at("back"));
            assertThat(files.rows("back")).isEqualTo(TravellingRowsContract.ROWS);
        }
    }

    @Test
    default void aRowOfOneNullIsARow() {
        try (PluginFolder plugins = PluginFolder.create().migration("crm-1", "1.0.0", """
                        {"id": "t", "operations": [{"createTable": {"table": "single", "columns": [
                          {"name": "words", "type": "text"}]}},
                          {"insertRows": {"table": "single", "rows": [{"words": null}, {"words": null}]}}]}""");
                RowFiles files = RowFiles.create()) {
            Godwit godwit = on(plugins).build();
            godwit.migrate();
            godwit.rows().export(RowExport.ofPlugin("crm").as(RowFileFormat.CSV), files.at("csv"));
            assertThat(files.rows("csv")).isEqualTo("words\r\n\r\n\r\n");
            assertThat(godwit.rows()
                            .importFrom(files.at("csv"), OnConflict.FAIL)
                            .rows())
                    .isEqualTo(2);
            assertThat(rows("select count(*) from single where words is null")).containsExactly("4");
        }
    }

    @Test
    default void aSpreadsheetCalculatesNothingOfIt() {
        try (PluginFolder plugins = PluginFolder.create().migration("crm-1", "1.0.0", """
                        {"id": "t", "operations": [{"createTable": {"table": "cell", "columns": [
                          {"name": "id", "type": "integer", "primaryKey": true}, {"name": "words", "type": "text"}]}},
                          {"insertRows": {"table": "cell", "rows": [
                            {"id": -1, "words": "=1+1"}, {"id": 0, "words": "+1"}, {"id": 1, "words": "-1"},
                            {"id": 2, "words": "@SUM(A1)"}, {"id": 3, "words": "\\t=1"}, {"id": 4, "words": "\\r=1"},
                            {"id": 5, "words": "1=1"}, {"id": 6, "words": ""}, {"id": 7}]}}]}""");
                RowFiles files = RowFiles.create()) {
            Godwit godwit = on(plugins).build();
            godwit.migrate();
            godwit.rows().export(RowExport.ofPlugin("crm").as(RowFileFormat.SPREADSHEET), files.at("csv"));
            assertThat(files.rows("csv"))
                    .isEqualTo(String.join(
                            "\r\n",
                            "\uFEFFid,words",
                            "-1,'=1+1",
                            "0,'+1",
                            "1,'-1",
                            "2,'@SUM(A1)",
                            "3,'\t=1",
                            "4,\"'\r=1\"",
                            "5,1=1",
                            "6,\"\"",
                            "7,",
                            ""));
            assertThatThrownBy(() -> godwit.rows().importFrom(files.at("csv"), OnConflict.UPDATE))
                    .isInstanceOf(PlanRefusedException.class)
                    .hasMessageContainingAll("spreadsheet", "csv or jsonl", "Nothing was imported");
        }
    }

    @Test
    default void chosenRowsComeWithAllThatTheyReferTo() {
        try (PluginFolder plugins = PluginFolder.create().migration("crm-1", "1.0.0", FAMILY);
                PluginFolder empty = PluginFolder.create().migration("crm-1", "1.0.0", without(FAMILY, "insertRows"));
                RowFiles files = RowFiles.create();
                Workbench there = new Workbench(bench().database().another())) {
            Godwit here = on(plugins).build();
            here.migrate();
            RowExport asked = RowExport.ofTables("shop.visit")
                    .where("shop.visit", "id = 1")
                    .as(RowFileFormat.CSV)
                    .completed();
            RowsReport report = here.rows().export(asked, files.at("out.zip"));
            assertThat(report.tables().stream().map(table -> table.table() + " " + table.rows()))
                    .containsExactlyInAnyOrder("shop.visit 1", "shop.person 4", "shop.city 3");

            Godwit other = empty.on(there.database().dataSource()).build();
            other.migrate();
            assertThat(other.rows()
                            .importFrom(files.at("out.zip"), OnConflict.FAIL)
                            .rows())
                    .isEqualTo(8);
            assertThat(there.rows("select name from shop.person order by id"))
                    .containsExactly("top", "middle", "low", "host");
            assertThat(there.rows("select id from shop.city order by id")).containsExactly("1", "2", "4");

            RowsReport all = here.rows()
                    .export(RowExport.ofTables("shop.visit", "shop.person").completed(), files.at("all.zip"));
            assertThat(all.tables().stream().map(table -> table.table() + " " + table.rows()))
                    .containsExactlyInAnyOrder("shop.visit 3", "shop.person 6", "shop.city 4");
        }
    }

    /** Hens and eggs, which also have owners by a key of two columns, who have a favourite hen each. */
    String CIRCLE = """
            {"id": "t", "operations": [
              {"createTable": {"table": "egg", "columns": [
                {"name": "id", "type": "integer", "primaryKey": true}, {"name": "hen", "type": "varchar(20)"}]}},
              {"createTable": {"table": "owner", "columns": [{"name": "farm", "type": "varchar(9)"}, {"name": "no", "type": "integer"},
                {"name": "hen", "type": "varchar(20)"}], "primaryKey": {"columns": ["farm", "no"]}}},
              {"createTable": {"table": "hen", "columns": [
                {"name": "id", "type": "varchar(20)", "primaryKey": true}, {"name": "mother", "type": "varchar(20)",
                 "references": {"table": "hen", "column": "id"}},
                {"name": "egg", "type": "integer", "references": {"table": "egg", "column": "id"}},
                {"name": "farm", "type": "varchar(9)"}, {"name": "owner", "type": "integer"}]}},
              {"createTable": {"table": "meal", "columns": [{"name": "id", "type": "integer", "primaryKey": true},
                {"name": "egg", "type": "integer", "references": {"table": "egg", "column": "id"}}]}},
              {"insertRows": {"table": "egg", "rows": [{"id": 1}, {"id": 2}, {"id": 30}, {"id": 4}]}},
              {"insertRows": {"table": "owner", "rows": [{"farm": "a", "no": 11}, {"farm": "a1", "no": 1}, {"farm": "b", "no": 2}]}},
              {"insertRows": {"table": "hen", "rows": [
                {"id": "eve", "mother": null, "egg": null, "farm": "a", "owner": 11},
                {"id": "berta", "mother": "eve", "egg": 30, "farm": null, "owner": 1},
                {"id": "ann", "mother": null, "egg": 2, "farm": "a1", "owner": 1},
                {"id": "zoe", "mother": null, "egg": 4, "farm": "b", "owner": 2}]}},
              {"insertRows": {"table": "meal", "rows": [{"id": 1, "egg": 1}, {"id": 2, "egg": 4}]}},
              {"addForeignKey": {"table": "egg", "columns": ["hen"], "references": {"table": "hen", "columns": ["id"]}}},
              {"addForeignKey": {"table": "owner", "columns": ["hen"], "references": {"table": "hen", "columns": ["id"]}}},
              {"addForeignKey": {"table": "hen", "columns": ["farm", "owner"], "references": {"table": "owner", "columns": ["farm", "no"]}}},
              {"updateRows": {"table": "egg", "set": {"hen": "berta"}, "where": "id = 1"}},
              {"updateRows": {"table": "egg", "set": {"hen": "eve"}, "where": "id = 30"}},
              {"updateRows": {"table": "owner", "set": {"hen": "ann"}, "where": "no = 11"}}]}""";

    @Test
    default void rowsOfACircleComeWithAllThatTheyReferTo() {
        try (PluginFolder plugins = PluginFolder.create().migration("crm-1", "1.0.0", CIRCLE);
                RowFiles files = RowFiles.create()) {
            Godwit godwit = on(plugins).build();
            godwit.migrate();
            RowExport meal = RowExport.ofTables("meal").where("meal", "id = 1").completed();
            assertThat(tables(godwit.rows().export(meal, files.at("meal"))))
                    .containsExactlyInAnyOrder("meal 1", "egg 3", "hen 3", "owner 2");
            RowExport egg = RowExport.ofTables("egg").where("egg", "id = 2").completed();
            assertThat(tables(godwit.rows().export(egg, files.at("egg"))))
                    .containsExactlyInAnyOrder("egg 1", "hen 0", "owner 0");
            RowExport whole =
                    RowExport.ofTables("egg", "hen").where("hen", "id = 'zoe'").completed();
            assertThat(tables(godwit.rows().export(whole, files.at("whole"))))
                    .containsExactlyInAnyOrder("egg 4", "hen 4", "owner 3");
        }
    }

    private static List<String> tables(RowsReport report) {
        return report.tables().stream()
                .map(table -> table.table() + " " + table.rows())
                .toList();
    }
}
