package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.godwit.Godwit;
import io.godwit.PackageInstall;
import io.godwit.PluginStatus;
import io.godwit.archive.ArchiveFormat;
import io.godwit.archive.PackageWriter;
import io.godwit.changelog.SqlPackageOptions;
import io.godwit.engine.Outcome;
import io.godwit.engine.RowExport;
import io.godwit.failure.PackageFault;
import io.godwit.failure.PackageRejectedException;
import io.godwit.failure.PlanRefusedException;
import io.godwit.migration.Version;
import io.godwit.plan.RollbackTarget;
import io.godwit.tck.harness.PluginFolder;
import io.godwit.tck.harness.RowFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

/** Packages that hold only what is newer than a version: for databases that are exactly there. */
public interface DeltaPackageContract extends EngineContract {

    String STOCK = """
            {"id": "table", "operations": [{"createTable": {"table": "depot.stock", "columns": [
              {"name": "id", "type": "integer", "primaryKey": true}, {"name": "%s", "type": "varchar(20)"}]}},
              {"insertRows": {"table": "depot.stock", "rows": [{"id": 1, "%s": "first"}]}}]}""";

    String STOCK_ROWS = "select * from depot.stock order by id";

    private static PluginFolder stock(String column) {
        return PluginFolder.create().migration("crm-1", "1.0.0", STOCK.formatted(column, column));
    }

    /** Adds a column with a default, and so with a value in every row. */
    private static PluginFolder more(PluginFolder plugins, String id, String version, String column) {
        return plugins.migration(id, version, """
                {"id": "column", "operations": [{"addColumn": {"table": "depot.stock", "column":
                  {"name": "%s", "type": "varchar(20)", "default": "%s"}}}]}""".formatted(column, column), "\"dependencies\": [\"crm-1\"]");
    }

    private static PluginFolder three() {
        return more(more(stock("name"), "crm-2", "1.1.0", "second"), "crm-3", "1.2.0", "third");
    }

