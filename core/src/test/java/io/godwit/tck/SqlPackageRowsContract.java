package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.godwit.Godwit;
import io.godwit.OfflineBuilder;
import io.godwit.archive.ArchiveFormat;
import io.godwit.archive.PackageReader;
import io.godwit.archive.PackageWriter;
import io.godwit.changelog.SqlPackageOptions;
import io.godwit.changelog.SqlPackageReport;
import io.godwit.engine.RowExport;
import io.godwit.failure.PlanRefusedException;
import io.godwit.plan.RollbackTarget;
import io.godwit.schema.TableName;
import io.godwit.tck.harness.LogicalSchema;
import io.godwit.tck.harness.NativeClient;
import io.godwit.tck.harness.PluginFolder;
import io.godwit.tck.harness.RowFiles;
import io.godwit.tck.harness.ScriptFile;
import io.godwit.tck.harness.TestDatabase;
import io.godwit.tck.harness.Workbench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A plugin with its rows as one SQL file for the engine's own client: what it leaves is what was there. */
public interface SqlPackageRowsContract extends EngineContract {

    String MADE = """
            {"id": "tables", "operations": [
              {"createTable": {"table": "crm.person", "columns": [
                {"name": "id", "type": "bigint", "primaryKey": true, "identity": true},
                {"name": "name", "type": "varchar(100)", "nullable": false},
                {"name": "chief", "type": "bigint", "references": {"table": "crm.person", "column": "id"}},
                {"name": "home", "type": "bigint"},
                {"name": "secret", "type": "text", "sensitive": true}]}},
              {"createTable": {"table": "crm.place", "columns": [
                {"name": "id", "type": "bigint", "primaryKey": true},
                {"name": "name", "type": "varchar(50)", "unique": true},
                {"name": "mayor", "type": "bigint", "references": {"table": "crm.person", "column": "id"}}]}},
              {"addForeignKey": {"table": "crm.person", "name": "lives", "columns": ["home"], "references":
                {"table": "crm.place", "columns": ["id"]}}},
              {"createTable": {"table": "crm.thing", "columns": [
                {"name": "id", "type": "bigint", "primaryKey": true},
                {"name": "note", "type": "text"}, {"name": "short", "type": "varchar(20)"},
                {"name": "data", "type": "bytes"}, {"name": "price", "type": "decimal(20,4)"},
                {"name": "ratio", "type": "double"}, {"name": "day", "type": "date"},
                {"name": "moment", "type": "timestamp"}, {"name": "instant", "type": "timestamptz"},
                {"name": "doc", "type": "json"}, {"name": "tag", "type": "uuid"},
                {"name": "done", "type": "boolean"}, {"name": "small", "type": "smallint"}]}},
              {"createTable": {"table": "crm.heap", "columns": [{"name": "a", "type": "integer"}, {"name": "b", "type": "text"}]}}]},
            {"id": "seeds", "dependencies": ["tables"], "operations": [{"insertRows": {"table": "crm.place", "rows": [
              {"id": 1, "name": "seed"}, {"id": 2, "name": "other"}]}}]}""";

    String ROWS = """
            {"id": "rows", "operations": [
              {"insertRows": {"table": "crm.person", "rows": [{"id": 50, "name": "Ada", "chief": null, "secret": "x"},
                {"id": 7, "name": "O'Neill; \\\\n 🏔", "chief": 50, "secret": "y"}]}},
              {"insertRows": {"table": "crm.person", "rows": [{"id": 9, "name": "Bo", "chief": 7}]}},
              {"updateRows": {"table": "crm.place", "set": {"name": "grown", "mayor": 9}, "where": "id = 1"}},
              {"updateRows": {"table": "crm.person", "set": {"home": 1}, "where": "id < 10"}},
              {"insertRows": {"table": "crm.thing", "rows": [
                {"id": 1, "note": "a\\r\\nb\\r\\n;\\r\\nGO\\n:r x\\n\\\\\\n.quit\\n\\\\q\\n-- no\\n$1 ${x} :y 'q' \\"d\\" `b` /* c */ //\\n\\rend\\r", "short": "",
                 "data": "\\\\x00ff27223b0a0d5c", "price": "1234567890123456.7890", "ratio": "0.1", "day": "1999-12-31",
                 "moment": "2024-02-29T23:59:59.123456", "instant": "2024-03-31T00:30:00Z",
                 "doc": {"a": [1, null, "it's \\\\ \\n"], "b": {}}, "tag": "0a1b2c3d-0000-4000-8000-00000000ffff",
                 "done": true, "small": -32768},
                {"id": 2, "note": "", "short": null, "data": "\\\\x", "price": "-0.0001", "ratio": "1E300", "done": false},
                {"id": -9223372036854775807, "note": "DELIMITER //\\nDELIMITER ;\\n/\\nEND;\\n", "short": "%_ 日本語 é"}]}},
              {"insertRows": {"table": "crm.heap", "rows": [{"a": 1, "b": null}, {"a": 1, "b": ""}, {"a": 1, "b": ""}]}}]}""";

