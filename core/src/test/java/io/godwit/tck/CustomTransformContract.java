package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.godwit.Godwit;
import io.godwit.GodwitBuilder;
import io.godwit.engine.Cancellation;
import io.godwit.engine.Report;
import io.godwit.failure.GodwitException;
import io.godwit.failure.PlanRefusedException;
import io.godwit.failure.RunCancelledException;
import io.godwit.plan.RollbackTarget;
import io.godwit.schema.Literal;
import io.godwit.tck.harness.PluginFolder;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mappings that the host's own code makes: beside all other kinds, and with the same batches, rules, rejects and way back. */
public interface CustomTransformContract extends EngineContract {

    private GodwitBuilder host(PluginFolder plugins) {
        return on(plugins)
                .customTransform(
                        "times",
                        in -> in.value().isNull()
                                ? null
                                : Literal.of(new BigDecimal(in.value().text())
                                        .multiply(new BigDecimal(
                                                in.parameters().get(0).text()))))
                .customTransform(
                        "initials",
                        in -> Literal.of(in.value().text().substring(0, 1) + "/"
                                + in.field("dept").text()))
                .customTransform("same", in -> in.value())
                .customTransform("shout", in -> Literal.of(in.value().text().toUpperCase(Locale.ROOT)))
                .customTransform("only short", in -> {
                    if (in.value().text().length() > 3) {
                        throw new IllegalStateException("too long for us");
                    }
                    return in.value();
                });
    }

    private static String custom(String source, String target, String name, String more) {
        return "{\"source\": \"" + source + "\", \"target\": \"" + target
                + "\", \"transform\": {\"type\": \"custom\", \"definition\": \"" + name + "\"" + more + "}}";
    }

    private static String custom(String source, String target, String name) {
        return custom(source, target, name, "");
    }

    private static String move(String mapping, String more) {
        return """
                {"id": "move", "transform": {"source": "person", "target": "contact", "batchSize": 2, "mapping": [
                  {"source": "id", "target": "id"}, %s]%s}}""".formatted(mapping, more.isEmpty() ? "" : ", " + more);
    }

    private Godwit begun(PluginFolder plugins) {
        plugins.migration("crm-1", "1.0.0", TransformContract.TABLES);
        Godwit godwit = host(plugins).build();
        godwit.migrate().orThrow();
        return godwit;
    }

    private static Report moved(PluginFolder plugins, Godwit godwit, String steps) {
        plugins.migration("crm-2", "1.1.0", steps);
        return godwit.migrate();
    }

    @Test
    default void customValuesGoWithEveryOtherKindOfMapping() {
        try (PluginFolder plugins = PluginFolder.create()) {
            Godwit godwit = begun(plugins);
            List<String> schema = logicalSchema().lines();
            String mapping = """
                    {"target": "name", "transform": {"type": "expression", "definition": "left(name, 3) || '!'"}},
                    {"source": "dept", "target": "department", "transform": {"type": "lookup", "definition": {"10": "S"}}, "defaultValue": "?"},
                    {"source": "dept", "target": "title", "transform": {"type": "lookup", "definition": {"table": "dept", "key": "code", "value": "title"}}},
                    {"source": "score", "target": "points", "transform": {"type": "custom", "definition": "times", "parameters": [100]}, "defaultValue": 0},
                    %s, {"source": "mail", "target": "mail", "transform": {"type": "function", "definition": "upper"}}""".formatted(custom("name", "grade", "initials"));
            moved(plugins, godwit, move(mapping, "\"filter\": \"since >= DATE '2024-01-01'\""))
                    .orThrow();
            assertThat(rows("select id, name, department, title, points, grade, mail from contact order by id"))
                    .containsExactly(
                            "1, ada!, S, Sales, 150, a/10, A@X",
                            "2, bob!, ?, Support, 200, b/20, B@X",
                            "3, cle!, ?, NULL, 1000, c/30, C@X",
                            "5, dan!, ?, NULL, 0, d/null, NOWHERE",
                            "9, fay!, ?, Support, 999, f/20, F@X");
            godwit.rollback("crm", RollbackTarget.steps(1)).orThrow();
            assertThat(rows("select id from contact")).isEmpty();
            assertThat(logicalSchema().lines()).isEqualTo(schema);
        }
    }

