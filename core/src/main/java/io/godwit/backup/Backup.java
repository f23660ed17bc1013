package io.godwit.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A backup that was read through and found whole: every entry has the hash that the manifest gives, none is missing, none is there
 * besides. What is read from it later is hashed once more. Immutable and thread-safe.
 */
public final class Backup {

    private final BackupPlace place;
    private final String name;
    private final long bytes;
    private final String sha256;
    private final BackupManifest manifest;
    private final Map<String, BackupEntry> entries = new HashMap<>();

    Backup(BackupPlace place, String name, long bytes, String sha256, BackupManifest manifest) {
        this.place = place;
        this.name = name;
        this.bytes = bytes;
        this.sha256 = sha256;
        this.manifest = manifest;
        manifest.entries().forEach(entry -> entries.put(entry.name(), entry));
    }

    /** Takes the content of one entry, as much of it as it likes. */
    public interface EntryReader {
        void read(BackupEntry entry, InputStream content) throws IOException, SQLException;
    }

    /** Its name in the store. */
    public String name() {
        return name;
    }

    /** How long its file is. */
    public long bytes() {
        return bytes;
    }

    /** Of its file as the store keeps it, in hexadecimal. */
    public String sha256() {
        return sha256;
    }

    /** What it says of itself. */
    public BackupManifest manifest() {
        return manifest;
    }

    /**
     * Reads entries, in the order in which they were written; memory does not grow with them.
     *
     * @param wanted which of them
     * @throws IOException if the file is not the one any more that was found whole; what was read until then must not be kept
     */
    public void read(Predicate<BackupEntry> wanted, EntryReader reader) throws IOException, SQLException {
        try (InputStream file = place.opened(name);
                ZipInputStream zip = new ZipInputStream(file)) {
            for (ZipEntry header = zip.getNextEntry(); header != null; header = zip.getNextEntry()) {
                BackupEntry entry = entries.get(header.getName());
                if (entry != null && wanted.test(entry)) {
                    HashedInput content = new HashedInput(new EntryInput(zip));
                    reader.read(entry, content);
                    if (!content.sha256().equals(entry.sha256())) {
                        throw new IOException(
                                name + " has changed since it was checked: " + entry.name() + " is another");
                    }
                }
            }
        }
    }

    /** A text of it, such as a document. */
    public String text(BackupEntry entry) throws IOException {
        StringBuilder text = new StringBuilder();
        try {
            read(
                    entry::equals,
                    (found, content) -> text.append(new String(content.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (SQLException impossible) {
            throw new IOException(impossible);
        }
        return text.toString();
    }
}
