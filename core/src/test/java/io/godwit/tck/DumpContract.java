package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.godwit.DumpReport;
import io.godwit.Godwit;
import io.godwit.PackageInstall;
import io.godwit.archive.DumpPart;
import io.godwit.archive.PackageManifest;
import io.godwit.archive.PackageReader;
import io.godwit.archive.PackageTrust;
import io.godwit.archive.PackagedTable;
import io.godwit.engine.Dump;
import io.godwit.failure.PlanRefusedException;
import io.godwit.history.AuditEntry;
import io.godwit.plan.UninstallMode;
import io.godwit.tck.harness.LogicalSchema;
import io.godwit.tck.harness.PluginFolder;
import io.godwit.tck.harness.RowFiles;
import io.godwit.tck.harness.Workbench;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Databases that become packages, whoever made them: the package makes the same database again. */
public interface DumpContract extends EngineContract {

    String RICH = """
            {"id": "city", "operations": [{"createTable": {"table": "city", "comment": "Where people live", "columns": [
              {"name": "id", "type": "integer", "primaryKey": true},
              {"name": "name", "type": "varchar(40)", "nullable": false, "unique": true},
              {"name": "size", "type": "enum('small','large')", "nullable": false, "default": "small"},
              {"name": "mayor", "type": "bigint"}]}}]},
            {"id": "person", "dependencies": ["city"], "operations": [{"createTable": {"table": "person", "columns": [
              {"name": "id", "type": "bigint", "primaryKey": true, "identity": true},
              {"name": "parent", "type": "bigint", "references": {"table": "person", "column": "id"}},
              {"name": "city", "type": "integer", "nullable": false, "references": {"table": "city", "column": "id"}},
              {"name": "name", "type": "varchar(80)", "nullable": false, "comment": "as it is spoken"},
              {"name": "wage", "type": "decimal(10,2)", "default": 0, "check": "wage >= 0"},
              {"name": "grade", "type": "smallint", "default": 7}, {"name": "ratio", "type": "double"},
              {"name": "truth", "type": "boolean", "nullable": false, "default": true}, {"name": "data", "type": "bytes"},
              {"name": "who", "type": "uuid"}, {"name": "day", "type": "date"}, {"name": "hour", "type": "time"},
              {"name": "moment", "type": "timestamp"}, {"name": "short", "type": "timestamp(3)"},
              {"name": "made", "type": "timestamptz", "nullable": false, "default": {"expression": "now()"}},
              {"name": "doc", "type": "json"}, {"name": "list", "type": "array(integer)"}, {"name": "code", "type": "char(4)"},
              {"name": "twice", "type": "integer", "generated": {"expression": "grade * 2"}},
              {"name": "ssn", "type": "varchar(20)", "sensitive": true}],
              "uniques": [{"columns": ["city", "name"]}], "checks": [{"expression": "grade > 0 AND grade < 100"}]}}]},
            {"id": "more", "dependencies": ["person"], "operations": [
              {"addForeignKey": {"table": "city", "columns": ["mayor"],
                "references": {"table": "person", "columns": ["id"]}, "onDelete": "set null"}},
              {"createIndex": {"table": "person", "columns": ["name", {"name": "wage", "order": "desc"}]}},
              {"createIndex": {"table": "person", "columns": ["day"], "unique": true, "name": "one_a_day"}},
              {"createView": {"name": "rich", "query": "SELECT id, name FROM person WHERE wage > 100"}},
              {"insertRows": {"table": "city", "rows": [{"id": 1, "name": "Bern"}, {"id": 2, "name": "Zürich 😀", "size": "large"}]}},
              {"insertRows": {"table": "person", "rows": [
                {"id": 3, "city": 1, "name": "it's", "wage": 120.50, "ratio": 0.1, "data": "\\\\x00ff27", "ssn": "77",
                 "who": "123e4567-e89b-12d3-a456-426614174000", "day": "2024-02-29", "hour": "23:59:59.000001", "code": "ab",
                 "moment": "1999-12-31 23:59:59.5", "short": "2001-01-01 00:00:00.125",
                 "made": "2024-03-31 02:30:00+02:00", "doc": {"a": [1, 2]}, "list": [1, 2]},
                {"id": 9, "parent": 3, "city": 2, "name": "", "truth": false, "made": "2024-03-31 02:30:00Z"}]}},
              {"updateRows": {"table": "city", "set": {"mayor": 9}, "where": "id = 1"}}]}""";

