package io.godwit.benchmarks.fault;

import io.godwit.tck.harness.PluginFolder;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Two plugins whose every effect can be counted: a step that ran twice, or not at all, leaves another number. */
final class FaultPlugins {

    private static final String BEGIN = """
            {"id": "tables", "operations": [
              {"createTable": {"table": "tally", "columns": [
                {"name": "id", "type": "integer", "primaryKey": true}, {"name": "n", "type": "integer", "nullable": false}]}},
              {"createTable": {"table": "note", "columns": [{"name": "words", "type": "varchar(40)"}]}},
              {"createTable": {"table": "city", "columns": [
                {"name": "id", "type": "bigint", "primaryKey": true},
                {"name": "name", "type": "varchar(100)", "nullable": false}]}}]},
            {"id": "rows", "dependencies": ["tables"], "operations": [
              {"insertRows": {"table": "tally", "rows": [{"id": 1, "n": 0}, {"id": 2, "n": 0}]}},
              {"insertRows": {"table": "city", "rows": [{"id": 0, "name": "Oslo"}, {"id": 1, "name": "Graz"},
                {"id": 2, "name": "Ulm"}, {"id": 3, "name": "Zürich"}, {"id": 4, "name": "Bergen"}, {"id": 5, "name": "Linz"},
                {"id": 6, "name": "Genf"}, {"id": 7, "name": "Bern"}, {"id": 8, "name": "Wien"}, {"id": 9, "name": "Rom"}]}}]}""";

    private static final String GROW = """
            "up": [
              {"id": "column", "operations": [
                {"addColumn": {"table": "city", "column": {"name": "visits", "type": "integer", "nullable": false, "default": 0}}},
                {"renameColumn": {"table": "city", "from": "visits", "to": "visitors"}}]},
              {"id": "count", "dependencies": ["column"], "sql": {"universal": "UPDATE tally SET n = n + 1; \
                INSERT INTO note VALUES ('grow'); UPDATE city SET visitors = visitors + 1"}},
              {"id": "index", "dependencies": ["count"], "transactional": false, "operations": [
                {"createIndex": {"table": "city", "columns": ["name"], "concurrently": true}},
                {"updateRows": {"table": "tally", "set": {"n": {"expression": "n + 1"}}}}]}],
            "down": [
              {"id": "less", "sql": {"universal": "DELETE FROM note WHERE words = 'grow'; UPDATE tally SET n = n - 2"}},
              {"id": "no-index", "dependencies": ["less"], "transactional": false, "operations": [
                {"dropIndex": {"table": "city", "name": "ix_city_name", "concurrently": true}}]},
              {"id": "no-column", "dependencies": ["no-index"], "operations": [
                {"dropColumn": {"table": "city", "column": "visitors"}}]}]""";

    private static final String RENAME = """
            "up": [
              {"id": "lake", "operations": [
                {"createTable": {"table": "water", "columns": [{"name": "id", "type": "integer", "primaryKey": true},
                  {"name": "deep", "type": "integer"}]}},
                {"insertRows": {"table": "water", "rows": [{"id": 1, "deep": 10}, {"id": 2, "deep": 20}]}},
                {"renameTable": {"from": "water", "to": "lake"}},
                {"createView": {"name": "deep_lake", "query": "SELECT id, deep FROM lake WHERE deep > 5"}}]},
              {"id": "maybe", "dependencies": ["lake"], "skipOnError": true, "operations": [
                {"insertRows": {"table": "lake", "rows": [{"id": 1, "deep": 30}]}}]},
              {"id": "luck", "dependencies": ["lake"], "skipOnError": true, "operations": [
                {"updateRows": {"table": "tally", "set": {"n": {"expression": "n + 1"}}}}]},
              {"id": "count", "dependencies": ["luck"], "sql": {"universal": "UPDATE tally SET n = n + 1; \
                ALTER TABLE lake ADD COLUMN wide integer; INSERT INTO note VALUES ('rename')"}}],
            "down": [
              {"id": "less", "sql": {"universal": "UPDATE tally SET n = n - 2; DELETE FROM note WHERE words = 'rename'"}},
              {"id": "gone", "dependencies": ["less"], "operations": [
                {"dropView": {"name": "deep_lake"}}, {"dropTable": {"table": "lake"}}]}]""";

    private static final String FILL = """
            "up": [
              {"id": "many", "operations": [{"createTable": {"table": "many", "columns": [
                {"name": "id", "type": "integer", "nullable": false}, {"name": "twice", "type": "integer"}]}}]},
              {"id": "fill", "dependencies": ["many"], "sql": {"universal": "INSERT INTO many SELECT \
                a.id + 10 * b.id + 100 * c.id + 1000 * d.id, 0 FROM city a, city b, city c, city d; \
                UPDATE many SET twice = twice + 2 * id; UPDATE tally SET n = n + 1"}},
              {"id": "key", "dependencies": ["fill"], "operations": [
                {"addPrimaryKey": {"table": "many", "columns": ["id"]}},
                {"createIndex": {"table": "many", "columns": ["twice"]}},
                {"changeType": {"table": "many", "column": "twice", "type": "bigint"}}]},
              {"id": "copy", "dependencies": ["key"], "sql": {
                "mysql": "CREATE TABLE few AS SELECT id FROM many WHERE id < 10",
                "mariadb": "CREATE TABLE few AS SELECT id FROM many WHERE id < 10",
                "universal": "CREATE TABLE few (id integer NOT NULL); INSERT INTO few SELECT id FROM many WHERE id < 10"}}],
            "down": [
              {"id": "less", "sql": {"universal": "UPDATE tally SET n = n - 1"}},
              {"id": "none", "dependencies": ["less"], "operations": [
                {"dropTable": {"table": "few"}}, {"dropTable": {"table": "many"}}]}]""";