    private static Path delta(PluginFolder plugins, String from, RowFiles files) {
        try {
            PackageWriter writer = PackageWriter.of("crm", plugins.source()).since(Version.parse(from));
            assertThat(writer.fileName(ArchiveFormat.ZIP)).isEqualTo("crm-" + from + "-to-1.2.0.godwit.zip");
            writer.writeTo(files.at("delta.zip"), ArchiveFormat.ZIP);
            return files.at("delta.zip");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> refused(Godwit host, Path file) {
        PackageInstall install = host.packages().install(file);
        assertThat(install.report().outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(install.rows()).isEmpty();
        return assertThat(install.report().failure())
                .isInstanceOfSatisfying(
                        PackageRejectedException.class,
                        refusal -> assertThat(refusal.fault()).contains(PackageFault.BASE));
    }

    @Test
    default void aDeltaBringsWhatIsNewerAndIsTakenBack() {
        try (PluginFolder plugins = three();
                PluginFolder base = stock("name");
                PluginFolder nothing = PluginFolder.create();
                RowFiles files = RowFiles.create()) {
            on(base).build().migrate();
            Path file = delta(plugins, "1.0.0", files);
            Godwit host = on(nothing).build();
            assertThat(host.packages().plan(file).findings())
                    .as("what it starts from is not said to be unknown")
                    .noneMatch(finding -> finding.rule().equals("unknown-applied"));
            PackageInstall install = host.packages().install(file);
            assertThat(install.report().applied()).containsExactly("crm-2", "crm-3");
            assertThat(rows(STOCK_ROWS)).containsExactly("1, first, second, third");
            assertThat(host.packages().install(file).report().outcome()).isEqualTo(Outcome.NOTHING_TO_DO);
            host.rollback("crm", RollbackTarget.toVersion("1.0.0")).orThrow();
            assertThat(rows(STOCK_ROWS)).containsExactly("1, first");
            assertThat(host.packages().install(file).report().applied()).containsExactly("crm-2", "crm-3");
            assertThat(on(plugins).build().migrate().outcome()).isEqualTo(Outcome.NOTHING_TO_DO);
        }
    }

    @Test
    default void aDatabaseOnTheWayGetsTheRestOfADelta() {
        try (PluginFolder plugins = three();
                PluginFolder way = more(stock("name"), "crm-2", "1.1.0", "second");
                PluginFolder nothing = PluginFolder.create();
                RowFiles files = RowFiles.create()) {
            on(way).build().migrate();
            PackageInstall install = on(nothing).build().packages().install(delta(plugins, "1.0.0", files));
            assertThat(install.report().applied()).containsExactly("crm-3");
            assertThat(rows(STOCK_ROWS)).containsExactly("1, first, second, third");
        }
    }

    @Test
    default void aDeltaIsRefusedWhereItsBaseIsNotThere() {
        try (PluginFolder plugins = three();
                PluginFolder base = stock("name");
                PluginFolder nothing = PluginFolder.create();
                RowFiles files = RowFiles.create()) {
            Path file = delta(plugins, "1.1.0", files);
            Godwit host = on(nothing).build();
            refused(host, file)
                    .hasMessageContainingAll("nothing of crm", "crm-1 (1.0.0)", "crm-2 (1.1.0)", "Nothing was changed");
            assertThat(host.history()).as("nothing was written").isEmpty();
            on(base).build().migrate();
            refused(host, file)
                    .hasMessageContainingAll("crm 1.0.0", "not applied: crm-2 (1.1.0)")
                    .hasMessageNotContaining("crm-1");
            assertThatThrownBy(() -> host.packages().plan(file)).isInstanceOf(PackageRejectedException.class);
            assertThat(host.status().plugins())
                    .extracting(PluginStatus::pluginId)
                    .containsExactly("crm");
            assertThat(rows(STOCK_ROWS)).containsExactly("1, first");
        }
    }

    @Test
    default void aDeltaIsRefusedWhereItsBaseIsAnother() {
        try (PluginFolder plugins = three();
                PluginFolder changed = stock("title")
                        .migration(
                                "crm-9",
                                "1.0.5",
                                "{\"id\": \"x\", \"operations\": [{\"insertRows\": {\"table\": \"depot.stock\","
                                        + " \"rows\": [{\"id\": 2}]}}]}");
                PluginFolder nothing = PluginFolder.create();
                RowFiles files = RowFiles.create()) {
            on(changed).build().migrate();
            refused(on(nothing).build(), delta(plugins, "1.0.0", files))
                    .hasMessageContainingAll(
                            "applied, and did otherwise than there: crm-1 (1.0.0)",
                            "applied, and not there: crm-9 (1.0.5)");
            assertThat(rows("select id from depot.stock order by id")).containsExactly("1", "2");
        }
    }

    @Test
    default void aDeltaBecomesSqlOnlyWhereItsBaseIs() {
        try (PluginFolder plugins = three();
                PluginFolder base = stock("name");
                PluginFolder nothing = PluginFolder.create();
                RowFiles files = RowFiles.create()) {
            Path file = delta(plugins, "1.0.0", files);
            Godwit host = on(nothing).build();
            SqlPackageOptions options = new SqlPackageOptions("tester", Instant.EPOCH, true);
            assertThatThrownBy(() -> host.sqlPackages().writePackage(file, options, files.at("delta.sql")))
                    .isInstanceOf(PackageRejectedException.class)
                    .hasMessageContaining("not applied: crm-1");
            assertThat(files.names()).containsExactly("delta.zip");
            on(base).build().migrate();
            assertThat(host.sqlPackages()
                            .writePackage(file, options, files.at("delta.sql"))
                            .migrations())
                    .containsExactly("crm-2", "crm-3");
        }
    }

    @Test
    default void aDeltaBringsRowsIfItIsAskedTo() throws IOException {
        try (PluginFolder plugins = three();
                PluginFolder base = stock("name");
                PluginFolder nothing = PluginFolder.create();
                RowFiles files = RowFiles.create()) {
            PackageWriter writer = PackageWriter.of("crm", plugins.source()).since(Version.parse("1.0.0"));
            on(base).build().migrate();
            RowExport all = RowExport.ofPlugin("crm");
            assertThatThrownBy(() ->
                            on(plugins).build().packages().pack(writer, all, files.at("crm.zip"), ArchiveFormat.ZIP))
                    .isInstanceOf(PlanRefusedException.class)
                    .hasMessageContaining("crm-2, crm-3");
            on(plugins).build().migrate();
            assertThat(on(plugins)
                            .build()
                            .packages()
                            .pack(writer, all, files.at("crm.zip"), ArchiveFormat.ZIP)
                            .rows())
                    .isEqualTo(1);
            Godwit host = on(nothing).build();
            host.rollback("crm", RollbackTarget.toVersion("1.0.0")).orThrow();
            assertThat(host.packages().install(files.at("crm.zip")).rows()).isPresent();
            assertThat(rows(STOCK_ROWS)).containsExactly("1, first, second, third");
        }
    }
}
