package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.godwit.Godwit;
import io.godwit.engine.ProgressEvent;
import io.godwit.engine.Report;
import io.godwit.failure.GodwitException;
import io.godwit.failure.PlanRefusedException;
import io.godwit.plan.RollbackTarget;
import io.godwit.tck.harness.PluginFolder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows that a transform moves: the same ones on every engine, each once, in batches, and taken out again exactly. */
public interface TransformContract extends EngineContract {

    String TABLES = """
            {"id": "tables", "operations": [
              {"createTable": {"table": "dept", "columns": [{"name": "code", "type": "integer", "primaryKey": true},
                {"name": "title", "type": "text"}]}},
              {"createTable": {"table": "person", "columns": [{"name": "id", "type": "bigint", "primaryKey": true},
                {"name": "name", "type": "varchar(50)"}, {"name": "dept", "type": "integer"},
                {"name": "score", "type": "decimal(8,2)"}, {"name": "since", "type": "timestamp"}, {"name": "mail", "type": "text"}]}},
              {"createTable": {"table": "contact", "columns": [{"name": "id", "type": "bigint", "primaryKey": true},
                {"name": "name", "type": "varchar(8)"}, {"name": "department", "type": "text"}, {"name": "title", "type": "text"},
                {"name": "points", "type": "integer"}, {"name": "mail", "type": "varchar(50)"}, {"name": "grade", "type": "text"}]}},
              {"insertRows": {"table": "dept", "rows": [{"code": 10, "title": "Sales"}, {"code": 20, "title": "Support"}]}},
              {"insertRows": {"table": "person", "rows": [
                {"id": 1, "name": "ada", "dept": 10, "score": 1.50, "since": "2024-02-01 10:00:00", "mail": "a@x"},
                {"id": 2, "name": "bob", "dept": 20, "score": 2.00, "since": "2024-02-02 10:00:00", "mail": "b@x"},
                {"id": 3, "name": "cleopatra", "dept": 30, "score": 10.00, "since": "2024-02-03 10:00:00", "mail": "c@x"},
                {"id": 5, "name": "dan", "since": "2024-02-05 10:00:00", "mail": "nowhere"},
                {"id": 8, "name": "eve", "dept": 10, "score": -3.25, "since": "2023-02-08 10:00:00", "mail": "e@x"},
                {"id": 9, "name": "fay", "dept": 20, "score": 9.99, "since": "2024-02-09 10:00:00", "mail": "f@x"}]}}]}""";

    private static String move(String mapping, String more) {
        return """
                {"id": "move", "transform": {"source": "person", "target": "contact", "batchSize": 2, "mapping": [
                  {"source": "id", "target": "id"}, %s]%s}}""".formatted(mapping, more.isEmpty() ? "" : ", " + more);
    }

    private Godwit begun(PluginFolder plugins) {
        plugins.migration("crm-1", "1.0.0", TABLES);
        Godwit godwit = on(plugins).build();
        godwit.migrate().orThrow();
        return godwit;
    }

    private static Report moved(PluginFolder plugins, Godwit godwit, String steps) {
        plugins.migration("crm-2", "1.1.0", steps);
        return godwit.migrate();
    }

    private List<String> contacts() {
        return rows("select id, name, department, points, mail from contact order by id");
    }

