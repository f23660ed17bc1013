package io.godwit.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.failure.GodwitException;
import io.godwit.failure.InvalidMigrationException;
import io.godwit.failure.PackageRejectedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the bytes are, the reader either refuses them by name or gives out what was packed. */
class PackageFuzzTest {

    private static final int ROUNDS = 500;

    @TempDir
    private Path folder;

    private Path valid;
    private PackageManifest manifest;

    @BeforeEach
    void pack() throws IOException {
        valid = folder.resolve("valid");
        manifest = new PackedPlugin(folder).writer().writeTo(valid, ArchiveFormat.TAR_GZ);
    }

    @Test
    void packedBytesThatWereChanged() throws IOException {
        Random random = new Random(20261122);
        byte[] packed = Files.readAllBytes(valid);
        for (int round = 0; round < ROUNDS; round++) {
            check(changed(packed, random), "gzip " + round);
        }
    }

    @Test
    void tarFilesThatWereChanged() throws IOException {
        Random random = new Random(1);
        byte[] tar = Repacking.of(valid).tar();
        for (int round = 0; round < ROUNDS; round++) {
            check(Repacking.gzip(changed(tar, random)), "tar " + round);
        }
    }

    @Test
    void zipFilesThatWereChanged() throws IOException {
        Random random = new Random(2);
        byte[] zip = Repacking.of(valid).zip();
        for (int round = 0; round < ROUNDS; round++) {
            check(changed(zip, random), "zip " + round);
        }
    }

    @Test
    void bytesThatMeanNothing() throws IOException {
        Random random = new Random(3);
        byte[][] heads = {{}, {0x1f, (byte) 0x8b, 8, 0}, {'P', 'K', 3, 4}};
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = new byte[random.nextInt(4000)];
            random.nextBytes(bytes);
            byte[] head = heads[round % heads.length];
            System.arraycopy(head, 0, bytes, 0, Math.min(head.length, bytes.length));
            check(bytes, "noise " + round);
            check(Repacking.gzip(bytes), "compressed noise " + round);
        }
    }

    /** One to four changes: a bit, a byte, a run of bytes, a part moved, left out or doubled. */
    private static byte[] changed(byte[] original, Random random) {
        byte[] bytes = original.clone();
        for (int left = 1 + random.nextInt(4); left > 0; left--) {
            int at = random.nextInt(bytes.length);
            int length = Math.min(bytes.length - at, 1 + random.nextInt(600));
            switch (random.nextInt(6)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes[at] = (byte) random.nextInt();
                case 2 -> Arrays.fill(bytes, at, at + length, (byte) random.nextInt());
                case 3 -> System.arraycopy(bytes, at, bytes, random.nextInt(bytes.length - length + 1), length);
                case 4 -> bytes = without(bytes, at, length);
                default -> bytes = doubled(bytes, at, length);
            }
            if (bytes.length == 0) {
                return bytes;
            }
        }
        return bytes;
    }

    private static byte[] without(byte[] bytes, int at, int length) {
        byte[] rest = Arrays.copyOf(bytes, bytes.length - length);
        System.arraycopy(bytes, at + length, rest, at, bytes.length - at - length);
        return rest;
    }

    private static byte[] doubled(byte[] bytes, int at, int length) {
        byte[] more = Arrays.copyOf(bytes, bytes.length + length);
        System.arraycopy(bytes, at, more, at + length, bytes.length - at);
        return more;
    }

    private void check(byte[] bytes, String round) throws IOException {
        Path file = Files.write(folder.resolve("changed"), bytes);
        try {
            assertThat(new PackageReader().read(file).manifest()).as(round).isEqualTo(manifest);
        } catch (GodwitException refused) {
            assertThat(refused)
                    .as(round)
                    .isInstanceOfAny(PackageRejectedException.class, InvalidMigrationException.class)
                    .hasMessageContaining("othing");
        }
    }
}
