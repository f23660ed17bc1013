package io.godwit.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.godwit.schema.TableName;
import io.godwit.tck.harness.MemoryBackups;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class BackupPlaceTest {

    private static final String NAME = "crm-1.0.0.godwit-backup.zip";
    private final MemoryBackups store = new MemoryBackups();
    private final BackupPlace place = new BackupPlace(store);

    private Backup written() throws IOException, SQLException {
        return place.write(NAME, file -> {
            BackupEntry document = file.add("migrations/crm-1.json", "{}");
            BackupEntry rows = file.add("data/001-kept.jsonl", "{\"id\":1}\n{\"id\":2}\n");
            BackupEntry more = file.add("more/😀.txt", "Zürich");
            return new BackupManifest(
                    "crm",
                    "1.0.0",
                    "sqlite",
                    "3.50",
                    "2026-11-22T10:15:00Z",
                    BackupContent.TABLES,
                    "it's \"risky\"",
                    "crm-2",
                    "run-1",
                    List.of(new BackupManifest.BackupDocument("crm-1", document)),
                    List.of(new BackupTable(
                            TableName.parse("crm.\"a.b\""),
                            rows,
                            2,
                            List.of(new BackupTable.BackupColumn("id", "bigint")),
                            null)),
                    List.of(more));
        });
    }

    @Test
    void manifestIsReadAsItWasWritten() throws IOException, SQLException {
        Backup written = written();
        Backup read = place.read(NAME);
        assertThat(read.manifest()).isEqualTo(written.manifest());
        assertThat(read.manifest().reason()).isEqualTo("it's \"risky\"");
        assertThat(read.manifest().tables().get(0).name()).isEqualTo(TableName.parse("crm.\"a.b\""));
        assertThat(read.manifest().rows()).isEqualTo(2);
        assertThat(read.bytes()).isEqualTo(store.list().get(0).bytes());
        assertThat(read.text(read.manifest().migrations().get(0).entry())).isEqualTo("{}");
    }

    @Test
    void entriesComeInTheirOrderAndNeedNotBeReadToTheirEnd() throws IOException, SQLException {
        List<String> read = new ArrayList<>();
        written().read(entry -> !entry.name().startsWith("data"), (entry, content) -> {
            read.add(entry.name() + " " + (char) content.read());
        });
        assertThat(read).containsExactly("migrations/crm-1.json {", "more/😀.txt Z");
    }

    @Test
    void whatWasChangedMeanwhileIsNotTaken() throws IOException, SQLException {
        Backup whole = written();
        rewrite(entries -> entries.put("data/001-kept.jsonl", "{\"id\":1}\n{\"id\":3}\n"));
        assertThatThrownBy(() -> whole.read(entry -> true, (entry, content) -> {}))
                .hasMessageContaining("has changed since it was checked: data/001-kept.jsonl");
        assertThatThrownBy(() -> place.read(NAME)).hasMessage("data/001-kept.jsonl is not what was written");
    }

    @Test
    void everyDamageIsFound() throws IOException, SQLException {
        written();
        byte[] whole = bytes();
        rewrite(entries -> entries.put("data/002-more.jsonl", ""));
        assertThatThrownBy(() -> place.read(NAME)).hasMessage("its manifest does not list data/002-more.jsonl");
        rewrite(entries -> entries.keySet().removeIf(name -> name.startsWith("data/")));
        assertThatThrownBy(() -> place.read(NAME)).hasMessage("data/001-kept.jsonl is missing");
        rewrite(entries -> entries.remove("manifest.json"));
        assertThatThrownBy(() -> place.read(NAME)).hasMessage("it has no manifest.json, or is cut off");
        rewrite(entries -> entries.put("manifest.json", "{\"format\": \"godwit-backup-v9\"}"));
        assertThatThrownBy(() -> place.read(NAME)).hasMessageContaining("its format is 'godwit-backup-v9'");
        int content = new String(whole, StandardCharsets.ISO_8859_1).indexOf("PK\1\2");
        for (int length = 0; length < content; length += 7) {
            replace(Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> place.read(NAME)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void whatFailsLeavesNothing() {
        assertThatThrownBy(() -> place.write(NAME, file -> {
                    throw new SQLException("no such table");
                }))
                .isInstanceOf(SQLException.class)
                .hasMessage("no such table");
        store.with(MemoryBackups.Fault.DAMAGE);
        assertThatThrownBy(this::written).isInstanceOf(IOException.class);
        assertThat(store.names()).isEmpty();
    }

    private interface Change {
        void of(Map<String, String> entries);
    }

    private byte[] bytes() throws IOException {
        return store.read(NAME).readAllBytes();
    }

    private void replace(byte[] bytes) throws IOException {
        store.delete(NAME);
        store.write(NAME, out -> out.write(bytes));
    }

    private void rewrite(Change change) throws IOException {
        Map<String, String> entries = new TreeMap<>(store.only());
        change.of(entries);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        replace(bytes.toByteArray());
    }
}