    @ParameterizedTest
    @CsvSource({"fail", "skip"})
    default void rowThatTheHostRefusesIsNamedWithItsFieldOrLeftOut(String onError) {
        try (PluginFolder plugins = PluginFolder.create()) {
            Godwit godwit = begun(plugins);
            String steps = move(
                    custom("name", "name", "only short") + ", " + custom("mail", "points", "same")
                            + ", {\"source\": \"dept\", \"target\": \"department\", \"required\": true}",
                    "\"filter\": \"id in (1, 3, 5)\", \"onError\": \"" + onError + "\"");
            if (onError.equals("fail")) {
                assertThatThrownBy(() -> moved(plugins, godwit, steps))
                        .isInstanceOf(GodwitException.class)
                        .hasMessageContaining(
                                "row [3]: name: the custom transform 'only short' failed: too long for us")
                        .hasMessageContaining("points: what the custom transform 'same' gives: 'c@x' is no number");
                assertThat(rows("select id from contact")).isEmpty();
                return;
            }
            Report report = moved(plugins, godwit, steps.replace("\"points\"", "\"grade\""))
                    .orThrow();
            assertThat(rows("select id, name, grade from contact")).containsExactly("1, ada, a@x");
            assertThat(rows("select number, source_key, reason from godwit_rejected order by number"))
                    .containsExactly(
                            "1, [3], name: the custom transform 'only short' failed: too long for us",
                            "2, [5], department is required and NULL");
            assertThat(rows("select source_row from godwit_rejected where number = 1")
                            .get(0))
                    .contains("\"name\":\"cleopatra\"")
                    .contains("\"mail\":\"c@x\"");
            assertThat(report.findings().toString()).contains("2 of 3 rows were left out");
        }
    }

    @ParameterizedTest
    @CsvSource({"skip, 3: old", "update, 3: C@X"})
    default void conflictsAndRulesSeeWhatTheHostMade(String onConflict, String third) {
        try (PluginFolder plugins = PluginFolder.create()) {
            Godwit godwit = begun(plugins);
            plugins.migration(
                    "crm-2",
                    "1.1.0",
                    "{\"id\": \"old\", \"operations\": [{\"insertRows\": {\"table\": \"contact\","
                            + " \"rows\": [{\"id\": 3, \"mail\": \"old\"}]}}]}");
            godwit.migrate().orThrow();
            String more = "\"onConflict\": \"" + onConflict
                    + "\", \"onError\": \"skip\", \"validation\": [{\"field\": \"mail\","
                    + " \"rule\": \"mail LIKE '%@X'\"}]";
            plugins.migration("crm-3", "1.2.0", move(custom("mail", "mail", "shout"), more));
            godwit.migrate().orThrow();
            assertThat(rows("select id || ': ' || mail from contact order by id"))
                    .containsExactly("1: A@X", "2: B@X", third, "8: E@X", "9: F@X");
            assertThat(rows("select source_key from godwit_rejected")).containsExactly("[5]");
            if (onConflict.equals("skip")) {
                godwit.rollback("crm", RollbackTarget.steps(1)).orThrow();
                assertThat(rows("select id from contact order by id")).containsExactly("3");
            }
        }
    }

    @Test
    default void customValuesAreWrittenWhereTheRowsAre() {
        try (PluginFolder plugins = PluginFolder.create()) {
            Godwit godwit = begun(plugins);
            moved(plugins, godwit, """
                    {"id": "change", "transform": {"source": "person", "target": "person", "batchSize": 2, "filter": "id <> 2", "mapping": [
                      %s, {"target": "dept", "transform": {"type": "expression", "definition": "dept + 1"}}]}},
                    {"id": "short", "dependencies": ["change"], "transform": {"source": "person", "target": "person", "onError": "skip",
                      "mapping": [%s]}}""".formatted(custom("name", "name", "shout"), custom("name", "mail", "only short")))
                    .orThrow();
            assertThat(rows("select id, name, dept, mail from person order by id"))
                    .containsExactly(
                            "1, ADA, 11, ADA",
                            "2, bob, 20, bob",
                            "3, CLEOPATRA, 31, c@x",
                            "5, DAN, NULL, DAN",
                            "8, EVE, 11, EVE",
                            "9, FAY, 21, FAY");
        }
    }

