package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.godwit.Godwit;
import io.godwit.engine.Report;
import io.godwit.failure.GodwitException;
import io.godwit.plan.RollbackTarget;
import io.godwit.schema.Literal;
import io.godwit.tck.harness.PluginFolder;
import io.godwit.tck.harness.Workbench;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Rows of a table of which nothing is asked but their values, some of them made by the host's own code: they are written straight into
 * their table, with the same batches, rejects and way back as if the engine had moved them.
 */
public interface StraightTransformContract extends EngineContract {

    private static String custom(String source, String target, String more) {
        return "{\"source\": \"" + source + "\", \"target\": \"" + target
                + "\", \"transform\": {\"type\": \"custom\", \"definition\": \"shout\"}" + more + "}";
    }

    private Godwit host(Workbench bench, PluginFolder plugins) {
        bench.expectAnything();
        return plugins.on(bench.database().dataSource())
                .customTransform(
                        "shout",
                        in -> in.value().isNull()
                                ? null
                                : Literal.of(in.value().text().toUpperCase(Locale.ROOT)))
                .build();
    }

    private Workbench begun(PluginFolder plugins, String tables) {
        Workbench bench = new Workbench(bench().database().another());
        plugins.migration("crm-1", "1.0.0", tables);
        host(bench, plugins).migrate().orThrow();
        return bench;
    }

    private static String people(String more) {
        return """
                {"id": "move", "transform": {"source": "person", "target": "contact", "batchSize": 4, "mapping": [
                  {"source": "id", "target": "id"}, {"source": "name", "target": "name"}, %s]%s}}""".formatted(custom("mail", "mail", ""), more);
    }

    @ParameterizedTest
    @CsvSource({"fail", "skip"})
    default void rowThatTheTargetRefusesIsNamedOrLeftOut(String onError) {
        try (PluginFolder plugins = PluginFolder.create()) {
            Workbench bench = begun(plugins, TransformContract.TABLES);
            bench.execute("INSERT INTO contact (id, name) VALUES (5, 'there')");
            plugins.migration("crm-2", "1.1.0", people(", \"onError\": \"" + onError + "\""));
            Godwit godwit = host(bench, plugins);
            if (onError.equals("fail")) {
                assertThatThrownBy(() -> godwit.migrate().orThrow())
                        .hasMessageContaining("row [3]: field 'name': 'cleopatra' has 9 characters");
                plugins.migration("crm-2", "1.1.0", people(", \"filter\": \"id <> 3\""));
                assertThatThrownBy(() -> godwit.migrate().orThrow())
                        .isInstanceOf(GodwitException.class)
                        .hasMessageContaining("row [5] of the source");
                assertThat(bench.rows("select id, name from contact")).containsExactly("5, there");
                return;
            }
            Report report = godwit.migrate().orThrow();
            assertThat(bench.rows("select id, name, mail from contact order by id"))
                    .containsExactly("1, ada, A@X", "2, bob, B@X", "5, there, NULL", "8, eve, E@X", "9, fay, F@X");
            assertThat(bench.rows("select number, source_key from godwit_rejected order by number"))
                    .containsExactly("1, [3]", "2, [5]");
            assertThat(bench.rows("select source_row from godwit_rejected where number = 1")
                            .get(0))
                    .contains("\"name\":\"cleopatra\"")
                    .contains("\"mail\":\"c@x\"");
            assertThat(report.moved().get(0).read()).isEqualTo(6);
            assertThat(report.moved().get(0).written()).isEqualTo(4);
            godwit.rollback("crm", RollbackTarget.steps(1)).orThrow();
            assertThat(bench.rows("select id from contact")).containsExactly("5");
        }
    }