    @Test
    default void mappingOfEveryKindGivesTheSameRows() {
        try (PluginFolder plugins = PluginFolder.create()) {
            String mapping = """
                    {"target": "name", "transform": {"type": "expression", "definition": "left(name, 3) || '!' -- short"}},
                    {"source": "dept", "target": "department", "transform": {"type": "lookup", "definition": {"10": "S", "20": null}}, "defaultValue": "?"},
                    {"source": "dept", "target": "title", "transform": {"type": "lookup", "definition": {"table": "dept", "key": "code", "value": "title"}}},
                    {"source": "score", "target": "points", "transform": {"type": "function", "definition": "floor"}, "defaultValue": 0, "required": true},
                    {"source": "mail", "target": "mail", "transform": {"type": "function", "definition": "replace", "parameters": ["@", " at "]}},
                    {"source": "score", "target": "grade", "transform": {"type": "lookup", "definition": {"1.5": "low", "10": "high"}}}""";
            String filter = "\"filter\": \"since >= DATE '2024-01-01'\"";
            List<ProgressEvent> events = new ArrayList<>();
            plugins.migration("crm-1", "1.0.0", TABLES);
            Godwit godwit = on(plugins).listener(events::add).build();
            godwit.migrate().orThrow();
            moved(plugins, godwit, move(mapping, filter)).orThrow();
            assertThat(contacts())
                    .containsExactly(
                            "1, ada!, S, 1, a at x",
                            "2, bob!, ?, 2, b at x",
                            "3, cle!, ?, 10, c at x",
                            "5, dan!, ?, 0, nowhere",
                            "9, fay!, ?, 9, f at x");
            assertThat(rows("select id, title, grade from contact order by id"))
                    .containsExactly(
                            "1, Sales, low", "2, Support, NULL", "3, NULL, high", "5, NULL, NULL", "9, Support, NULL");
            assertThat(events.stream()
                            .filter(ProgressEvent.BatchFinished.class::isInstance)
                            .map(event -> ((ProgressEvent.BatchFinished) event).rows()))
                    .containsExactly(2L, 4L, 5L);
        }
    }

    @Test
    default void wayBackTakesOutExactlyWhatWasAdded() {
        try (PluginFolder plugins = PluginFolder.create()) {
            Godwit godwit = begun(plugins);
            List<String> schema = logicalSchema().lines();
            run("insert into contact (id, name) values (4, 'old'), (6, 'old')");
            moved(plugins, godwit, move("{\"source\": \"mail\", \"target\": \"mail\"}", ""))
                    .orThrow();
            run("insert into contact (id, name) values (7, 'new'), (10, 'new')");
            run("delete from contact where id = 2");
            godwit.rollback("crm", RollbackTarget.steps(1)).orThrow();
            assertThat(rows("select id, name from contact order by id"))
                    .containsExactly("4, old", "6, old", "7, new", "10, new");
            assertThat(logicalSchema().lines()).isEqualTo(schema);
            assertThat(rows("select object from godwit_object where migration_id = 'crm-2'"))
                    .isEmpty();
            moved(plugins, godwit, move("{\"source\": \"mail\", \"target\": \"mail\"}", "\"filter\": \"id <> 4\""))
                    .orThrow();
            assertThat(rows("select id from contact order by id"))
                    .containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9", "10");
        }
    }

    /** By somebody else. */
    private void run(String universal) {
        String id = "other-" + Integer.toHexString(universal.hashCode());
        try (PluginFolder other = PluginFolder.create()) {
            other.document(
                    id,
                    id,
                    "1.0.0",
                    "\"steps\": {\"up\": [{\"id\": \"one\", \"sql\": {\"universal\": \"" + universal + "\"}}]}");
            on(other).build().migrate().orThrow();
        }
    }

    @ParameterizedTest
    @CsvSource({"fail", "skip"})
    default void rowThatTheEngineRefusesIsFound(String onError) {
        try (PluginFolder plugins = PluginFolder.create()) {
            Godwit godwit = begun(plugins);
            String unique =
                    "{\"id\": \"one\", \"operations\": [{\"addUnique\": {\"table\": \"contact\", \"columns\": [\"mail\"]}},"
                            + " {\"insertRows\": {\"table\": \"contact\", \"rows\": [{\"id\": 100, \"mail\": \"c@x\"}]}}]}, ";
            String mail = "{\"source\": \"mail\", \"target\": \"mail\"}";
            String steps = unique + move(mail, "\"onError\": \"" + onError + "\"");
            if (onError.equals("fail")) {
                assertThatThrownBy(() -> moved(plugins, godwit, steps))
                        .isInstanceOf(GodwitException.class)
                        .hasMessageContaining("[3]");
                assertThat(rows("select id from contact")).isEmpty();
                return;
            }
            Report report = moved(plugins, godwit, steps).orThrow();
            assertThat(rows("select id, mail from contact order by id"))
                    .containsExactly("1, a@x", "2, b@x", "5, nowhere", "8, e@x", "9, f@x", "100, c@x");
            assertThat(rows("select migration_id, step_id, number, source_key from godwit_rejected"))
                    .containsExactly("crm-2, move, 1, [3]");
            assertThat(report.findings().toString()).contains("1 of 6 rows were left out");
        }
    }

