package io.godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same migrations on two engines make databases that compare as equal, and what differs is found across engines too. */
final class ComparedEnginesTest {

    /** Every portable type, every kind of key, names and values that some engine could stumble over. */
    private static final String WORLD = """
            {"format": "portable-migration-v1", "migration": {"id": "crm-0010-world", "pluginId": "crm", "version": "2.0.0",
             "steps": {"up": [{"id": "world", "operations": [
              {"createSchema": {"schema": "geo"}},
              {"createTable": {"table": "geo.country", "comment": "countries; it's <b>", "columns": [
                {"name": "id", "type": "bigint", "primaryKey": true, "identity": true},
                {"name": "name", "type": "varchar(40)", "nullable": false, "unique": true, "comment": "näme"}]}},
              {"createTable": {"table": "geo.city", "columns": [
                {"name": "id", "type": "bigint", "primaryKey": true},
                {"name": "name", "type": "varchar(100)", "nullable": false, "default": "it's new"},
                {"name": "size", "type": "integer", "check": "size >= 0"},
                {"name": "small", "type": "smallint", "default": 0},
                {"name": "price", "type": "decimal(12,2)", "default": 1.50},
                {"name": "huge", "type": "decimal(30,10)", "default": 0},
                {"name": "r", "type": "real"}, {"name": "d", "type": "double", "default": 0.5},
                {"name": "ref", "type": "uuid", "default": {"expression": "gen_random_uuid()"}},
                {"name": "state", "type": "enum('new','it''s done')", "default": "new"},
                {"name": "tags", "type": "json", "default": {"b": [1, 2.5], "a": 1}},
                {"name": "list", "type": "array(text)"}, {"name": "numbers", "type": "array(integer)"},
                {"name": "seen", "type": "timestamptz", "default": {"expression": "now()"}},
                {"name": "rounded", "type": "timestamp(3)"},
                {"name": "day", "type": "date", "default": "2024-02-29"},
                {"name": "clock", "type": "time"},
                {"name": "moment", "type": "timestamp", "default": "2024-02-29T01:02:03"},
                {"name": "gone", "type": "boolean", "nullable": false, "default": false},
                {"name": "raw", "type": "bytes"}, {"name": "code", "type": "char(3)"}, {"name": "notes", "type": "text"},
                {"name": "plain", "type": "varchar(20)", "collation": "native"},
                {"name": "loud", "type": "varchar(100)", "generated": {"expression": "upper(name)", "stored": true}},
                {"name": "Odd \\"Name\\" ü", "type": "integer"},
                {"name": "country_id", "type": "bigint", "references": {"table": "geo.country", "column": "id", "onDelete": "set null"}},
                {"name": "other_id", "type": "bigint"}]}},
              {"addForeignKey": {"table": "geo.city", "columns": ["other_id"], "references": {"table": "geo.country", "columns": ["id"]}, "onDelete": "cascade"}},
              {"addUnique": {"table": "geo.city", "columns": ["name", "size"]}},
              {"addCheck": {"table": "geo.city", "expression": "price >= 0 AND name <> 'x'", "name": "priced"}},
              {"createIndex": {"table": "geo.city", "columns": ["size", {"name": "name", "order": "desc"}], "name": "by_size"}},
              {"createIndex": {"table": "geo.city", "columns": ["ref"], "unique": true}},
              {"createIndex": {"table": "geo.city", "columns": ["day"], "where": "size > 3", "name": "by_day"}},
              {"createTable": {"table": "geo.a_table_with_quite_a_long_name_indeed", "columns": [
                {"name": "a_column_with_a_name_that_goes_on_and_on", "type": "integer"}, {"name": "two", "type": "varchar(10)"}],
                "primaryKey": ["a_column_with_a_name_that_goes_on_and_on", "two"],
                "uniques": [{"columns": ["two", "a_column_with_a_name_that_goes_on_and_on"]}]}},
              {"createIndex": {"table": "geo.a_table_with_quite_a_long_name_indeed", "columns": ["a_column_with_a_name_that_goes_on_and_on"]}},
              {"createView": {"name": "geo.big", "query": "select id, name from geo.city where size > 10"}},
              {"createTrigger": {"name": "city_seen", "table": "geo.city", "timing": "before", "events": ["update"], "set": {"seen": {"expression": "now()"}}}},
              {"insertRows": {"table": "geo.country", "rows": [{"id": 1, "name": "Zürich 🏔"}, {"id": 2, "name": "x y"}]}},
              {"insertRows": {"table": "geo.city", "rows": [
                {"id": 1, "name": "Bern", "size": 3, "price": "12.30", "huge": "12345678901234567890.0123456789", "r": 1.5, "d": 0.1,
                 "ref": "6F9619FF-8B86-D011-B42D-00CF4FC964FF", "tags": {"b": [1, 2.50, null], "a": "é"}, "list": ["a", "b"], "numbers": [1, 2],
                 "seen": "2024-01-01T00:00:00+02:00", "rounded": "2024-01-01T00:00:00.1239", "day": "1999-12-31", "clock": "23:59:59.999999",
                 "moment": "2024-01-01T00:00:00.000001", "gone": true, "code": "a", "notes": "line\\nbreak \\\\ ' 🏔", "plain": "n",
                 "country_id": 1, "other_id": 2},
                {"id": 2, "name": "", "price": "0.00", "seen": "2024-01-01T00:00:00Z", "ref": "6f9619ff-8b86-d011-b42d-00cf4fc964f1"}]}}
             ]}]}}}
            """;