    @Test
    default void keysOfAnyKindTellTheRowsApart() {
        String tables = """
                {"id": "tables", "operations": [
                  {"createTable": {"table": "piece", "columns": [{"name": "box", "type": "varchar(20)"}, {"name": "part", "type": "integer"},
                    {"name": "word", "type": "text"}], "primaryKey": ["box", "part"]}},
                  {"createTable": {"table": "token", "columns": [{"name": "id", "type": "uuid", "primaryKey": true}, {"name": "word", "type": "text"}]}},
                  {"createTable": {"table": "thing", "columns": [{"name": "id", "type": "varchar(60)", "primaryKey": true}, {"name": "word", "type": "text"}]}},
                  {"insertRows": {"table": "piece", "rows": [{"box": "a", "part": 1, "word": "x"}, {"box": "a", "part": 2, "word": "y"},
                    {"box": "B", "part": -1, "word": "z"}, {"box": "it's", "part": 1, "word": "o"}, {"box": "é", "part": 7, "word": "😀"}]}},
                  {"insertRows": {"table": "token", "rows": [{"id": "ffffffff-0000-4000-8000-000000000001", "word": "f"},
                    {"id": "00000000-0000-4000-8000-000000000002", "word": "0"}, {"id": "8a000000-0000-4000-8000-000000000003", "word": "8"}]}}]}""";
        try (PluginFolder plugins = PluginFolder.create()) {
            plugins.migration("crm-1", "1.0.0", tables);
            Godwit godwit = host(plugins).build();
            godwit.migrate().orThrow();
            plugins.migration("crm-2", "1.1.0", """
                    {"id": "pieces", "transform": {"source": "piece", "target": "thing", "batchSize": 2, "mapping": [
                      {"target": "id", "transform": {"type": "expression", "definition": "box || ' ' || part"}}, %1$s]}},
                    {"id": "tokens", "transform": {"source": "token", "target": "thing", "batchSize": 1, "mapping": [%2$s, %1$s]}},
                    {"id": "counted", "transform": {"source": {"query": "SELECT box AS b, count(*) AS n FROM piece GROUP BY box"}, "key": ["b"],
                      "target": "thing", "batchSize": 2, "mapping": [{"target": "id", "transform": {"type": "expression",
                      "definition": "'box ' || b"}}, %3$s]}}""".formatted(
                            custom("word", "word", "shout"),
                            custom("id", "id", "shout"),
                            custom("n", "word", "times", ", \"parameters\": [10]")));
            godwit.migrate().orThrow();
            assertThat(rows("select id, word from thing"))
                    .containsExactlyInAnyOrder(
                            "a 1, X",
                            "a 2, Y",
                            "B -1, Z",
                            "it's 1, O",
                            "é 7, 😀",
                            "FFFFFFFF-0000-4000-8000-000000000001, F",
                            "00000000-0000-4000-8000-000000000002, 0",
                            "8A000000-0000-4000-8000-000000000003, 8",
                            "box a, 20",
                            "box B, 10",
                            "box it's, 10",
                            "box é, 10");
        }
    }

    @Test
    default void valuesOfEveryTypeGoThroughTheHostUnharmed() {
        String columns = "{\"name\": \"b\", \"type\": \"boolean\"}, {\"name\": \"d\", \"type\": \"decimal(20,6)\"},"
                + " {\"name\": \"x\", \"type\": \"double\"}, {\"name\": \"y\", \"type\": \"bytes\"}, {\"name\": \"u\", \"type\": \"uuid\"},"
                + " {\"name\": \"dt\", \"type\": \"date\"}, {\"name\": \"ts\", \"type\": \"timestamptz\"}, {\"name\": \"t\", \"type\": \"text\"}";
        String table =
                "{\"createTable\": {\"table\": \"%s\", \"columns\": [{\"name\": \"id\", \"type\": \"integer\", \"primaryKey\": true}, "
                        + columns + "]}}";
        List<String> names = List.of("b", "d", "x", "y", "u", "dt", "ts", "t");
        try (PluginFolder plugins = PluginFolder.create()) {
            plugins.migration("crm-1", "1.0.0", """
                    {"id": "tables", "operations": [%s, %s, {"insertRows": {"table": "one", "rows": [{"id": 1},
                      {"id": 2, "b": true, "d": 12345678901234.567891, "x": 0.1, "u": "8a000000-0000-4000-8000-000000000003", "dt": "2024-02-29",
                       "ts": "2024-02-29T23:59:59.123456Z", "t": "a\\t\\\\N\\n'😀"}]}}]}, {"id": "bytes", "dependencies": ["tables"],
                       "operations": [{"updateRows": {"table": "one", "where": "id = 2", "set": {"y": {"expression": "decode('00ff', 'hex')"}}}}]}""".formatted(table.formatted("one"), table.formatted("two")));
            Godwit godwit = host(plugins).build();
            godwit.migrate().orThrow();
            String all = String.join(
                    ", ", names.stream().map(name -> custom(name, name, "same")).toList());
            moved(
                            plugins,
                            godwit,
                            "{\"id\": \"move\", \"transform\": {\"source\": \"one\", \"target\": \"two\", \"mapping\": ["
                                    + custom("id", "id", "same") + ", " + all + "]}}")
                    .orThrow();
            String equal = String.join(
                    " and ",
                    names.stream()
                            .map(name -> "(one." + name + " = two." + name + " or (one." + name + " is null and two."
                                    + name + " is null))")
                            .toList());
            assertThat(rows("select two.id from one join two on one.id = two.id where " + equal + " order by two.id"))
                    .containsExactly("1", "2");
        }
    }

