package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.godwit.Godwit;
import io.godwit.PackageInstall;
import io.godwit.archive.ArchiveFormat;
import io.godwit.archive.PackageManifest;
import io.godwit.archive.PackageWriter;
import io.godwit.engine.Outcome;
import io.godwit.engine.RowExport;
import io.godwit.failure.PlanRefusedException;
import io.godwit.failure.TransferFailedException;
import io.godwit.plan.UninstallMode;
import io.godwit.tck.harness.PluginFolder;
import io.godwit.tck.harness.RowFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Plugins that travel with their rows: tables first, then what was in them. */
public interface TravellingPackageContract extends EngineContract {

    String MADE = """
            {"id": "table", "operations": [{"createTable": {"table": "shop.item", "columns": [
              {"name": "id", "type": "bigint", "primaryKey": true, "identity": true},
              {"name": "name", "type": "varchar(20)", "unique": true},
              {"name": "secret", "type": "text", "sensitive": true}]}},
              {"createTable": {"table": "shop.heap", "columns": [{"name": "a", "type": "integer"}]}},
              {"insertRows": {"table": "shop.item", "rows": [{"id": 1, "name": "seed"}]}}]}""";

    String CHANGED = """
            {"id": "rows", "operations": [
              {"updateRows": {"table": "shop.item", "set": {"name": "grown", "secret": "x"}}},
              {"insertRows": {"table": "shop.item", "rows": [{"id": 40, "name": "late"}]}},
              {"insertRows": {"table": "shop.heap", "rows": [{"a": 1}, {"a": 1}]}}]}""";

    String ITEMS = "select id, name, secret from shop.item order by id";

    /** Rows that a package of version 1.0.0 alone would not bring: a plugin of another name wrote them. */
    private PluginFolder grown() {
        PluginFolder plugins = PluginFolder.create()
                .migration("crm-1", "1.0.0", MADE)
                .document(
                        "other",
                        "other-1",
                        "1.0.0",
                        "\"steps\": {\"up\": [" + CHANGED + "]}",
                        "\"dependencies\": [\"crm\"]");
        on(plugins).build().migrate();
        return plugins;
    }

    private PackageManifest packed(PluginFolder plugins, RowFiles files) {
        try {
            return on(plugins)
                    .build()
                    .packages()
                    .pack(
                            PackageWriter.of("crm", plugins.source()),
                            RowExport.ofPlugin("crm"),
                            files.at("crm.zip"),
                            ArchiveFormat.ZIP);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void dropAll(PluginFolder plugins) {
        on(plugins).build().uninstall("other", UninstallMode.KEEP).orThrow();
        on(plugins).build().uninstall("crm", UninstallMode.DROP).orThrow();
    }

    @Test
    default void aPluginComesWithItsRowsOnce() throws IOException {
        try (PluginFolder plugins = grown();
                PluginFolder nothing = PluginFolder.create();
                RowFiles files = RowFiles.create()) {
            PackageManifest manifest = packed(plugins, files);
            assertThat(manifest.rows()).isEqualTo(4);
            byte[] first = Files.readAllBytes(files.at("crm.zip"));
            packed(plugins, files);
            assertThat(Files.readAllBytes(files.at("crm.zip")))
                    .as("the same plugin with the same rows")
                    .isEqualTo(first);
            dropAll(plugins);

            Godwit host = on(nothing).build();
            Path file = files.at("crm.zip");
            PackageInstall install = host.packages().install(file);
            assertThat(install.report().applied()).containsExactly("crm-1");
            assertThat(install.rows().orElseThrow().rows()).isEqualTo(4);
            assertThat(rows(ITEMS)).containsExactly("1, grown, NULL", "40, late, NULL");
            assertThat(rows("select a from shop.heap")).containsExactly("1", "1");

            PackageInstall again = host.packages().install(file);
            assertThat(again.report().outcome()).isEqualTo(Outcome.NOTHING_TO_DO);
            assertThat(again.rows()).as("they are there already").isEmpty();

            host.uninstall("crm", UninstallMode.DROP).orThrow();
            assertThat(host.packages().installWithoutData(file).rows()).isEmpty();
            assertThat(rows(ITEMS)).containsExactly("1, seed, NULL");
            assertThat(host.packages().install(file).rows()).isPresent();
            assertThat(rows(ITEMS)).hasSize(2);
        }
    }

    @Test
    default void anInstallWhoseRowsAreNotTakenGoesOnWhereItStopped() {
        try (PluginFolder plugins = grown();
                PluginFolder nothing = PluginFolder.create();
                RowFiles files = RowFiles.create()) {
            packed(plugins, files);
            dropAll(plugins);
            Godwit host = on(nothing).build();
            host.packages().installWithoutData(files.at("crm.zip"));
            String block = "{\"id\": \"block\", \"operations\": [{\"insertRows\": {\"table\": \"shop.item\","
                    + " \"rows\": [{\"id\": 7, \"name\": \"late\"}]}}]}";
            nothing.document("other", "other-2", "1.0.0", "\"steps\": {\"up\": [" + block + "]}");
            on(nothing).build().migrate();
            assertThatThrownBy(() -> host.packages().install(files.at("crm.zip")))
                    .isInstanceOf(TransferFailedException.class)
                    .hasMessageContaining("Nothing was imported");
            assertThat(rows(ITEMS)).containsExactly("1, seed, NULL", "7, late, NULL");
            String free =
                    "{\"id\": \"free\", \"operations\": [{\"deleteRows\": {\"table\": \"shop.item\", \"where\": \"id = 7\"}}]}";
            nothing.document("other", "other-3", "1.1.0", "\"steps\": {\"up\": [" + free + "]}");
            on(nothing).build().migrate();
            assertThat(host.packages().install(files.at("crm.zip")).rows()).isPresent();
            assertThat(rows(ITEMS)).containsExactly("1, grown, NULL", "40, late, NULL");
        }
    }

    @Test
    default void rowsArePackedOnlyAsThePackageHasTheirTables() {
        try (PluginFolder plugins = grown();
                RowFiles files = RowFiles.create()) {
            plugins.migration(
                    "crm-2",
                    "1.1.0",
                    "{\"id\": \"more\", \"operations\": [{\"dropTable\": {\"table\": \"shop.heap\"}}]}");
            assertThatThrownBy(() -> packed(plugins, files))
                    .isInstanceOf(PlanRefusedException.class)
                    .hasMessageContainingAll("crm-2", "Nothing was packed");
            assertThat(files.names()).isEmpty();
        }
    }

    @Test
    default void rowsForTablesOfAnotherPluginAreRefused() throws IOException {
        try (PluginFolder plugins = PluginFolder.create().migration("crm-1", "1.0.0", MADE);
                PluginFolder stranger = PluginFolder.create()
                        .document(
                                "bad",
                                "bad-1",
                                "1.0.0",
                                "\"steps\": {\"up\": [" + MADE.replace("shop.", "bad.") + "]}");
                RowFiles files = RowFiles.create()) {
            Godwit host = on(plugins).build();
            host.migrate();
            host.rows().export(RowExport.ofTables("shop.item"), files.at("rows"));
            PackageWriter.of("bad", stranger.source())
                    .with(host.rows().read(files.at("rows")))
                    .writeTo(files.at("bad.zip"), ArchiveFormat.ZIP);
            assertThatThrownBy(() -> host.packages().install(files.at("bad.zip")))
                    .isInstanceOf(PlanRefusedException.class)
                    .hasMessageContainingAll("shop.item does not belong to the plugin 'bad'", "Nothing was imported");
        }
    }
}
