package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.godwit.Godwit;
import io.godwit.changelog.SqlPackageOptions;
import io.godwit.changelog.SqlPackageReport;
import io.godwit.dialect.Feature;
import io.godwit.engine.Outcome;
import io.godwit.failure.ChangelogRefusedException;
import io.godwit.history.AuditHead;
import io.godwit.plan.RollbackTarget;
import io.godwit.plan.UpgradeTarget;
import io.godwit.tck.harness.LogicalSchema;
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

/** Migrations as one SQL file for the engine's own client: what it leaves is what a run of Godwit leaves. */
public interface SqlPackageContract extends EngineContract {

    String CONTACTS = """
            {"id": "table", "operations": [{"createTable": {"table": "crm.contacts", "columns": [
               {"name": "id", "type": "bigint", "primaryKey": true, "identity": true},
               {"name": "name", "type": "varchar(100)", "nullable": false},
               {"name": "note", "type": "text"}]}},
             {"insertRows": {"table": "crm.contacts", "rows": [
               {"id": 1, "name": "Zürich; 🏔 it's", "note": "a\\\\b -- \\n;\\n$$ //"}, {"id": 2, "name": "O'Neill"}]}}],
             "postValidation": {"sql": "select count(*) from crm.contacts", "expect": 2}}""";

    String VISITS = """
            {"id": "more", "preValidation": "select count(*) > 1 from crm.contacts", "operations": [
               {"addColumn": {"table": "crm.contacts", "column": {"name": "city", "type": "varchar(50)"}}},
               {"createTable": {"table": "crm.visits", "columns": [{"name": "id", "type": "bigint", "primaryKey": true},
                 {"name": "contact", "type": "bigint",
                  "references": {"table": "crm.contacts", "column": "id", "onDelete": "cascade"}}]}},
               {"createIndex": {"table": "crm.contacts", "columns": ["city"], "name": "by_city"}},
               {"createTrigger": {"name": "noted", "table": "crm.visits", "timing": "before", "events": ["update"],
                 "set": {"contact": 1}}}]},
            {"id": "rows", "dependencies": ["more"], "operations": [
               {"updateRows": {"table": "crm.contacts", "set": {"city": "Bern"}, "where": "id = 1"}}]}""";

    String BACK = """
            {"id": "back", "operations": [
               {"dropTrigger": {"name": "noted", "table": "crm.visits"}}, {"dropTable": {"table": "crm.visits"}},
               {"dropIndex": {"table": "crm.contacts", "name": "by_city"}},
               {"dropColumn": {"table": "crm.contacts", "column": "city"}}]}""";

    String INDEX = """
            {"id": "index", "transactional": false, "operations": [
               {"createIndex": {"table": "crm.contacts", "columns": ["name"], "name": "by_name", "concurrently": true}}]}""";

    String ROWS = "select id, name, note, city from crm.contacts order by id";

    /** How a script is run. */
    interface ScriptRunner {

        /** Whether it ran to its end. */
        boolean ran(Path script);
    }

    private static PluginFolder contacts() {
        return PluginFolder.create()
                .migration("crm-1", "1.0.0", CONTACTS)
                .document("crm", "crm-2", "1.1.0", "\"steps\": {\"up\": [" + VISITS + "], \"down\": [" + BACK + "]}");
    }

    private static SqlPackageOptions options() {
        return new SqlPackageOptions("packer", Instant.parse("2024-02-29T12:00:00Z"), false);
    }

    private SqlPackageReport pack(PluginFolder plugins, Path output) {
        return Godwit.offline(dialect().engine() + ":" + dialect().version())
                .plugins(plugins.source())
                .packageSql(options(), output);
    }

    private boolean driverRan(Path script) {
        try {
            new ScriptFile(script).run(bench().database());
            return true;
        } catch (SQLException refused) {
            return false;
        }
    }

    /** The schema and rows after an ordinary run, on a database of its own. */
    private List<String> migrated(PluginFolder plugins) {
        try (Workbench other = new Workbench(bench().database().another())) {
            plugins.on(other.database().dataSource()).build().migrate();
            return LogicalSchema.of(other.introspect(), dialect()).lines();
        }
    }

