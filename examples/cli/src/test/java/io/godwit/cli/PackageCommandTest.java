package io.godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageCommandTest {

    @TempDir
    private Path folder;

    private Place place;
    private Path file;

    @BeforeEach
    void place() {
        place = new Place(folder).without("GODWIT_URL");
        file = folder.resolve("crm.godwit.tar.gz");
    }

    private Path pem(String name, String label, byte[] encoded) throws IOException {
        return Files.writeString(
                folder.resolve(name),
                "-----BEGIN " + label + "-----\n" + Base64.getMimeEncoder().encodeToString(encoded) + "\n-----END "
                        + label + "-----\n");
    }

    private Answer pack(String... more) {
        String[] arguments = new String[more.length + 5];
        System.arraycopy(new String[] {"pack", "--plugin", "crm", "--output", file.toString()}, 0, arguments, 0, 5);
        System.arraycopy(more, 0, arguments, 5, more.length);
        return place.run(arguments);
    }

    @Test
    void aPackageIsMadeShownCheckedAndUnpacked() {
        assertThat(pack().out()).contains("crm 1.1.0, 2 migrations in 2 files, not signed");

        Answer shown = place.run("inspect", file.toString());
        assertThat(shown.code()).isZero();
        assertThat(shown.out()).contains("crm-0002-notes", "1.1.0", "migrations/0002-notes.json", "signed: no");
        assertThat(place.run("verify", file.toString()).out()).contains("2 files as the manifest says; not signed");
        Answer unpacked = place.run(
                "unpack", file.toString(), "--output", folder.resolve("u/crm").toString());
        assertThat(unpacked.code()).isZero();
        assertThat(place.run("validate", folder.resolve("u").toString()).out()).contains("valid: 2 documents");
        Answer again = place.run(
                "unpack", file.toString(), "--output", folder.resolve("u/crm").toString());
        assertThat(again.code()).isEqualTo(2);
        assertThat(again.error()).contains("it holds something");
    }

    @Test
    void aPackageInAFolderGetsItsName() {
        Answer packed = place.run("pack", "--plugin", "crm", "--output", folder.toString(), "--format", "json");

        assertThat(packed.json().at("/file").asText())
                .isEqualTo(folder.resolve("crm-1.1.0.godwit.tar.gz").toString());
        assertThat(folder.resolve("crm-1.1.0.godwit.tar.gz")).exists();
    }

    @Test
    void whoSignedItIsAskedOnRequest() throws IOException, GeneralSecurityException {
        KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        KeyPair others = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Path secret = pem("key.pem", "PRIVATE KEY", keys.getPrivate().getEncoded());
        Path key = pem("key.pub", "PUBLIC KEY", keys.getPublic().getEncoded());
        Path other = pem("other.pub", "PUBLIC KEY", others.getPublic().getEncoded());

        assertThat(pack("--sign-key", secret.toString()).code()).isZero();

        assertThat(place.run("verify", file.toString(), "--trust", key.toString())
                        .out())
                .contains("signed by the trusted key");
        Answer wrong = place.run("verify", file.toString(), "--trust", other.toString(), "--format", "json");
        assertThat(wrong.code()).isEqualTo(6);
        assertThat(wrong.json().at("/error/fault").asText()).isEqualTo("signature");
        Answer confused = pack("--sign-key", key.toString());
        assertThat(confused.code()).isEqualTo(2);
        assertThat(confused.error()).contains("no '-----BEGIN PRIVATE KEY-----'");
    }

    @Test
    void theTimeIsTheOneOfTheEnvironment() {
        place.with("SOURCE_DATE_EPOCH", "1000000000");
        pack();

        assertThat(place.run("inspect", file.toString(), "--format", "json")
                        .json()
                        .at("/manifest/createdAt")
                        .asText())
                .isEqualTo("2001-09-09T01:46:40Z");
        assertThat(place.with("SOURCE_DATE_EPOCH", "soon")
                        .run("pack", "--plugin", "crm", "--output", file.toString())
                        .code())
                .isEqualTo(2);
    }

    @Test
    void whatWasChangedIsRefusedAndLeavesNothing() throws IOException {
        pack();
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 20));
        Path target = folder.resolve("target");

        for (String command : new String[] {"inspect", "verify"}) {
            assertThat(place.run(command, file.toString()).code()).isEqualTo(6);
        }
        Answer unpacked = place.run("unpack", file.toString(), "--output", target.toString());
        assertThat(unpacked.code()).isEqualTo(6);
        assertThat(unpacked.error()).contains("is refused: it is cut off", "Nothing of it was used");
        assertThat(target).doesNotExist();
    }

    @Test
    void whatCannotBePackedIsNamed() {
        assertThat(place.run("pack", "--plugin", "billing", "--output", file.toString())
                        .code())
                .isEqualTo(3);
        assertThat(place.run(
                                "pack",
                                "--plugin",
                                "crm",
                                "--output",
                                folder.resolve("crm.rar").toString())
                        .code())
                .isEqualTo(2);
        assertThat(place.run("verify", folder.resolve("nothing").toString()).code())
                .isEqualTo(2);
        place.write("crm/0003.json", Documents.fiveFaults());
        assertThat(pack().code()).isEqualTo(3);
        assertThat(file).doesNotExist();
    }
}