    @ParameterizedTest
    @CsvSource({"fail", "skip"})
    default void whatIsMissingIsRequiredOrGivenAnother(String onError) {
        try (PluginFolder plugins = PluginFolder.create()) {
            Workbench bench = begun(plugins, TransformContract.TABLES);
            String mapping = """
                    {"id": "move", "transform": {"source": "person", "target": "contact", "batchSize": 4, "onError": "%s", "mapping": [
                      {"source": "id", "target": "id"}, {"source": "dept", "target": "points", "required": true},
                      %s, {"target": "title", "defaultValue": "none"}]}}""".formatted(onError, custom("name", "grade", ", \"defaultValue\": \"?\""));
            plugins.migration("crm-2", "1.1.0", mapping);
            bench.execute("UPDATE person SET name = NULL WHERE id = 2");
            Godwit godwit = host(bench, plugins);
            if (onError.equals("fail")) {
                assertThatThrownBy(() -> godwit.migrate().orThrow())
                        .hasMessageContaining("row [5]: points is required and NULL");
                assertThat(bench.rows("select id from contact")).isEmpty();
                return;
            }
            godwit.migrate().orThrow();
            assertThat(bench.rows("select id, points, grade, title from contact order by id"))
                    .containsExactly(
                            "1, 10, ADA, none",
                            "2, 20, ?, none",
                            "3, 30, CLEOPATRA, none",
                            "8, 10, EVE, none",
                            "9, 20, FAY, none");
            assertThat(bench.rows("select source_key, reason from godwit_rejected"))
                    .containsExactly("[5], points is required and NULL");
        }
    }

    @Test
    default void valuesOfEveryTypeAreTakenAsTheyAre() {
        String table = """
                {"createTable": {"table": "%s", "columns": [{"name": "id", "type": "integer", "primaryKey": true}, {"name": "b", "type": "boolean"},
                  {"name": "s", "type": "smallint"}, {"name": "n", "type": "bigint"}, {"name": "d", "type": "decimal(20,6)"}, {"name": "x", "type": "double"},
                  {"name": "r", "type": "real"}, {"name": "y", "type": "bytes"}, {"name": "u", "type": "uuid"}, {"name": "dt", "type": "date"},
                  {"name": "tm", "type": "time"}, {"name": "ts", "type": "timestamp"}, {"name": "tz", "type": "timestamptz"}, {"name": "v", "type": "varchar(40)"},
                  {"name": "j", "type": "json"}, {"name": "w", "type": "text"}]}}""";
        List<String> names = List.of("b", "s", "n", "d", "x", "r", "y", "u", "dt", "tm", "ts", "tz", "v");
        try (PluginFolder plugins = PluginFolder.create()) {
            Workbench bench = begun(plugins, """
                    {"id": "tables", "operations": [%s, %s, {"insertRows": {"table": "one", "rows": [{"id": 1, "w": ""},
                      {"id": 2, "b": true, "s": -32768, "n": -9223372036854775808, "d": -12345678901234.567891, "x": 0.1, "r": 1.5,
                       "u": "8a000000-0000-4000-8000-000000000003", "dt": "0001-01-01", "tm": "23:59:59.999999", "ts": "1582-10-15 00:00:00.000001",
                       "tz": "2024-02-29T23:59:59.123456Z", "v": "a\\t\\\\N\\n'😀", "j": {"a": [1, null, "é"]}, "w": "x"},
                      {"id": 3, "b": false, "s": 32767, "n": 9223372036854775807, "d": 0, "x": -1e300, "dt": "9999-12-31",
                       "ts": "9999-12-31 23:59:59", "v": "", "j": [], "w": "y"}]}}]},
                    {"id": "bytes", "dependencies": ["tables"], "operations": [{"updateRows": {"table": "one", "where": "id = 2",
                      "set": {"y": {"expression": "decode('00ff5c0a27', 'hex')"}}}}]}""".formatted(table.formatted("one"), table.formatted("two")));
            String all = names.stream()
                    .map(name -> "{\"source\": \"%1$s\", \"target\": \"%1$s\"}".formatted(name))
                    .collect(Collectors.joining(", "));
            plugins.migration(
                    "crm-2",
                    "1.1.0",
                    "{\"id\": \"move\", \"transform\": {\"source\": \"one\", \"target\": \"two\", \"mapping\": [{\"source\": \"id\", \"target\": \"id\"}, "
                            + "{\"source\": \"j\", \"target\": \"j\"}, " + all + ", " + custom("w", "w", "") + "]}}");
            host(bench, plugins).migrate().orThrow();
            String equal = names.stream()
                    .map(name -> "(one.%1$s = two.%1$s or (one.%1$s is null and two.%1$s is null))".formatted(name))
                    .collect(Collectors.joining(" and "));
            assertThat(bench.rows("select two.id, two.w from one join two on one.id = two.id where " + equal
                            + " order by two.id"))
                    .containsExactly("1, ", "2, X", "3, Y");
            assertThat(bench.rows("select j from two order by id"))
                    .isEqualTo(bench.rows("select j from one order by id"))
                    .contains("NULL");
        }
    }