    private static final String BROKEN = """
            {"id": "grown", "operations": [
              {"addColumn": {"table": "city", "column": {"name": "visits", "type": "integer", "nullable": false, "default": 0}}},
              {"renameColumn": {"table": "city", "from": "visits", "to": "visitors"}},
              {"createTable": {"table": "lake", "columns": [{"name": "id", "type": "integer", "primaryKey": true}]}},
              {"insertRows": {"table": "lake", "rows": [{"id": 1}, {"id": 2}]}},
              {"createIndex": {"table": "city", "columns": ["name"]}}]},
            {"id": "outside", "dependencies": ["grown"], "transactional": false, "operations": [
              {"createIndex": {"table": "city", "columns": ["visitors"], "concurrently": true}},
              {"insertRows": {"table": "lake", "rows": [{"id": 3}]}}]},
            {"id": "broken", "dependencies": ["outside"], "operations": [
              {"insertRows": {"table": "city", "rows": [{"id": 1, "name": "again"}]}}]}""";

    private static final String SOURCE = """
            , {"id": "many", "dependencies": ["rows"], "operations": [
              {"createTable": {"table": "many", "columns": [
                {"name": "id", "type": "integer", "primaryKey": true}, {"name": "word", "type": "varchar(20)"}]}},
              {"createTable": {"table": "moved", "columns": [
                {"name": "id", "type": "integer", "primaryKey": true}, {"name": "word", "type": "text"},
                {"name": "times", "type": "integer", "nullable": false, "default": 0}]}},
              {"createTable": {"table": "told", "columns": [
                {"name": "id", "type": "integer", "primaryKey": true}, {"name": "word", "type": "text"}]}}]},
            {"id": "fill", "dependencies": ["many"], "sql": {"universal": "INSERT INTO many SELECT \
              a.id + 10 * b.id + 100 * c.id, CASE WHEN mod(a.id + b.id, 10) = 7 THEN NULL ELSE d.name END \
              FROM city a, city b, city c, city d WHERE d.id = a.id"}}""";

    private static final String MOVE = """
            {"id": "move", "transform": {"source": "many", "target": "moved", "batchSize": 50, "onError": "skip", "mapping": [
              {"source": "id", "target": "id"}, {"source": "word", "target": "word", "required": true,
                "transform": {"type": "function", "definition": "upper"}}]}},
            {"id": "twice", "dependencies": ["move"], "transform": {"source": "moved", "target": "moved", "batchSize": 70, "mapping": [
              {"target": "times", "transform": {"type": "expression", "definition": "times + 1"}}]}},
            {"id": "tell", "dependencies": ["twice"], "transform": {"source": {"file": "data/told.csv"}, "target": "told",
              "batchSize": 40, "mapping": [{"source": "id", "target": "id"}, {"source": "word", "target": "word"}]}},
            {"id": "count", "dependencies": ["tell"], "sql": {"universal": "UPDATE tally SET n = n + 1"}}""";

    private FaultPlugins() {}

    /** The last migration moves rows, batch by batch. */
    static PluginFolder moving() {
        String rows = IntStream.range(0, 500)
                .mapToObj(row -> row + ",word " + row + "\n")
                .collect(Collectors.joining());
        return PluginFolder.create()
                .file("data/told.csv", "id,word\n" + rows)
                .migration("crm-1", "1.0.0", BEGIN + SOURCE)
                .migration("crm-2", "1.1.0", MOVE);
    }

    /** The last migration fails, and is taken back. */
    static PluginFolder broken() {
        return PluginFolder.create().migration("crm-1", "1.0.0", BEGIN).migration("crm-2", "1.1.0", BROKEN);
    }

    static PluginFolder folder() {
        return PluginFolder.create()
                .migration("crm-1", "1.0.0", BEGIN)
                .document("crm", "crm-2", "1.1.0", "\"steps\": {" + GROW + "}")
                .document("crm", "crm-3", "1.2.0", "\"steps\": {" + RENAME + "}")
                .document("shop", "shop-1", "1.0.0", "\"steps\": {" + FILL + "}", "\"dependencies\": [\"crm-3\"]")
                .migration("crm-4", "1.3.0", """
                        {"id": "key", "operations": [
                          {"createTable": {"table": "visit", "columns": [
                            {"name": "id", "type": "integer", "primaryKey": true}, {"name": "city_id", "type": "bigint"}]}},
                          {"addForeignKey": {"table": "visit", "columns": ["city_id"],
                            "references": {"table": "city", "columns": ["id"]}}},
                          {"insertRows": {"table": "visit", "rows": [{"id": 1, "city_id": 3}]}}]}""");
    }
}
