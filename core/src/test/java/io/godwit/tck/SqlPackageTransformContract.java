package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.Godwit;
import io.godwit.changelog.SqlPackageOptions;
import io.godwit.plan.RollbackTarget;
import io.godwit.plan.UpgradeTarget;
import io.godwit.tck.harness.NativeClient;
import io.godwit.tck.harness.PluginFolder;
import io.godwit.tck.harness.RowFiles;
import io.godwit.tck.harness.ScriptFile;
import io.godwit.tck.harness.Workbench;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Transforms in one SQL file: the rows that a run would have moved, and the same way back. */
public interface SqlPackageTransformContract extends EngineContract {

    String TABLES = """
            {"id": "tables", "operations": [
              {"createTable": {"table": "person", "columns": [{"name": "id", "type": "bigint", "primaryKey": true},
                {"name": "name", "type": "varchar(60)"}, {"name": "dept", "type": "integer"}, {"name": "mail", "type": "varchar(60)"}]}},
              {"createTable": {"table": "contact", "columns": [{"name": "id", "type": "bigint", "primaryKey": true},
                {"name": "name", "type": "varchar(60)"}, {"name": "unit", "type": "varchar(20)"}, {"name": "mail", "type": "varchar(60)"}]}},
              {"insertRows": {"table": "person", "rows": [{"id": 1, "name": "ada", "dept": 10, "mail": "Ada@X"},
                {"id": 2, "name": "bob", "dept": 20, "mail": "B@x"}, {"id": 3, "name": "Zoë 😀 O'Neil", "dept": 99, "mail": "z@x"},
                {"id": 7, "name": "gone", "dept": null, "mail": "g@x"}]}}]}""";

    String MOVE = """
            {"id": "before", "operations": [{"addColumn": {"table": "contact", "column": {"name": "full_name", "type": "text"}}}]},
            {"id": "move", "dependencies": ["before"], "transform": {"source": "person", "target": "contact", "mapping": [
               {"source": "id", "target": "id"},
               {"source": "name", "target": "name", "transform": {"type": "function", "definition": "upper"}},
               {"target": "full_name", "transform": {"type": "expression", "definition": "name || ' <' || mail || '>'"}},
               {"source": "dept", "target": "unit", "transform": {"type": "lookup", "definition": {"10": "Sales", "20": "Support"}},
                "defaultValue": "Other"},
               {"source": "mail", "target": "mail", "required": true, "transform": {"type": "function", "definition": "lower"}}],
               "filter": "id <> 7",
               "validation": [{"field": "mail", "rule": "mail LIKE '%%@%%'", "message": "bad address"}]%s},
             "postValidation": {"sql": "select count(*) from contact", "expect": 3}},
            {"id": "tidy", "dependencies": ["move"], "transform": {"source": "person", "target": "person", "mapping": [
               {"source": "name", "target": "name", "transform": {"type": "function", "definition": "upper"}}]}}""";

    String MOVED = "select id, name, unit, mail, full_name from contact order by id";

    private static SqlPackageOptions options() {
        return new SqlPackageOptions("packer", Instant.parse("2024-02-29T12:00:00Z"), false);
    }

    private static PluginFolder plugins(String more) {
        return PluginFolder.create()
                .migration("crm-1", "1.0.0", TABLES)
                .document(
                        "crm",
                        "crm-2",
                        "1.1.0",
                        "\"steps\": {\"up\": [" + MOVE.formatted(more)
                                + "], \"down\": [{\"id\": \"back\", \"operations\": ["
                                + "{\"deleteRows\": {\"table\": \"contact\", \"where\": \"id < 4\"}}, {\"dropColumn\": {\"table\": \"contact\", \"column\": \"full_name\"}}]}]}");
    }

    private void pack(PluginFolder plugins, Path output) {
        Godwit.offline(dialect().engine() + ":" + dialect().version())
                .plugins(plugins.source())
                .packageSql(options(), output);
    }

    /** By the engine's own client, where this machine has one. */
    private boolean ran(Path script) {
        NativeClient client = bench().database().client().orElse(null);
        if (client != null) {
            return client.run(script).code() == 0;
        }
        try {
            new ScriptFile(script).run(bench().database());
            return true;
        } catch (SQLException refused) {
            return false;
        }
    }

