package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.godwit.Godwit;
import io.godwit.engine.Report;
import io.godwit.failure.GodwitException;
import io.godwit.plan.RollbackTarget;
import io.godwit.tck.harness.PluginFolder;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows of files that a plugin brings along: nested JSON, JSON Lines and CSV become the same rows on every engine. */
public interface FileTransformContract extends EngineContract {

    String TABLES = """
            {"id": "tables", "operations": [
              {"createTable": {"table": "project", "columns": [{"name": "id", "type": "varchar(20)", "primaryKey": true},
                {"name": "title", "type": "text"}, {"name": "started", "type": "date"}]}},
              {"createTable": {"table": "task", "columns": [{"name": "id", "type": "varchar(20)", "primaryKey": true},
                {"name": "project", "type": "varchar(20)"}, {"name": "place", "type": "integer"}, {"name": "title", "type": "text"},
                {"name": "hours", "type": "decimal(8,2)"}, {"name": "done", "type": "boolean"}, {"name": "more", "type": "json"}]}},
              {"createTable": {"table": "needs", "columns": [{"name": "task", "type": "varchar(20)"}, {"name": "other", "type": "varchar(20)"}],
                "primaryKey": ["task", "other"]}},
              {"createTable": {"table": "person", "columns": [{"name": "id", "type": "bigint", "primaryKey": true},
                {"name": "name", "type": "varchar(50)"}, {"name": "born", "type": "date"}, {"name": "pay", "type": "decimal(10,2)"},
                {"name": "note", "type": "text"}]}}]}""";

    String TASKS = """
            {"projects": [
              {"id": "P1", "title": "a \\"one\\"", "started": "2024-02-29", "tasks": [
                {"id": "T1", "title": "dig", "hours": 1.5, "done": true, "needs": []},
                {"id": "T2", "title": "fill", "hours": 2, "done": false, "needs": ["T1"], "more": {"a": [1, null]}}]},
              {"id": "P2", "title": null, "tasks": [
                {"id": "T3", "title": "look 😀", "needs": ["T1", "T2"]}]}]}""";

    String PEOPLE = """
            id,name,born,pay,note
            1,Ada,1815-12-10,10.50,"a, ""b""
            c"
            2,Alan,1912-06-23,,""
            3,Grace,1906-12-09,7,
            """;

    private static String moves(String more) {
        return """
                {"id": "projects", "transform": {"source": {"file": "data/tasks.json", "select": "/projects"}, "target": "project", "mapping": [
                  {"source": "id", "target": "id"}, {"source": "started", "target": "started"},
                  {"source": "title", "target": "title", "transform": {"type": "function", "definition": "upper"}, "defaultValue": "?"}]}},
                {"id": "tasks", "transform": {"source": {"file": "data/tasks.json", "select": "/projects/tasks"}, "target": "task", "batchSize": 2, "mapping": [
                  {"source": "id", "target": "id"}, {"source": "projects.id", "target": "project"}, {"source": "tasks#", "target": "place"},
                  {"source": "title", "target": "title"}, {"target": "hours", "transform": {"type": "expression", "definition": "hours * 2"}},
                  {"source": "done", "target": "done", "defaultValue": false}, {"source": "more", "target": "more"}]}},
                {"id": "needs", "transform": {"source": {"file": "data/tasks.json", "select": "/projects/tasks/needs"}, "target": "needs", "mapping": [
                  {"source": "tasks.id", "target": "task"}, {"source": "value", "target": "other"}]}},
                {"id": "people", "transform": {"source": {"file": "data/people.csv"}, "target": "person"%s, "mapping": [
                  {"source": "id", "target": "id"}, {"source": "name", "target": "name"}, {"source": "born", "target": "born"},
                  {"source": "pay", "target": "pay"}, {"source": "note", "target": "note"}]}}""".formatted(more);
    }