    @ParameterizedTest
    @CsvSource({"fail", "skip"})
    default void rulesAreKeptOrTheRowIsNamed(String onError) {
        try (PluginFolder plugins = PluginFolder.create()) {
            Godwit godwit = begun(plugins);
            String mapping =
                    "{\"source\": \"dept\", \"target\": \"department\", \"required\": true, \"transform\": {\"type\": \"function\","
                            + " \"definition\": \"cast\", \"parameters\": [\"text\"]}}, {\"source\": \"mail\", \"target\": \"mail\"},"
                            + " {\"source\": \"score\", \"target\": \"points\", \"transform\": {\"type\": \"function\", \"definition\": \"floor\"}}";
            String rules =
                    "\"validation\": [{\"field\": \"mail\", \"rule\": \"mail LIKE '%@%'\", \"message\": \"bad address\"},"
                            + " {\"field\": \"points\", \"rule\": \"points >= 0\", \"severity\": \"warning\"}], \"onError\": \""
                            + onError + "\"";
            if (onError.equals("fail")) {
                assertThatThrownBy(() -> moved(plugins, godwit, move(mapping, rules)))
                        .hasMessageContaining("row [5]: department is required and NULL; mail: bad address");
                assertThat(rows("select id from contact")).isEmpty();
                return;
            }
            Report report = moved(plugins, godwit, move(mapping, rules)).orThrow();
            assertThat(rows("select id, department from contact order by id"))
                    .containsExactly("1, 10", "2, 20", "3, 30", "8, 10", "9, 20");
            assertThat(rows("select source_key, reason from godwit_rejected"))
                    .containsExactly("[5], department is required and NULL; mail: bad address");
            assertThat(rows("select source_row from godwit_rejected").get(0)).contains("\"mail\":\"nowhere\"");
            assertThat(report.findings().toString()).contains("1 of 6 rows break a rule that only warns");
        }
    }

    @ParameterizedTest
    @CsvSource({"skip, 3: old", "update, 3: c@x"})
    default void rowsThatAreThereAlreadyAreLeftOrOverwritten(String onConflict, String third) {
        try (PluginFolder plugins = PluginFolder.create()) {
            Godwit godwit = begun(plugins);
            run("insert into contact (id, mail) values (3, 'old'), (4, 'old')");
            moved(
                            plugins,
                            godwit,
                            move(
                                    "{\"source\": \"mail\", \"target\": \"mail\"}",
                                    "\"onConflict\": \"" + onConflict + "\""))
                    .orThrow();
            assertThat(rows("select id || ': ' || mail from contact order by id"))
                    .containsExactly("1: a@x", "2: b@x", third, "4: old", "5: nowhere", "8: e@x", "9: f@x");
            if (onConflict.equals("skip")) {
                godwit.rollback("crm", RollbackTarget.steps(1)).orThrow();
                assertThat(rows("select id from contact order by id")).containsExactly("3", "4");
            } else {
                assertThatThrownBy(() ->
                                godwit.rollback("crm", RollbackTarget.steps(1)).orThrow())
                        .isInstanceOf(PlanRefusedException.class)
                        .hasMessageContaining("overwritten");
            }
        }
    }

    @Test
    default void rowsAreChangedWhereTheyAre() {
        try (PluginFolder plugins = PluginFolder.create()) {
            Godwit godwit = begun(plugins);
            moved(plugins, godwit, """
                    {"id": "change", "transform": {"source": "person", "target": "person", "batchSize": 2, "filter": "id <> 2",
                      "onError": "skip", "mapping": [
                        {"target": "score", "transform": {"type": "expression", "definition": "score * 2"}},
                        {"source": "name", "target": "name", "transform": {"type": "function", "definition": "upper"}}],
                      "validation": [{"field": "score", "rule": "score < 19"}]}},
                    {"id": "again", "dependencies": ["change"], "transform": {"source": "person", "target": "person", "batchSize": 4,
                      "mapping": [{"target": "dept", "transform": {"type": "expression", "definition": "dept + 1"}}]}}""").orThrow();
            assertThat(rows("select id, name, dept, cast(score * 100 as integer) from person order by id"))
                    .containsExactly(
                            "1, ADA, 11, 300",
                            "2, bob, 21, 200",
                            "3, cleopatra, 31, 1000",
                            "5, DAN, NULL, NULL",
                            "8, EVE, 11, -650",
                            "9, fay, 21, 999");
        }
    }

