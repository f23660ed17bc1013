package io.godwit.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.godwit.tck.harness.MemoryBackups;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncryptedBackupTest {

    /** The payload is cut into chunks of this size, each with a tag of 16 bytes behind it. */
    private static final int CHUNK = 64 * 1024 + 16;

    private static final String KEY = BackupKeys.generate();
    private static final byte[] NOISE = new byte[300_000];

    static {
        new Random(1).nextBytes(NOISE);
    }

    private final MemoryBackups store = new MemoryBackups();
    private final BackupPlace place = new BackupPlace(store, BackupKeys.of("# of today\n" + KEY + "\n"));
    private final String name = place.name("crm", "1.0.0", "2026-11-22T10:15:00Z", "0f8fad5b-d9cb");

    private Backup written(BackupPlace there) throws IOException, SQLException {
        return there.write(name, file -> {
            BackupEntry noise = file.<RuntimeException>add("noise", out -> out.write(NOISE));
            return new BackupManifest(
                    "crm",
                    "1.0.0",
                    "sqlite",
                    "3",
                    "2026-11-22T10:15:00Z",
                    BackupContent.FILE,
                    "asked for",
                    "",
                    "run",
                    List.of(),
                    List.of(),
                    List.of(noise));
        });
    }

    private byte[] bytes() throws IOException {
        return store.read(name).readAllBytes();
    }

    private void replace(byte[] bytes) throws IOException {
        store.delete(name);
        store.write(name, out -> out.write(bytes));
    }

    @Test
    void whatIsEncryptedComesBack() throws IOException, SQLException {
        Backup backup = written(place);
        List<byte[]> read = new ArrayList<>();
        backup.read(entry -> true, (entry, content) -> read.add(content.readAllBytes()));
        assertThat(read).singleElement().isEqualTo(NOISE);
        assertThat(name).endsWith(".godwit-backup.zip.age");
        assertThat(new String(bytes(), StandardCharsets.ISO_8859_1))
                .startsWith("age-encryption.org/v1\n-> X25519 ")
                .doesNotContain("manifest.json", "crm");
    }

    @Test
    void anOlderKeyStillOpens() throws IOException, SQLException {
        written(place);
        BackupPlace later = new BackupPlace(store, BackupKeys.of(BackupKeys.generate() + "\n" + KEY));
        assertThat(later.read(name).manifest().pluginId()).isEqualTo("crm");
    }

    @Test
    void anotherKeyOpensNothingAndIsNotTold() throws IOException, SQLException {
        written(place);
        String other = BackupKeys.generate();
        assertThatThrownBy(() -> new BackupPlace(store, BackupKeys.of(other)).verified(name))
                .hasMessageContaining("none of the keys opens it")
                .hasMessageNotContainingAny(other, KEY);
        assertThatThrownBy(() -> new BackupPlace(store).read(name))
                .hasMessage("it is encrypted, and there are no keys");
        assertThatThrownBy(() -> BackupKeys.of(other.substring(1))).hasMessageNotContaining(other.substring(20));
    }

    @Test
    void whatIsNotEncryptedIsNotBelieved() throws IOException, SQLException {
        written(new BackupPlace(store));
        assertThatThrownBy(() -> place.read(name)).hasMessageContaining("it is not encrypted");
    }

    @Test
    void everyChangeIsFound() throws IOException, SQLException {
        written(place);
        byte[] whole = bytes();
        int payload = whole.length % CHUNK < 200 ? 1000 : 300;
        for (int at = 0; at < whole.length; at += whole.length / 97) {
            byte[] changed = whole.clone();
            changed[at] ^= 1;
            replace(changed);
            assertThatThrownBy(() -> place.read(name)).as("byte " + at).isInstanceOf(IOException.class);
        }
        for (int length = 0; length < whole.length; length += whole.length / 61) {
            replace(Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> place.read(name))
                    .as("cut off at " + length)
                    .isInstanceOf(IOException.class);
        }
        replace(Arrays.copyOf(whole, whole.length + payload));
        assertThatThrownBy(() -> place.read(name)).as("something behind it").isInstanceOf(IOException.class);
    }

    @Test
    void chunksThatAreMovedOrLeftOutAreFound() throws IOException, SQLException {
        written(place);
        byte[] whole = bytes();
        String text = new String(whole, StandardCharsets.ISO_8859_1);
        int start = text.indexOf('\n', text.indexOf("\n---") + 1) + 1 + 16;
        byte[] swapped = whole.clone();
        System.arraycopy(whole, start, swapped, start + CHUNK, CHUNK);
        System.arraycopy(whole, start + CHUNK, swapped, start, CHUNK);
        replace(swapped);
        assertThatThrownBy(() -> place.read(name)).isInstanceOf(IOException.class);
        byte[] shorter = Arrays.copyOf(whole, whole.length - CHUNK);
        System.arraycopy(whole, start + CHUNK, shorter, start, shorter.length - start);
        replace(shorter);
        assertThatThrownBy(() -> place.read(name)).isInstanceOf(IOException.class);
        replace(Arrays.copyOf(whole, start + 2 * CHUNK));
        assertThatThrownBy(() -> place.read(name))
                .as("whole chunks are missing at the end")
                .isInstanceOf(IOException.class);
    }

    @Test
    void keysMayLieInAFile(@TempDir Path folder) throws IOException, SQLException {
        Path file = Files.writeString(folder.resolve("keys.txt"), "# created: today\n" + KEY + "\n");
        written(new BackupPlace(store, BackupKeys.file(file)));
        assertThat(place.read(name).manifest().engine()).isEqualTo("sqlite");
        Files.writeString(file, "nothing");
        assertThatThrownBy(() -> new BackupPlace(store, BackupKeys.file(file)).read(name))
                .hasMessageContaining("is no secret key of age");
    }
}
