package io.godwit.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.godwit.failure.InvalidMigrationException;
import io.godwit.failure.PackageFault;
import io.godwit.failure.PackageRejectedException;
import io.godwit.history.AppliedMigration;
import io.godwit.history.History;
import io.godwit.migration.Version;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Packages that hold only what is newer than a version. */
class DeltaPackageTest {

    @TempDir
    private Path folder;

    private PackedPlugin plugin;

    @BeforeEach
    void plugin() throws IOException {
        plugin = new PackedPlugin(folder);
        add("0002", "1.1.0", "\"crm-0001-contacts\", \"billing\"");
        add("0003", "1.2.0", "\"crm-0002\"");
    }

    private void add(String number, String version, String dependencies) throws IOException {
        plugin.write("crm/" + number + ".json", """
                {"format": "portable-migration-v1", "migration": {"id": "crm-%s", "pluginId": "crm", "version": "%s",
                  "dependencies": [%s], "steps": {"up": [{"id": "s", "operations": [
                    {"addColumn": {"table": "contacts", "column": {"name": "c%s", "type": "text"}}}]}]}}}""".formatted(number, version, dependencies, number));
    }

    private PackageWriter from(String version) {
        return plugin.writer().since(Version.parse(version));
    }

    @ParameterizedTest
    @EnumSource
    void aDeltaHoldsWhatIsNewerAndNamesTheRest(ArchiveFormat format) throws IOException {
        Path file = folder.resolve("delta");
        PackageManifest written = from("1.0.0").writeTo(file, format);
        from("1.0.0").writeTo(folder.resolve("again"), format);

        PluginPackage found = new PackageReader().read(file);

        assertThat(found.manifest()).isEqualTo(written);
        assertThat(written.migrations()).extracting(PackagedMigration::id).containsExactly("crm-0002", "crm-0003");
        assertThat(written.files())
                .extracting(PackagedFile::path)
                .as("the rows that an older migration moves are not there")
                .containsExactly("docs/read me.md", "migrations/0002.json", "migrations/0003.json");
        assertThat(written.dependencies()).containsExactly("billing");
        PackageBase base = written.delta().orElseThrow();
        assertThat(base.from()).hasToString("1.0.0");
        assertThat(base.requires()).extracting(RequiredMigration::id).containsExactly("crm-0001-contacts");
        assertThat(folder.resolve("again")).hasSameBinaryContentAs(file);
        assertThat(from("1.0").fileName(ArchiveFormat.TAR_GZ)).isEqualTo("crm-1.0.0-to-1.2.0.godwit.tar.gz");
        assertThatThrownBy(found::requireWhole)
                .isInstanceOfSatisfying(
                        PackageRejectedException.class,
                        refusal -> assertThat(refusal.fault()).contains(PackageFault.BASE));
    }

    @Test
    void aWholePackageSaysNothingOfABase() throws IOException {
        plugin.writer().writeTo(folder.resolve("whole"), ArchiveFormat.ZIP);

        PluginPackage found = new PackageReader().read(folder.resolve("whole"));

        assertThat(found.manifestText()).doesNotContain("\"from\"", "\"requires\"");
        assertThat(found.manifest().delta()).isEmpty();
        found.requireWhole();
    }

    @Test
    void thereIsNoDeltaFromEverywhere() throws IOException {
        Path file = folder.resolve("delta");
        for (String version : new String[] {"0.9.0", "1.0.1", "3.0.0", "1.1.0-rc.1"}) {
            assertThatThrownBy(() -> from(version).writeTo(file, ArchiveFormat.ZIP))
                    .isInstanceOf(InvalidMigrationException.class)
                    .hasMessageContainingAll("no version " + version, "1.0.0, 1.1.0, 1.2.0");
        }
        assertThatThrownBy(() -> from("1.2.0").writeTo(file, ArchiveFormat.ZIP))
                .isInstanceOf(InvalidMigrationException.class)
                .hasMessageContaining("nothing is newer than 1.2.0");
        add("0004", "1.0.0", "\"crm-0003\"");
        assertThatThrownBy(() -> from("1.1.0").writeTo(file, ArchiveFormat.ZIP))
                .isInstanceOf(InvalidMigrationException.class)
                .hasMessageContainingAll("crm-0004", "crm-0003", "which is newer than 1.1.0");
        assertThat(file).doesNotExist();
    }

    @Test
    void whatADeltaSaysOfItsBaseAgrees() throws IOException {
        refused(manifest -> manifest.remove("from"));
        refused(manifest -> manifest.remove("requires"));
        refused(manifest -> manifest.putArray("requires"));
        refused(manifest -> manifest.put("from", "1.1.0"));
        refused(manifest -> manifest.put("from", "0.9.0"));
        refused(manifest -> manifest.put("from", "x"));
        refused(manifest -> required(manifest).put("version", "1.0.1"));
        refused(manifest -> required(manifest).put("id", "crm-0002"));
        refused(manifest -> required(manifest).put("id", "crm 1"));
        refused(manifest -> required(manifest).put("up", "v1:abc"));
        refused(manifest -> required(manifest).put("down", "v1:abc"));
        refused(manifest ->
                manifest.withArray("requires").add(required(manifest).deepCopy()));
    }

    private static ObjectNode required(ObjectNode manifest) {
        return (ObjectNode) manifest.withArray("requires").get(0);
    }

    private void refused(Consumer<ObjectNode> change) throws IOException {
        Path file = folder.resolve("delta");
        from("1.0.0").writeTo(file, ArchiveFormat.ZIP);
        Path changed = Repacking.of(file).manifest(change).write(folder.resolve("changed"), ArchiveFormat.ZIP);

        assertThatThrownBy(() -> new PackageReader().read(changed))
                .isInstanceOfSatisfying(
                        PackageRejectedException.class,
                        refusal -> assertThat(refusal.fault())
                                .as(refusal.getMessage())
                                .contains(PackageFault.MANIFEST));
    }

    @Test
    void aDatabaseIsWhatADeltaStartsFromOrNot() throws IOException {
        PackageManifest manifest = from("1.0.0").writeTo(folder.resolve("delta"), ArchiveFormat.ZIP);
        RequiredMigration first = manifest.delta().orElseThrow().requires().get(0);
        AppliedMigration there = AppliedMigration.of("crm", first.id(), first.version(), first.up());
        AppliedMigration own = AppliedMigration.of("crm", "crm-0002", Version.parse("1.1.0"), "any");
        AppliedMigration more = AppliedMigration.of("crm", "crm-x", Version.parse("1.0.0"), "any");
        AppliedMigration other = AppliedMigration.of("other", "other-1", Version.parse("7.0.0"), "any");
        AppliedMigration changed = AppliedMigration.of("crm", first.id(), first.version(), "v1:other");
        AppliedMigration stolen = AppliedMigration.of("other", first.id(), first.version(), first.up());

        check(manifest, there);
        check(manifest, there, own, other);
        assertThatThrownBy(() -> check(manifest)).hasMessageContaining("nothing of crm; not applied: " + first);
        assertThatThrownBy(() -> check(manifest, stolen)).hasMessageContaining("not applied: " + first);
        assertThatThrownBy(() -> check(manifest, changed)).hasMessageContaining("did otherwise than there: " + first);
        assertThatThrownBy(() -> check(manifest, there, more)).hasMessageContaining("not there: crm-x (1.0.0)");
    }

    private static void check(PackageManifest manifest, AppliedMigration... applied) {
        new DeltaCheck(manifest, History.of(List.of(applied))).pass();
    }
}