    @TempDir
    private Path folder;

    private Place place;

    @BeforeEach
    void place() throws Exception {
        place = new Place(Files.createDirectory(folder.resolve("place")));
        place.write("crm/0010-world.json", WORLD);
    }

    private String migrated(String url) {
        Answer answer = place.run("migrate", "--url", url);
        assertThat(answer.code()).as(answer.error()).isZero();
        return url;
    }

    private JsonNode compared(String here, String there) {
        Answer answer = place.run("compare", "--url", here, "--with", there, "--content", "--format", "json");
        assertThat(answer.code()).as(answer.error() + answer.out()).isZero();
        return answer.json();
    }

    @ParameterizedTest
    @CsvSource({
        "sqlite,postgresql",
        "mysql,sqlite",
        "sqlite,mariadb",
        "postgresql,mysql",
        "mariadb,postgresql",
        "mysql,mariadb",
        "mysql,mysql",
        "postgresql,postgresql"
    })
    void theSameMigrationsMakeEqualDatabases(String here, String there) throws Exception {
        try (EmptyDatabases ours = new EmptyDatabases(here, folder);
                EmptyDatabases theirs = new EmptyDatabases(there, folder)) {
            JsonNode json = compared(migrated(ours.another()), migrated(theirs.another()));
            assertThat(json.at("/differences")).isEmpty();
            assertThat(json.at("/tables"))
                    .hasSize(5)
                    .allMatch(table -> table.at("/equal").asBoolean());
            assertThat(json.at("/equal").asBoolean()).isTrue();
            assertThat(json.at("/uncompared").isEmpty()).isEqualTo(here.equals(there));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mysql", "mariadb"})
    void whatDiffersIsFoundAcrossEngines(String engine) throws Exception {
        try (EmptyDatabases ours = new EmptyDatabases("sqlite", folder);
                EmptyDatabases theirs = new EmptyDatabases(engine, folder)) {
            String here = migrated(ours.another());
            String there = migrated(theirs.another());
            try (Connection connection = DriverManager.getConnection(there);
                    Statement statement = connection.createStatement()) {
                String city = engine.equals("postgresql") ? "geo.city" : "geo_city";
                statement.execute("ALTER TABLE " + city + " ADD COLUMN more integer");
                statement.execute("ALTER TABLE " + city + " ALTER COLUMN small SET DEFAULT 7");
                statement.execute("ALTER TABLE " + city + " DROP COLUMN notes");
                statement.execute("UPDATE " + city + " SET size = 4 WHERE id = 1");
                statement.execute(
                        engine.equals("postgresql") ? "DROP INDEX geo.by_day" : "DROP INDEX by_day ON " + city);
            }
            JsonNode json = compared(here, there);
            assertThat(json.at("/differences").findValuesAsText("part"))
                    .containsExactly("more", "notes", "small", "by_day");
            assertThat(json.at("/differences/2/here").asText()).isEqualTo("0");
            assertThat(json.at("/differences/2/there").asText()).isEqualTo("7");
            assertThat(json.at("/equal").asBoolean()).isFalse();
            JsonNode city = json.at("/tables/2");
            assertThat(city.at("/table").asText()).isEqualTo("geo_city");
            assertThat(city.at("/equal").asBoolean()).isFalse();
            assertThat(city.at("/leftOut").toString()).isEqualTo("[\"more\",\"notes\"]");
        }
    }

    @Test
    void tablesAreNamedAsDocumentsNameThem() throws Exception {
        try (EmptyDatabases databases = new EmptyDatabases("sqlite", folder)) {
            String here = migrated(databases.another());
            String there = migrated(databases.another());
            JsonNode json = place.run(
                            "compare",
                            "--url",
                            here,
                            "--with",
                            there,
                            "--rows",
                            "--tables",
                            "geo.city",
                            "--format",
                            "json")
                    .json();
            assertThat(json.at("/tables")).hasSize(1);
        }
    }
}
