package io.godwit.backup;

import io.godwit.failure.BackupFailedException;
import io.godwit.failure.GodwitException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** A host's store, and how Godwit writes and reads there: nothing counts before it was read back. Thread-safe as its store is. */
public final class BackupPlace {

    private static final int LONGEST_MANIFEST = 64 << 20;

    private final BackupStore store;
    private final Envelope envelope;

    /** A place for backups that are not encrypted. */
    public BackupPlace(BackupStore store) {
        this(store, null);
    }

    /**
     * A place.
     *
     * @param keys what backups are encrypted with; null for not at all
     * @throws BackupFailedException if there are keys, and the library for encryption is not there
     */
    public BackupPlace(BackupStore store, @Nullable BackupKeys keys) {
        this.store = store;
        this.envelope = new Envelope(keys);
    }

    /**
     * A name for a backup here.
     *
     * @see BackupName#of
     */
    public String name(String pluginId, String version, String createdAt, String unique) {
        return BackupName.of(pluginId, version, createdAt, unique) + envelope.ending();
    }

    /** Fills a backup, and says what is in it. */
    public interface Work {
        BackupManifest write(BackupWriter file) throws IOException, SQLException;
    }

    /** Where the files are. */
    public BackupStore store() {
        return store;
    }

    /**
     * All that are there, the oldest first; none is opened.
     *
     * @throws BackupFailedException if the store does not say
     */
    public List<StoredBackup> list() {
        try {
            return store.list().stream()
                    .sorted(Comparator.comparing(StoredBackup::written).thenComparing(StoredBackup::name))
                    .toList();
        } catch (IOException e) {
            throw new BackupFailedException("The backups could not be listed: " + e, e);
        }
    }

    /**
     * As {@link #read}.
     *
     * @throws BackupFailedException if it is not there, or not whole
     */
    public Backup verified(String name) {
        try {
            return read(name);
        } catch (IOException e) {
            throw new BackupFailedException(
                    "The backup " + name + " is not valid: " + e.getClass().getSimpleName() + ": " + e.getMessage()
                            + ". Use another one.",
                    e);
        }
    }

    /**
     * Writes a backup, forces it to the disk and reads it back.
     *
     * @param name as {@link #name} makes it
     * @return it, as it was read back
     * @throws IOException if it could not be written, or is not what was written; nothing of it is left then
     */
    public Backup write(String name, Work work) throws IOException, SQLException {
        String[] written = {""};
        try {
            store.write(name, out -> written[0] = write(out, work));
        } catch (IOException e) {
            if (e.getCause() instanceof SQLException fault) {
                throw fault;
            }
            throw e;
        } catch (GodwitException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new IOException("the store failed: " + e, e);
        }
        try {
            Backup backup = read(name);
            if (!backup.sha256().equals(written[0])) {
                throw new IOException("what was read back is not what was written");
            }
            return backup;
        } catch (IOException e) {
            forget(name, e);
            throw e;
        }
    }

    private String write(OutputStream out, Work work) throws IOException {
        HashedOutput hashed = new HashedOutput(out);
        try (OutputStream content = envelope.closed(hashed)) {
            BackupWriter file = new BackupWriter(content);
            file.finish(work.write(file));
        } catch (SQLException e) {
            throw new IOException(e);
        }
        hashed.flush();
        return hashed.sha256();
    }

    private void forget(String name, IOException why) {
        try {
            store.delete(name);
        } catch (IOException e) {
            why.addSuppressed(e);
        }
    }

    /**
     * A backup that is whole: all of it is read, and compared with its manifest.
     *
     * @throws IOException if it is not there, or damaged, and how
     */
    public Backup read(String name) throws IOException {
        try (HashedInput file = new HashedInput(store.read(name))) {
            Map<String, String> hashes = new HashMap<>();
            BackupManifest manifest = manifest(envelope.opened(file), hashes);
            if (manifest == null) {
                throw new IOException("it has no " + BackupWriter.MANIFEST + ", or is cut off");
            }
            compare(manifest, hashes);
            String sha256 = file.sha256();
            return new Backup(this, name, file.bytes(), sha256, manifest);
        }
    }

    /** The content of a file, from its first byte on; what is around it is taken off. */
    InputStream opened(String name) throws IOException {
        InputStream file = store.read(name);
        try {
            return envelope.opened(file);
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    private static @Nullable BackupManifest manifest(InputStream file, Map<String, String> hashes) throws IOException {
        BackupManifest manifest = null;
        ZipInputStream zip = new ZipInputStream(new EntryInput(file));
        for (ZipEntry header = zip.getNextEntry(); header != null; header = zip.getNextEntry()) {
            HashedInput content = new HashedInput(zip);
            if (header.getName().equals(BackupWriter.MANIFEST)) {
                manifest = new ManifestReader(content.readNBytes(LONGEST_MANIFEST)).read();
            }
            if (hashes.put(header.getName(), content.sha256()) != null) {
                throw new IOException("it has " + header.getName() + " twice");
            }
        }
        // The end of the file is behind its last entry, and only the end tells that nothing is cut off.
        file.transferTo(OutputStream.nullOutputStream());
        return manifest;
    }

    private static void compare(BackupManifest manifest, Map<String, String> hashes) throws IOException {
        Set<String> unlisted = new HashSet<>(hashes.keySet());
        unlisted.remove(BackupWriter.MANIFEST);
        for (BackupEntry entry : manifest.entries()) {
            if (!entry.sha256().equals(hashes.get(entry.name()))) {
                throw new IOException(
                        entry.name() + (hashes.containsKey(entry.name()) ? " is not what was written" : " is missing"));
            }
            unlisted.remove(entry.name());
        }
        if (!unlisted.isEmpty()) {
            throw new IOException("its manifest does not list " + String.join(", ", unlisted));
        }
    }
}