    private static PluginFolder plugins() {
        return PluginFolder.create().migration("crm-1", "1.0.0", MADE);
    }

    /** What another plugin wrote into the tables; it is not in any file. */
    private Godwit grown(PluginFolder plugins) {
        on(plugins).build().migrate().orThrow();
        try (PluginFolder other = PluginFolder.create()) {
            other.document("other", "other-1", "1.0.0", "\"steps\": {\"up\": [" + ROWS + "]}");
            on(other).build().migrate().orThrow();
        }
        return on(plugins).build();
    }

    private OfflineBuilder made(PluginFolder plugins) {
        return Godwit.offline(dialect().engine() + ":" + dialect().version()).plugins(plugins.source());
    }

    private static SqlPackageOptions packer() {
        return new SqlPackageOptions("packer", Instant.parse("2024-02-29T12:00:00Z"), false);
    }

    private static RowExport wanted() {
        return RowExport.ofTables().including("crm.person.secret");
    }

    private static void run(TestDatabase database, Path script) {
        NativeClient client = database.client().orElse(null);
        if (client != null) {
            NativeClient.Answer answer = client.run(script);
            assertThat(answer.code()).as(answer.said()).isZero();
            return;
        }
        runByDriver(database, script);
    }

    private static void runByDriver(TestDatabase database, Path script) {
        try {
            new ScriptFile(script).run(database);
        } catch (SQLException refused) {
            throw new AssertionError(refused);
        }
    }

    private static List<String> digests(Godwit godwit, Path file) {
        godwit.rows().export(RowExport.ofPlugin("crm").including("crm.person.secret"), file);
        return godwit.rows().read(file).tables().stream()
                .map(table -> table.name() + " " + table.rows() + " " + table.digest())
                .toList();
    }

    /** How a script is run. */
    interface Runs {
        void run(TestDatabase database, Path script);
    }

    private void comesAsItWas(Runs runs) {
        try (PluginFolder plugins = plugins();
                RowFiles files = RowFiles.create();
                Workbench there = new Workbench(bench().database().another())) {
            Godwit source = grown(plugins);
            SqlPackageReport report =
                    source.sqlPackages().writeWithRows(made(plugins), wanted(), packer(), files.at("crm.sql"));
            assertThat(report.rows()).isEqualTo(11);
            assertThat(files.names()).containsExactly("crm.sql", "crm.sql.rollback.sql");
            List<String> empty = LogicalSchema.of(there.introspect(), dialect()).lines();
            runs.run(there.database(), files.at("crm.sql"));

            Godwit host = plugins.on(there.database().dataSource()).build();
            assertThat(host.planAll().isEmpty()).isTrue();
            assertThat(host.verifyAudit().damages()).isEmpty();
            assertThat(digests(host, files.at("there.zip"))).isEqualTo(digests(source, files.at("here.zip")));
            assertThat(there.rows("select name, mayor from crm.place order by id"))
                    .containsExactly("grown, 9", "other, NULL");
            there.execute("INSERT INTO " + person() + " (name) VALUES ('next')");
            assertThat(there.rows("select max(id) from crm.person"))
                    .as("the next number is free")
                    .containsExactly("51");

            Godwit fresh = plugins.on(there.database().dataSource()).build();
            assertThat(fresh.rollback("crm", RollbackTarget.steps(1)).rolledBack())
                    .containsExactly("crm-1");
            assertThat(fresh.verifyAudit().damages()).isEmpty();
            assertThat(LogicalSchema.of(there.introspect(), dialect()).lines()).isEqualTo(empty);
        }
    }

    private String person() {
        return dialect().syntax().table(TableName.parse("crm.person"));
    }

    @Test
    default void rowsComeByAScriptAsTheyWere() {
        comesAsItWas(SqlPackageRowsContract::runByDriver);
    }

    /** By the driver once more where this machine has no client. */
    @Test
    default void theEnginesOwnClientBringsRows() {
        comesAsItWas(SqlPackageRowsContract::run);
    }

    @Test
    default void rowsGoByTheOtherScript() {
        try (PluginFolder plugins = plugins();
                RowFiles files = RowFiles.create();
                Workbench there = new Workbench(bench().database().another())) {
            grown(plugins).sqlPackages().writeWithRows(made(plugins), wanted(), packer(), files.at("crm.sql"));
            List<String> empty = LogicalSchema.of(there.introspect(), dialect()).lines();
            run(there.database(), files.at("crm.sql"));
            run(there.database(), files.at("crm.sql.rollback.sql"));
            assertThat(LogicalSchema.of(there.introspect(), dialect()).lines()).isEqualTo(empty);
            Godwit host = plugins.on(there.database().dataSource()).build();
            assertThat(host.verifyAudit().damages()).isEmpty();
            assertThat(host.status().plugins().get(0).applied()).isEmpty();
        }
    }