    @ParameterizedTest
    @CsvSource({"fail", "skip"})
    default void fieldsOfFilesGoThroughTheHostToo(String onError) {
        try (PluginFolder plugins = PluginFolder.create()) {
            plugins.file("data/people.csv", "id,name,dept,mail\n1,ada,7,a@x\n2,cleopatra,8,c@x\n3,bob,9,b@x\n");
            Godwit godwit = begun(plugins);
            String steps =
                    """
                    {"id": "move", "transform": {"source": {"file": "data/people.csv"}, "target": "contact", "onError": "%s", "mapping": [
                      {"source": "id", "target": "id"}, %s, %s, {"source": "mail", "target": "mail", "transform": {"type": "function",
                      "definition": "upper"}}]}}""".formatted(onError, custom("name", "name", "only short"), custom("name", "grade", "initials"));
            if (onError.equals("fail")) {
                assertThatThrownBy(() -> moved(plugins, godwit, steps))
                        .hasMessageContaining(
                                "row 2 (line 3): name: the custom transform 'only short' failed: too long for us");
                assertThat(rows("select id from contact")).isEmpty();
                return;
            }
            moved(plugins, godwit, steps).orThrow();
            assertThat(rows("select id, name, grade, mail from contact order by id"))
                    .containsExactly("1, ada, a/7, A@X", "3, bob, b/9, B@X");
            assertThat(rows("select source_key, source_row from godwit_rejected")
                            .get(0))
                    .startsWith("[2], {\"id\":\"2\",\"name\":\"cleopatra\",\"dept\":\"8\",\"mail\":\"c@x\"}");
        }
    }

    @Test
    default void nameThatNobodyRegisteredIsRefusedBeforeAnythingRuns() {
        try (PluginFolder plugins = PluginFolder.create()) {
            begun(plugins);
            plugins.migration("crm-2", "1.1.0", move(custom("name", "grade", "shout"), ""));
            Godwit stranger =
                    on(plugins).customTransform("other", in -> in.value()).build();
            assertThatThrownBy(stranger::migrate)
                    .isInstanceOf(PlanRefusedException.class)
                    .hasMessageContaining("crm-2, step move")
                    .hasMessageContaining("crm-2.json /migration/steps/up/0/transform/mapping/1/transform/definition")
                    .hasMessageContaining("no custom transform 'shout' is registered; there are other");
            host(plugins).build().migrate().orThrow();
            stranger.rollback("crm", RollbackTarget.steps(1)).orThrow();
            assertThat(rows("select id from contact")).isEmpty();
        }
    }

    @Test
    default void sourceWithoutKeyIsRefused() {
        try (PluginFolder plugins = PluginFolder.create()) {
            Godwit godwit = begun(plugins);
            plugins.migration(
                    "crm-2",
                    "1.1.0",
                    "{\"id\": \"move\", \"transform\": {\"source\": {\"query\": \"SELECT id, name FROM person\"}, \"target\": \"contact\","
                            + " \"mapping\": [" + custom("id", "id", "same") + "]}}");
            assertThatThrownBy(godwit::migrate)
                    .hasMessageContaining("takes rows by their key, and the source has none");
        }
    }

    @Test
    default void runIsCancelledBetweenTwoRows() {
        try (PluginFolder plugins = PluginFolder.create()) {
            begun(plugins);
            List<String> schema = logicalSchema().lines();
            Cancellation cancellation = new Cancellation();
            Godwit godwit = on(plugins)
                    .cancellation(cancellation)
                    .customTransform("stop", in -> {
                        if (in.value().text().equals("cleopatra")) {
                            cancellation.cancel();
                        }
                        return in.value();
                    })
                    .build();
            plugins.migration("crm-2", "1.1.0", move(custom("name", "grade", "stop"), ""));
            assertThatThrownBy(godwit::migrate).isInstanceOf(RunCancelledException.class);
            assertThat(rows("select id from contact")).isEmpty();
            assertThat(logicalSchema().lines()).isEqualTo(schema);
        }
    }
}
