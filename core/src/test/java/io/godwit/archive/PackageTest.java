package io.godwit.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.godwit.failure.InvalidMigrationException;
import io.godwit.failure.PackageFault;
import io.godwit.failure.PackageRejectedException;
import io.godwit.format.PluginSource;
import io.godwit.schema.TableName;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Instant;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is packed is what is read. */
class PackageTest {

    @TempDir
    private Path folder;

    private PackedPlugin plugin;

    @BeforeEach
    void plugin() throws IOException {
        plugin = new PackedPlugin(folder);
    }

    @ParameterizedTest
    @EnumSource
    void aPackageHoldsThePluginWithItsFiles(ArchiveFormat format) throws IOException {
        Path file = folder.resolve("crm");
        PackageManifest written = plugin.writer().writeTo(file, format);

        PluginPackage found = new PackageReader().read(file);

        assertThat(found.manifest()).isEqualTo(written);
        assertThat(written.files())
                .extracting(PackagedFile::path)
                .containsExactly("data/people.jsonl", "docs/read me.md", "migrations/0001-contacts.json");
        assertThat(written.version()).hasToString("1.0.0");
        assertThat(written.created()).isEqualTo("2026-01-05T10:00:00Z");
        assertThat(written.dependencies()).containsExactly("identity@>=1");
        assertThat(found.source().documents().get(0).read().id()).isEqualTo("crm-0001-contacts");
        try (InputStream rows = found.open("data/people.jsonl")) {
            assertThat(new String(rows.readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("{\"id\": 1")
                    .hasLineCount(20);
        }
    }

    /** More than a header's length is passed over to get to the second one. */
    @ParameterizedTest
    @EnumSource
    void rowsBehindManyOthersAreRead(ArchiveFormat format) throws IOException {
        String many = IntStream.range(0, 60_000)
                .mapToObj(number -> "{\"a\": " + number * number + "}\n")
                .collect(Collectors.joining());
        List<PackagedTable> tables = List.of(table("first"), table("second"));
        TableRows rows = new TableRows() {
            @Override
            public List<PackagedTable> tables() {
                return tables;
            }

            @Override
            public InputStream open(PackagedTable table) {
                return new ByteArrayInputStream(many.getBytes(StandardCharsets.UTF_8));
            }
        };
        Path file = folder.resolve("crm");
        plugin.writer().with(rows).writeTo(file, format);

        PluginPackage found = new PackageReader().read(file);
        try (InputStream second = found.open(tables.get(1))) {
            assertThat(new String(second.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(many);
        }
    }

    private static PackagedTable table(String name) {
        return new PackagedTable(
                TableName.of(name),
                "data/rows/" + name + ".jsonl",
                60_000,
                "0".repeat(64),
                List.of(new PackagedColumn("a", "integer")),
                List.of());
    }

    @ParameterizedTest
    @EnumSource
    void theSameContentIsTheSameFile(ArchiveFormat format) throws IOException {
        TimeZone zone = TimeZone.getDefault();
        try {
            PackageWriter writer = plugin.writer().signedBy(PackedPlugin.signing(PackedPlugin.keys()));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            writer.writeTo(folder.resolve("one"), format);
            TimeZone.setDefault(TimeZone.getTimeZone("America/Adak"));
            writer.writeTo(folder.resolve("other"), format);
        } finally {
            TimeZone.setDefault(zone);
        }

        assertThat(folder.resolve("one")).hasSameBinaryContentAs(folder.resolve("other"));
    }

    @Test
    void theTimeIsTheOneThatWasGiven() throws IOException {
        Instant time = Instant.parse("2001-02-03T04:05:06Z");

        assertThat(plugin.writer()
                        .created(time)
                        .writeTo(folder.resolve("crm"), ArchiveFormat.ZIP)
                        .created())
                .isEqualTo(time);
    }

    @Test
    void onlyTheTrustedPublishersPackagesAreTaken() throws IOException {
        KeyPair keys = PackedPlugin.keys();
        PackageReader trusting = new PackageReader().trust(PackageTrust.of(PackedPlugin.publisher(keys)));
        Path signed = folder.resolve("signed");
        Path other = folder.resolve("other");
        Path unsigned = folder.resolve("unsigned");
        plugin.writer().signedBy(PackedPlugin.signing(keys)).writeTo(signed, ArchiveFormat.TAR_GZ);
        plugin.writer().signedBy(PackedPlugin.signing(PackedPlugin.keys())).writeTo(other, ArchiveFormat.TAR_GZ);
        plugin.writer().writeTo(unsigned, ArchiveFormat.TAR_GZ);

        assertThat(trusting.read(signed).isSigned()).isTrue();
        assertThat(new PackageReader().read(other).isSigned()).isTrue();
        refusedForItsSignature(trusting, other);
        refusedForItsSignature(trusting, unsigned);
    }

    @Test
    void aPluginsKeyIsAskedForItsPackagesOnly() throws IOException {
        KeyPair keys = PackedPlugin.keys();
        Path file = folder.resolve("crm");
        plugin.writer().signedBy(PackedPlugin.signing(keys)).writeTo(file, ArchiveFormat.ZIP);
        PublisherKey right = PackedPlugin.publisher(keys);
        PublisherKey wrong = PackedPlugin.publisher(PackedPlugin.keys());
        PackageReader reader = new PackageReader();

        assertThat(reader.trust(PackageTrust.ANYBODY.pinning("crm", right).pinning("billing", wrong))
                        .read(file)
                        .isSigned())
                .isTrue();
        assertThat(reader.trust(PackageTrust.ANYBODY.pinning("billing", wrong))
                        .read(file)
                        .isSigned())
                .isTrue();
        refusedForItsSignature(
                reader.trust(PackageTrust.ANYBODY.pinning("crm", wrong).pinning("billing", right)), file);
    }

    private static void refusedForItsSignature(PackageReader reader, Path file) {
        assertThatThrownBy(() -> reader.read(file))
                .isInstanceOfSatisfying(
                        PackageRejectedException.class,
                        refused -> assertThat(refused.fault()).contains(PackageFault.SIGNATURE));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsUnpackedIsAPluginAgain(ArchiveFormat format) throws IOException {
        Path file = folder.resolve("crm");
        plugin.writer().writeTo(file, format);
        Path unpacked = Files.createDirectory(folder.resolve("unpacked"));

        new PackageReader().read(file).unpackTo(unpacked.resolve("crm"));
        Path again = folder.resolve("again");
        PackageWriter.of("crm", PluginSource.directory(unpacked)).tool("a test").writeTo(again, format);

        assertThat(again).hasSameBinaryContentAs(file);
        try (var there = Files.list(unpacked)) {
            assertThat(there).hasSize(1);
        }
    }

    @Test
    void aPackageThatChangedAfterItWasReadGivesNothingOut() throws IOException {
        Path file = folder.resolve("crm");
        plugin.writer().writeTo(file, ArchiveFormat.TAR_GZ);
        PluginPackage found = new PackageReader().read(file);
        plugin.write("crm/data/people.jsonl", "{\"id\": 2, \"name\": \"Bob\"}\n".repeat(20));
        plugin.writer().writeTo(file, ArchiveFormat.TAR_GZ);

        assertThatThrownBy(() -> found.unpackTo(folder.resolve("unpacked")))
                .isInstanceOf(PackageRejectedException.class)
                .hasMessageContaining("data/people.jsonl");
        assertThat(folder.resolve("unpacked")).doesNotExist();
    }

    @Test
    void aFullFolderIsNotUnpackedInto() throws IOException {
        Path file = folder.resolve("crm");
        plugin.writer().writeTo(file, ArchiveFormat.TAR_GZ);
        Path full = Files.createDirectory(folder.resolve("full"));
        Files.writeString(full.resolve("manifest.json"), "mine");

        assertThatThrownBy(() -> new PackageReader().read(file).unpackTo(full)).isInstanceOf(IOException.class);
        assertThat(full.resolve("manifest.json")).hasContent("mine");
    }

    @Test
    void whatIsNotThereIsNotPacked() {
        Path file = folder.resolve("billing");

        assertThatThrownBy(() -> PackageWriter.of("billing", PluginSource.directory(folder.resolve("plugins")))
                        .writeTo(file, ArchiveFormat.ZIP))
                .isInstanceOf(InvalidMigrationException.class)
                .hasMessageContaining("there is no migration of the plugin 'billing'");
        assertThat(file).doesNotExist();
    }
}