    @Test
    default void aPackageBringsItsRowsByAScriptAndInstallKnows() throws IOException {
        try (PluginFolder plugins = plugins();
                PluginFolder nothing = PluginFolder.create();
                RowFiles files = RowFiles.create();
                Workbench there = new Workbench(bench().database().another())) {
            Godwit source = grown(plugins);
            source.packages()
                    .pack(
                            PackageWriter.of("crm", plugins.source()),
                            RowExport.ofPlugin("crm").including("crm.person.secret"),
                            files.at("crm.zip"),
                            ArchiveFormat.ZIP);
            Godwit host = nothing.on(there.database().dataSource()).build();
            SqlPackageReport report =
                    host.sqlPackages().writePackageWithRows(files.at("crm.zip"), packer(), files.at("crm.sql"));
            assertThat(report.rows()).isEqualTo(11);
            assertThat(Files.readString(files.at("crm.sql"))).contains("11 rows of 4 tables", "-- Rows of crm.heap: 3");
            run(there.database(), files.at("crm.sql"));
            assertThat(digests(host, files.at("there.zip"))).isEqualTo(digests(source, files.at("here.zip")));
            assertThat(host.packages().install(files.at("crm.zip")).rows())
                    .as("they are there already")
                    .isEmpty();

            made(nothing)
                    .plugins(new PackageReader().read(files.at("crm.zip")).source())
                    .rows(new PackageReader().read(files.at("crm.zip")))
                    .packageSql(packer(), files.at("offline.sql"));
            assertThat(Files.readString(files.at("offline.sql")))
                    .as("the same from an empty database, known or not")
                    .isEqualTo(
                            Files.readString(files.at("crm.sql")).replace("crm.sql.rollback", "offline.sql.rollback"));
        }
    }

    @Test
    default void rowsThatCannotLeaveOrComeAreRefusedByName() throws IOException {
        try (PluginFolder plugins = plugins();
                RowFiles files = RowFiles.create()) {
            Godwit source = grown(plugins);
            plugins.migration(
                    "crm-2",
                    "1.1.0",
                    "{\"id\": \"t\", \"operations\": [{\"createTable\": {\"table\": \"crm.late\", \"columns\": [{\"name\":"
                            + " \"a\", \"type\": \"integer\"}]}}]}");
            assertThatThrownBy(() ->
                            source.sqlPackages().writeWithRows(made(plugins), wanted(), packer(), files.at("crm.sql")))
                    .isInstanceOf(PlanRefusedException.class)
                    .hasMessageContainingAll("crm-2", "Migrate first");
            PackageWriter.of("crm", plugins.source()).writeTo(files.at("bare.zip"), ArchiveFormat.ZIP);
            assertThatThrownBy(() -> source.sqlPackages()
                            .writePackageWithRows(files.at("bare.zip"), packer(), files.at("crm.sql")))
                    .isInstanceOf(PlanRefusedException.class)
                    .hasMessageContaining("has no rows");
            assertThat(files.names()).containsExactly("bare.zip");
        }
    }

    /** Of one table of many rows: as many come as left, in statements of a length that every client takes. */
    @Test
    default void manyRowsMakeManyStatements() {
        try (PluginFolder plugins = plugins();
                RowFiles files = RowFiles.create();
                Workbench there = new Workbench(bench().database().another())) {
            on(plugins).build().migrate().orThrow();
            StringBuilder rows = new StringBuilder();
            for (int id = 1; id <= 1201; id++) {
                rows.append(id == 1 ? "" : ", ").append("{\"id\": ").append(id).append(", \"note\": \"");
                rows.append(id == 600 ? "é;'".repeat(150_000) : "n" + id).append("\"}");
            }
            try (PluginFolder other = PluginFolder.create()) {
                other.document(
                        "other",
                        "other-1",
                        "1.0.0",
                        "\"steps\": {\"up\": [{\"id\": \"many\", \"operations\": [{\"insertRows\": {\"table\":"
                                + " \"crm.thing\", \"rows\": [" + rows + "]}}]}]}");
                on(other).build().migrate().orThrow();
            }
            Godwit source = on(plugins).build();
            source.sqlPackages().writeWithRows(made(plugins), wanted(), packer(), files.at("crm.sql"));
            run(there.database(), files.at("crm.sql"));
            Godwit host = plugins.on(there.database().dataSource()).build();
            List<String> found = digests(host, files.at("there.zip"));
            assertThat(found).isEqualTo(digests(source, files.at("here.zip")));
            assertThat(found).anyMatch(line -> line.startsWith("crm.thing 1201 "));
        }
    }
}