    @Test
    default void keysOfSeveralColumnsAndOfTextAreFollowedInOrder() {
        String tables = """
                {"id": "tables", "operations": [
                  {"createTable": {"table": "piece", "columns": [{"name": "box", "type": "varchar(20)"}, {"name": "part", "type": "integer"},
                    {"name": "word", "type": "text"}], "primaryKey": ["box", "part"]}},
                  {"createTable": {"table": "thing", "columns": [{"name": "box", "type": "varchar(20)"}, {"name": "part", "type": "integer"},
                    {"name": "word", "type": "text"}], "primaryKey": ["box", "part"]}},
                  {"createTable": {"table": "token", "columns": [{"name": "id", "type": "uuid", "primaryKey": true}, {"name": "word", "type": "text"}]}},
                  {"insertRows": {"table": "piece", "rows": [{"box": "a", "part": 1, "word": "x"}, {"box": "a", "part": 2, "word": "x"},
                    {"box": "B", "part": -1, "word": "x"}, {"box": "it's", "part": 1, "word": "x"}, {"box": "é", "part": 7, "word": "x"},
                    {"box": "é", "part": 8, "word": "x"}, {"box": "", "part": 0, "word": "x"}]}},
                  {"insertRows": {"table": "token", "rows": [{"id": "ffffffff-0000-4000-8000-000000000001", "word": "f"},
                    {"id": "00000000-0000-4000-8000-000000000002", "word": "0"}, {"id": "8a000000-0000-4000-8000-000000000003", "word": "8"}]}},
                  {"createTable": {"table": "copy", "columns": [{"name": "id", "type": "uuid", "primaryKey": true}, {"name": "word", "type": "text"}]}}]}""";
        try (PluginFolder plugins = PluginFolder.create()) {
            plugins.migration("crm-1", "1.0.0", tables);
            Godwit godwit = on(plugins).build();
            godwit.migrate().orThrow();
            run("insert into thing (box, part) values ('own', 1)");
            moved(plugins, godwit, """
                    {"id": "pieces", "transform": {"source": "piece", "target": "thing", "batchSize": 2, "mapping": [
                      {"source": "box", "target": "box"}, {"source": "part", "target": "part"}, {"source": "word", "target": "word"}]}},
                    {"id": "tokens", "transform": {"source": "token", "target": "copy", "batchSize": 1, "mapping": [
                      {"source": "id", "target": "id"}, {"source": "word", "target": "word"}]}}""").orThrow();
            assertThat(rows("select box, part, word from thing where word = 'x'"))
                    .hasSize(7);
            assertThat(rows("select word from copy")).containsExactlyInAnyOrder("f", "0", "8");
            godwit.rollback("crm", RollbackTarget.steps(1)).orThrow();
            assertThat(rows("select box, part, word from thing")).containsExactly("own, 1, NULL");
            assertThat(rows("select word from copy")).isEmpty();
        }
    }

    @Test
    default void queriesAndViewsAndTablesWithoutKeyAreSources() {
        try (PluginFolder plugins = PluginFolder.create()) {
            Godwit godwit = begun(plugins);
            moved(plugins, godwit, """
                    {"id": "made", "operations": [
                       {"createView": {"name": "seller", "query": "SELECT id, name FROM person WHERE dept = 10"}},
                       {"createTable": {"table": "loose", "columns": [{"name": "word", "type": "text"}]}},
                       {"insertRows": {"table": "loose", "rows": [{"word": "a"}, {"word": "a"}, {"word": "b"}]}},
                       {"createTable": {"table": "total", "columns": [{"name": "dept", "type": "integer", "primaryKey": true}, {"name": "n", "type": "bigint"}]}},
                       {"createTable": {"table": "words", "columns": [{"name": "word", "type": "text"}]}}]},
                    {"id": "view", "dependencies": ["made"], "transform": {"source": "seller", "key": ["id"], "batchSize": 1, "target": "contact",
                       "mapping": [{"source": "id", "target": "id"}, {"source": "name", "target": "name"}]}},
                    {"id": "query", "dependencies": ["made"], "transform": {"source": {"query": "SELECT dept AS d, count(*) AS n FROM person WHERE dept IS NOT NULL GROUP BY dept"},
                       "key": ["d"], "batchSize": 2, "target": "total", "mapping": [{"source": "d", "target": "dept"}, {"source": "n", "target": "n"}]}},
                    {"id": "loose", "dependencies": ["made"], "operations": [{"insertRows": {"table": "words", "rows": [{"word": "first"}]}}],
                       "transform": {"source": "loose", "target": "words", "mapping": [{"source": "word", "target": "word"}]}}""").orThrow();
            assertThat(rows("select id, name from contact order by id")).containsExactly("1, ada", "8, eve");
            assertThat(rows("select dept, n from total order by dept")).containsExactly("10, 2", "20, 2", "30, 1");
            assertThat(rows("select word from words")).containsExactlyInAnyOrder("first", "a", "a", "b");
        }
    }