    private List<String> movedByARun(PluginFolder plugins) {
        try (Workbench other = new Workbench(bench().database().another())) {
            plugins.on(other.database().dataSource()).build().migrate();
            return other.rows(MOVED);
        }
    }

    @Test
    default void aScriptMovesTheRowsThatARunMoves() {
        try (PluginFolder plugins = plugins("");
                RowFiles files = RowFiles.create()) {
            pack(plugins, files.at("crm.sql"));
            assertThat(ran(files.at("crm.sql"))).isTrue();
            Godwit godwit = on(plugins).build();
            assertThat(godwit.planAll().isEmpty()).isTrue();
            assertThat(godwit.verifyAudit().damages()).isEmpty();
            assertThat(rows(MOVED))
                    .isEqualTo(movedByARun(plugins))
                    .containsExactly(
                            "1, ADA, Sales, ada@x, ada <Ada@X>",
                            "2, BOB, Support, b@x, bob <B@x>",
                            "3, ZOË 😀 O'NEIL, Other, z@x, Zoë 😀 O'Neil <z@x>");
            assertThat(rows("select name from person where id = 7")).containsExactly("GONE");
            assertThat(ran(files.at("crm.sql.rollback.sql"))).isTrue();
            assertThat(godwit.verifyAudit().damages()).isEmpty();
            assertThat(godwit.status().plugins().get(0).applied()).isEmpty();
            assertThat(godwit.migrate().applied()).containsExactly("crm-1", "crm-2");
        }
    }

    @Test
    default void rowsThatAScriptMovedAreTakenOutAgainAndNoOthers() {
        try (PluginFolder plugins = PluginFolder.create()
                        .migration("crm-1", "1.0.0", TABLES)
                        .migration("crm-2", "1.1.0", """
                                {"id": "move", "transform": {"source": "person", "target": "contact", "mapping": [
                                  {"source": "id", "target": "id"}, {"source": "name", "target": "name"}], "onConflict": "skip"}}""");
                RowFiles files = RowFiles.create()) {
            for (boolean byScript : List.of(false, true)) {
                Godwit godwit = on(plugins).build();
                godwit.migrate(UpgradeTarget.ALL);
                godwit.rollback("crm", RollbackTarget.steps(1)).orThrow();
                bench().execute("insert into contact (id, name) values (2, 'own')");
                godwit.sqlPackages().write(UpgradeTarget.ALL, options(), files.at("next.sql"));
                assertThat(ran(files.at("next.sql"))).isTrue();
                assertThat(godwit.verifyAudit().damages()).isEmpty();
                assertThat(rows("select id, name from contact order by id"))
                        .containsExactly("1, ada", "2, own", "3, Zoë 😀 O'Neil", "7, gone");
                bench().execute("insert into contact (id, name) values (5, 'late')");
                if (byScript) {
                    assertThat(ran(files.at("next.sql.rollback.sql"))).isTrue();
                } else {
                    godwit.rollback("crm", RollbackTarget.steps(1)).orThrow();
                }
                assertThat(godwit.verifyAudit().damages()).isEmpty();
                assertThat(rows("select id, name from contact order by id")).containsExactly("2, own", "5, late");
                bench().execute("delete from contact where id in (2, 5)");
            }
        }
    }

    @Test
    default void rowThatARunWouldLeaveOutStopsTheScript() {
        try (PluginFolder plugins = plugins(", \"onError\": \"skip\"");
                RowFiles files = RowFiles.create()) {
            on(plugins).build().migrate(UpgradeTarget.ALL);
            on(plugins).build().rollback("crm", RollbackTarget.steps(1)).orThrow();
            bench().execute("update person set mail = 'nowhere' where id = 2");
            Godwit godwit = on(plugins).build();
            godwit.sqlPackages().write(UpgradeTarget.ALL, options(), files.at("next.sql"));
            assertThat(new ScriptFile(files.at("next.sql")).text()).contains("onError: skip");
            assertThat(ran(files.at("next.sql"))).isFalse();
            assertThat(rows("select count(*) from contact")).containsExactly("0");
            bench().execute("update person set mail = 'b@x' where id = 2");
            assertThat(on(plugins).build().migrate().applied()).containsExactly("crm-2");
            assertThat(rows("select count(*) from contact")).containsExactly("3");
            assertThat(on(plugins).build().verifyAudit().damages()).isEmpty();
        }
    }
}