    @Test
    default void rowsOfFilesAreMappedAndTakenOutAgain() {
        try (PluginFolder plugins = PluginFolder.create()) {
            plugins.file("data/tasks.json", TASKS)
                    .file("data/people.csv", PEOPLE)
                    .migration("crm-1", "1.0.0", TABLES);
            Godwit godwit = on(plugins).build();
            godwit.migrate();
            List<String> schema = logicalSchema().lines();
            plugins.migration("crm-2", "1.1.0", moves(""));
            godwit.migrate();
            assertThat(rows("select id, title from project order by id")).containsExactly("P1, A \"ONE\"", "P2, ?");
            assertThat(rows("select id from project where started = date '2024-02-29'"))
                    .containsExactly("P1");
            assertThat(rows("select id, project, place, title, cast(hours * 10 as integer) from task order by id"))
                    .containsExactly("T1, P1, 1, dig, 30", "T2, P1, 2, fill, 40", "T3, P2, 1, look 😀, NULL");
            assertThat(rows("select id from task where done")).containsExactly("T1");
            assertThat(rows("select id from task where more is not null")).containsExactly("T2");
            assertThat(rows("select task, other from needs order by task, other"))
                    .containsExactly("T2, T1", "T3, T1", "T3, T2");
            assertThat(rows("select id, name, cast(pay * 100 as integer), note from person order by id"))
                    .containsExactly("1, Ada, 1050, a, \"b\"\nc", "2, Alan, NULL, ", "3, Grace, 700, NULL");
            godwit.rollback("crm", RollbackTarget.steps(1)).orThrow();
            assertThat(rows("select id from task")).isEmpty();
            assertThat(rows("select task from needs")).isEmpty();
            assertThat(logicalSchema().lines()).isEqualTo(schema);
        }
    }

    @Test
    default void rowOfAFileThatIsNoSuchValueIsNamedWithItsLineOrLeftOut() {
        try (PluginFolder plugins = PluginFolder.create()) {
            plugins.file("data/tasks.json", TASKS)
                    .file("data/people.csv", PEOPLE + "4,Ken,31.02.2020,1,x\n5,Linus,1969-12-28,much,y\n")
                    .migration("crm-1", "1.0.0", TABLES);
            Godwit godwit = on(plugins).build();
            godwit.migrate();
            plugins.migration("crm-2", "1.1.0", moves(""));
            assertThatThrownBy(godwit::migrate)
                    .isInstanceOf(GodwitException.class)
                    .hasMessageContaining("row 4 (line 6), field 'born'")
                    .hasMessageContaining("row 5 (line 7), field 'pay'");
            assertThat(rows("select id from task")).isEmpty();
            plugins.migration("crm-2", "1.1.0", moves(", \"onError\": \"skip\""));
            Report report = godwit.migrate();
            assertThat(report.findings().toString()).contains("2 of 5 rows were left out");
            assertThat(rows("select source_key from godwit_rejected order by number"))
                    .containsExactly("[4]", "[5]");
            assertThat(rows("select id from person order by id")).containsExactly("1", "2", "3");
        }
    }

    @ParameterizedTest
    @CsvSource({"fail", "skip"})
    default void rowThatTheEngineRefusesIsFoundByItsNumber(String onError) {
        StringBuilder csv = new StringBuilder("id,name\n");
        for (int id = 1; id <= 300; id++) {
            csv.append(2000 - id - id / 100).append(id == 217 ? ",taken\n" : ",n" + id + "\n");
        }
        try (PluginFolder plugins = PluginFolder.create()) {
            plugins.file("data/people.csv", csv.toString()).migration("crm-1", "1.0.0", TABLES + """
                            , {"id": "own", "dependencies": ["tables"], "operations": [
                              {"addUnique": {"table": "person", "columns": ["name"]}},
                              {"insertRows": {"table": "person", "rows": [{"id": 1850, "name": "own"}, {"id": 9, "name": "taken"}]}}]}""");
            Godwit godwit = on(plugins).build();
            godwit.migrate();
            plugins.migration("crm-2", "1.1.0", """
                    {"id": "people", "transform": {"source": {"file": "data/people.csv"}, "target": "person", "batchSize": 70, "onError": "%s",
                      "mapping": [{"source": "id", "target": "id"}, {"source": "name", "target": "name"}, {"target": "pay", "defaultValue": 1.5}]}}""".formatted(onError));
            if (onError.equals("fail")) {
                assertThatThrownBy(godwit::migrate)
                        .isInstanceOf(GodwitException.class)
                        .hasMessageContaining("row [149]");
                assertThat(rows("select id from person order by id")).containsExactly("9", "1850");
                return;
            }
            Report report = godwit.migrate();
            assertThat(report.moved().get(0).written()).isEqualTo(298);
            assertThat(rows("select source_key from godwit_rejected order by number"))
                    .containsExactly("[149]", "[217]");
            assertThat(rows("select count(*) from person where pay = 1.5")).containsExactly("298");
            godwit.rollback("crm", RollbackTarget.steps(1));
            assertThat(rows("select id from person order by id")).containsExactly("9", "1850");
        }
    }

