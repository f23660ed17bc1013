package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.exceptionfactory.jagged.x25519.X25519KeyPairGenerator;
import io.godwit.Godwit;
import io.godwit.archive.ArchiveFormat;
import io.godwit.archive.PackageKeys;
import io.godwit.archive.PackageReader;
import io.godwit.archive.PackageWriter;
import io.godwit.archive.Recipients;
import io.godwit.engine.RowExport;
import io.godwit.failure.PackageFault;
import io.godwit.failure.PackageRejectedException;
import io.godwit.failure.PlanRefusedException;
import io.godwit.migration.OnConflict;
import io.godwit.tck.harness.PluginFolder;
import io.godwit.tck.harness.RowFiles;
import io.godwit.tck.harness.Workbench;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Exports and packages that only the owner of a key can read. */
public interface EncryptedRowsContract extends EngineContract {

    /** A key pair of age. */
    record Owner(Recipients recipients, PackageKeys keys) {

        static Owner create() {
            try {
                KeyPair pair = new X25519KeyPairGenerator().generateKeyPair();
                String secret = new String(pair.getPrivate().getEncoded(), StandardCharsets.US_ASCII);
                String recipient = new String(pair.getPublic().getEncoded(), StandardCharsets.US_ASCII);
                return new Owner(new Recipients(List.of(recipient)), () -> List.of(secret));
            } catch (GeneralSecurityException e) {
                throw new AssertionError(e);
            }
        }

        PackageReader reader() {
            return new PackageReader().keys(keys);
        }
    }

    private static void refusedAs(PackageFault fault, Godwit godwit, Path file) {
        assertThatThrownBy(() -> godwit.rows().importFrom(file, OnConflict.UPDATE))
                .isInstanceOfSatisfying(
                        PackageRejectedException.class,
                        rejected -> assertThat(rejected.fault()).contains(fault));
    }

    @Test
    default void encryptedRowsAreForTheirReaderAlone() throws IOException {
        try (PluginFolder plugins = PluginFolder.create().migration("crm-1", "1.0.0", TravellingRowsContract.KEPT);
                RowFiles files = RowFiles.create();
                Workbench there = new Workbench(bench().database().another())) {
            Godwit here = on(plugins).build();
            here.migrate();
            TravellingRowsContract.keepRows(here, files);
            Owner owner = Owner.create();
            Path file = files.at("rows.tar.gz.age");
            here.rows().export(RowExport.ofPlugin("crm").encryptedTo(owner.recipients()), file);
            assertThat(files.names()).containsExactlyInAnyOrder("given", "rows.tar.gz.age");
            byte[] bytes = Files.readAllBytes(file);
            assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).startsWith("age-encryption.org/v1\n");

            Godwit other = plugins.on(there.database().dataSource()).build();
            other.migrate();
            refusedAs(PackageFault.ENCRYPTED, other, file);
            Godwit stranger = plugins.on(there.database().dataSource())
                    .packages(Owner.create().reader())
                    .build();
            refusedAs(PackageFault.ENCRYPTED, stranger, file);

            Godwit reading = plugins.on(there.database().dataSource())
                    .packages(owner.reader())
                    .build();
            bytes[bytes.length - 20] ^= 1;
            Files.write(files.at("changed.tar.gz.age"), bytes);
            refusedAs(PackageFault.DAMAGED, reading, files.at("changed.tar.gz.age"));
            assertThat(there.rows("select count(*) from shop.kept")).containsExactly("0");
            reading.rows().importFrom(file, OnConflict.FAIL);
            reading.rows().export(RowExport.ofPlugin("crm"), files.at("back"));
            assertThat(files.rows("back")).isEqualTo(TravellingRowsContract.ROWS);
        }
    }

    @Test
    default void encryptedPackagesAreInstalledByTheirReader() throws IOException {
        try (PluginFolder plugins = PluginFolder.create().migration("crm-1", "1.0.0", TravellingPackageContract.MADE);
                PluginFolder nothing = PluginFolder.create();
                RowFiles files = RowFiles.create();
                Workbench there = new Workbench(bench().database().another())) {
            Godwit here = on(plugins).build();
            here.migrate();
            Owner owner = Owner.create();
            Path file = files.at("crm.godwit.tar.gz.age");
            here.packages()
                    .pack(
                            PackageWriter.of("crm", plugins.source()).encryptedTo(owner.recipients()),
                            RowExport.ofPlugin("crm"),
                            file,
                            ArchiveFormat.TAR_GZ);
            assertThat(files.names()).containsExactly("crm.godwit.tar.gz.age");
            assertThatThrownBy(() -> new PackageReader().read(file)).isInstanceOf(PackageRejectedException.class);

            Godwit other = nothing.on(there.database().dataSource())
                    .packages(owner.reader())
                    .build();
            assertThat(other.packages().install(file).rows().orElseThrow().rows())
                    .isEqualTo(1);
            assertThat(there.rows("select name from shop.item")).containsExactly("seed");
        }
    }

    @Test
    default void aNameThatSaysSomethingElseIsRefused() {
        try (PluginFolder plugins = PluginFolder.create().migration("crm-1", "1.0.0", TravellingRowsContract.KEPT);
                RowFiles files = RowFiles.create()) {
            Godwit godwit = on(plugins).build();
            godwit.migrate();
            RowExport plain = RowExport.ofPlugin("crm");
            RowExport encrypted = plain.encryptedTo(Owner.create().recipients());
            for (String name : List.of("rows.zip", "rows", "rows.zip.age")) {
                assertThatThrownBy(() -> godwit.rows().export(encrypted, files.at(name)))
                        .isInstanceOf(PlanRefusedException.class)
                        .hasMessageContainingAll(".tar.gz.age", "Nothing was exported");
            }
            assertThatThrownBy(() -> godwit.rows().export(plain, files.at("rows.tar.gz.age")))
                    .isInstanceOf(PlanRefusedException.class)
                    .hasMessageContaining("nobody is said for whom");
            assertThat(files.names()).isEmpty();
        }
    }
}