    @ParameterizedTest
    @CsvSource({"bigint, fail", "bigint, skip", "varchar(20), fail", "varchar(20), skip"})
    default void keysWithGapsAndOfTextAreMovedInBatches(String type, String onError) {
        List<Integer> keys = IntStream.rangeClosed(1, 60)
                .filter(key -> key % 7 != 3 && key != 40)
                .boxed()
                .toList();
        boolean text = !type.equals("bigint");
        String rows = keys.stream()
                .map(key -> "{\"id\": %s, \"word\": \"w%d\"}".formatted(text ? "\"k" + key + "\"" : "" + key, key))
                .collect(Collectors.joining(", "));
        String columns =
                "\"columns\": [{\"name\": \"id\", \"type\": \"%s\", \"primaryKey\": true}, {\"name\": \"word\", \"type\": \"text\"}]"
                        .formatted(type);
        try (PluginFolder plugins = PluginFolder.create()) {
            Workbench bench = begun(
                    plugins,
                    "{\"id\": \"tables\", \"operations\": [{\"createTable\": {\"table\": \"old\", " + columns
                            + "}}, {\"createTable\": {\"table\": \"fresh\", " + columns
                            + "}}, {\"insertRows\": {\"table\": \"old\", \"rows\": [" + rows + "]}}]}");
            plugins.migration("crm-2", "1.1.0", """
                    {"id": "move", "transform": {"source": "old", "target": "fresh", "batchSize": 4, "onError": "%s", "filter": "word <> 'w11'", "mapping": [
                      {"source": "id", "target": "id"}, %s]}}""".formatted(onError, custom("word", "word", "")));
            Godwit godwit = host(bench, plugins);
            Report report = godwit.migrate().orThrow();
            List<String> expected =
                    keys.stream().filter(key -> key != 11).map(key -> "W" + key).toList();
            assertThat(bench.rows("select word from fresh")).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(report.moved().get(0).read()).isEqualTo(expected.size());
            bench.execute("INSERT INTO fresh (id, word) VALUES (" + (text ? "'own'" : "40") + ", 'own')");
            godwit.rollback("crm", RollbackTarget.steps(1)).orThrow();
            assertThat(bench.rows("select word from fresh")).containsExactly("own");
            assertThat(bench.rows("select count(*) from old")).containsExactly("" + keys.size());
        }
    }

    /** Days and moments are read otherwise than by the driver on some engines, a page after the other. */
    @Test
    default void pagesOfDaysAndMomentsMissNoRow() {
        List<Integer> keys = IntStream.rangeClosed(-200, 300)
                .filter(key -> key % 7 != 3 && (key < 20 || key > 90))
                .boxed()
                .toList();
        String rows = keys.stream()
                .map(key ->
                        "{\"id\": %d, \"word\": \"w%d\", \"day\": \"2024-02-%02d\", \"at\": \"2024-02-29T23:59:%02d.000001Z\"}"
                                .formatted(key, key, 1 + Math.abs(key) % 29, Math.abs(key) % 60))
                .collect(Collectors.joining(", "));
        String columns =
                "\"columns\": [{\"name\": \"id\", \"type\": \"bigint\", \"primaryKey\": true}, {\"name\": \"word\", \"type\": \"text\"},"
                        + " {\"name\": \"day\", \"type\": \"date\"}, {\"name\": \"at\", \"type\": \"timestamptz\"}]";
        try (PluginFolder plugins = PluginFolder.create()) {
            Workbench bench = begun(
                    plugins,
                    "{\"id\": \"tables\", \"operations\": [{\"createTable\": {\"table\": \"old\", " + columns
                            + "}}, {\"createTable\": {\"table\": \"fresh\", " + columns
                            + "}}, {\"insertRows\": {\"table\": \"old\", \"rows\": [" + rows + "]}}]}");
            plugins.migration("crm-2", "1.1.0", """
                    {"id": "move", "transform": {"source": "old", "target": "fresh", "filter": "id <> 5", "mapping": [
                      {"source": "id", "target": "id"}, {"source": "day", "target": "day"}, {"source": "at", "target": "at"}, %s]}}""".formatted(custom("word", "word", "")));
            Report report = host(bench, plugins).migrate().orThrow();
            int moved = keys.size() - 1;
            assertThat(report.moved().get(0).read()).isEqualTo(moved);
            assertThat(bench.rows(
                            "select count(*) from fresh join old on fresh.id = old.id and fresh.day = old.day and fresh.at = old.at"
                                    + " and fresh.word = upper(old.word)"))
                    .containsExactly(Integer.toString(moved));
        }
    }