    @Test
    default void fieldThatNoRowHasIsRefusedBeforeAnythingRuns() {
        try (PluginFolder plugins = PluginFolder.create()) {
            plugins.file("data/people.csv", PEOPLE).migration("crm-1", "1.0.0", TABLES);
            Godwit godwit = on(plugins).build();
            godwit.migrate();
            plugins.migration(
                    "crm-2",
                    "1.1.0",
                    "{\"id\": \"people\", \"transform\": {\"source\": {\"file\": \"data/people.csv\"}, \"target\": \"person\","
                            + " \"mapping\": [{\"source\": \"Id\", \"target\": \"id\"}]}}");
            assertThatThrownBy(() -> godwit.migrate())
                    .isInstanceOf(GodwitException.class)
                    .hasMessageContaining("no row of data/people.csv has a field 'Id'")
                    .hasMessageContaining("born");
        }
    }

    /** Straight into the table, and by the engine's own expressions. */
    @ParameterizedTest
    @CsvSource({"name", "upper(name)"})
    default void rowWithoutAKeyIsLeftOutForThat(String name) {
        String people = PEOPLE + ",Ken,,1,x\n";
        String mapped = name.equals("name")
                ? "{\"source\": \"name\", \"target\": \"name\"}"
                : "{\"target\": \"name\", \"transform\": {\"type\": \"expression\", \"definition\": \"" + name + "\"}}";
        String step =
                "{\"id\": \"people\", \"transform\": {\"source\": {\"file\": \"data/people.csv\"}, \"target\": \"person\","
                        + " \"mapping\": [{\"source\": \"id\", \"target\": \"id\"}, " + mapped + "]";
        try (PluginFolder plugins = PluginFolder.create()) {
            plugins.file("data/people.csv", people).migration("crm-1", "1.0.0", TABLES);
            Godwit godwit = on(plugins).build();
            godwit.migrate();
            plugins.migration("crm-2", "1.1.0", step + "}}");
            assertThatThrownBy(() -> godwit.migrate().orThrow())
                    .hasMessageContaining("id is part of the primary key and NULL");
            assertThat(rows("select id from person")).isEmpty();
            plugins.migration("crm-2", "1.1.0", step + ", \"onError\": \"skip\"}}");
            godwit.migrate().orThrow();
            assertThat(rows("select id from person order by id")).containsExactly("1", "2", "3");
            assertThat(rows("select source_key, reason from godwit_rejected"))
                    .containsExactly("[4], id is part of the primary key and NULL");
        }
    }

    @Test
    default void csvOfAnotherEncodingAndDelimiterHasTheSameRows() {
        try (PluginFolder plugins = PluginFolder.create()) {
            plugins.file(
                            "data/people.csv",
                            "id;name;note\n1;M\u00fcller;\"a;b\"\n2;\u20ac;\n",
                            Charset.forName("windows-1252"))
                    .migration("crm-1", "1.0.0", TABLES);
            Godwit godwit = on(plugins).build();
            godwit.migrate();
            plugins.migration("crm-2", "1.1.0", """
                    {"id": "people", "transform": {"source": {"file": "data/people.csv", "encoding": "windows-1252", "delimiter": ";"}, "target": "person",
                      "mapping": [{"source": "id", "target": "id"}, {"source": "name", "target": "name"}, {"source": "note", "target": "note"}]}}""");
            godwit.migrate().orThrow();
            assertThat(rows("select id, name, note from person order by id"))
                    .containsExactly("1, M\u00fcller, a;b", "2, \u20ac, NULL");
        }
    }
}