    private void leavesWhatARunLeaves(ScriptRunner runner) {
        try (PluginFolder plugins = contacts();
                RowFiles files = RowFiles.create()) {
            SqlPackageReport report = pack(plugins, files.at("crm.sql"));
            assertThat(report.migrations()).containsExactly("crm-1", "crm-2");
            assertThat(files.names()).containsExactly("crm.sql", "crm.sql.rollback.sql");
            assertThat(runner.ran(files.at("crm.sql"))).isTrue();

            Godwit godwit = on(plugins).build();
            assertThat(godwit.status().plugins().get(0).applied()).containsExactly("crm-1", "crm-2");
            assertThat(godwit.planAll().isEmpty()).isTrue();
            assertThat(godwit.verifyAudit().damages()).isEmpty();
            assertThat(godwit.migrate().outcome()).isEqualTo(Outcome.NOTHING_TO_DO);
            assertThat(logicalSchema().lines()).isEqualTo(migrated(plugins));
            assertThat(rows(ROWS))
                    .containsExactly("1, Zürich; 🏔 it's, a\\b -- \n;\n$$ //, Bern", "2, O'Neill, NULL, NULL");

            AuditHead head = godwit.audit();
            assertThat(runner.ran(files.at("crm.sql"))).as("once more").isFalse();
            assertThat(godwit.audit()).isEqualTo(head);

            assertThat(godwit.rollback("crm", RollbackTarget.steps(1)).rolledBack())
                    .containsExactly("crm-2");
            assertThat(godwit.verifyAudit().damages()).isEmpty();
            assertThat(runner.ran(files.at("crm.sql.rollback.sql")))
                    .as("the history is further on")
                    .isFalse();
            assertThat(godwit.migrate().applied()).containsExactly("crm-2");
            assertThat(logicalSchema().lines()).isEqualTo(migrated(plugins));
        }
    }

    private void isTakenBack(ScriptRunner runner) {
        try (PluginFolder plugins = contacts();
                RowFiles files = RowFiles.create()) {
            plugins.migration("crm-3", "1.2.0", INDEX);
            List<String> before = logicalSchema().lines();
            pack(plugins, files.at("crm.sql"));
            assertThat(runner.ran(files.at("crm.sql"))).isTrue();
            Godwit godwit = on(plugins).build();
            assertThat(godwit.verifyAudit().damages()).isEmpty();
            assertThat(godwit.planAll().isEmpty()).isTrue();
            assertThat(logicalSchema().lines()).isEqualTo(migrated(plugins));

            assertThat(runner.ran(files.at("crm.sql.rollback.sql"))).isTrue();
            assertThat(godwit.verifyAudit().damages()).isEmpty();
            assertThat(godwit.status().plugins().get(0).applied()).isEmpty();
            assertThat(logicalSchema().lines()).isEqualTo(before);
            assertThat(godwit.history().stream().map(entry -> entry.action() + " " + entry.migrationId()))
                    .containsExactly(
                            "apply crm-1",
                            "apply crm-2",
                            "apply crm-3",
                            "rollback crm-3",
                            "rollback crm-2",
                            "rollback crm-1");
            assertThat(godwit.migrate().applied()).containsExactly("crm-1", "crm-2", "crm-3");
            assertThat(godwit.verifyAudit().damages()).isEmpty();
        }
    }

    @Test
    default void aScriptLeavesWhatARunLeaves() {
        leavesWhatARunLeaves(this::driverRan);
    }

    @Test
    default void aScriptIsTakenBackByItsOther() {
        isTakenBack(this::driverRan);
    }

    /** By the driver once more where this machine has no client. */
    @Test
    default void theEnginesOwnClientRunsScripts() {
        NativeClient client = bench().database().client().orElse(null);
        leavesWhatARunLeaves(
                client == null ? this::driverRan : script -> client.run(script).code() == 0);
    }

    @Test
    default void theEnginesOwnClientTakesScriptsBack() {
        NativeClient client = bench().database().client().orElse(null);
        isTakenBack(
                client == null
                        ? this::driverRan
                        : script -> {
                            NativeClient.Answer answer = client.run(script);
                            assertThat(answer.code()).as(answer.said()).isZero();
                            return true;
                        });
    }

    @Test
    default void whatIsPendingOnADatabaseBecomesAScriptForItAlone() {
        try (PluginFolder plugins = PluginFolder.create().migration("crm-1", "1.0.0", CONTACTS);
                PluginFolder other = PluginFolder.create();
                RowFiles files = RowFiles.create()) {
            on(plugins).build().migrate();
            plugins.document(
                    "crm", "crm-2", "1.1.0", "\"steps\": {\"up\": [" + VISITS + "], \"down\": [" + BACK + "]}");
            Godwit godwit = on(plugins).build();
            SqlPackageReport report = godwit.sqlPackages().write(UpgradeTarget.ALL, options(), files.at("next.sql"));
            assertThat(report.migrations()).containsExactly("crm-2");
            assertThat(godwit.status().plugins().get(0).pending())
                    .as("it only reads")
                    .containsExactly("crm-2");

            other.document("other", "other-1", "1.0.0", "\"steps\": {\"up\": [" + TABLE_OF_ANOTHER + "]}");
            on(other).build().migrate();
            assertThat(driverRan(files.at("next.sql")))
                    .as("the history moved on")
                    .isFalse();
            assertThat(godwit.status().plugins().get(0).pending()).containsExactly("crm-2");
            godwit.sqlPackages().write(UpgradeTarget.ALL, options(), files.at("next.sql"));
            assertThat(driverRan(files.at("next.sql"))).isTrue();
            assertThat(godwit.planAll().isEmpty()).isTrue();
            assertThat(godwit.verifyAudit().damages()).isEmpty();
            assertThat(driverRan(files.at("next.sql.rollback.sql"))).isTrue();
            assertThat(godwit.status().plugins().get(0).pending()).containsExactly("crm-2");
            assertThat(godwit.verifyAudit().damages()).isEmpty();

            assertThatThrownBy(() ->
                            on(other).build().sqlPackages().write(UpgradeTarget.ALL, options(), files.at("none.sql")))
                    .isInstanceOf(ChangelogRefusedException.class)
                    .hasMessageContaining("nothing to do");
            assertThat(files.names()).doesNotContain("none.sql");
        }
    }

