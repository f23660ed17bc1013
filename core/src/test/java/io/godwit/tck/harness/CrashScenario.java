package io.godwit.tck.harness;

import io.godwit.Godwit;
import io.godwit.backup.BackupStore;
import io.godwit.engine.ProgressEvent;
import io.godwit.engine.Report;
import io.godwit.format.PluginSource;
import io.godwit.migration.CustomInput;
import io.godwit.migration.Version;
import io.godwit.plan.RollbackTarget;
import io.godwit.plan.UninstallMode;
import io.godwit.plan.UpgradeTarget;
import io.godwit.schema.Literal;
import java.nio.file.Path;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** A run that is worth killing: what is there before it, and what it does. */
public enum CrashScenario {
    /** Structured operations, rows, universal SQL, validations, a step outside transactions and one that is skipped. */
    APPLIED {
        @Override
        void prepare(Godwit godwit) {
            // on an empty database
        }
    },
    /** A migration that fails in its last step, so that what is done is taken back. */
    TAKEN_BACK {
        @Override
        void write(PluginFolder plugins) {
            super.write(plugins);
            plugins.migration("crm-2", "1.1.0", GROWN + "," + OUTSIDE + "," + BROKEN);
        }
    },
    ROLLED_BACK {
        @Override
        void prepare(Godwit godwit) {
            godwit.migrate(UpgradeTarget.ALL).orThrow();
        }

        @Override
        Report act(Godwit godwit) {
            return godwit.rollback("crm", RollbackTarget.toVersion("1.0.0"));
        }
    },
    ARCHIVED {
        @Override
        void write(PluginFolder plugins) {
            plugins.migration("crm-1", "1.0.0", CITY).migration("crm-2", "1.1.0", GROWN);
        }

        @Override
        void prepare(Godwit godwit) {
            godwit.migrate(UpgradeTarget.ALL).orThrow();
        }

        /** Nothing is left to do once it is gone. */
        @Override
        Report act(Godwit godwit) {
            return godwit.uninstall("crm", UninstallMode.ARCHIVE);
        }
    },
    /** Rows that move in small batches, of which some are left out. */
    MOVED {
        @Override
        void write(PluginFolder plugins) {
            plugins.file(
                            "data/more.csv",
                            "id,name,born\n11,Tony,1934\n12,,1900\n13,Frances,1932\n14,John,x\n15,Niklaus,1934\n")
                    .migration("crm-1", "1.0.0", PEOPLE)
                    .migration("crm-2", "1.1.0", MOVE + "," + DOUBLED + "," + FROM_FILE);
        }
    },
    /** Rows that have moved, in a migration that fails behind them, so that exactly these are taken out again. */
    MOVED_BACK {
        @Override
        void write(PluginFolder plugins) {
            plugins.migration("crm-1", "1.0.0", PEOPLE).migration("crm-2", "1.1.0", MOVE + "," + TWICE);
        }
    },
    /** An index that is made beside its writers, and that IF NOT EXISTS would take for the real one. */
    INDEXED {
        @Override
        void write(PluginFolder plugins) {
            plugins.migration("crm-1", "1.0.0", CITY).migration("crm-2", "1.1.0", """
                    {"id": "index", "transactional": false, "operations": [{"createIndex": {"table": "city",
                      "columns": ["name"], "name": "names", "concurrently": true, "ifNotExists": true}}]}""");
        }
    },
    /** Statements that take a while. */
    SLOW {
        @Override
        void write(PluginFolder plugins) {
            plugins.migration("crm-1", "1.0.0", HUNDRED).migration("crm-2", "1.1.0", MILLION);
        }
    };

    private static final String CITY = """
            {"id": "table", "operations": [{"createTable": {"table": "city", "columns": [
              {"name": "id", "type": "bigint", "primaryKey": true},
              {"name": "name", "type": "varchar(100)", "nullable": false}]}}]},
            {"id": "rows", "dependencies": ["table"], "operations": [
              {"insertRows": {"table": "city", "rows": [{"id": 1, "name": "Zürich"}, {"id": 2, "name": "Graz"}]}}]}""";

