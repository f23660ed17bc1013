package io.godwit.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupDirectoryTest {

    @TempDir
    private Path folder;

    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        BackupStore store = BackupStore.directory(folder.resolve("made/when needed"));
        store.write("crm-1.godwit-backup.zip", out -> out.write(new byte[] {1, 2, 3}));
        try (InputStream in = store.read("crm-1.godwit-backup.zip")) {
            assertThat(in.readAllBytes()).containsExactly(1, 2, 3);
        }
    }

    @Test
    void failedBackupLeavesNothing() {
        BackupStore store = BackupStore.directory(folder);
        assertThatThrownBy(() -> store.write("crm-1.godwit-backup.zip", out -> {
                    out.write(new byte[100_000]);
                    throw new IOException("no space left");
                }))
                .hasMessage("no space left");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void backupIsNeverWrittenOver() throws IOException {
        BackupStore store = BackupStore.directory(folder);
        store.write("crm-1.godwit-backup.zip", out -> out.write(1));
        assertThatThrownBy(() -> store.write("crm-1.godwit-backup.zip", out -> out.write(2)))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(folder.resolve("crm-1.godwit-backup.zip")).hasBinaryContent(new byte[] {1});
    }

    @Test
    void listHasWholeBackupsOnly() throws IOException {
        BackupStore store = BackupStore.directory(folder.resolve("new"));
        assertThat(store.list()).isEmpty();
        store.write("crm-1.godwit-backup.zip", out -> out.write(new byte[] {1, 2, 3}));
        Files.writeString(folder.resolve("new/crm-2.godwit-backup.zip.part"), "cut off");
        Files.writeString(folder.resolve("new/notes.txt"), "not ours");
        assertThat(store.list())
                .extracting(StoredBackup::name, StoredBackup::bytes)
                .containsExactly(tuple("crm-1.godwit-backup.zip", 3L));
        store.delete("crm-1.godwit-backup.zip");
        store.delete("crm-1.godwit-backup.zip");
        assertThat(store.list()).isEmpty();
    }

    @Test
    void noNameLeadsOutOfTheFolder() {
        BackupStore store = BackupStore.directory(folder);
        for (String name : new String[] {"../one", "/etc/passwd", "..", "a/b", "a\\b", ""}) {
            assertThatThrownBy(() -> store.read(name)).isInstanceOf(NoSuchFileException.class);
            assertThatThrownBy(() -> store.delete(name)).isInstanceOf(NoSuchFileException.class);
        }
    }
}