    String TABLE_OF_ANOTHER =
            "{\"id\": \"t\", \"operations\": [{\"createTable\": {\"table\": \"other\", \"columns\": [{\"name\": \"a\","
                    + " \"type\": \"integer\"}]}}]}";

    /** One transaction leaves nothing; elsewhere Godwit knows how far it came. */
    @Test
    default void aScriptThatStopsHalfWayLosesNothing() {
        try (PluginFolder plugins = contacts();
                RowFiles files = RowFiles.create()) {
            plugins.migration("crm-3", "1.2.0", """
                    {"id": "two", "operations": [
                      {"createTable": {"table": "first", "columns": [{"name": "a", "type": "integer"}]}},
                      {"createTable": {"table": "obstacle", "columns": [{"name": "a", "type": "integer"}]}},
                      {"createTable": {"table": "last", "columns": [{"name": "a", "type": "integer"}]}}]}""");
            pack(plugins, files.at("crm.sql"));
            apply(createTable("obstacle", column("b", integer())));
            assertThat(driverRan(files.at("crm.sql"))).isFalse();
            bench().execute("DROP TABLE " + dialect().syntax().table(named("obstacle")));
            Godwit godwit = on(plugins).build();
            whenSupported(
                    Feature.TRANSACTIONAL_DDL,
                    () -> assertThat(godwit.history()).isEmpty(),
                    () -> assertThat(godwit.history()).hasSize(2));
            assertThat(godwit.migrate().applied()).contains("crm-3");
            assertThat(godwit.verifyAudit().damages()).isEmpty();
            assertThat(logicalSchema().lines()).isEqualTo(migrated(plugins));
            assertThat(rows(ROWS)).hasSize(2);
        }
    }

    @Test
    default void aValidationStopsAScript() {
        try (PluginFolder plugins = PluginFolder.create()
                        .migration("crm-1", "1.0.0", CONTACTS.replace("\"expect\": 2", "\"expect\": 3"));
                RowFiles files = RowFiles.create()) {
            pack(plugins, files.at("crm.sql"));
            assertThat(driverRan(files.at("crm.sql"))).isFalse();
            assertThat(on(plugins).build().history()).isEmpty();
        }
    }

    @Test
    default void whatNoScriptCanSayIsRefusedByName() {
        try (PluginFolder plugins = PluginFolder.create().migration("crm-1", "1.0.0", CONTACTS);
                RowFiles files = RowFiles.create()) {
            plugins.migration("crm-2", "1.1.0", """
                    {"id": "perhaps", "skipOnError": true, "operations": [
                      {"dropTable": {"table": "crm.contacts"}}]}""").migration("crm-3", "1.2.0", """
                    {"id": "target", "operations": [{"createTable": {"table": "crm.names", "columns": [
                      {"name": "id", "type": "bigint", "primaryKey": true}, {"name": "name", "type": "text"}]}}]},
                    {"id": "moves", "dependencies": ["target"], "transform": {"source": {"file": "data/names.csv"}, "target": "crm.names",
                      "mapping": [{"source": "id", "target": "id"}, {"source": "name", "target": "name"}]}}""");
            plugins.file("data/names.csv", "id,name\n1,ada\n");
            plugins.remove("crm-2");
            assertThatThrownBy(() -> pack(plugins, files.at("crm.sql")))
                    .isInstanceOf(ChangelogRefusedException.class)
                    .hasMessageContainingAll("crm-3, step moves", "moves rows of a file", "Nothing was written");
            plugins.remove("crm-3").migration("crm-2", "1.1.0", """
                    {"id": "perhaps", "skipOnError": true, "operations": [
                      {"dropTable": {"table": "crm.contacts"}}]}""");
            assertThatThrownBy(() -> pack(plugins, files.at("crm.sql")))
                    .isInstanceOf(ChangelogRefusedException.class)
                    .hasMessageContainingAll("crm-2, step perhaps", "skipOnError");
            assertThat(files.names()).isEmpty();
        }
    }

    @Test
    default void aPlanWithoutAWayBackHasNoOtherScript() {
        try (PluginFolder plugins = PluginFolder.create()
                        .document(
                                "crm",
                                "crm-1",
                                "1.0.0",
                                "\"steps\": {\"up\": [" + CONTACTS
                                        + "], \"down\": {\"irreversible\": \"we never look back\"}}");
                RowFiles files = RowFiles.create()) {
            SqlPackageReport report = pack(plugins, files.at("crm.sql"));
            assertThat(report.rollback()).isEmpty();
            assertThat(report.noWayBack()).contains("we never look back");
            assertThat(files.names()).containsExactly("crm.sql");
            assertThat(new ScriptFile(files.at("crm.sql")).text()).contains("we never look back");
        }
    }
}
