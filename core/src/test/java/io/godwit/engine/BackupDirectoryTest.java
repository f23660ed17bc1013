package io.godwit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupDirectoryTest {

    @TempDir
    private Path folder;

    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        BackupStore store = BackupStore.directory(folder.resolve("made/when needed"));
        store.write("one.zip", out -> out.write(new byte[] {1, 2, 3}));
        try (InputStream in = store.read("one.zip")) {
            assertThat(in.readAllBytes()).containsExactly(1, 2, 3);
        }
    }

    @Test
    void failedBackupLeavesNothing() {
        BackupStore store = BackupStore.directory(folder);
        assertThatThrownBy(() -> store.write("one.zip", out -> {
                    out.write(new byte[100_000]);
                    throw new IOException("no space left");
                }))
                .hasMessage("no space left");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void backupIsNeverWrittenOver() throws IOException {
        BackupStore store = BackupStore.directory(folder);
        store.write("one.zip", out -> out.write(1));
        assertThatThrownBy(() -> store.write("one.zip", out -> out.write(2)))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(folder.resolve("one.zip")).hasBinaryContent(new byte[] {1});
    }
}