    private static final String GROWN = """
            {"id": "grown", "preValidation": "select count(*) = 2 from city", "operations": [
              {"addColumn": {"table": "city", "column": {"name": "visits", "type": "integer", "nullable": false, "default": 0}}},
              {"renameColumn": {"table": "city", "from": "visits", "to": "visitors"}},
              {"createTable": {"table": "lake", "columns": [{"name": "id", "type": "integer", "primaryKey": true}]}},
              {"insertRows": {"table": "lake", "rows": [{"id": 1}]}}],
             "postValidation": "select count(*) = 1 from lake"}""";

    private static final String OUTSIDE = """
            {"id": "outside", "dependencies": ["grown"], "transactional": false, "operations": [
              {"createIndex": {"table": "city", "columns": ["name"], "concurrently": true}},
              {"createIndex": {"table": "lake", "columns": ["id"], "concurrently": true, "name": "lakes"}}]},
            {"id": "beside", "dependencies": ["outside"], "operations": [
              {"createIndex": {"table": "city", "columns": ["visitors"], "concurrently": true}}]}""";

    private static final String UNIVERSAL = """
            {"id": "universal", "dependencies": ["outside"], "sql": {"universal": "INSERT INTO lake VALUES (2); \
            ALTER TABLE lake ADD COLUMN deep integer; UPDATE city SET visitors = visitors + 1"}}""";

    private static final String MAYBE = """
            {"id": "maybe", "dependencies": ["universal"], "skipOnError": true, "operations": [
              {"insertRows": {"table": "city", "rows": [{"id": 1, "name": "again"}]}}]},
            {"id": "needs", "dependencies": ["maybe"], "operations": [
              {"insertRows": {"table": "city", "rows": [{"id": 3, "name": "never"}]}}]}""";

    private static final String BROKEN = """
            {"id": "broken", "dependencies": ["outside"], "operations": [
              {"insertRows": {"table": "city", "rows": [{"id": 1, "name": "again"}]}}]}""";

    private static final String LESS = """
            "down": [{"id": "less", "sql": {"universal": "DELETE FROM lake WHERE id = 2; ALTER TABLE lake DROP COLUMN deep; \
              UPDATE city SET visitors = visitors - 1"}},
             {"id": "least", "dependencies": ["less"], "transactional": false, "operations": [
              {"dropIndex": {"table": "city", "name": "ix_city_name", "concurrently": true}},
              {"dropIndex": {"table": "lake", "name": "lakes"}}]},
             {"id": "lesser", "dependencies": ["least"], "operations": [
              {"dropIndex": {"table": "city", "name": "ix_city_visitors", "concurrently": true}}]},
             {"id": "shrunk", "dependencies": ["lesser"], "operations": [{"dropTable": {"table": "lake"}},
              {"dropColumn": {"table": "city", "column": "visitors"}}]}]""";

    private static final String PEOPLE = """
            {"id": "tables", "operations": [
              {"createTable": {"table": "people", "columns": [{"name": "id", "type": "integer", "primaryKey": true},
                {"name": "name", "type": "text"}, {"name": "born", "type": "integer"}]}},
              {"createTable": {"table": "contact", "columns": [{"name": "id", "type": "integer", "primaryKey": true},
                {"name": "name", "type": "text", "nullable": false}, {"name": "age", "type": "integer"}]}},
              {"insertRows": {"table": "people", "rows": [
                {"id": 1, "name": "Ada", "born": 1815}, {"id": 2, "name": "Alan", "born": 1912}, {"id": 3, "born": 1900},
                {"id": 5, "name": "Edsger", "born": 1930}, {"id": 6, "name": "Grace", "born": 1906},
                {"id": 7, "name": "Ken", "born": 1943}, {"id": 8, "name": "Barbara"}, {"id": 9, "name": "Donald", "born": 1938}]}},
              {"insertRows": {"table": "contact", "rows": [{"id": 4, "name": "Edgar"}]}}]}""";

    private static final String MOVE = """
            {"id": "move", "transform": {"source": "people", "target": "contact", "batchSize": 3, "onError": "skip", "mapping": [
              {"source": "id", "target": "id"},
              {"source": "name", "target": "name", "transform": {"type": "function", "definition": "upper"}, "required": true},
              {"target": "age", "transform": {"type": "expression", "definition": "2000 - born"}}]}}""";

    private static final String DOUBLED = """
            {"id": "doubled", "dependencies": ["move"], "transform": {"source": "contact", "target": "contact", "batchSize": 4, "mapping": [
              {"source": "age", "target": "age", "transform": {"type": "custom", "definition": "twice"}}]}}""";