    /** More than wait anywhere: rows, their keys and those that are left out meet on one connection. */
    @Test
    default void rowsAreWrittenWhileOthersAreMade() {
        int count = 12_000;
        String columns =
                "\"columns\": [{\"name\": \"id\", \"type\": \"varchar(20)\", \"primaryKey\": true}, {\"name\": \"n\", \"type\": \"integer\"}, {\"name\": \"word\", \"type\": \"varchar(9)\"}]";
        String lines = IntStream.rangeClosed(1, count)
                .mapToObj(row -> "{\"id\": \"k%d\", \"n\": %s, \"word\": \"w%d\"}"
                        .formatted(row, row % 50 == 0 ? "\"no number\"" : "" + row, row))
                .collect(Collectors.joining("\n"));
        try (PluginFolder plugins = PluginFolder.create()) {
            plugins.file("data/old.jsonl", lines);
            Workbench bench = begun(
                    plugins,
                    "{\"id\": \"tables\", \"operations\": [{\"createTable\": {\"table\": \"old\", " + columns
                            + "}}, {\"createTable\": {\"table\": \"fresh\", " + columns + "}}]}");
            String ids = "{\"source\": \"id\", \"target\": \"id\"}, {\"source\": \"n\", \"target\": \"n\"}, ";
            plugins.migration("crm-2", "1.1.0", """
                    {"id": "load", "transform": {"source": {"file": "data/old.jsonl"}, "target": "old", "onError": "skip", "mapping": [
                      %s{"source": "word", "target": "word"}]}},
                    {"id": "move", "dependencies": ["load"], "transform": {"source": "old", "target": "fresh", "onError": "skip", "batchSize": 11000,
                      "mapping": [%s{"source": "n", "target": "word", "transform": {"type": "custom", "definition": "odd"}}]}}""".formatted(ids, ids));
            bench.expectAnything();
            Godwit godwit = plugins.on(bench.database().dataSource())
                    .customTransform(
                            "odd",
                            in -> Literal.of((Integer.parseInt(in.value().text()) % 60 == 1 ? "far too long " : "odd ")
                                    + in.value().text()))
                    .build();
            Report report = godwit.migrate().orThrow();
            int loaded = count - count / 50;
            int refused = (int) IntStream.rangeClosed(1, count)
                    .filter(row -> row % 50 != 0 && row % 60 == 1)
                    .count();
            assertThat(report.moved().get(0).rejected()).isEqualTo(count / 50);
            assertThat(report.moved().get(1).rejected()).isEqualTo(refused);
            assertThat(bench.rows("select count(*), min(n), max(n) from old")).containsExactly(loaded + ", 1, 11999");
            assertThat(bench.rows("select count(*), count(distinct word) from fresh"))
                    .containsExactly((loaded - refused) + ", " + (loaded - refused));
            assertThat(bench.rows("select step_id, count(*) from godwit_rejected group by step_id order by step_id"))
                    .containsExactly("load, " + count / 50, "move, " + refused);
            bench.execute("INSERT INTO fresh (id, n, word) VALUES ('own', 0, 'own')");
            godwit.rollback("crm", RollbackTarget.steps(1)).orThrow();
            assertThat(bench.rows("select word from fresh")).containsExactly("own");
            assertThat(bench.rows("select count(*) from old")).containsExactly("0");
        }
    }
}
