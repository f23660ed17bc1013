package io.godwit.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.godwit.archive.Repacking.Entry;
import io.godwit.failure.PackageFault;
import io.godwit.failure.PackageRejectedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a stranger made to do harm is refused for what it is. */
class HostilePackageTest {

    private static final String DOCUMENT = "migrations/0001-contacts.json";

    @TempDir
    private Path folder;

    private Path valid;

    @BeforeEach
    void pack() throws IOException {
        valid = folder.resolve("valid");
        new PackedPlugin(folder).writer().writeTo(valid, ArchiveFormat.TAR_GZ);
    }

    private Repacking repacking() throws IOException {
        return Repacking.of(valid);
    }

    private void refused(Repacking repacking, ArchiveFormat format, PackageFault fault) throws IOException {
        refused(repacking.write(folder.resolve("hostile"), format), fault, PackageLimits.STANDARD);
    }

    private void refusedEitherWay(Repacking repacking, PackageFault fault) throws IOException {
        refused(repacking, ArchiveFormat.TAR_GZ, fault);
        refused(repacking, ArchiveFormat.ZIP, fault);
    }

    private static void refused(Path file, PackageFault fault, PackageLimits limits) {
        PackageRejectedException refused = catchThrowableOfType(
                PackageRejectedException.class,
                () -> new PackageReader().limits(limits).read(file));
        assertThat(refused).isNotNull();
        assertThat(refused.fault()).as(refused.getMessage()).contains(fault);
    }