    private static final String FROM_FILE = """
            {"id": "more", "dependencies": ["doubled"], "transform": {"source": {"file": "data/more.csv"}, "target": "contact",
              "batchSize": 2, "onError": "skip", "mapping": [{"source": "id", "target": "id"},
                {"source": "name", "target": "name", "required": true},
                {"source": "born", "target": "age", "transform": {"type": "custom", "definition": "twice"}}]}},
            {"id": "mapped", "dependencies": ["more"], "transform": {"source": {"file": "data/more.csv"}, "target": "contact",
              "batchSize": 3, "onError": "skip", "filter": "id > 13", "mapping": [
                {"target": "id", "transform": {"type": "expression", "definition": "id + 100"}},
                {"source": "name", "target": "name", "transform": {"type": "function", "definition": "upper"}},
                {"source": "born", "target": "age", "transform": {"type": "custom", "definition": "twice"}}]}}""";

    private static final String TWICE = """
            {"id": "broken", "dependencies": ["move"], "operations": [
              {"insertRows": {"table": "contact", "rows": [{"id": 1, "name": "again"}]}}]}""";

    private static final String HUNDRED = """
            {"id": "table", "operations": [{"createTable": {"table": "ten", "columns": [
              {"name": "id", "type": "integer", "primaryKey": true}]}},
              {"insertRows": {"table": "ten", "rows": [{"id": 0}, {"id": 1}, {"id": 2}, {"id": 3}, {"id": 4}, {"id": 5},
                {"id": 6}, {"id": 7}, {"id": 8}, {"id": 9}]}}]}""";

    private static final String MILLION = """
            {"id": "many", "operations": [{"createTable": {"table": "many", "columns": [
              {"name": "id", "type": "integer", "nullable": false}, {"name": "twice", "type": "integer"}]}}]},
            {"id": "fill", "dependencies": ["many"], "sql": {"universal": "INSERT INTO many SELECT a.id + 10 * b.id + 100 * c.id \
              + 1000 * d.id + 10000 * e.id, 0 FROM ten a, ten b, ten c, ten d, ten e; UPDATE many SET twice = twice + 2 * id"}},
            {"id": "key", "dependencies": ["fill"], "operations": [
              {"addPrimaryKey": {"table": "many", "columns": ["id"]}},
              {"createIndex": {"table": "many", "columns": ["twice"]}},
              {"changeType": {"table": "many", "column": "twice", "type": "bigint"}}]}""";

    void write(PluginFolder plugins) {
        plugins.migration("crm-1", "1.0.0", CITY)
                .document(
                        "crm",
                        "crm-2",
                        "1.1.0",
                        "\"steps\": {\"up\": [" + String.join(",", GROWN, OUTSIDE, UNIVERSAL, MAYBE) + "], " + LESS
                                + "}")
                .migration("crm-3", "1.2.0", """
                        {"id": "note", "operations": [{"addColumn": {"table": "lake", "column": {"name": "note", "type": "text"}}}]}""");
    }

    void prepare(Godwit godwit) {
        godwit.migrate(new UpgradeTarget("crm", Version.parse("1.0.0"))).orThrow();
    }

    Report act(Godwit godwit) {
        return godwit.migrate(UpgradeTarget.ALL);
    }

    /** The run, by whatever connections; what stops it is in the report. */
    public Report run(Path plugins, Path backups, DataSource dataSource, Consumer<ProgressEvent> listener) {
        return act(godwit(plugins, backups, dataSource, listener));
    }

    /** What is there before it. */
    public void begin(Path plugins, Path backups, DataSource dataSource) {
        prepare(godwit(plugins, backups, dataSource, event -> {}));
    }

    /** The plugins that it is about. */
    public PluginFolder folder() {
        PluginFolder plugins = PluginFolder.create();
        write(plugins);
        return plugins;
    }

    private static Godwit godwit(Path plugins, Path backups, DataSource dataSource, Consumer<ProgressEvent> listener) {
        return Godwit.on(dataSource)
                .plugins(PluginSource.directory(plugins))
                .backups(BackupStore.directory(backups))
                .actor("tester")
                .listener(listener::accept)
                .customTransform("twice", CrashScenario::twice)
                .build();
    }

    private static Literal twice(CustomInput input) {
        Literal value = input.value();
        return value.isNull() ? value : Literal.of(2 * Long.parseLong(value.text()));
    }
}