    @Test
    default void migrationThatFailsBehindItTakesItsRowsOut() {
        try (PluginFolder plugins = PluginFolder.create()) {
            Godwit godwit = begun(plugins);
            List<String> schema = logicalSchema().lines();
            String steps = move("{\"source\": \"mail\", \"target\": \"mail\"}", "")
                    + ", {\"id\": \"wrong\", \"dependencies\": [\"move\"], \"operations\": [{\"insertRows\": {\"table\":"
                    + " \"contact\", \"rows\": [{\"id\": 1}]}}]}";
            assertThatThrownBy(() -> moved(plugins, godwit, steps))
                    .hasMessageContaining("as it was before this migration");
            assertThat(rows("select id from contact")).isEmpty();
            assertThat(logicalSchema().lines()).isEqualTo(schema);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"source\": \"person\", \"target\": \"nowhere\", \"mapping\": [{\"source\": \"id\", \"target\": \"id\"}] | no table nowhere",
                "\"source\": \"nobody\", \"target\": \"contact\", \"mapping\": [{\"source\": \"id\", \"target\": \"id\"}] | no table or view nobody",
                "\"source\": \"person\", \"target\": \"contact\", \"mapping\": [{\"source\": \"idd\", \"target\": \"id\"}] | the column idd",
                "\"source\": \"person\", \"target\": \"contact\", \"mapping\": [{\"source\": \"id\", \"target\": \"idd\"}] | the column idd",
                "\"source\": \"person\", \"target\": \"contact\", \"key\": [\"x\"], \"mapping\": [{\"source\": \"id\", \"target\": \"id\"}] | the column x",
                "\"source\": \"person\", \"target\": \"contact\", \"mapping\": [{\"target\": \"id\", \"transform\": {\"type\": \"function\", \"definition\": \"upper\"}}] | needs a \"source\"",
                "\"source\": \"person\", \"target\": \"contact\", \"mapping\": [{\"source\": \"id\", \"target\": \"id\"}], \"validation\": [{\"field\": \"mail\", \"rule\": \"mail = ''\"}] | no mapping gives",
                "\"source\": \"person\", \"target\": \"contact\", \"onConflict\": \"skip\", \"mapping\": [{\"source\": \"mail\", \"target\": \"mail\"}] | primary key",
                "\"source\": \"person\", \"target\": \"person\", \"mapping\": [{\"source\": \"dept\", \"target\": \"id\"}] | the key that tells",
                "\"source\": \"person\", \"target\": \"contact\", \"mapping\": [{\"target\": \"mail\", \"transform\": {\"type\": \"expression\", \"definition\": \"upper(mail\"}}] | crm-2",
            })
    default void whatCannotBeMeantIsRefusedBeforeAnythingRuns(String transform, String words) {
        try (PluginFolder plugins = PluginFolder.create()) {
            Godwit godwit = begun(plugins);
            plugins.migration("crm-2", "1.1.0", "{\"id\": \"move\", \"transform\": {" + transform + "}}");
            assertThatThrownBy(() -> godwit.migrate().orThrow())
                    .isInstanceOf(GodwitException.class)
                    .hasMessageContaining(words);
            assertThat(rows("select id from contact")).isEmpty();
        }
    }
}