    private static PackageReader trusting() {
        return new PackageReader().trust(PackageTrust.ANYBODY.withRawSql());
    }

    private static DumpReport dumped(Godwit godwit, Dump asked, RowFiles files, String name) {
        try {
            return godwit.packages().dump(asked, UnaryOperator.identity(), files.at(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> digests(PackageManifest manifest) {
        return manifest.tables().stream()
                .map(table -> table.name() + " " + table.rows() + " " + table.digest())
                .sorted()
                .toList();
    }

    @Test
    default void aDumpMakesTheSameDatabaseAgain() {
        Dump asked = Dump.ofAll().as("all", "1.0.0").including(List.of("person.ssn"));
        try (PluginFolder plugins = PluginFolder.create().migration("crm-1", "1.0.0", RICH);
                PluginFolder nothing = PluginFolder.create();
                RowFiles files = RowFiles.create();
                Workbench there = new Workbench(bench().database().another())) {
            Godwit here = on(plugins).build();
            here.migrate();
            DumpReport report = dumped(here, asked, files, "all.zip");
            assertThat(report.tables()).isEqualTo(2);
            assertThat(report.views()).isOne();
            assertThat(report.indexes()).isEqualTo(2);
            assertThat(report.manifest().rows()).isEqualTo(4);
            assertThat(report.notes())
                    .extracting(note -> note.message())
                    .allMatch(note -> note.startsWith("the view is in "));
            assertThat(here.history())
                    .extracting(AuditEntry::detail)
                    .anyMatch(detail -> detail.contains("dump: city: 2; person: 2"));

            Godwit other = nothing.on(there.database().dataSource())
                    .packages(trusting())
                    .build();
            PackageInstall install = other.packages().install(files.at("all.zip"));
            assertThat(install.rows().orElseThrow().rows()).isEqualTo(4);
            there.expectAnything();
            assertThat(LogicalSchema.of(there.introspect(), there.dialect()).lines())
                    .isEqualTo(logicalSchema().lines());
            DumpReport again = dumped(other, asked, files, "again.zip");
            assertThat(digests(again.manifest())).isEqualTo(digests(report.manifest()));

            assertThat(there.rows("select id from rich")).containsExactly("3");
            other.uninstall("all", UninstallMode.DROP).orThrow();
        }
    }

    String ODD = """
            {"id": "odd", "operations": [
              {"createTable": {"table": "\\"Odd.\\"\\"Name\\"", "columns": [
                {"name": "Id", "type": "integer", "primaryKey": true}, {"name": "select", "type": "integer"},
                {"name": "it's a \\"column\\"", "type": "text"}], "checks": [{"expression": "\\"select\\" > 0"}]}},
              {"createTable": {"table": "Other", "columns": [{"name": "Odd id", "type": "integer",
                "references": {"table": "\\"Odd.\\"\\"Name\\"", "column": "Id"}}]}},
              {"createIndex": {"table": "Other", "columns": ["Odd id"], "name": "An index"}},
              {"insertRows": {"table": "\\"Odd.\\"\\"Name\\"", "rows": [{"Id": 1, "select": 2, "it's a \\"column\\"": "ü"}]}},
              {"insertRows": {"table": "Other", "rows": [{"Odd id": 1}]}}]}""";

    @Test
    default void oddNamesAndADatabaseWithoutAHistoryAreDumpedAsTheyAre() throws SQLException {
        try (PluginFolder plugins = PluginFolder.create().migration("crm-1", "1.0.0", ODD);
                PluginFolder nothing = PluginFolder.create();
                RowFiles files = RowFiles.create();
                Workbench there = new Workbench(bench().database().another())) {
            plugins.source().documents().get(0).read().up().stream()
                    .flatMap(step -> step.allOperations().stream())
                    .forEach(bench()::apply);
            Godwit reading = nothing.on(bench().database().reader()).build();
            DumpReport report = dumped(reading, Dump.ofAll().as("odd", "2.1.0"), files, "odd.zip");
            assertThat(report.notes()).isEmpty();
            assertThat(report.manifest().version()).hasToString("2.1.0");
            Godwit other = nothing.on(there.database().dataSource()).build();
            assertThat(other.packages().install(files.at("odd.zip")).rows()).isPresent();
            there.expectAnything();
            assertThat(LogicalSchema.of(there.introspect(), there.dialect()).lines())
                    .isEqualTo(logicalSchema().lines());
        }
    }

    @Test
    default void whatIsNotAskedForStays() {
        try (PluginFolder plugins = PluginFolder.create().migration("crm-1", "1.0.0", RICH);
                RowFiles files = RowFiles.create()) {
            Godwit here = on(plugins).build();
            here.migrate();
            DumpReport city = dumped(here, Dump.ofAll().tables(List.of("city")).as("c", "1.0.0"), files, "c.zip");
            assertThat(city.manifest().tables())
                    .extracting(table -> table.name().toString())
                    .containsExactly("city");
            assertThat(city.views()).isZero();
            assertThat(city.notes())
                    .extracting(note -> note.file() + ": " + note.message())
                    .contains(
                            "city: the foreign key [mayor] is left out: person does not travel",
                            "rich: the view is left out: it reads person, which does not travel");

            DumpReport bare = dumped(
                    here,
                    Dump.ofAll()
                            .withoutRows()
                            .without(DumpPart.INDEXES)
                            .without(DumpPart.VIEWS)
                            .as("b", "1.0.0"),
                    files,
                    "b.zip");
            assertThat(bare.manifest().tables()).isEmpty();
            assertThat(bare.tables()).isEqualTo(2);
            assertThat(bare.indexes() + bare.views()).isZero();

            DumpReport whole = dumped(here, Dump.ofAll().as("w", "1.0.0"), files, "w.zip");
            assertThat(whole.manifest().tables())
                    .filteredOn(table -> table.name().toString().equals("person"))
                    .extracting(PackagedTable::leftOut)
                    .containsExactly(List.of("ssn"));
            assertThat(whole.notes())
                    .extracting(note -> note.file() + ": " + note.message())
                    .contains("person: the values of ssn stay: it is sensitive");
        }
    }

    @Test
    default void whatCannotBeDumpedIsRefusedByName() {
        try (PluginFolder nothing = PluginFolder.create();
                RowFiles files = RowFiles.create()) {
            Godwit here = on(nothing).build();
            assertThatThrownBy(() -> dumped(here, Dump.ofAll(), files, "all.zip"))
                    .isInstanceOf(PlanRefusedException.class)
                    .hasMessageContainingAll("there is nothing in it", "Nothing was written");
            assertThatThrownBy(() -> dumped(here, Dump.ofAll().tables(List.of("nowhere")), files, "all.zip"))
                    .isInstanceOf(PlanRefusedException.class)
                    .hasMessageContaining("there is no table nowhere");
            assertThatThrownBy(() -> dumped(here, Dump.ofAll(), files, "all.txt"))
                    .isInstanceOf(PlanRefusedException.class)
                    .hasMessageContaining("ends neither with .tar.gz nor with .zip");
            assertThat(files.names()).isEmpty();
        }
    }
}