    @ParameterizedTest
    @EnumSource
    void whatWasOnlyWrittenAgainIsTaken(ArchiveFormat format) throws IOException {
        Path file = repacking().write(folder.resolve("again"), format);

        assertThat(new PackageReader().read(file).manifest().pluginId()).isEqualTo("crm");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil",
                "data/../../evil",
                "/etc/evil",
                "C:/evil",
                "c:evil",
                "data\\evil",
                "..\\evil",
                "data//evil",
                "./evil",
                "data/./evil",
                "data/evil.",
                "data/evil ",
                "data/evil:stream",
                "data/e\u0001vil",
                "data/\u202egnp.evil",
            })
    void namesThatLeadElsewhereAreRefused(String name) throws IOException {
        for (Repacking hostile :
                List.of(repacking().listed(name, "x"), repacking().with(Entry.file(name, "x")))) {
            refused(hostile, ArchiveFormat.TAR_GZ, PackageFault.PATH);
            refusedBytes(hostile.plainZip(), PackageFault.PATH);
        }
    }

    @Test
    void aNulInANameIsRefused() throws IOException {
        refused(repacking().with(Entry.file("data/e\0vil", "x")), ArchiveFormat.ZIP, PackageFault.PATH);
    }

    @Test
    void namesThatAreOneFileAreRefused() throws IOException {
        refusedEitherWay(repacking().with(Entry.file("DATA/people.jsonl", "x")), PackageFault.DUPLICATE);
        refusedEitherWay(repacking().with(Entry.file("data/people.jsonl", "x")), PackageFault.DUPLICATE);
        refusedEitherWay(repacking().with(Entry.file("data/people.jsonl/more", "x")), PackageFault.DUPLICATE);
        refusedEitherWay(
                repacking().listed("data/caf\u00e9", "x").with(Entry.file("data/cafe\u0301", "x")),
                PackageFault.DUPLICATE);
    }

    @Test
    void whatIsNoRegularFileIsRefused() throws IOException {
        for (byte type : List.of(
                TarConstants.LF_SYMLINK,
                TarConstants.LF_LINK,
                TarConstants.LF_FIFO,
                TarConstants.LF_CHR,
                TarConstants.LF_BLK,
                TarConstants.LF_CONTIG,
                (byte) 'Z')) {
            refused(
                    repacking().with(new Entry("data/link", type, "/etc/passwd")),
                    ArchiveFormat.TAR_GZ,
                    PackageFault.SPECIAL_ENTRY);
        }
        refused(
                repacking().with(new Entry("data/link", TarConstants.LF_SYMLINK, "/etc/passwd")),
                ArchiveFormat.ZIP,
                PackageFault.SPECIAL_ENTRY);
        refusedEitherWay(repacking().with(Entry.file("data/folder/", "")), PackageFault.SPECIAL_ENTRY);
    }

    @Test
    void entriesAndManifestListTheSame() throws IOException {
        refusedEitherWay(repacking().with(Entry.file("data/more.jsonl", "x")), PackageFault.UNLISTED);
        refusedEitherWay(repacking().without("data/people.jsonl"), PackageFault.MISSING);
        refusedEitherWay(repacking().without("manifest.json"), PackageFault.MANIFEST);
    }

    @Test
    void contentIsWhatTheManifestSays() throws IOException {
        String document = repacking().entries().get(3).content();

        refusedEitherWay(repacking().withContent("data/people.jsonl", "{}"), PackageFault.HASH);
        refusedEitherWay(repacking().withContent(DOCUMENT, document.replace("200", "201")), PackageFault.HASH);
    }

    @Test
    void documentsAreWhatTheManifestSays() throws IOException {
        refusedEitherWay(repacking().manifest(manifest -> manifest.put("version", "0.9.0")), PackageFault.CONTENT);
        refusedEitherWay(repacking().manifest(manifest -> manifest.put("pluginId", "billing")), PackageFault.CONTENT);
        refusedEitherWay(repacking().listed("migrations/0002-more.json", "{}"), PackageFault.CONTENT);
    }

    @Test
    void aManifestSaysNothingUnknownOrTwice() throws IOException {
        refusedEitherWay(repacking().manifest(manifest -> manifest.put("colour", "red")), PackageFault.MANIFEST);
        refusedEitherWay(repacking().manifest(manifest -> manifest.put("format", "v9")), PackageFault.MANIFEST);
        refusedEitherWay(repacking().manifest(manifest -> manifest.remove("files")), PackageFault.MANIFEST);
        refusedEitherWay(repacking().manifest(manifest -> manifest.putArray("migrations")), PackageFault.MANIFEST);
        String text = repacking().entries().get(0).content();
        refusedEitherWay(
                repacking().withContent("manifest.json", text.replaceFirst("\\{", "{\"format\": \"x\", ")),
                PackageFault.MANIFEST);
        refusedEitherWay(repacking().withContent("manifest.json", text + "{}"), PackageFault.MANIFEST);
        refusedEitherWay(repacking().withContent("manifest.json", "[".repeat(100_000)), PackageFault.MANIFEST);
    }

    @Test
    void nothingStandsBehindTheEnd() throws IOException {
        byte[] packed = Files.readAllBytes(valid);
        byte[] tar = repacking().tar();
        byte[] zip = repacking().zip();
        byte[] more = "more".getBytes(java.nio.charset.StandardCharsets.UTF_8);

        refusedBytes(joined(packed, more), PackageFault.TRAILING_DATA);
        refusedBytes(joined(packed, packed), PackageFault.TRAILING_DATA);
        refusedBytes(Repacking.gzip(joined(tar, more)), PackageFault.TRAILING_DATA);
        refusedBytes(joined(zip, more), PackageFault.TRAILING_DATA);
        refusedBytes(joined(zip, zip), PackageFault.TRAILING_DATA);
    }

    private void refusedBytes(byte[] bytes, PackageFault fault) throws IOException {
        refused(Files.write(folder.resolve("hostile"), bytes), fault, PackageLimits.STANDARD);
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    @Test
    void whatIsCutOffIsRefused() throws IOException {
        byte[] packed = Files.readAllBytes(valid);

        for (int length : new int[] {1, 10, 100, packed.length / 2, packed.length - 9, packed.length - 1}) {
            refusedBytes(Arrays.copyOf(packed, length), PackageFault.DAMAGED);
        }
        byte[] zip = repacking().zip();
        refusedBytes(Arrays.copyOf(zip, zip.length - 1), PackageFault.TRAILING_DATA);
        refusedBytes(new byte[0], PackageFault.DAMAGED);
    }

    @Test
    void bombsAreStoppedBeforeTheyGrow() throws IOException {
        String zeros = "0".repeat(20 << 20);

        refusedEitherWay(repacking().listed("data/zeros", zeros), PackageFault.TOO_LARGE);
        refusedEitherWay(repacking().listed("docs/zeros", zeros), PackageFault.TOO_LARGE);
        refusedEitherWay(repacking().withContent("manifest.json", zeros), PackageFault.TOO_LARGE);
    }

    @ParameterizedTest
    @EnumSource
    void everyLimitHolds(ArchiveFormat format) throws IOException {
        Path file = repacking().write(folder.resolve("hostile"), format);
        long size = Files.size(file);

        refused(file, PackageFault.TOO_LARGE, PackageLimits.STANDARD.withPacked(size - 1));
        refused(file, PackageFault.TOO_LARGE, PackageLimits.STANDARD.withUnpacked(2000));
        refused(file, PackageFault.TOO_LARGE, PackageLimits.STANDARD.withEntry(400));
        refused(file, PackageFault.TOO_LARGE, PackageLimits.STANDARD.withEntries(3));
        refused(file, PackageFault.TOO_LARGE, PackageLimits.STANDARD.withHeld(500));
    }

    /** A name of any length, as GNU tar writes it, would be read into memory. */
    @Test
    void longHeadersAreRefused() throws IOException {
        String name = new Random(1)
                .ints(400_000, 'a', 'z')
                .mapToObj(Character::toString)
                .collect(Collectors.joining());

        refused(
                repacking().with(new Entry("././@LongLink", TarConstants.LF_GNUTYPE_LONGNAME, name)),
                ArchiveFormat.TAR_GZ,
                PackageFault.TOO_LARGE);
    }
}
