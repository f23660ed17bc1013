package io.godwit.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.godwit.schema.TableName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of rows are read again in one way through their archive, and in any order. */
class ArchivedFilesTest {

    private static final List<String> NAMES = List.of("first", "second", "third");

    @TempDir
    private Path folder;

    private static String text(String name) {
        return (name + ",").repeat(50_000);
    }

    private static PackagedTable table(String name) {
        return new PackagedTable(
                TableName.parse(name), "data/" + name + ".jsonl", 1, "0".repeat(64), List.of(), List.of());
    }

    private RowsFile rows(String name) throws IOException {
        Path archive = folder.resolve(name);
        try (RowsDraft draft = RowsDraft.at(archive, Recipients.NOBODY)) {
            List<PackagedFile> files = new ArrayList<>();
            for (String file : NAMES) {
                files.add(draft.add(file + ".jsonl", out -> out.write(text(file).getBytes(StandardCharsets.UTF_8))));
            }
            List<PackagedTable> tables =
                    NAMES.stream().map(ArchivedFilesTest::table).toList();
            draft.finish(new RowsManifest("sqlite", "3.54.1", "", Instant.EPOCH, "test", tables, files));
            draft.publish();
        }
        return RowsFile.read(archive, new PackageReader());
    }

    private static String read(TableFiles files, String name) throws IOException {
        try (InputStream in = files.open(table(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rows.zip", "rows.tar.gz"})
    void filesAreReadInAnyOrderAndAgain(String archive) throws IOException {
        try (TableFiles files = rows(archive).files()) {
            for (String name : List.of("second", "third", "first", "third", "third", "second", "first", "first")) {
                assertThat(read(files, name)).isEqualTo(text(name));
            }
            try (InputStream unread = files.open(table("second"))) {
                assertThat(unread.read()).isEqualTo('s');
            }
            assertThat(read(files, "third")).isEqualTo(text("third"));
        }
    }

    /** What is open stays readable on the systems that Godwit is tested on, though its name is gone. */
    @ParameterizedTest
    @ValueSource(strings = {"rows.zip", "rows.tar.gz"})
    void archiveIsOpenedOnceWhereTheOrderIsItsOwn(String archive) throws IOException {
        try (TableFiles files = rows(archive).files()) {
            assertThat(read(files, "first")).isEqualTo(text("first"));
            Files.delete(folder.resolve(archive));
            assertThat(read(files, "second")).isEqualTo(text("second"));
            assertThat(read(files, "third")).isEqualTo(text("third"));
            assertThatThrownBy(() -> read(files, "first")).isInstanceOf(NoSuchFileException.class);
        }
    }
}
